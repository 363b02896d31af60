"""What is known, entry by entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lagebild.domain.entity import Position


class PlaceKind(StrEnum):
    CAPITAL = "capital"
    CITY = "city"
    REGION = "region"
    OCEAN = "ocean"
    SEA = "sea"
    STRAIT = "strait"
    CANAL = "canal"
    LAKE = "lake"
    RIVER = "river"
    ISLAND = "island"
    MOUNTAIN = "mountain"
    SPACEPORT = "spaceport"
    NUCLEAR = "nuclear"
    MILITARY = "military"
    SEAT = "seat"


class OrganisationKind(StrEnum):
    AGENCY = "agency"
    ALLIANCE = "alliance"
    PARTY = "party"
    COMPANY = "company"
    COURT = "court"
    BANK = "bank"
    ARMED_FORCES = "armed_forces"
    BODY = "body"
    MEDIA = "media"


@dataclass(frozen=True, slots=True)
class Place:
    """`on` are all waters it lies on, the narrowest first, `coasts` the countries on a water; `ambiguous` names are also other words."""

    name: str
    kind: PlaceKind
    country: str | None
    position: Position
    on: tuple[str, ...] = ()
    part_of: str | None = None
    coasts: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or a territory that is `part_of` one.

    `adjective` is the stem before its ending, `prefixes` stand before a hyphen (US-Truppen). Demonyms are nominatives.
    A territory may have neither, nor a capital.
    """

    code: str
    name: str
    english: str
    position: Position
    adjective: str | None = None
    more_adjectives: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    masculine: str | None = None
    feminine: str | None = None
    plural: str | None = None
    more_demonyms: tuple[str, ...] = ()
    capital: str | None = None
    variants: tuple[str, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    name: str
    kind: OrganisationKind
    country: str | None = None
    variants: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything but the borders; `generic` are the words before a name that tell its kind (Raumfahrtzentrum Wostotschny)."""

    countries: tuple[Country, ...]
    places: tuple[Place, ...]
    facilities: tuple[Place, ...]
    organisations: tuple[Organisation, ...]
    generic: Mapping[PlaceKind, tuple[str, ...]]
