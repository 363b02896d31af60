"""Distances and bearings on the WGS 84 ellipsoid."""

import math
from collections.abc import Iterable
from typing import cast

import numpy as np
from geographiclib.geodesic import Geodesic  # pyright: ignore[reportMissingTypeStubs]
from numpy.typing import NDArray

from lagebild.domain.entity import Position

# Points of a line, (n, 2): latitude and longitude in degrees
Line = NDArray[np.float64]
# Longer stretches are cut: over half a degree the chord through the earth leaves the line on the ground by 60 m at most.
_STRETCH = 0.5


def distance_km(a: Position, b: Position) -> float:
    """Kilometres along the geodesic, exact to well under a metre for the positions given."""
    return _inverse(a, b)["s12"] / 1000


def bearing(a: Position, b: Position) -> float:
    """The direction in which one leaves `a` for `b`: degrees from north, clockwise, 0 to below 360."""
    return _inverse(a, b)["azi1"] % 360 % 360  # the first makes 360.0 of what is a hair below 0


def nearest_on_lines(position: Position, lines: Iterable[Line]) -> Position | None:
    """The nearest point of any of the lines, which run straight in latitude and longitude between their points; None without a line.

    Sought on a sphere, so for distances of the size of a country exact to 0.1 % of them.
    """
    here = _vectors(np.array([[position.lat, position.lon]]))[0]
    found = min((_nearest(here, _cut(line)) for line in lines if len(line) > 1), default=None)
    return None if found is None else Position(found[1], (found[2] + 180) % 360 - 180)


def _nearest(here: NDArray[np.float64], line: Line) -> tuple[float, float, float]:
    """The nearest point of a line as squared chord, latitude, longitude."""
    points = _vectors(line)
    chords = points[1:] - points[:-1]
    lengths = np.einsum("ij,ij->i", chords, chords)
    along = np.einsum("ij,ij->i", here - points[:-1], chords) / np.where(lengths > 0, lengths, 1.0)
    along = np.clip(along, 0.0, 1.0)
    feet = points[:-1] + along[:, None] * chords
    squares = np.einsum("ij,ij->i", here - feet, here - feet)
    best = int(squares.argmin())
    lat, lon = line[best] + along[best] * (line[best + 1] - line[best])
    return float(squares[best]), float(lat), float(lon)


def _cut(line: Line) -> Line:
    """The points of the line with more between them, so that no stretch is longer than _STRETCH degrees; it may cross the antimeridian."""
    lat, lon = line[:, 0], np.unwrap(line[:, 1], period=360)
    longest = np.maximum(np.abs(np.diff(lat)), np.abs(np.diff(lon)))
    at = np.concatenate(([0.0], np.cumsum(np.maximum(np.ceil(longest / _STRETCH), 1))))
    whole = np.arange(int(at[-1]) + 1)
    return np.stack((np.interp(whole, at, lat), np.interp(whole, at, lon)), axis=1)


def _vectors(line: Line) -> NDArray[np.float64]:
    """Points on the unit sphere, (n, 3)."""
    lat, lon = np.radians(line[:, 0]), np.radians(line[:, 1])
    return np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)


def is_inside(position: Position, rings: Iterable[Line]) -> bool:
    """Whether a position lies in the area that the rings bound together, by the even-odd rule; rings may cross the antimeridian."""
    crossings = 0
    for ring in rings:
        lon = np.unwrap(ring[:, 1], period=360)
        # The turn of the earth on which the ring is drawn
        x = position.lon + 360 * math.floor((float(lon.min()) - position.lon) / 360 + 1) if lon.min() > position.lon or lon.max() < position.lon else position.lon
        if not lon.min() <= x <= lon.max() or not ring[:, 0].min() <= position.lat <= ring[:, 0].max():
            continue
        north = ring[:, 0] > position.lat
        crossed = np.nonzero(north[1:] != north[:-1])[0]
        y1, y2, x1, x2 = ring[crossed, 0], ring[crossed + 1, 0], lon[crossed], lon[crossed + 1]
        crossings += int(np.count_nonzero(x < x1 + (position.lat - y1) / (y2 - y1) * (x2 - x1)))
    return crossings % 2 == 1


def _inverse(a: Position, b: Position) -> dict[str, float]:
    geodesic = Geodesic.WGS84  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType, reportAttributeAccessIssue]
    return cast(dict[str, float], geodesic.Inverse(a.lat, a.lon, b.lat, b.lon))  # pyright: ignore[reportUnknownMemberType]
