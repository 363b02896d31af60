"""What is claimed, according to whom, and how certain."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.span import Evidence, Span


class SourceKind(StrEnum):
    AGENCY = "agency"
    ENTITY = "entity"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Source:
    """The innermost one that commits itself; `via` are those it is told through, outermost last."""

    kind: SourceKind
    entity: str | None = None
    name: str | None = None
    cue: Span | None = None
    via: tuple["Source", ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """`span` is the clause that makes the claim, `event` the id of what is claimed."""

    id: str
    event: str
    span: Span
    source: Source
    certainty: Certainty
    polarity: Polarity
    evidence: tuple[Evidence, ...] = ()
