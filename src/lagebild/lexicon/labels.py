"""The words that a user sees, in German and English."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Self

LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Labels:
    """`tables` as they stand in the language's TOML; a word of ours that is missing there is a KeyError, and a bug."""

    language: str
    tables: Mapping[str, Mapping[str, str]]

    @classmethod
    @cache
    def of(cls, language: str) -> Self:
        """The labels of `de` or `en`; raises ValueError on another language."""
        if language not in LANGUAGES:
            raise ValueError(f"there are no labels in {language!r}: choose one of {', '.join(LANGUAGES)}")
        source = resources.files("lagebild.lexicon") / "labels" / f"{language}.toml"
        return cls(language, tomllib.loads(source.read_text("utf8")))

    def word(self, member: StrEnum) -> str:
        """What a value of one of the domain's enums is called."""
        return self.tables[type(member).__name__][member.value]

    def heading(self, part: str) -> str:
        return self.tables["headings"][part]

    def head(self, part: str) -> str:
        """The first column of a part."""
        return self.tables["heads"][part]

    def field(self, name: str) -> str:
        return self.tables["fields"][name]

    def phrase(self, name: str) -> str:
        return self.tables["phrases"][name]

    def open_word(self, table: str, word: str) -> str:
        """A word from a list that may grow elsewhere (modifiers, directions, plover): itself where it has no label yet."""
        return self.tables[table].get(word, word)
