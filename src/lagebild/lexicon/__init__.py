"""The words of each language: TOML tables, typed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Self

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.event import Tense
from lagebild.domain.transfer import Category
from lagebild.lexicon.tables import Abbreviations, Attitude, EventEntry, Events, Goods, Hedges, Modal, NameWords, Speech, Times, Titles

Toml = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All tables of one language; `verbs` are the infinitives that any table knows, `strong` infinitives by irregular form, `preterites` the irregular stems of the past."""

    language: str
    abbreviations: Abbreviations
    speech: Speech
    hedges: Hedges
    times: Times
    names: NameWords
    events: Events
    goods: Goods
    titles: Titles
    verbs: frozenset[str]
    strong: Mapping[str, str]
    preterites: frozenset[str]

    @classmethod
    @cache
    def of(cls, language: str) -> Self:
        """The lexicon of a language by its code; `de` is the only one yet."""
        folder = resources.files("lagebild.lexicon") / language
        read = lambda name: tomllib.loads((folder / f"{name}.toml").read_text("utf8"))  # noqa: E731  three lines for one expression
        abbreviations = Abbreviations(**{name: frozenset(words) for name, words in read("abbreviations").items()})
        speech, hedges, events = _speech(read("speech")), _hedges(read("hedges")), _events(read("events"))
        verbs = frozenset({*speech.verbs, *events.verbs, *(word for word in hedges.predicates if word.endswith("n"))})
        irregular = read("strong")["forms"]
        strong = {form: verb for verb, forms in irregular.items() for form in forms}
        return cls(language, abbreviations, speech, hedges, _times(read("times")), _names(read("names")), events, _goods(read("goods")), _titles(read("titles")), verbs, strong, frozenset(forms[0] for forms in irregular.values()))


def _attitude(name: str, entry: Toml) -> Attitude:
    tense = Tense(entry["tense"]) if "tense" in entry else None
    negated = Certainty(entry["negated"]) if "negated" in entry else None
    return Attitude(name, Certainty(entry.get("certainty", "certain")), Polarity(entry.get("polarity", "positive")), tense, negated, entry.get("wh") == "presupposed")


def _speech(groups: Toml) -> Speech:
    naming = frozenset(groups.pop("naming")["verbs"])
    said = {name: _attitude(name, group) for name, group in groups.items()}
    # A verb in two groups counts as what stands first: "drohen" with a speaker is a threat before it is a hedge.
    verbs = {verb: said[name] for name, group in reversed(groups.items()) for verb in group["verbs"]}
    return Speech(verbs, {noun: said[name] for name, group in reversed(groups.items()) for noun in group["nouns"]}, naming)


def _hedges(table: Toml) -> Hedges:
    graded = lambda group: {word: Certainty(grade) for grade in ("probable", "possible", "unknown") for word in group.get(grade, ())}  # noqa: E731
    return Hedges(
        adverbs=graded(table["adverbs"]),
        attributes=graded(table["attributes"]),
        future_attributes=frozenset(table["attributes"]["future"]),
        modals={verb: Modal(**{form: Certainty(grade) for form, grade in entry.items() if form != "example"}) for verb, entry in table["modals"].items()},
        predicates={word: _attitude(name, entry) for name, entry in table["predicates"].items() for word in entry["words"]},
        negations=frozenset(table["negation"]["words"]),
        negative_determiners=frozenset(table["negation"]["determiners"]),
        negative_prepositions=frozenset(table["negation"]["prepositions"]),
        conditions=frozenset(table["conditions"]["marks"]),
        condition_nouns=frozenset(table["conditions"]["nouns"]),
        question_marks=frozenset(table["questions"]["marks"]),
        question_words=frozenset(table["questions"]["words"]),
        unnamed=frozenset(table["unnamed"]["nouns"]),
    )


def _times(table: Toml) -> Times:
    return Times(**(table | {"vague": {word: code for code, words in table["vague"].items() for word in words}}))


def _names(table: Toml) -> NameWords:
    return NameWords(**{name: frozenset(words) for name, words in table.items() if name != "examples"})


def _events(table: Toml) -> Events:
    entry = lambda lemma, fields: EventEntry(lemma, **{name: tuple(value) if isinstance(value, list) else value for name, value in fields.items() if name != "example"})  # noqa: E731
    verbs = {lemma: entry(lemma, fields) for lemma, fields in table["verb"].items()}
    # A noun moves goods as its verb does: Lieferung as liefern.
    nouns = {lemma: {"transfer": _moves(verbs.get(fields.get("verb", "")))} | fields for lemma, fields in table["noun"].items()}
    return Events(
        verbs,
        {lemma: entry(lemma, fields) for lemma, fields in nouns.items()},
        {(lemma.split()[-2], lemma.split()[-1]): entry(lemma, fields) for lemma, fields in table["idiom"].items()},
        frozenset(table["compound"]["others"]),
    )


def _moves(verb: EventEntry | None) -> str | None:
    """What a noun takes over from its verb: a Lieferung is goods on the move, a Zusage or Forderung is not."""
    return verb.transfer if verb and verb.transfer in ("supply", "acquire", "receive") else None


def _goods(table: Toml) -> Goods:
    groups = table["goods"].items()
    return Goods(
        words={word: Category(name) for name, group in groups for word in group["words"]},
        heads={head: Category(name) for name, group in groups for head in group["heads"]},
        units=table["units"],
        currencies=table["currencies"],
        measures=table["measures"],
    )


def _titles(table: Toml) -> Titles:
    titles, heads, groups = table["title"], table["heads"], table["collective"]
    words = {form for base, entry in titles.items() for form in (base, entry.get("feminine", base), *entry.get("forms", ()))}
    feminine = {entry["feminine"] for entry in titles.values() if "feminine" in entry}
    offices = {form for base, entry in titles.items() if entry.get("office") for form in (base, entry.get("feminine", base))}
    return Titles(
        words=frozenset(words),
        heads=(*heads["masculine"], *heads["feminine"], *heads["adjectival"]),
        feminine=frozenset(feminine),
        feminine_heads=tuple(heads["feminine"]),
        offices=frozenset(offices),
        office_heads=tuple(heads["office"]),
        persons=frozenset(groups["persons"]),
        organisations=frozenset(groups["organisations"]),
        group_heads=tuple(groups["heads"]),
    )
