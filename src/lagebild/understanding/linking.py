"""Which of those who bear a name is meant: by kind, context, office, country and the day of the dispatch; nobody where nothing fits."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from lagebild.domain.entity import EntityKind, Link
from lagebild.knowledge import Candidate, Country, Entry, Knowledge, Organisation, Person, Place, PlaceKind, Product
from lagebild.knowledge.entries import Match
from lagebild.understanding.setting import Setting

# Points for a candidate, added to its weight (0 to 1): set by hand and by reading links on training articles, not fitted.
_FOR_MATCH = {Match.NAME: 0.3, Match.VARIANT: 0.25, Match.FOREIGN: -0.1, Match.FOLDED: 0.1, Match.SURNAME: -0.4}
_KIND, _COUNTRY_NAMED, _INFLECTED = 0.3, 0.25, 0.15
_UNMISTAKABLE = 0.85  # the weight of capitals: Washington, Rom
_NO_TOWN = 0.8  # points against a town with an article
_OFFICE, _OTHER_OFFICE, _IN_OFFICE, _OTHER_COUNTRY = 0.4, -0.25, 0.1, -0.3
_NOBODY = 0.8  # the points of nothing we know
_SHARPNESS = 7.0  # how fast fewer points become a lower score
_TOWN = 0.62  # the weight of German towns of 20,000 inhabitants
WELL_KNOWN = 0.7  # the weight from which a name shows something without the network
_TOWNS = (PlaceKind.CITY, PlaceKind.CAPITAL)
WATERS = (PlaceKind.OCEAN, PlaceKind.SEA, PlaceKind.STRAIT, PlaceKind.CANAL, PlaceKind.LAKE, PlaceKind.RIVER)
_FACILITIES = (PlaceKind.SPACEPORT, PlaceKind.NUCLEAR, PlaceKind.MILITARY, PlaceKind.SEAT, PlaceKind.AIRPORT, PlaceKind.PORT, PlaceKind.SITE)


@dataclass(frozen=True, slots=True)
class Sought:
    """What the text says of a name: the kind that the network saw, offices beside it and the country they belong to, whether one is on it.

    `bare`: whether it stands as towns do, without an article; null where nothing tells.
    """

    kind: EntityKind | None = None
    titles: tuple[str, ...] = ()
    country: str | None = None
    on_water: bool = False
    bare: bool | None = None


def link(candidates: Iterable[Candidate], sought: Sought, setting: Setting, knowledge: Knowledge) -> tuple[Entry, Link] | None:
    """The likeliest of the candidates with its score among them; None where nobody we know is likelier."""
    scored = sorted(((_points(one, sought, setting, knowledge), n, one) for n, one in enumerate(candidates)), key=lambda entry: (-entry[0], entry[1]))
    if not scored:
        return None
    powers = [math.exp(_SHARPNESS * (points - _NOBODY)) for points, _, _ in scored]
    score = powers[0] / (1 + sum(powers))
    if powers[0] < 1:
        return None
    best = scored[0][2]
    return best.entry, linked(best.entry, score, reasons(best, sought, setting, knowledge), [one.entry.id for _, _, one in scored[1:4]])


def linked(entry: Entry, score: float, why: tuple[str, ...], others: Iterable[str] = ()) -> Link:
    """A link with what the knowledge says of its source."""
    return Link(entry.id, entry.source.name, round(score, 2), tuple(others), entry.source.version, entry.source.licence, why)


def _points(candidate: Candidate, sought: Sought, setting: Setting, knowledge: Knowledge) -> float:
    entry = candidate.entry
    points = entry.weight + _FOR_MATCH[candidate.match] + (_KIND if sought.kind and fits(entry, sought.kind) else 0.0 if sought.kind is None else -_KIND)
    points -= _KIND * (candidate.common and sought.kind is None) + _INFLECTED * candidate.inflected
    if entry.country in setting.countries:
        points += _COUNTRY_NAMED
    if isinstance(entry.details, Place) and entry.details.kind in _TOWNS and sought.bare is False:
        points -= _NO_TOWN
    if isinstance(entry.details, Place) and candidate.common and sought.bare is None and entry.weight < _UNMISTAKABLE:
        points -= _KIND
    if sought.on_water and isinstance(entry.details, Place) and entry.details.kind in WATERS:
        points += _KIND
    return points + (_points_for_person(candidate, entry.details, sought, setting, knowledge) if isinstance(entry.details, Person) else 0.0)


def _points_for_person(candidate: Candidate, person: Person, sought: Sought, setting: Setting, knowledge: Knowledge) -> float:
    in_office = setting.day is not None and any(_held_on(office.first, office.last, setting.day) for office in person.offices)
    titled = bool(sought.titles) and _office_named(person, sought, knowledge) is not None
    points = _IN_OFFICE * in_office + (_OFFICE if titled else _OTHER_OFFICE if sought.titles else 0.0)
    if candidate.match is Match.SURNAME and not (in_office or titled):
        points += _OTHER_OFFICE  # a surname alone says little of who is not in the news that day
    if sought.country and sought.country != person.country and all(office.of != sought.country for office in person.offices):
        points += _OTHER_COUNTRY
    return points


def _office_named(person: Person, sought: Sought, knowledge: Knowledge) -> str | None:
    """The office of a person that a title in the text names: `russischer Präsident`, `SPD-Chef`."""
    for office in person.offices:
        for title in sought.titles:
            nouns = [word for word in title.split() if word[:1].isupper()]
            if any(knowledge.are_one_office(noun, office.title) or noun == f"{office.of}-{office.title}" for noun in (title, *nouns)):
                return office.title
            if any(noun.lower().endswith(office.title.lower()) or knowledge.epithet(noun) == (office.title, office.of) for noun in nouns):
                return office.title
    return None


def _held_on(first: str, last: str | None, day: str) -> bool:
    return first[:4] <= day[:4] <= (last or "9999")[:4]


def reasons(best: Candidate, sought: Sought, setting: Setting, knowledge: Knowledge) -> tuple[str, ...]:
    """Why this one, as `word:detail`: the words stand in the labels of each language."""
    entry = best.entry
    found = [f"{best.match}:{entry.name}"]
    if entry.country in setting.countries and not isinstance(entry.details, Country):
        found.append(f"country_named:{entry.country}")
    if isinstance(entry.details, Person):
        if title := _office_named(entry.details, sought, knowledge):
            found.append(f"office:{title}")
        if setting.day:
            held = [office for office in entry.details.offices if _held_on(office.first, office.last, setting.day)]
            found += [f"held_then:{office.title} ({office.of})" for office in held[:1]]
    if isinstance(entry.details, Place) and entry.details.inhabitants:
        found.append(f"inhabitants:{entry.details.inhabitants}")
    return tuple(found)


def kind_of(entry: Entry) -> EntityKind:
    """What an entry is in a record."""
    details = entry.details
    if isinstance(details, Place):
        return EntityKind.FACILITY if details.kind in _FACILITIES else EntityKind.PLACE
    kinds = {Country: EntityKind.COUNTRY, Organisation: EntityKind.ORGANISATION, Person: EntityKind.PERSON, Product: EntityKind.PRODUCT}
    return kinds[type(details)]


def fits(entry: Entry, kind: EntityKind) -> bool:
    """Whether an entry is of a kind that the network saw; it tells no countries and facilities from places."""
    lands = (EntityKind.PLACE, EntityKind.COUNTRY, EntityKind.FACILITY)
    mine = kind_of(entry)
    return mine is kind or (kind in lands and mine in lands) or (kind is EntityKind.OTHER and mine is EntityKind.PRODUCT)


@lru_cache(maxsize=65_536)
def shown_by_name(knowledge: Knowledge, name: str, *, proper: bool = False) -> Candidate | None:
    """What a name shows where the network saw none: a country, or what one hears of often, and no common word.

    A word that is `proper` by its class may also be a smaller town, unless it is a surname that we know.
    """
    candidates = knowledge.candidates(name)
    if any(not c.inflected and c.match is not Match.FOREIGN for c in candidates):
        candidates = [c for c in candidates if not c.inflected or isinstance(c.entry.details, Country)]
    sure = [
        c
        for c in candidates
        if c.match in (Match.NAME, Match.VARIANT) and not c.common and _is_well_known(c.entry, name, _TOWN if proper and not knowledge.by_surname(name) else WELL_KNOWN)
    ]
    return max(sure, key=lambda c: (isinstance(c.entry.details, Country), c.entry.weight), default=None)


def _is_well_known(entry: Entry, name: str, least: float) -> bool:
    return " " in name if isinstance(entry.details, Person) else entry.weight >= least
