"""Rules for the time of the clock."""

import re
from collections.abc import Callable
from dataclasses import replace

from lagebild.domain.moment import Basis, TimeKind
from lagebild.understanding import calendars
from lagebild.understanding.time_words import At, Read

_CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[.:]([0-5]\d))?")
_HOUR = re.compile(r"[01]?\d|2[0-4]")
_ZONES = {"Mez": "+01:00", "Mesz": "+02:00", "Utc": "Z", "Gmt": "Z", "Ortszeit": ""}  # as rules read words in capitals
_BEFORE_CLOCK = frozenset({"um", "gegen", "kurz", "nach", "vor", "etwa", "genau", "circa", "ca.", "rund", "("})
_NOON, _DAY = 12, 24


def clock_time(here: At) -> Read | None:
    """Die Wahllokale schließen um [18.00 Uhr]."""
    clock = clock_at(here, 0)
    if clock is None:
        return None
    return _of_last_day(here, clock[0], clock[1]) if here.text(-1) != "jeweils" else here.told(clock[0], TimeKind.TIME, None, f"T{clock[1]}")


def _of_last_day(here: At, words: int, clock: str) -> Read:
    days = calendars.day(here.last) if here.last else None
    value = f"{days.edtf if days else ''}T{clock}"
    return here.told(words, TimeKind.TIME, replace(days, edtf=value) if days else None, value)


def clock_at(here: At, ahead: int) -> tuple[int, str] | None:
    """The words that a time of the clock takes, and its value, with the zone if one is named."""
    match, number = _CLOCK.fullmatch(here.text(ahead)), here.lexicon.numbers.get(here.text(ahead))
    if (match is None and number is None) or here.text(ahead + 1) != "Uhr":
        return None
    hour, minute = (int(match[1]), match[2]) if match else (number or 0, None)
    length, later = 2, _CLOCK.fullmatch(here.text(ahead + 2))
    if minute is None and later and later[2] is None and int(later[1]) < 60 and here.text(ahead + 3) not in ("Uhr", "."):  # noqa: PLR2004  8 Uhr 30
        minute, length = f"{int(later[1]):02}", 3
    hour, more = _with_part(here, ahead + length, hour)
    length += more
    bracket = here.text(ahead + length) == "(" and here.text(ahead + length + 2) == ")"
    zone = _ZONES.get(here.text(ahead + length + bracket).capitalize())
    return length + (0 if zone is None else 3 if bracket else 1), f"{hour:02}:{minute or '00'}{zone or ''}"


def _with_part(here: At, ahead: int, hour: int) -> tuple[int, int]:
    """`8 Uhr abends` is twenty hours."""
    code = here.lexicon.dayparts.get(here.text(ahead).removesuffix("s").capitalize()) if here.text(ahead).islower() else None
    return (hour + _NOON if code in ("AF", "EV") and hour < _NOON else hour), int(code is not None)


def half_past(here: At) -> Read | None:
    """Die Sitzung beginnt um [halb neun]."""
    number = here.lexicon.numbers.get(here.text(1))
    if here.text() != "halb" or number is None or not 1 <= number <= _NOON:
        return None
    return _of_last_day(here, 2 + (here.text(2) == "Uhr"), f"{(number - 1) % _NOON:02}:30")


def from_hour_to_hour(here: At) -> Read | None:
    """Das Büro ist von [14 bis 18 Uhr] besetzt."""
    last = clock_at(here, 2) if _HOUR.fullmatch(here.text()) and here.text(1) in ("bis", "und", "-", "–") else None
    return Read(here.at + 2 + last[0], TimeKind.TIME, None, f"T{int(here.text()):02}:00/T{last[1]}", Basis.EXPLICIT) if last else None


def with_clock(here: At, read: Read) -> Read:
    """[Heute um 11:34 Uhr] is one point in time."""
    if read.days is None or read.days.earliest != read.days.latest or ("T" in read.value[10:] and ":" in read.value):
        return read
    ahead = read.stop - here.at
    while here.text(ahead).lower() in _BEFORE_CLOCK:
        ahead += 1
    clock = clock_at(here, ahead)
    if clock is None:
        return read
    value = f"{read.days.edtf}T{clock[1]}"
    return replace(read, stop=here.at + ahead + clock[0], kind=TimeKind.TIME, value=value, days=replace(read.days, edtf=value))


CLOCK_RULES: tuple[Callable[[At], Read | None], ...] = (clock_time, half_past, from_hour_to_hour)
