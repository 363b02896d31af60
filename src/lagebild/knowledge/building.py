"""From what is written by hand and what GeoNames and Natural Earth give to the one file that is read.

The folder holds TOML (see `sources`), `geonames.tsv.xz` and `shapes.json.xz`; the scripts that make those two lie beside them and say how.
The same folder gives the same bytes.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from lagebild.knowledge.bodies import bodies_of_states
from lagebild.knowledge.entries import Country, Details, Match, Organisation, Person, Place, PlaceKind, Product, Source
from lagebild.knowledge.file import Contents, Row, write
from lagebild.knowledge.folding import folded, office_key
from lagebild.knowledge.names import key
from lagebild.knowledge.periods import first_day, last_day
from lagebild.knowledge.shapes import packed
from lagebild.knowledge.sources import Table, Written, read_rows, read_tables
from lagebild.knowledge.towns import GEONAMES, Town, names_of_town, read_towns, same_town, unpacked
from lagebild.knowledge.weights import chosen, weight_of

OURS = "lagebild"
NATURAL_EARTH = Source("Natural Earth", "5.1 (world-atlas 2.0.2, 10m)", "public domain", "https://www.naturalearthdata.com")
_UNSLUGGED = re.compile(r"[^\w]+")


def build(folder: Path, target: Path) -> Counter[str]:
    """Write the knowledge file from a folder of sources; gives how many entries of each kind. Raises KnowledgeError."""
    tables = read_tables(folder)
    written = [one for path, table in tables.items() for one in read_rows(path, table)]
    written = _on_all_waters(written)
    written += bodies_of_states([one.details for one in written])
    notes = sorted({one.note for one in written})
    sources = (*(Source(OURS, "1", "Apache-2.0", note=note) for note in notes), GEONAMES, NATURAL_EARTH)
    towns = read_towns(folder / "geonames.tsv.xz")
    rows = sorted(_rows(written, notes, towns), key=lambda row: (-row.weight, row.uid))
    lines, rings = _shapes(folder / "shapes.json.xz")
    waters = sorted({water for one in written if isinstance(one.details, Place) for water in one.details.on})
    words = dict(_words(tables.values())) | {"waters": msgspec.json.encode(waters)}
    write(target, Contents(sources, rows, lines, rings, tuple(sorted(words.items()))))
    return Counter(type(row.details).__name__.lower() for row in rows)


def _on_all_waters(written: list[Written]) -> list[Written]:
    """Whoever lies on a part lies on the whole: Japanisches Meer, so Pazifik."""
    whole = {one.details.name: one.details.part_of for one in written if isinstance(one.details, Place) and one.details.part_of}
    found: list[Written] = []
    for one in written:
        if isinstance(one.details, Place) and one.details.on:
            waters = list(one.details.on)
            for water in waters:  # grows while it is walked
                if (larger := whole.get(water)) and larger not in waters:
                    waters.append(larger)
            found.append(replace(one, details=replace(one.details, on=tuple(waters))))
        else:
            found.append(one)
    return found


def _shapes(path: Path) -> tuple[tuple[tuple[str, bytes], ...], tuple[tuple[str, bytes], ...]]:
    shapes = msgspec.json.decode(unpacked(path))
    lines = tuple((" ".join(countries), packed(steps)) for countries, steps in shapes["lines"])
    return lines, tuple((country, msgspec.json.encode(ring)) for country, rings in shapes["rings"].items() for ring in rings)


def _rows(written: Iterable[Written], notes: list[str], towns: list[Town]) -> Iterator[Row]:
    """Our own entries, towns among them with what GeoNames knows of them; then all other towns."""
    by_name: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in towns:
        for name in {town.name, *town.others}:
            by_name[town.country, name.removeprefix("*")].append(town)
    taken: set[str] = set()
    used: Counter[str] = Counter()
    for one in written:
        town = same_town(one.details, by_name)
        uid = one.id or (f"geonames:{town.number}" if town else identity(one.details, used))
        if town and town.number not in taken and isinstance(one.details, Place):
            taken.add(town.number)
            details = replace(one.details, inhabitants=town.inhabitants)
            yield row(uid, one, details, len(notes), (*names_of(details), *names_of_town(town)))
        else:
            yield row(uid, one, one.details, notes.index(one.note), names_of(one.details))
    for town in towns:
        if town.number not in taken:
            place = Place(town.name.removeprefix("*"), PlaceKind.CITY, town.position, town.country, inhabitants=town.inhabitants)
            yield Row(f"geonames:{town.number}", place, weight_of(place), len(notes), tuple(names_of_town(town)))


def row(uid: str, one: Written, details: Details, source: int, names: tuple[tuple[str, Match, bool], ...]) -> Row:
    """A row of the file for what somebody wrote."""
    offices = tuple((office_key(o.title), o.of, first_day(o.first), last_day(o.last)) for o in details.offices) if isinstance(details, Person) else ()
    return Row(uid, details, chosen(details) if one.weight is None else one.weight, source, names, offices, one.checked)


def identity(details: Details, used: Counter[str]) -> str:
    """An id for what has none elsewhere: `lagebild:person/angela-merkel`, with a number for a second of that name."""
    if isinstance(details, Country):
        return details.wikidata or f"{OURS}:country/{details.code.lower()}"
    slug = f"{OURS}:{type(details).__name__.lower()}/{_UNSLUGGED.sub('-', details.name.casefold()).strip('-')}"
    used[slug] += 1
    return slug if used[slug] == 1 else f"{slug}-{used[slug]}"


def names_of(details: Details) -> tuple[tuple[str, Match, bool], ...]:
    """The keys under which an entry is found; a surname alone is a key of persons only."""
    common = isinstance(details, Place | Organisation | Product) and details.ambiguous
    found = [(key(details.name), Match.NAME, common), *((key(variant), Match.VARIANT, common) for variant in details.variants)]
    if isinstance(details, Person | Organisation):
        found += [(f"~{folded(name)}", Match.FOLDED, common) for name in (details.name, *details.variants)]
    if isinstance(details, Person):
        found += [(f"@{surname}", Match.SURNAME, False) for surname in sorted({surname_of(name) for name in (details.name, *details.variants)})]
    return tuple(found)


def surname_of(name: str) -> str:
    """The last word and what belongs to it: `von der Leyen`, `al-Assad`, `bin Salman`."""
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in ("von", "der", "van", "de", "den", "zu", "bin", "ibn", "ben", "al", "el", "da", "di", "dos", "du", "la"):
        start -= 1
    return " ".join(words[start:])


def _words(tables: Iterable[Table]) -> Iterator[tuple[str, bytes]]:
    """What the knowledge says of words rather than of names."""
    for table in tables:
        for name in ("generic", "offices", "epithets", "categories"):
            if name in table:
                yield name, msgspec.json.encode(table[name], order="sorted")
