"""Holidays of German copy: fixed days, and those that move with Easter."""

from datetime import date, timedelta

from lagebild.domain.event import Tense

_FIXED = {
    "Neujahr": (1, 1),
    "Neujahrstag": (1, 1),
    "Heiligabend": (12, 24),
    "Weihnachten": (12, 25),
    "Silvester": (12, 31),
    "Allerheiligen": (11, 1),
    "Reformationstag": (10, 31),
    "Maifeiertag": (5, 1),
    "Christtag": (12, 25),
    "Stephanitag": (12, 26),
    "Dreikönigstag": (1, 6),
    "Nikolaus": (12, 6),
    "Valentinstag": (2, 14),
}
_FROM_EASTER = {
    "Rosenmontag": -48,
    "Aschermittwoch": -46,
    "Palmsonntag": -7,
    "Gründonnerstag": -3,
    "Karfreitag": -2,
    "Ostern": 0,
    "Ostersonntag": 0,
    "Ostermontag": 1,
    "Himmelfahrt": 39,
    "Pfingsten": 49,
    "Pfingstsonntag": 49,
    "Pfingstmontag": 50,
    "Fronleichnam": 60,
}
# Days on end: the first of them and how many more there are.
_ON_END = {"Oster": ("Karfreitag", 3), "Pfingst": ("Pfingstsonntag", 1), "Weihnachts": ("Weihnachten", 1)}
_ENDINGS = ("feiertage", "feiertagen", "wochenende", "tage", "tagen")
NAMES = frozenset(_FIXED) | frozenset(_FROM_EASTER)
STRETCHES = {f"{feast}{ending}": first_and_more for feast, first_and_more in _ON_END.items() for ending in _ENDINGS}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature, 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, left = divmod(century, 4)
    shifted = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - shifted + 15) % 30
    weekday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def day_of(name: str, year: int) -> date:
    """The day of a holiday in a year; raises KeyError for another name."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    return easter(year) + timedelta(days=_FROM_EASTER[name])


def nearest(name: str, issued: date, tense: Tense) -> date:
    """The holiday nearest to the day of issue, on the side that the tense says."""
    days = [day_of(name, year) for year in range(max(issued.year - 1, date.min.year), min(issued.year + 1, date.max.year) + 1)]
    if tense is not Tense.PRESENT:
        fitting = [day for day in days if (day <= issued) == (tense is Tense.PAST)]
        days = fitting or days
    return min(days, key=lambda day: abs((day - issued).days))
