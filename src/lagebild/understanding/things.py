"""What an event moves: the things, each with its kind and amount."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lagebild.domain.event import EventRole, RoleKind
from lagebild.domain.span import Span
from lagebild.domain.transfer import Amount, Category
from lagebild.lexicon import Lexicon
from lagebild.understanding.amounts import amount_of, category_of
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.events import Told
from lagebild.understanding.phrases import conjuncts, noun_phrase, stretch


@dataclass(frozen=True, slots=True)
class Thing:
    word: int
    span: Span
    category: Category | None
    amount: Amount | None


def things_of(told: Told, lexicon: Lexicon) -> Iterator[Thing]:
    """What is delivered: the items of a verb, each coordinated one apart; of a noun like `Waffenlieferung` the noun itself."""
    clauses = told.clauses
    if told.predicate is None:
        inner = [c for c in clauses.sentence.children[told.word] if clauses.sentence.words[c].relation == "nmod" and category_of(clauses.sentence.words[c].lemma, lexicon)]
        if inner:  # "die Lieferung von 40 Panzern": the panzers are what is delivered
            yield from (_thing(clauses, word, lexicon) for word in conjuncts(clauses.sentence, inner[0]))
            return
        category = category_of(clauses.sentence.words[told.word].lemma, lexicon, part=True) or Category.GOODS
        yield Thing(told.word, stretch(clauses.sentence, _with_attributes(clauses, told.word)), category, None)
        return
    heads = [head for filler in told.event.roles if filler.role is RoleKind.ITEM and filler.entity is None for head in _words_at(clauses, filler)]
    things = [_thing(clauses, word, lexicon) for head in heads for word in conjuncts(clauses.sentence, head)]
    yield from _with_their_measures(things)


def _with_their_measures(things: list[Thing]) -> Iterator[Thing]:
    """`400 Tonnen Mais`, which trees may take for two objects, as one thing."""
    measure: Thing | None = None
    for thing in things:
        if measure is not None and thing.span.start == measure.span.stop + 1:
            yield replace(thing, span=Span(measure.span.start, thing.span.stop), amount=measure.amount)
            measure = None
            continue
        if measure is not None:
            yield measure
        measure = thing if thing.category is None and thing.amount is not None else None
        if measure is None:
            yield thing
    if measure is not None:
        yield measure


def _words_at(clauses: Clauses, filler: EventRole) -> list[int]:
    """The head of a role's words: the one whose governor stands outside."""
    inside = [word.index for word in clauses.sentence.words if filler.span.contains(word.span)]
    return [i for i in inside if clauses.sentence.words[i].head not in inside][:1]


def _thing(clauses: Clauses, word: int, lexicon: Lexicon) -> Thing:
    noun = clauses.sentence.words[word]
    counted = next(
        (
            c
            for c in clauses.sentence.children[word]
            if clauses.sentence.words[c].upos in ("NOUN", "PROPN") and clauses.sentence.words[c].relation in ("nmod", "appos", "flat", "compound")
        ),
        None,
    )
    measured = noun.lemma in lexicon.goods.measures or noun.text in lexicon.goods.measures or noun.text in lexicon.goods.units
    category = category_of(noun.lemma, lexicon) or (category_of(clauses.sentence.words[counted].lemma, lexicon) if counted is not None and measured else None)
    words = [i for i in noun_phrase(clauses, word) if not _is_conjunct_part(clauses, word, i)]
    phrase = [i for i in words if clauses.sentence.words[i].upos not in ("DET", "PUNCT") or i == word] or [word]
    return Thing(word, stretch(clauses.sentence, phrase), category, amount_of(clauses, words, lexicon))


def _is_conjunct_part(clauses: Clauses, word: int, other: int) -> bool:
    return other != word and clauses.sentence.words[other].upos == "CCONJ"


def _with_attributes(clauses: Clauses, noun: int) -> list[int]:
    words = clauses.sentence.words
    return sorted([noun, *(c for c in clauses.sentence.children[noun] if words[c].relation == "amod" and c < noun)])
