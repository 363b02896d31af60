"""When: a time expression of the text and the days it may mean."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.domain.span import Evidence, Span


class TimeKind(StrEnum):
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class Basis(StrEnum):
    """What the days were reckoned from."""

    EXPLICIT = "explicit"
    ISSUED = "issued"
    TEXT = "text"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Timex:
    """TIMEX3, for those who compare: `type` DATE, TIME, DURATION or SET, `value` as in ISO-TimeML."""

    type: str
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """`edtf` is EDTF (ISO 8601-2), `earliest` and `latest` ISO days, all null where they cannot be known."""

    id: str
    span: Span
    kind: TimeKind
    edtf: str | None
    earliest: str | None
    latest: str | None
    basis: Basis
    timex: Timex
    evidence: tuple[Evidence, ...] = ()
