"""How the source of a claim presents it."""

from enum import StrEnum


class Certainty(StrEnum):
    """Strongest first; `weaker` of two hedges is what counts when both stand on one claim."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"

    def weaker(self, other: "Certainty") -> "Certainty":
        return max(self, other, key=_ORDER.index)


_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"

    def reversed(self) -> "Polarity":
        return Polarity.NEGATIVE if self is Polarity.POSITIVE else Polarity.POSITIVE
