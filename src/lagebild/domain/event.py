"""Who did what to whom, where and when."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.domain.span import Evidence, Span


class RoleKind(StrEnum):
    ACTOR = "actor"
    RECIPIENT = "recipient"
    ITEM = "item"
    PLACE = "place"
    TIME = "time"
    INSTRUMENT = "instrument"
    PURPOSE = "purpose"


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Code:
    """PLOVER event type and mode, CAMEO code where one corresponds."""

    plover: str
    mode: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class EventRole:
    """Who or what fills a role: an entity or a time where one is known, the words in any case."""

    role: RoleKind
    span: Span
    entity: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    id: str
    trigger: Span
    lemma: str
    tense: Tense
    code: Code | None = None
    roles: tuple[EventRole, ...] = ()
    evidence: tuple[Evidence, ...] = ()
