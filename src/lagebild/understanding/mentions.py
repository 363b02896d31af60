"""Where persons, places and organisations are named or described: candidates, before anybody knows who is who."""

from collections.abc import Iterator

from lagebild.domain.document import Sentence, Word
from lagebild.domain.entity import EntityKind, Form
from lagebild.domain.span import Span
from lagebild.knowledge import Knowledge
from lagebild.lexicon import Lexicon
from lagebild.understanding.found import Found
from lagebild.understanding.known import is_ambiguous, known_as
from lagebild.understanding.names import find_names, from_knowledge
from lagebild.understanding.roles_of_persons import agreeing, is_title


def find_mentions(sentence: Sentence, number: int, surnames: frozenset[str], lexicon: Lexicon, knowledge: Knowledge) -> list[Found]:
    """Names by the network and the knowledge, adjectives of countries, nouns for persons and groups, pronouns; in order."""
    found = list(find_names(sentence, number, surnames, lexicon, knowledge))
    taken = {word for named in found for word in _words_in(sentence, named.span)}
    # Nouns in a person's role describe that person; they are no mention of their own.
    titled = {word for named in found for role in named.roles for word in _words_in(sentence, role.span)}
    for word in sentence.words:
        if word.index not in taken:
            found.extend(_unnamed(sentence, number, word, lexicon, knowledge, titled))
    return sorted(found, key=lambda mention: mention.span.start)


def _words_in(sentence: Sentence, span: Span) -> list[int]:
    return [word.index for word in sentence.words if span.contains(word.span)]


def _unnamed(sentence: Sentence, number: int, word: Word, lexicon: Lexicon, knowledge: Knowledge, titled: set[int]) -> Iterator[Found]:
    if word.upos == "ADJ" and word.index not in titled:
        yield from _country_adjective(number, word, knowledge)
    elif word.upos in ("NOUN", "PROPN") and word.index not in titled:
        yield from _compound(number, word, knowledge)
        yield from _noun(sentence, number, word, lexicon, knowledge)
    elif (
        word.upos == "PRON"
        and (word.features.get("PronType") == "Prs" or word.lemma in ("er", "sie", "ich", "wir"))
        and word.features.get("Reflex") != "Yes"
        and word.text.lower() not in ("sich", "es")
    ):
        yield Found(
            number, word.index, word.span, word.text, EntityKind.PERSON, Form.PRONOUN, "pronoun", gender=_pronoun_gender(word), plural=word.features.get("Number") == "Plur"
        )


def _country_adjective(number: int, word: Word, knowledge: Knowledge) -> Iterator[Found]:
    if country := knowledge.country_of_adjective(word.text):
        yield Found(number, word.index, word.span, country.name, EntityKind.COUNTRY, Form.NOMINAL, "adjective_of_country", country.name, country.code, country.position)


def _compound(number: int, word: Word, knowledge: Knowledge) -> Iterator[Found]:
    """`Pazifik-Küste`, `US-Präsident`: the known first part of a hyphenated compound."""
    part, hyphen, rest = word.text.partition("-")
    known = known_as(knowledge, part) if hyphen and rest and len(part) > 1 else None
    if known is not None and not is_ambiguous(known):
        kind, same, country, position = from_knowledge(known)
        yield Found(number, -1, Span(word.span.start, word.span.start + len(part)), part, kind, Form.NAME, "first_part_of_compound", same, country, position)


def _noun(sentence: Sentence, number: int, word: Word, lexicon: Lexicon, knowledge: Knowledge) -> Iterator[Found]:
    """Nouns for persons, groups and bodies: `der Minister`, `Analysten`, `die Polizei`, `dem Nachbarland`."""
    kind = kind_of_noun(word, lexicon)
    determiners = [sentence.words[child] for child in sentence.children[word.index] if sentence.words[child].upos == "DET"]
    if kind is None or any(determiner.text.lower().startswith("kein") for determiner in determiners):
        return
    definite = any(d.features.get("Definite") == "Def" or d.features.get("PronType") == "Dem" or d.text.lower() in ("der", "die", "das", "dem", "den", "des") for d in determiners)
    plural = word.features.get("Number") == "Plur"
    described = [sentence.words[child] for child in sentence.children[word.index] if sentence.words[child].relation == "amod"]
    country = next((known.code for adjective in described if (known := knowledge.country_of_adjective(adjective.text))), None)
    first = min([word, *described], key=lambda w: w.index)
    yield Found(
        number,
        word.index,
        Span(first.span.start, word.span.stop),
        _description(word, described),
        kind,
        Form.NOMINAL,
        "noun_for_persons_or_bodies",
        None,
        country,
        gender="f" if word.text in lexicon.titles.feminine else None,
        plural=plural,
        definite=definite,
        possessed=any(d.features.get("Poss") == "Yes" for d in determiners),
    )


def _description(word: Word, adjectives: list[Word]) -> str:
    plural = word.features.get("Number") == "Plur"
    return " ".join([*(agreeing(adjective, word) for adjective in adjectives), word.text if plural else word.lemma])


def kind_of_noun(word: Word, lexicon: Lexicon) -> EntityKind | None:
    """What a noun stands for when it acts or speaks: a person, a group of them, a body, a country; else nothing."""
    titles, lemma = lexicon.titles, word.lemma
    plural = word.features.get("Number") == "Plur"
    if lemma in lexicon.names.countries:
        return EntityKind.COUNTRY
    if word.text in titles.persons or lemma in titles.persons or lemma in lexicon.names.counterparts:
        return EntityKind.GROUP if plural else EntityKind.PERSON
    if lemma in titles.organisations or word.text in titles.organisations or (len(lemma) > 6 and lemma.lower().endswith(titles.group_heads)):  # noqa: PLR2004  "Bank" stands in the list itself
        return EntityKind.ORGANISATION
    if is_title(word, lexicon):
        return EntityKind.GROUP if plural else EntityKind.PERSON
    return EntityKind.GROUP if lemma in lexicon.names.groups else None


def _pronoun_gender(word: Word) -> str | None:
    text = word.text.lower()
    if text in ("er", "ihm", "ihn"):
        return "m"
    return "f" if text in ("sie", "ihr") and word.features.get("Number") == "Sing" else None
