"""What a dispatch states about where things lie, and what the coordinates say."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.domain.span import Evidence, Span


class GeoRelation(StrEnum):
    DISTANCE = "distance"
    DIRECTION = "direction"
    ON = "on"
    IN = "in"
    BETWEEN = "between"
    BORDER = "border"


class Verdict(StrEnum):
    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Stated:
    """As the text says: kilometres, `modifier` (about, more, less, or null) and a compass `direction` (N, NNE, ...)."""

    km: float | None = None
    modifier: str | None = None
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """On the WGS 84 ellipsoid: kilometres, and the bearing in degrees from object to subject."""

    km: float
    bearing: float | None = None


@dataclass(frozen=True, slots=True)
class Geography:
    """A statement that `subject` lies somewhere seen from `object` (entity ids), or between it and `other`, and whether that is so."""

    id: str
    span: Span
    subject: str
    object: str | None
    relation: GeoRelation
    stated: Stated
    verdict: Verdict
    reason: str
    object_feature: str | None = None
    measured: Measured | None = None
    evidence: tuple[Evidence, ...] = ()
    other: str | None = None
