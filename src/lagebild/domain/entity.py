"""Who and what a dispatch is about."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.domain.span import Evidence, Span


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    FACILITY = "facility"
    GROUP = "group"
    PRODUCT = "product"
    OTHER = "other"


class Form(StrEnum):
    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Role:
    """An office or function as the text gives it, in base form: `russischer Präsident`."""

    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Position:
    """WGS 84, degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Link:
    """Which entry of which knowledge an entity is, how sure (0 to 1), what else it might have been, and why it is not.

    `version` and `licence` are the knowledge's, `why` are reasons as `word:detail`.
    """

    id: str
    knowledge: str
    score: float
    candidates: tuple[str, ...] = ()
    version: str | None = None
    licence: str | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """`name` is the fullest proper name in base form, `names` all forms met, `country` ISO 3166-1 alpha-2."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str | None = None
    link: Link | None = None
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """`span` is the smallest full name, or the head of the noun phrase with its name."""

    entity: str
    span: Span
    form: Form
    evidence: tuple[Evidence, ...] = ()


class RelationKind(StrEnum):
    ROLE = "role"
    MEMBER = "member"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` holds an office in, belongs to or is part of `object` (entity ids)."""

    kind: RelationKind
    subject: str
    object: str
    span: Span
    evidence: tuple[Evidence, ...] = ()
