"""Who and what is known: countries, places, organisations, persons and products, from one file that a command builds and files that users add.

Names are German; a name hit alone says only what a name *may* mean. Which of two Valencias it is, is chosen where the context is known.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path
from typing import Self, TypeVar

import msgspec

from lagebild.domain.entity import Position
from lagebild.knowledge.asking import File
from lagebild.knowledge.entries import Candidate, Country, Entry, Match, Organisation, OrganisationKind, Person, Place, PlaceKind, Product, Source
from lagebild.knowledge.folding import folded, office_key
from lagebild.knowledge.geodesy import bearing, distance_km
from lagebild.knowledge.names import adjective_stems, bare_forms, demonym_forms, key, noun_forms
from lagebild.knowledge.shapes import Shapes

__all__ = [
    "Candidate",
    "Country",
    "Entry",
    "Knowledge",
    "Organisation",
    "OrganisationKind",
    "Person",
    "Place",
    "PlaceKind",
    "Product",
    "Source",
    "bearing",
    "distance_km",
]

_ALIKE = 0.6  # share of letters that two spellings of one name have in common
SHIPPED = Path(__file__).parent / "knowledge.sqlite"
Content = TypeVar("Content")


def added_folder() -> Path:
    """Where files of one's own lie: $LAGEBILD_KNOWLEDGE, or lagebild/knowledge in the user's folder for such files."""
    if chosen := os.environ.get("LAGEBILD_KNOWLEDGE"):
        return Path(chosen)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "lagebild" / "knowledge"


class Knowledge:
    """The look-ups. Files are asked the latest first; an entry of a later file stands for one of the same id in an earlier."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._files = tuple(File(path) for path in reversed(tuple(paths)))
        base = self._files[-1]
        self.shapes = Shapes(base.connection)
        countries = [entry for file in self._files for entry in file.entries("country")]
        self._states = {entry.country: entry for entry in reversed(countries) if entry.country}
        self.countries = {code: entry.details for code, entry in self._states.items() if isinstance(entry.details, Country)}
        known = sorted(self.countries.values(), key=lambda country: (country.part_of is not None, country.code))
        self._adjectives = _first_of(known, _adjectives)
        self._prefixes = _first_of(known, lambda country: country.prefixes)
        self._demonyms = _first_of(known, _demonyms)
        self._kinds = {word: kind for kind, words in self._words("generic", dict[PlaceKind, list[str]]).items() for word in words}
        self._synonyms = {office_key(title): [office_key(other) for other in others] for title, others in self._words("offices", dict[str, list[str]]).items()}
        self._epithets = {office_key(word): meant for word, meant in self._words("epithets", dict[str, tuple[str, str]]).items()}
        self._waters = self._words("waters", frozenset[str])
        self._goes_on = lru_cache(maxsize=65_536)(self._asked_goes_on)

    @classmethod
    @cache
    def load(cls, shipped: Path = SHIPPED, added: Path | None = None) -> Self:
        """The shipped file and those added, opened once; raises KnowledgeError where one cannot be used."""
        return cls([shipped, *sorted((added or added_folder()).glob("*.sqlite"))])

    @property
    def files(self) -> tuple[Path, ...]:
        """The open files in the order in which they are asked."""
        return tuple(file.path for file in self._files)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """All that a name in any form may mean, whole names before those without an ending: Schwarzen Meeres, Kiews, Region Charkiw."""
        found: dict[str, Candidate] = {}
        for number, form in enumerate(dict.fromkeys(bare_forms(key(name)))):
            for candidate in self._look_up(form):
                found.setdefault(candidate.entry.id, replace(candidate, inflected=True) if number else candidate)
        return tuple(found.values()) or self._behind_its_kind(name)

    def _behind_its_kind(self, name: str) -> tuple[Candidate, ...]:
        """`Region Charkiw`, `Kosmodroms Wostotschny`: places of the kind that the first word says."""
        generic, _, rest = name.partition(" ")
        kind = next((self._kinds[form] for form in bare_forms(generic) if form in self._kinds), None) if rest else None
        return tuple(c for c in self.candidates(rest) if isinstance(c.entry.details, Place) and _is_kind(c.entry.details.kind, kind)) if kind else ()

    def spelt_otherwise(self, name: str) -> tuple[Candidate, ...]:
        """Persons, organisations and large towns whose name is this one in another transliteration: Dmitry Peskov for Dmitri Peskow."""
        return tuple(candidate for candidate in self._look_up(f"~{folded(name)}") if _are_alike(name, candidate.entry))

    def by_surname(self, surname: str) -> tuple[Candidate, ...]:
        """Persons of a surname, in any case: Putin, Putins."""
        return next((found for form in bare_forms(surname) if (found := self._look_up(f"@{form}"))), ())

    def _look_up(self, wanted: str) -> tuple[Candidate, ...]:
        found = [candidate for file in self._files for candidate in file.candidates(wanted)]
        if len(self._files) == 1:
            return tuple(found)
        first = {candidate.entry.id: candidate for candidate in reversed(found)}
        return tuple(candidate for candidate in found if first[candidate.entry.id] is candidate)

    def find(self, name: str) -> tuple[Candidate, ...]:
        """All that a name may mean, also in another transliteration and as a surname, the best known first."""
        found = self.candidates(name) or self.spelt_otherwise(name)
        named = {candidate.entry.id for candidate in found}
        by_surname = [candidate for candidate in self.by_surname(name) if candidate.entry.id not in named]
        return tuple(sorted((*found, *by_surname), key=lambda candidate: (candidate.match is Match.FOREIGN, -candidate.entry.weight)))

    def names_of(self, entry: Entry) -> tuple[str, ...]:
        """The names under which an entry is found, without endings inside."""
        return next((names for file in self._files if (names := file.names_of(entry.id))), ())

    def sources(self) -> list[tuple[Path, Source, int]]:
        """Files with their sources and how many entries are from each, in the order in which they are asked."""
        return [(file.path, source, number) for file in self._files for source, number in file.sources()]

    def goes_on(self, word: str) -> bool:
        """Whether any known name of several words begins with this word: Vereinigten, New, San."""
        return self._goes_on(key(f"{word} x")[:-2])

    def _asked_goes_on(self, start: str) -> bool:
        return any(file.ask("SELECT 1 FROM names WHERE key > ? AND key < ? LIMIT 1", (f"{start} ", f"{start}!")) for file in self._files)

    def by_id(self, uid: str) -> Entry | None:
        return next((entry for file in self._files if (entry := file.by_id(uid))), None)

    def holders(self, title: str, of: str, day: str) -> tuple[Entry, ...]:
        """Who held an office on an ISO day, the latest in office first; `of` is a country's code, or a land or body by its name."""
        office = office_key(title)
        for each in (office, *self._synonyms.get(office, ())):
            if found := [entry for file in self._files for entry in file.holders(each, of, day)]:
                return tuple(found)
        return ()

    def epithet(self, word: str) -> tuple[str, str] | None:
        """The office that a word by itself means, and what it belongs to: Kremlchef is the president of RU."""
        return self._epithets.get(office_key(word))

    def are_one_office(self, title: str, other: str) -> bool:
        """Whether two titles may mean one office: Regierungschef and Ministerpräsidentin."""
        one, two = office_key(title), office_key(other)
        return one == two or two in self._synonyms.get(one, ()) or one in self._synonyms.get(two, ())

    def government(self, code: str) -> Entry | None:
        """The government of a country."""
        country = self.countries.get(code)
        names = (f"{country.adjective}e Regierung", *(f"{prefix}-Regierung" for prefix in country.prefixes)) if country and country.adjective else ()
        return next((c.entry for name in names for c in self.candidates(name) if isinstance(c.entry.details, Organisation)), None)

    def state(self, code: str) -> Entry | None:
        """The entry of a country by its code."""
        return self._states.get(code)

    def place(self, name: str) -> Place | None:
        """The best known place of that name, with or without its kind: Wostotschny, Raumfahrtzentrum Wostotschny, Region Charkiw."""
        return next(iter(self.places(name)), None)

    def places(self, name: str) -> tuple[Place, ...]:
        """All places of that name, the best known first."""
        return tuple(c.entry.details for c in self._exact(name) if isinstance(c.entry.details, Place))

    def country(self, name: str) -> Country | None:
        """The country of that name: Russland, Russlands, der Vereinigten Staaten without the article."""
        return next((c.entry.details for c in self.candidates(name) if isinstance(c.entry.details, Country)), None)

    def organisation(self, name: str) -> Organisation | None:
        return next((c.entry.details for c in self._exact(name) if isinstance(c.entry.details, Organisation)), None)

    def _exact(self, name: str) -> list[Candidate]:
        """Candidates by their own names; a whole name of something else is no genitive: Hamas is not of Hama."""
        found = [candidate for candidate in self.candidates(name) if candidate.match is not Match.FOREIGN]
        return [candidate for candidate in found if not candidate.inflected] or found

    def is_lain_on(self, water: str) -> bool:
        """Whether the knowledge tells who lies on a water, so that who is not told does not."""
        return water in self._waters

    def country_of_adjective(self, word: str) -> Country | None:
        """The country of an adjective in any form (russischen, Nordkoreanische, ostukrainisch) or of a word behind its prefix (US-Truppen)."""
        prefix, hyphen, _ = word.partition("-")
        if hyphen and prefix in self._prefixes:
            return self._prefixes[prefix]
        return next((self._adjectives[stem] for stem in adjective_stems(word) if stem in self._adjectives), None)

    def country_of_demonym(self, word: str) -> Country | None:
        """The country of the people called so, in any form: Russen, Nordkoreaners, Ukrainerin."""
        return self._demonyms.get(word)

    def distance_to_border(self, position: Position, code: str, other: str) -> float | None:
        """Kilometres to the nearest point of the border on land; None where the two do not meet."""
        return self.shapes.distance_to_border(position, code, other)

    def _words(self, name: str, content: type[Content]) -> Content:
        found = next((words for file in self._files if (words := file.words(name))), None)
        return content() if found is None else msgspec.json.decode(found, type=content)


def _are_alike(name: str, entry: Entry) -> bool:
    """Whether most letters of a name are those of one of the entry's: folding alone takes Xyzzy for Xizhi."""
    names: tuple[str, ...] = (entry.name, *getattr(entry.details, "variants", ()))
    return any(SequenceMatcher(None, name.casefold(), other.casefold()).ratio() >= _ALIKE for other in names)


def _is_kind(kind: PlaceKind, wanted: PlaceKind) -> bool:
    return kind is wanted or (kind is PlaceKind.CAPITAL and wanted is PlaceKind.CITY)


def _first_of(countries: Iterable[Country], words: Callable[[Country], tuple[str, ...]]) -> dict[str, Country]:
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
