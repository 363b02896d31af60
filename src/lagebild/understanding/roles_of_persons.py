"""Offices and functions that stand before or behind a person's name."""

from lagebild.domain.document import Sentence, Word
from lagebild.domain.entity import Role
from lagebild.domain.span import Span
from lagebild.knowledge import Knowledge
from lagebild.lexicon import Lexicon
from lagebild.understanding.adjectives import adjective_stem

_AGREEING = {"Masc": "er", "Fem": "e", "Neut": "es"}


def role_before_name(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> Role | None:
    """Der [russische Präsident] Wladimir Putin reiste ab."""
    at = first - 1
    if at < 0:
        return None
    title = sentence.words[at]
    if not is_title(title, lexicon):
        governor = _governing_title(sentence, first, stop, lexicon)
        if governor is None:
            return None
        title = governor
    start = _first_attribute(sentence, title.index)
    words = sentence.words[start:first]
    if not words or title not in words:
        return None
    return Role(_citation_form(words, title), Span(words[0].span.start, words[-1].span.stop))


def role_after_name(sentence: Sentence, head: int, stop: int, lexicon: Lexicon) -> Role | None:
    """Peskow, [Sprecher des Präsidialamts], schwieg."""
    if stop >= len(sentence.words) or sentence.words[stop].text != ",":
        return None
    for child in sentence.children[head]:
        word = sentence.words[child]
        if word.relation == "appos" and word.index > stop and word.upos == "NOUN" and is_title(word, lexicon):
            last = max(_below(sentence, word.index))
            start = _first_attribute(sentence, word.index)
            while last > word.index and sentence.words[last].upos == "PUNCT":
                last -= 1
            words = sentence.words[start : min(last, word.index + 8) + 1]
            return Role(_citation_form(words, word), Span(words[0].span.start, words[-1].span.stop))
    return None


def _governing_title(sentence: Sentence, first: int, stop: int, lexicon: Lexicon) -> Word | None:
    """The `Direktor` of `der Direktor der Munitionsindustrie Jo Chun Ryong`: at most four words before the name, only a genitive or place between."""
    for word in sentence.words[max(0, first - 5) : first][::-1]:
        if word.upos in ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ") or (word.upos == "ADP" and word.text.lower() not in ("von", "für", "in", "im", "vom", "bei", "beim", "aus")):
            return None
        if word.upos == "NOUN" and is_title(word, lexicon):
            outside = sentence.words[first].head not in range(first, stop)
            attached = next((w.head for w in sentence.words[first:stop] if not first <= w.head < stop), -1)
            return word if outside and (attached == word.index or sentence.words[attached].head == word.index) else None
    return None


def _first_attribute(sentence: Sentence, title: int) -> int:
    """Where the adjectives before a title begin."""
    at = title
    while at > 0 and (
        sentence.words[at - 1].upos == "ADJ" or (sentence.words[at - 1].upos == "ADV" and at > 1 and sentence.words[at].upos == "ADJ" and sentence.words[at - 1].head == at)
    ):
        at -= 1
    return at


def _citation_form(words: tuple[Word, ...], title: Word) -> str:
    """`russischen Präsidenten` -> `russischer Präsident`: adjectives agree with the nominative of the noun, the rest stands as it is."""
    feminine = title.lemma.endswith("in") or title.features.get("Gender") == "Fem"
    ending = _AGREEING["Fem" if feminine else "Masc"]
    parts: list[str] = []
    for word in words:
        if word.index < title.index and word.upos == "ADJ":
            parts.append(adjective_stem(word.text) + ending)
        elif word.index == title.index:
            parts.append(word.lemma if word.features.get("Number") != "Plur" else word.text)
        else:
            parts.append(word.text)
    return " ".join(parts)


def agreeing(adjective: Word, noun: Word) -> str:
    """An adjective in the nominative that goes with a noun without article: `dänische Regierung`, `russischer Präsident`."""
    if adjective.text[:1].isupper() and adjective.text.endswith("er"):
        return adjective.text  # Londoner, Schweizer: of a town or land, and never inflected
    plural = noun.features.get("Number") == "Plur"
    return adjective_stem(adjective.text) + ("e" if plural else _AGREEING.get(noun.features.get("Gender", "Masc"), "er"))


def is_title(word: Word, lexicon: Lexicon) -> bool:
    """Whether a noun names an office or function of a person, alone or as the end of a compound."""
    titles = lexicon.titles
    if word.upos not in ("NOUN", "PROPN"):
        return False
    return word.lemma in titles.words or word.text in titles.words or (len(word.lemma) > 7 and word.lemma.lower().endswith(titles.heads))  # noqa: PLR2004


def _below(sentence: Sentence, word: int) -> list[int]:
    found = [word]
    for child in sentence.children[word]:
        found.extend(_below(sentence, child))
    return found


def country_of_role(sentence: Sentence, role: Role, knowledge: Knowledge) -> str | None:
    """`russischer Präsident`, `US-Präsident`, `Präsident Frankreichs`: the country that an office belongs to."""
    for word in sentence.words:
        if role.span.contains(word.span):
            country = knowledge.country_of_adjective(word.text) or (knowledge.country(word.text) if word.upos == "PROPN" else None)
            if country is not None:
                return country.code
    return None


def gender_of(roles: tuple[Role, ...], lexicon: Lexicon) -> str | None:
    """Masculine or feminine by the noun of the office: Präsident, Präsidentin."""
    nouns = [word for role in roles for word in role.title.split() if word[0].isupper()]
    if not nouns:
        return None
    return "f" if any(noun in lexicon.titles.feminine or noun.lower().endswith(lexicon.titles.feminine_heads) for noun in nouns) else "m"
