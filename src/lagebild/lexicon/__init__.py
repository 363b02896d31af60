"""The words of each language: TOML tables, typed."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Self

from lagebild.lexicon.tables import Abbreviations


@dataclass(frozen=True, slots=True)
class Lexicon:
    language: str
    abbreviations: Abbreviations

    @classmethod
    @cache
    def of(cls, language: str) -> Self:
        folder = resources.files("lagebild.lexicon") / language
        tables = tomllib.loads((folder / "abbreviations.toml").read_text("utf8"))
        return cls(language, Abbreviations(**{name: frozenset(words) for name, words in tables.items()}))
