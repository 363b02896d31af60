"""What kind of goods a noun is, and how much of them."""

from lagebild.domain.span import Span
from lagebild.domain.transfer import Amount, Category
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.numbers import number


def category_of(lemma: str, lexicon: Lexicon, *, part: bool = False) -> Category | None:
    """The kind of goods by the word, the end of a compound, or (for `Waffenlieferung`) its beginning."""
    goods = lexicon.goods
    if lemma in goods.words:
        return goods.words[lemma]
    lower = lemma.lower()
    found = next((category for head, category in goods.heads.items() if lower.endswith(head)), None)
    if found or not part:
        return found
    return next((category for word, category in goods.words.items() if lower.startswith(word.lower())), None)


def amount_of(clauses: Clauses, words: list[int], lexicon: Lexicon) -> Amount | None:
    """`zwei Millionen Schuss`, `40 Tonnen Weizen`, `3,5 Milliarden Euro`."""
    sentence = clauses.sentence
    at = next((i for i in words if sentence.words[i].upos == "NUM" or sentence.words[i].text[0].isdigit()), None)
    value = number(sentence.words[at].text) if at is not None else None
    if at is None or value is None:
        return None
    last, unit = at, None
    for i in range(at + 1, min(at + 4, len(sentence.words))):
        text = sentence.words[i].text
        if text in lexicon.goods.units:
            value *= lexicon.goods.units[text]
        elif text in lexicon.goods.currencies or text in lexicon.goods.measures:
            unit = lexicon.goods.currencies.get(text) or lexicon.goods.measures[text]
        else:
            break
        last = i
    return Amount(value, unit, Span(sentence.words[at].span.start, sentence.words[last].span.stop))
