"""Where countries lie: what is inside, how far their borders and coasts are."""

import sqlite3
from functools import lru_cache

import msgspec
import numpy as np

from lagebild.domain.entity import Position
from lagebild.knowledge.geodesy import Line, distance_km, is_inside, nearest_on_lines

_THOUSANDTHS = 1000.0


class Shapes:
    """The lines between countries and along their coasts, as a knowledge file has them; exact to about 2 km, as its lines are simplified to 0.01 degrees."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._line = lru_cache(maxsize=4096)(self._read_line)
        self._rings = lru_cache(maxsize=32)(self._read_rings)

    def _read_line(self, number: int) -> Line:
        (points,) = self._connection.execute("SELECT points FROM lines WHERE id = ?", (number,)).fetchone()
        return unpacked(points)

    def has(self, code: str) -> bool:
        return self._connection.execute("SELECT 1 FROM rings WHERE country = ? LIMIT 1", (code,)).fetchone() is not None

    def contains(self, code: str, position: Position) -> bool:
        """Whether a position lies within a country, as Natural Earth draws it."""
        return is_inside(position, self._rings(code))

    def _read_rings(self, code: str) -> list[Line]:
        rings = self._connection.execute("SELECT lines FROM rings WHERE country = ?", (code,))
        return [self._ring(msgspec.json.decode(lines, type=list[int])) for (lines,) in rings]

    def _ring(self, lines: list[int]) -> Line:
        return np.concatenate([self._line(number) if number >= 0 else self._line(~number)[::-1] for number in lines])

    def middle(self, code: str) -> tuple[Position, float, float]:
        """The middle of a country's largest ring, and half of its height and width in degrees; raises ValueError for a country without a shape."""
        largest = max(self._rings(code), key=len)
        lat, lon = largest[:, 0], np.unwrap(largest[:, 1], period=360)
        middle = Position(float(lat.min() + lat.max()) / 2, float((lon.min() + lon.max()) / 2 + 180) % 360 - 180)
        return middle, float(lat.max() - lat.min()) / 2, float(lon.max() - lon.min()) / 2

    def border(self, code: str, other: str) -> list[Line]:
        """The lines on which two countries meet; none where they do not."""
        return self._lines(" ".join(sorted((code, other))))

    def coast(self, code: str) -> list[Line]:
        """The coasts of a country, islands of some size included."""
        return self._lines(code)

    def neighbours(self, code: str) -> list[str]:
        """The countries that it meets on land."""
        pairs = self._connection.execute("SELECT DISTINCT countries FROM lines WHERE countries LIKE ? OR countries LIKE ?", (f"{code} %", f"% {code}"))
        return sorted({other for (pair,) in pairs for other in pair.split() if other != code})

    def _lines(self, countries: str) -> list[Line]:
        found = self._connection.execute("SELECT id FROM lines WHERE countries = ? ORDER BY id", (countries,))
        return [self._line(number) for (number,) in found]

    def distance_to_border(self, position: Position, code: str, other: str) -> float | None:
        """Kilometres to the border of two countries on land; None where they have none."""
        return _distance(position, self.border(code, other))

    def distance_to_coast(self, position: Position, code: str) -> float | None:
        """Kilometres to a country's coast; None where it has none."""
        return _distance(position, self.coast(code))


def _distance(position: Position, lines: list[Line]) -> float | None:
    nearest = nearest_on_lines(position, lines)
    return None if nearest is None else distance_km(position, nearest)


def packed(steps: list[int]) -> bytes:
    """A line as it is kept: longitude and latitude in thousandths of a degree, from the first point and the steps between all."""
    points = np.cumsum(np.array(steps, dtype=np.int64).reshape(-1, 2), axis=0)
    # Steps are small numbers, which makes the file compress well
    return np.concatenate((points[:1], np.diff(points, axis=0))).astype("<i4").tobytes()


def unpacked(content: bytes) -> Line:
    """A kept line as latitude and longitude in degrees, (n, 2)."""
    return np.cumsum(np.frombuffer(content, dtype="<i4").astype(np.float64).reshape(-1, 2), axis=0)[:, ::-1] / _THOUSANDTHS
