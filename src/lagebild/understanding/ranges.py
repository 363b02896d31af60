"""From when to when: `Januar bis März 2008`, `10. und 11. Juli`, `2014/15` are one stretch with two ends."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from lagebild.domain.moment import Basis, TimeKind
from lagebild.understanding import calendars
from lagebild.understanding.calendars import Days
from lagebild.understanding.time_words import At, Read

_YEARS = re.compile(r"(1\d{3}|20\d\d)[-–/](\d{4}|\d\d)")
_HOURS = re.compile(r"([01]?\d|2[0-4])[-–]([01]?\d|2[0-4])")
_TO = frozenset({"bis", "-", "–", "/"})
_ARTICLES = frozenset({"zum", "zur", "zu", "auf", "den", "dem", "vom", "am", "im", "der", "Jahr", "Jahre"})


def years_joined(here: At) -> Read | None:
    """Der Plan gilt für die Jahre [2011-2015]."""
    years, words = _years_at(here, 0)
    following = years is not None and years[1] == years[0] + 1
    if years is None or ("/" in here.text() + here.text(1) and not following):
        return None  # "Aktenzeichen 2011/77"
    return here.dated(words, calendars.interval(*map(calendars.year, years)), explicit=True)


def named_years(here: At) -> Read | None:
    """In der [Saison 2014/15] gelang der Aufstieg."""
    named = here.text().removesuffix("s").removesuffix("e") in here.lexicon.named_years
    years, words = _years_at(here, 1) if named else (None, 0)
    return here.dated(words + 1, calendars.interval(*map(calendars.year, years)), explicit=True) if years else None


def _years_at(here: At, ahead: int) -> tuple[tuple[int, int] | None, int]:
    """2011-2015, 2014/15: the years and the words they take."""
    words = 3 if here.text(ahead + 1) in ("/", "-", "–") else 1
    match = _YEARS.fullmatch("".join(here.text(ahead + n) for n in range(words)))
    years = (int(match[1]), int(match[1][: 4 - len(match[2])] + match[2])) if match else (0, 0)
    return (years if years[0] < years[1] else None), words


def hours_in_one_word(here: At) -> Read | None:
    """Das Museum öffnet von [10-18 Uhr]."""
    match = _HOURS.fullmatch(here.text())
    if match is None or here.text(1) != "Uhr":
        return None
    return Read(here.at + 2, TimeKind.TIME, None, f"T{int(match[1]):02}:00/T{int(match[2]):02}:00", Basis.EXPLICIT)


RANGE_RULES: tuple[Callable[[At], Read | None], ...] = (years_joined, named_years, hours_in_one_word)


def with_range(here: At, first: Read, read: Callable[[At], Read | None]) -> Read:
    """The time with its other end, where one stands behind it."""
    ahead = first.stop - here.at
    to, days = here.text(ahead), first.days
    if days is None or not _is_one(first) or (to.lower() not in _TO and to != "und"):
        return first
    ahead += 1
    while here.text(ahead) in _ARTICLES:
        ahead += 1
    second = read(replace(here, at=here.at + ahead))
    if second is None or second.days is None or not _is_one(second) or days.earliest >= second.days.earliest:
        return first
    if to == "und" and "zwischen" not in (here.text(-1).lower(), here.text(-2).lower()) and not _adjacent(days, second.days):
        return first
    basis = first.basis if first.basis is second.basis else second.basis
    return Read(second.stop, TimeKind.DATE, calendars.interval(days, second.days), f"{first.value}/{second.value}", basis)


def _is_one(read: Read) -> bool:
    """A date that is no stretch or choice already."""
    return read.kind is TimeKind.DATE and read.days is not None and not set("/[") & set(read.days.edtf)


def _adjacent(first: Days, second: Days) -> bool:
    return calendars.plus(date.fromisoformat(first.latest), 1).isoformat() == second.earliest
