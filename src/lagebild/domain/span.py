"""Where something stands in a text."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `stop` (half-open) of a dispatch's text; never empty, never inverted."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise ValueError(f"a span runs forward and is not empty: start {self.start}, stop {self.stop}")

    def of(self, text: str) -> str:
        """The words of the text that stand here."""
        return text[self.start : self.stop]

    def overlaps(self, other: Self) -> bool:
        return self.start < other.stop and other.start < self.stop

    def contains(self, other: Self) -> bool:
        return self.start <= other.start and other.stop <= self.stop


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which words made a finding, and which rule read them."""

    span: Span
    rule: str
