"""Distances and bearings on the WGS 84 ellipsoid."""

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise

from geographiclib.geodesic import Geodesic  # pyright: ignore[reportMissingTypeStubs]

from lagebild.domain.entity import Position

Vector = tuple[float, float, float]
# Longer stretches are cut: over half a degree the chord through the earth leaves the line on the ground by 60 m at most.
_STRETCH = 0.5


def distance_km(a: Position, b: Position) -> float:
    """Kilometres along the geodesic, exact to well under a metre for the positions given."""
    return _inverse(a, b)["s12"] / 1000


def bearing(a: Position, b: Position) -> float:
    """The direction in which one leaves `a` for `b`: degrees from north, clockwise, 0 to below 360."""
    return _inverse(a, b)["azi1"] % 360


def distance_to_lines(position: Position, lines: Iterable[tuple[Position, ...]]) -> float:
    """Kilometres to the nearest point of any of the lines, which run straight in latitude and longitude between their points.

    The nearest point is sought on a sphere and measured on the ellipsoid: for the lines given exact to 0.1 %. Raises ValueError without a line.
    """
    nearest = min((near for line in lines for near in _nearest_by_stretch(position, line)), default=None)
    if nearest is None:
        raise ValueError("no line to measure to")
    _, lat, lon = nearest
    return distance_km(position, Position(lat, lon))


def _nearest_by_stretch(position: Position, line: tuple[Position, ...]) -> Iterator[tuple[float, float, float]]:
    """For each stretch of the line its nearest point, as squared chord, latitude, longitude."""
    here = _vector(position)
    for start, stop in pairwise(_cut(line)):
        a, b = _vector(start), _vector(stop)
        along = _along(here, a, b)
        foot = [u + along * (v - u) for u, v in zip(a, b, strict=True)]
        square = sum((u - v) ** 2 for u, v in zip(here, foot, strict=True))
        yield square, start.lat + along * (stop.lat - start.lat), start.lon + along * (stop.lon - start.lon)


def _cut(line: tuple[Position, ...]) -> Iterator[Position]:
    """The points of the line with more between them, so that no stretch is longer than _STRETCH degrees."""
    yield line[0]
    for start, stop in pairwise(line):
        parts = math.ceil(max(abs(stop.lat - start.lat), abs(stop.lon - start.lon)) / _STRETCH) or 1
        for part in range(1, parts + 1):
            share = part / parts
            yield Position(start.lat + share * (stop.lat - start.lat), start.lon + share * (stop.lon - start.lon))


def _along(here: Vector, a: Vector, b: Vector) -> float:
    """Where between `a` (0) and `b` (1) the chord comes nearest."""
    chord = [v - u for u, v in zip(a, b, strict=True)]
    length = sum(step * step for step in chord)
    if not length:
        return 0.0
    return max(0.0, min(1.0, sum((p - u) * step for p, u, step in zip(here, a, chord, strict=True)) / length))


def _vector(position: Position) -> Vector:
    lat, lon = math.radians(position.lat), math.radians(position.lon)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _inverse(a: Position, b: Position) -> dict[str, float]:
    geodesic = Geodesic.WGS84  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType, reportAttributeAccessIssue]
    return geodesic.Inverse(a.lat, a.lon, b.lat, b.lon)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
