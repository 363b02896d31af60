"""Rules for times with a name of their own: decades and centuries, holidays, weekends, half-years, and what a day, week or year begins and ends with."""

import re
from collections.abc import Callable

from lagebild.understanding import calendars, holidays
from lagebild.understanding.day_rules import side_of
from lagebild.understanding.time_rules import year_behind
from lagebild.understanding.time_words import YEAR, At, Read, singular
from lagebild.understanding.timex import timex_of, week_of

_DECADE = re.compile(r"(1[5-9]\d0|20\d0|[2-9]0)(?:er|-er|ern|-ern)n?")
_CENTURY = re.compile(r"(\d{1,2})\.")
_ENDS = {"anfang": "START", "beginn": "START", "mitte": "MID", "ende": "END"}
_JAHRE = frozenset({"Jahre", "Jahren"})


def decade(here: At) -> Read | None:
    """Die Halle wurde in den [1990er Jahren] gebaut."""
    modifier = here.lexicon.modifiers.get(here.text())
    at = 1 + (here.text(1) == "der") if modifier else 0
    word = here.text(at)
    start = _start_of_decade(word.lower(), here)
    named = word.lower().endswith(("jahre", "jahren", "zigern")) or here.text(at + 1) in _JAHRE or (word[:1].isdigit() and here.text(at - 1).lower() in ("der", "den", "die"))
    if start is None or not named:
        return None
    days = calendars.Days(f"{start // 10}X", f"{start:04}-01-01", f"{start + 9:04}-12-31")
    return here.dated(at + 1 + (here.text(at + 1) in _JAHRE), calendars.part(days, modifier) if modifier else days, f"{start // 10}", modifier, explicit=True)


def _start_of_decade(word: str, here: At) -> int | None:
    """The year that 1990er, 90er-Jahre, neunziger or Neunzigerjahren begin with; without a century of the last one."""
    word = next((word.removesuffix(end).removesuffix("-") for end in ("jahren", "jahre", "n") if word.endswith(end)), word)
    match = _DECADE.fullmatch(word)
    number = int(match[1]) if match else here.lexicon.numbers.get(word.removesuffix("er")) if word.endswith("er") else None
    if number is None or number % 10 or not (20 <= number <= 90 or number >= 1500):  # noqa: PLR2004
        return None
    return number if number > 90 else 1900 + number  # noqa: PLR2004


def century(here: At) -> Read | None:
    """Die Kirche stammt aus dem [16. Jahrhundert]."""
    match = _CENTURY.fullmatch(here.text())
    if match is None or singular(here, 1) != "Jahrhundert" or not 1 <= int(match[1]) <= 21:  # noqa: PLR2004
        return None
    first = int(match[1]) - 1
    return here.dated(2, calendars.Days(f"{first:02}XX", f"{first:02}00-01-01", f"{first:02}99-12-31") if first else None, f"{first:02}", explicit=True)


def holiday(here: At) -> Read | None:
    """Die Geschäfte bleiben an [Karfreitag] geschlossen."""
    text = here.text() if here.stem() != "heilig" else f"Heilig{here.text(1).lower()}"
    name = next((name for name in (text, text.removesuffix("s")) if name in holidays.NAMES), None)
    words = 1 + (text != here.text())
    if name is None or here.upos(words) == "PROPN" or here.text(words) == "der":
        return None  # Nikolaus der Zweite
    year, length = year_behind(here, words)
    if year:
        return here.dated(words + length, calendars.day(holidays.day_of(name, year)), explicit=bool(YEAR.fullmatch(here.text(words + length - 1))))
    return here.dated(words, calendars.day(holidays.nearest(name, here.issued.first, here.tense)) if here.issued else None)


def holidays_on_end(here: At) -> Read | None:
    """Über die [Osterfeiertage] bleibt das Amt geschlossen."""
    name, more = holidays.STRETCHES.get(here.text(), ("", 0))
    if not name:
        return None
    year, length = year_behind(here, 1)
    first = holidays.day_of(name, year) if year else holidays.nearest(name, here.issued.first, here.tense) if here.issued else None
    days = calendars.interval(calendars.day(first), calendars.day(calendars.plus(first, more))) if first else None
    return here.dated(1 + length, days)


def weekend(here: At) -> Read | None:
    """Am [Wochenende] wird es wärmer."""
    shift = here.shift()
    skip = 0 if shift is None else 1
    if here.text(skip) == "Wochenenden":
        return here.again(skip + 1, "XXXX-WXX-WE")
    if here.text(skip) not in ("Wochenende", "Wochenendes"):
        return None
    days = calendars.weekend(here.issued, side_of(here, skip + 1), shift or None) if here.issued else None
    return here.dated(skip + 1, days, f"{week_of(days)}-WE" if days else "XXXX-WXX-WE")


def half_of_year(here: At) -> Read | None:
    """Im [ersten Halbjahr] sank der Umsatz."""
    number = here.lexicon.ordinals.get(here.stem())
    if number not in (1, 2):
        return None
    if month := here.lexicon.months.get(here.text(1).removesuffix("hälfte")):
        return _half_of_month(here, number, month)
    if here.text(1) not in ("Halbjahr", "Halbjahres", "Jahreshälfte"):
        return None
    told, length = year_behind(here, 2)
    year = told or (here.issued.year if here.issued else None)
    days = calendars.half(number, year) if year else None
    return here.dated(2 + length, days, f"{year or 'XXXX'}-H{number}", explicit=bool(YEAR.fullmatch(here.text(1 + length))))


def _half_of_month(here: At, number: int, month: int) -> Read:
    told, length = year_behind(here, 2)
    year = told or (calendars.nearest_year(month, here.issued, here.tense) if here.issued else None)
    days = calendars.half_of_month(number, month, year) if year else None
    return here.dated(2 + length, days, f"{year or 'XXXX'}-{month:02}", "START" if number == 1 else "END")


def end_of_unit(here: At) -> Read | None:
    """Die Stelle wird zum [Jahresende] frei."""
    text = here.text().lower()
    unit, first = next(((unit, first) for first, unit in (("jahres", "Y"), ("monats", "M"), ("wochen", "W")) if text.startswith(first)), ("", ""))
    modifier = _ENDS.get(text.removeprefix(first).removesuffix("s")) if unit and text != "wochenende" else None
    days = calendars.shifted(unit, 0, here.issued) if modifier and here.issued else None
    return here.dated(1, calendars.part(days, modifier) if days else None, timex_of(days) if days else None, modifier) if modifier else None


def part_of_unit(here: At) -> Read | None:
    """Der Bericht kommt [Ende des Jahres]."""
    modifier = here.lexicon.modifiers.get(here.text())
    if modifier is None:
        return None
    at = 1 + (here.text(1) in ("des", "der"))
    shift = here.shift(at)
    at += shift is not None
    unit = here.lexicon.units.get(singular(here, at))
    if at == 1 or unit not in ("W", "M", "Q", "Y"):
        return None
    told = int(here.text(at + 1)) if unit == "Y" and YEAR.fullmatch(here.text(at + 1)) else None
    days = calendars.year(told) if told else calendars.shifted(unit, shift or 0, here.issued) if here.issued else None
    return here.dated(at + 1 + (told is not None), calendars.part(days, modifier) if days else None, timex_of(days) if days else None, modifier, explicit=told is not None)


CALENDAR_RULES: tuple[Callable[[At], Read | None], ...] = (
    decade,
    century,
    holiday,
    holidays_on_end,
    weekend,
    half_of_year,
    end_of_unit,
    part_of_unit,
)
