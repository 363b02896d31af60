"""The typed tables of a language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words with a full stop of their own, and words that tell whether a sentence starts behind one."""

    inner: frozenset[str]
    final: frozenset[str]
    starters: frozenset[str]
    counted: frozenset[str]
