"""The words of each language: TOML tables, typed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Self

from lagebild.lexicon import parsing
from lagebild.lexicon.tables import Abbreviations, Events, Goods, Hedges, NameWords, Speech, Strong, Times, Titles


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lexicon:
    """All tables of one language; `verbs` are the infinitives that any of them knows."""

    language: str
    abbreviations: Abbreviations
    contractions: Mapping[str, tuple[str, ...]]
    speech: Speech
    hedges: Hedges
    times: Times
    names: NameWords
    events: Events
    goods: Goods
    titles: Titles
    strong: Strong
    verbs: frozenset[str]

    @classmethod
    @cache
    def of(cls, language: str) -> Self:
        """The lexicon of a language by its code; `de` is the only one yet."""
        folder = resources.files("lagebild.lexicon") / language
        read = {entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text("utf8")) for entry in folder.iterdir() if entry.name.endswith(".toml")}
        speech, hedges, events = parsing.speech(read["speech"]), parsing.hedges(read["hedges"]), parsing.events(read["events"])
        strong = parsing.strong(read["strong"])
        return cls(
            language=language,
            abbreviations=parsing.abbreviations(read["abbreviations"]),
            contractions={word: tuple(parts.split()) for word, parts in read["contractions"].items()},
            speech=speech,
            hedges=hedges,
            times=parsing.times(read["times"]),
            names=parsing.names(read["names"]),
            events=events,
            goods=parsing.goods(read["goods"]),
            titles=parsing.titles(read["titles"]),
            strong=strong,
            verbs=frozenset(
                {
                    *strong.verbs.values(),
                    *strong.sein,
                    *(word for word in (*speech.verbs, *speech.naming) if word.endswith("n")),
                    *events.verbs,
                    *(word for word in hedges.predicates if word.endswith("n")),
                }
            ),
        )
