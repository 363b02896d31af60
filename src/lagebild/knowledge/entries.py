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
    AIRPORT = "airport"
    PORT = "port"
    SEAT = "seat"
    SITE = "site"


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
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    POLICE = "police"
    INTELLIGENCE = "intelligence"
    UNION = "union"
    ASSOCIATION = "association"
    NGO = "ngo"
    CHURCH = "church"
    UNIVERSITY = "university"
    CLUB = "club"


@dataclass(frozen=True, slots=True)
class Place:
    """`on` are all waters it lies on, the narrowest first, `coasts` the countries on a water; `ambiguous` names are also other words."""

    name: str
    kind: PlaceKind
    position: Position
    country: str | None = None
    on: tuple[str, ...] = ()
    part_of: str | None = None
    coasts: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    ambiguous: bool = False
    inhabitants: int | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or a territory that is `part_of` one.

    `adjective` is the stem before its ending, `prefixes` stand before a hyphen (US-Truppen). Demonyms are nominatives.
    A territory may have neither, nor a capital. `wikidata` is given where it was checked against a list.
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
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """`family` is the house a medium belongs to: two papers of one house are one voice."""

    name: str
    kind: OrganisationKind
    country: str | None = None
    variants: tuple[str, ...] = ()
    ambiguous: bool = False
    family: str | None = None
    part_of: str | None = None
    of: str | None = None
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """`of` is a country's code, or a land or body by its name; `first` and `last` are EDTF, `last` null while in office."""

    title: str
    of: str
    first: str
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    gender: str | None = None
    country: str | None = None
    offices: tuple[Office, ...] = ()
    died: str | None = None
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Product:
    """A named system or good; `category` is an id of the taxonomy (arms.tank.main)."""

    name: str
    category: str
    variants: tuple[str, ...] = ()
    country: str | None = None
    maker: str | None = None
    ambiguous: bool = False


Details = Country | Place | Organisation | Person | Product


@dataclass(frozen=True, slots=True)
class Source:
    """Whose facts these are; `note` says how they were come by."""

    name: str
    version: str
    licence: str
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """`weight` is how much one hears of it, 0 to 1; `checked` what its facts were compared with."""

    id: str
    details: Details
    weight: float
    source: Source
    checked: str | None = None

    @property
    def name(self) -> str:
        return self.details.name

    @property
    def country(self) -> str | None:
        return self.details.code if isinstance(self.details, Country) else self.details.country

    @property
    def position(self) -> Position | None:
        return self.details.position if isinstance(self.details, Country | Place) else None


class Match(StrEnum):
    """How a text's name is one of the entry's, the surest first."""

    NAME = "name"
    VARIANT = "variant"
    FOREIGN = "foreign"
    FOLDED = "folded"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may mean; `common` where the name is also another word, `inflected` where an ending had to be taken off."""

    entry: Entry
    match: Match
    common: bool = False
    inflected: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What the knowledge says of words: `generic` nouns before a place's name, `offices` that are called otherwise, `categories` of goods."""

    generic: Mapping[PlaceKind, tuple[str, ...]]
    offices: Mapping[str, tuple[str, ...]]
    epithets: Mapping[str, tuple[str, str]]
    categories: Mapping[str, str]
