"""Names and their forms: how a name that stands in a text leads to its entry."""

import re
from collections.abc import Iterator

ADJECTIVE_ENDINGS = ("", "e", "en", "em", "er", "es")
# What a word in front of the last may carry: des Schwarzen Meeres, des Golfs von Oman
_INNER_ENDING = re.compile(r"(?:e[mnrs]?|s)(?= )")
# ostukrainisch, südrussisch; a state of its own (südkoreanisch) is found before the compass is taken off
_COMPASS = re.compile(r"(?:nordost|nordwest|südost|südwest|nord|süd|ost|west|zentral)(?=[a-zäöü])")

# den Niederlanden, Emiraten, Palästinensergebieten; no more than these, or Russen would be of the town Russe and Hallen of Halle
_DATIVE_PLURALS = ("landen", "miraten", "ebieten")


def key(name: str) -> str:
    """What all forms of a name share but for the ending of its last word: "Schwarz Meer" for "Schwarzes Meer"."""
    return _INNER_ENDING.sub("", name)


def bare_forms(name: str) -> Iterator[str]:
    """What a form may be a form of: itself, then without -s, -es, an apostrophe, or the -n of a dative plural (den Niederlanden)."""
    yield name
    if name.endswith(("s", "'", "’")):
        yield name[:-1]
    if name.endswith("es"):
        yield name[:-2]
    if name.endswith(_DATIVE_PLURALS):
        yield name[:-1]


def adjective_stems(word: str) -> Iterator[str]:
    """The stems an inflected adjective may have, the whole word first: russischen, Russischen, südrussischen."""
    lowered = word[:1].lower() + word[1:]
    for form in (word, lowered, _COMPASS.sub("", lowered, count=1)):
        for ending in ADJECTIVE_ENDINGS:
            if form.endswith(ending):
                yield form.removesuffix(ending)


def without_compass(name: str) -> str:
    """`Ostafghanistan` without its direction: Afghanistan; other names as they are."""
    rest = _COMPASS.sub("", name[:1].lower() + name[1:], count=1)
    return name if len(rest) == len(name) else rest.capitalize()


def demonym_forms(masculine: str, feminine: str, plural: str) -> set[str]:
    """All forms of a word for a person: Russe, Russen, Russin, Russinnen; Deutscher, Deutschen, Deutschem."""
    if masculine == feminine + "r":
        return {feminine + ending for ending in ("", "r", "n", "m")}
    return {form for noun in (masculine, feminine, plural) for form in noun_forms(noun)}


def noun_forms(noun: str) -> set[str]:
    """A noun with the endings that a nominative may take: des Syrers, den Syrern, der Syrerinnen, des Jemeniten."""
    if noun.endswith("in"):
        return {noun, noun + "nen"}
    if noun.endswith(("e", "en", "s")):
        return {noun} if noun.endswith(("en", "s")) else {noun, noun + "n"}
    return {noun, noun + "s", noun + "n"} if noun.endswith("er") else {noun, noun + "s"}
