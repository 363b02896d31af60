"""Directions by the compass and distances with their tolerance."""

import math

from lagebild.domain.geography import Measured, Stated, Verdict

_COMPASS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")
_WORDS = {
    "nord": "N",
    "nordöst": "NE",
    "nordost": "NE",
    "öst": "E",
    "ost": "E",
    "südöst": "SE",
    "südost": "SE",
    "süd": "S",
    "südwest": "SW",
    "west": "W",
    "nordwest": "NW",
    "nörd": "N",
}
_TOLERANCE = 0.15  # of the stated distance: "rund 130 Kilometer" is said of 115 to 150
_LEAST_KM = 3.0  # town to town is from which square to which, so no less
_MAIN, _BETWEEN = 50.0, 40.0  # degrees off: "nördlich" is said more loosely than "nordöstlich"


def direction_of(word: str) -> str | None:
    """The compass point of `nördlich`, `südöstlich`; None for other words."""
    return _WORDS.get(word.removesuffix("lich")) if word.endswith("lich") else None


def direction_of_noun(word: str) -> str | None:
    """The compass point of `Norden`, `Südwesten`, `nordost`; None for other words."""
    return _WORDS.get(word.lower().removesuffix("en"))


def compass(bearing: float) -> str:
    """One of sixteen compass points for degrees."""
    return _COMPASS[int((bearing % 360) / 22.5 + 0.5) % 16]


def judge_distance(stated: Stated, km: float, bearing: float | None) -> tuple[Verdict, Measured, str]:
    """Whether a stated distance and direction fit the measured ones, with both numbers in the reason."""
    near = stated.km is None or _fits(stated.km, stated.modifier, km)
    toward = stated.direction is None or bearing is None or is_toward(stated.direction, bearing)
    parts = [f"stated {_words(stated)}, measured {km:.0f} km{f' {compass(bearing)}' if bearing is not None else ''}:"]
    if stated.km is not None:
        parts.append("distance agrees" if near else "distance disagrees")
    if stated.direction is not None and bearing is not None:
        parts.append(("and " if stated.km is not None else "") + ("direction agrees" if toward else "direction disagrees"))
    return Verdict.AGREES if near and toward else Verdict.DISAGREES, Measured(round(km, 1), None if bearing is None else round(bearing, 1)), " ".join(parts)


def _fits(stated: float, modifier: str | None, km: float) -> bool:
    slack = max(stated * _TOLERANCE, _LEAST_KM)
    if modifier == "more":
        return km >= stated - slack / 3
    return km <= stated + slack / 3 if modifier == "less" else abs(km - stated) <= slack


def toward_in(direction: str, north: float, east: float) -> float:
    """How far toward a direction a point lies in a land: `north` and `east` of its middle as shares of half its height and width; below 0 on the other side."""
    angle = math.radians(_COMPASS.index(direction) * 22.5)
    parts = [share * along for share, along in ((north, math.cos(angle)), (east, math.sin(angle))) if abs(along) > 0.3]  # noqa: PLR2004  the main directions have one part
    return min(parts)


def is_toward(direction: str, bearing: float) -> bool:
    """Whether a bearing is within the tolerance of a stated direction."""
    off = abs((bearing - _COMPASS.index(direction) * 22.5 + 180) % 360 - 180)
    return off <= (_MAIN if len(direction) == 1 else _BETWEEN)


def _words(stated: Stated) -> str:
    sign = {"more": "> ", "less": "< ", "about": "~ "}.get(stated.modifier or "", "")
    return " ".join(filter(None, [f"{sign}{stated.km:g} km" if stated.km is not None else "", stated.direction or ""]))
