"""TOML to typed tables; what a table must hold is said by its dataclass, what it holds besides are examples."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from lagebild.domain.certainty import Certainty
from lagebild.domain.entity import EntityKind
from lagebild.lexicon.tables import Abbreviations, Attitude, EventEntry, Events, Goods, Hedges, Modal, NameWords, Speech, Strong, Times, Titles

Toml = dict[str, Any]
Table = TypeVar("Table")


def abbreviations(table: Toml) -> Abbreviations:
    return msgspec.convert(table, Abbreviations)


def times(table: Toml) -> Times:
    by_word = {name: {word: code for code, words in table[name].items() for word in words} for name in ("vague", "phrases")}
    lists = {name: table[name]["words"] for name in ("several", "aged", "then", "counted")}
    compounds = {"compound_units": table["compounds"]["units"], "named_years": table["compounds"]["years"]}
    return msgspec.convert(table | by_word | lists | compounds, Times)


def names(table: Toml) -> NameWords:
    return msgspec.convert(table, NameWords)


def strong(table: Toml) -> Strong:
    forms = msgspec.convert(table["forms"], dict[str, tuple[str, ...]])
    bases, particles = _words(table["sein"]["verbs"]), ("", *_words(table["sein"]["particles"]))
    sein = frozenset(particle + base for particle in particles for base in bases)
    return Strong({form: verb for verb, irregular in forms.items() for form in irregular}, frozenset(irregular[0] for irregular in forms.values()), sein)


def speech(table: Toml) -> Speech:
    reporting = [name for name in table if name not in ("naming", "occasions", "referring", "topics", "assessing", "compounds")]
    groups = {name: _attitude(name, table[name]) for name in reporting}
    # A word in two groups counts as what stands first: "drohen" with a speaker is a threat before it is a hedge.
    verbs = {verb: groups[name] for name in reversed(reporting) for verb in _words(table[name]["verbs"])}
    nouns = {noun: groups[name] for name in reversed(reporting) for noun in _words(table[name]["nouns"])}
    topics = {case: frozenset(_words(verbs)) for case, verbs in table["topics"].items() if case != "examples"}
    naming, occasions, referring = (frozenset(_words(table[group][kind])) for group, kind in (("naming", "verbs"), ("occasions", "nouns"), ("referring", "adverbs")))
    return Speech(verbs, nouns, naming, occasions, referring, topics, frozenset(_words(table["assessing"]["verbs"])), frozenset(_words(table["compounds"]["nouns"])))


def hedges(table: Toml) -> Hedges:
    negation, conditions, questions = table["negation"], table["conditions"], table["questions"]
    return Hedges(
        adverbs=_graded(table["adverbs"]),
        attributes=_graded(table["attributes"]),
        future_attributes=frozenset(_words(table["attributes"]["future"])),
        modals=msgspec.convert(table["modals"], dict[str, Modal]),
        predicates={word: _attitude(name, group) for name, group in table["predicates"].items() for word in _words(group["words"])},
        negations=frozenset(_words(negation["words"])),
        negative_prepositions=frozenset(_words(negation["prepositions"])),
        existence=frozenset(_words(table["existence"]["words"])),
        conditions=frozenset(_words(conditions["marks"])),
        condition_nouns=frozenset(_words(conditions["nouns"])),
        question_marks=frozenset(_words(questions["marks"])),
        question_words=frozenset(_words(questions["words"])),
        asking=frozenset(_words(questions["asking"])),
        coming_about=frozenset(_words(table["coming_about"]["words"])),
        investigating=frozenset(_words(table["investigating"]["words"])),
        unnamed=frozenset(_words(table["unnamed"]["nouns"])),
    )


def events(table: Toml) -> Events:
    verbs = _entries(table["verb"])
    nouns = {lemma: {"transfer": _moves(verbs.get(fields.get("verb", "")))} | fields for lemma, fields in table["noun"].items()}
    idioms = {(lemma.split()[-2], lemma.split()[-1]): entry for lemma, entry in _entries(table["idiom"]).items()}
    others, control = (frozenset(_words(words)) for words in (table["compound"]["others"], table["control"]["object"]))
    states, happenings, affecting, doing = (frozenset(_words(table[kind]["verbs"])) for kind in ("states", "happenings", "affecting", "doing"))
    trading, stopping = (frozenset(_words(table["trade"][kind])) for kind in ("going_on", "stopping"))
    return Events(verbs, _entries(nouns), idioms, others, states, happenings, affecting, doing, control, trading, stopping)


def goods(table: Toml) -> Goods:
    words = {word: name for name, group in table["goods"].items() for word in _words(group["words"])}
    heads = {head: name for name, group in table["goods"].items() for head in _words(group["heads"])}
    return msgspec.convert(table | {"words": words, "heads": heads}, Goods)


_PEOPLE = {"persons": EntityKind.PERSON, "groups": EntityKind.GROUP, "bodies": EntityKind.ORGANISATION, "places": EntityKind.PLACE}
_PEOPLE_HEADS = {"person_heads": EntityKind.PERSON, "group_heads": EntityKind.GROUP, "body_heads": EntityKind.ORGANISATION}


def titles(table: Toml) -> Titles:
    entries, heads, groups = table["title"], table["heads"], table["collective"]
    feminine = {base: str(entry["feminine"]) for base, entry in entries.items() if "feminine" in entry}
    forms = {form for entry in entries.values() for form in _words(entry.get("forms", ()))}
    offices = {form for base, entry in entries.items() if entry.get("office") for form in (str(base), feminine.get(base, str(base)))}
    return Titles(
        words=frozenset({*entries, *feminine.values(), *forms}),
        heads=_words([*heads["masculine"], *heads["feminine"], *heads["adjectival"]]),
        feminine=frozenset(feminine.values()),
        feminine_heads=_words(heads["feminine"]),
        offices=frozenset(offices),
        office_heads=_words(heads["office"]),
        persons=frozenset(_words(groups["persons"])),
        organisations=frozenset(_words(groups["organisations"])),
        group_heads=_words(groups["heads"]),
        people={word: kind for key, kind in _PEOPLE.items() for word in _words(table["people"][key])},
        people_heads={kind: _words(table["people"][key]) for key, kind in _PEOPLE_HEADS.items()},
        acting_heads=_words([*(head for key in _PEOPLE_HEADS for head in table["people"][key]), *heads["masculine"], *heads["feminine"], *heads["adjectival"], *groups["heads"]]),
    )


def _words(listed: Iterable[Any]) -> tuple[str, ...]:
    return msgspec.convert(list(listed), tuple[str, ...])


def _graded(group: Toml) -> Mapping[str, Certainty]:
    """Words by how certain they leave things."""
    return {word: grade for grade in Certainty for word in _words(group.get(grade, ()))}


def _attitude(name: str, group: Toml) -> Attitude:
    return msgspec.convert({"name": name, "presupposes_questions": group.get("wh") == "presupposed"} | group, Attitude)


def _entries(table: Mapping[str, Toml]) -> dict[str, EventEntry]:
    return {lemma: msgspec.convert({"lemma": lemma} | fields, EventEntry) for lemma, fields in table.items()}


def _moves(verb: EventEntry | None) -> str | None:
    """What a noun takes over from its verb: a Lieferung is goods on the move, a Zusage or Forderung is not."""
    return verb.transfer if verb and verb.transfer in ("supply", "acquire", "receive") else None
