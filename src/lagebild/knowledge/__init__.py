"""Who and what is known: countries, places, organisations and borders, read from the files beside this one.

The names are German, the look-ups exact and case-sensitive, whole names only; a name hit alone does not say which of two Valencias is meant.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec

from lagebild.domain.entity import Position
from lagebild.domain.errors import KnowledgeError
from lagebild.knowledge.entries import Country, Entries, Organisation, OrganisationKind, Place, PlaceKind
from lagebild.knowledge.geodesy import bearing, distance_km, distance_to_lines
from lagebild.knowledge.names import Entry, adjective_stems, demonym_forms, index_of, key, look_up, noun_forms

__all__ = ["Country", "Knowledge", "Organisation", "OrganisationKind", "Place", "PlaceKind", "bearing", "distance_km"]

FOLDER = Path(__file__).parent
Content = TypeVar("Content")
Line = tuple[Position, ...]
Borders = Mapping[str, tuple[tuple[tuple[float, float], ...], ...]]


class Knowledge:
    """The look-ups; every one gives None (or nothing) for a name it does not know."""

    def __init__(self, entries: Entries, borders: Borders) -> None:
        self.countries = {country.code: country for country in entries.countries}
        self.places_and_facilities = entries.places + entries.facilities
        self.organisations = entries.organisations
        self._borders = borders
        self._places = index_of((place, (place.name, *place.variants)) for place in self.places_and_facilities)
        self._countries = index_of((country, (country.name, *country.variants)) for country in entries.countries)
        self._organisations = index_of((organisation, (organisation.name, *organisation.variants)) for organisation in entries.organisations)
        self._adjectives = _first_of(entries.countries, _adjectives)
        self._prefixes = _first_of(entries.countries, lambda country: country.prefixes)
        self._demonyms = _first_of(entries.countries, _demonyms)
        self._kinds = index_of((kind, words) for kind, words in entries.generic.items())

    @classmethod
    @cache
    def load(cls, folder: Path = FOLDER) -> Self:
        """The knowledge in the folder, read once; raises KnowledgeError where a file is missing or broken."""
        return cls(_read(folder / "packed.json", Entries), _read(folder / "borders.json", Borders))

    def place(self, name: str) -> Place | None:
        """The best known place of that name, with or without its kind: Wostotschny, Raumfahrtzentrum Wostotschny, Region Charkiw."""
        return next(iter(self.places(name)), None)

    def places(self, name: str) -> tuple[Place, ...]:
        """All places of that name, the best known first."""
        if found := self._look_up(self._places, name):
            return found
        generic, _, rest = name.partition(" ")
        kinds = set(look_up(self._kinds, generic))
        if PlaceKind.CITY in kinds:
            kinds.add(PlaceKind.CAPITAL)
        return tuple(place for place in look_up(self._places, rest) if place.kind in kinds)

    def country(self, name: str) -> Country | None:
        """The country of that name: Russland, Russlands, der Vereinigten Staaten without the article."""
        return next(iter(self._look_up(self._countries, name)), None)

    def country_of_adjective(self, word: str) -> Country | None:
        """The country of an adjective in any form (russischen, Nordkoreanische, ostukrainisch) or of a word behind its prefix (US-Truppen)."""
        prefix, hyphen, _ = word.partition("-")
        if hyphen and prefix in self._prefixes:
            return self._prefixes[prefix]
        return next((self._adjectives[stem] for stem in adjective_stems(word) if stem in self._adjectives), None)

    def country_of_demonym(self, word: str) -> Country | None:
        """The country of the people called so, in any form: Russen, Nordkoreaners, Ukrainerin."""
        return self._demonyms.get(word)

    def organisation(self, name: str) -> Organisation | None:
        return next(iter(self._look_up(self._organisations, name)), None)

    def _look_up(self, index: Mapping[str, tuple[Entry, ...]], name: str) -> tuple[Entry, ...]:
        """Entries of that name; a whole name elsewhere is no genitive here: Hamas is not of Hama."""
        others: tuple[Mapping[str, Any], ...] = (self._places, self._countries, self._organisations)
        if key(name) not in index and any(key(name) in other for other in others):
            return ()
        return look_up(index, name)

    def border(self, code: str, other: str) -> Line | None:
        """All points of the border of two countries (ISO 3166-1 alpha-2), line after line; None where they do not touch."""
        lines = self.border_lines(code, other)
        return tuple(point for line in lines for point in line) or None

    def border_lines(self, code: str, other: str) -> tuple[Line, ...]:
        """The border as the separate lines it consists of: the United States meet Canada twice."""
        lines = self._borders.get("-".join(sorted((code, other))), ())
        return tuple(tuple(Position(lat, lon) for lat, lon in line) for line in lines)

    def distance_to_border(self, position: Position, code: str, other: str) -> float | None:
        """Kilometres to the nearest point of the border on land, to about 2 km: the lines are simplified to 0.01 degrees."""
        lines = self.border_lines(code, other)
        return distance_to_lines(position, lines) if lines else None


def _read(path: Path, content: type[Content]) -> Content:
    try:
        return msgspec.json.decode(path.read_bytes(), type=content)
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}); install lagebild again") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: is broken ({error}); install lagebild again, or run training/pack_knowledge.py") from error


def _first_of(countries: tuple[Country, ...], words: Callable[[Country], tuple[str, ...]]) -> dict[str, Country]:
    """Countries by their words; the first keeps a word that two share (kongolesisch)."""
    found: dict[str, Country] = {}
    for country in countries:
        for word in words(country):
            found.setdefault(word, country)
    return found


def _adjectives(country: Country) -> tuple[str, ...]:
    return (country.adjective, *country.more_adjectives) if country.adjective else country.more_adjectives


def _demonyms(country: Country) -> tuple[str, ...]:
    forms = {form for noun in country.more_demonyms for form in noun_forms(noun)}
    if country.masculine and country.feminine and country.plural:
        forms |= demonym_forms(country.masculine, country.feminine, country.plural)
    return tuple(sorted(forms))
