"""Rules for days and parts of them that are reckoned from the day of issue, or from the day that the text spoke of last."""

from collections.abc import Callable
from dataclasses import replace

from lagebild.domain.event import Tense
from lagebild.domain.moment import TimeKind
from lagebild.understanding import calendars
from lagebild.understanding.time_rules import day_and_month, numeric_date
from lagebild.understanding.time_words import At, Read

_DAYS_OF_ADJECTIVES = {"vorgestrig": -2, "gestrig": -1, "heutig": 0, "morgig": 1}
_DAYS_ON = {"selb": 0, "gleich": 0, "dies": 0, "jen": 0, "darauffolgend": 1, "folgend": 1, "nächst": 1, "vorig": -1}
_BEFORE, _BEHIND = frozenset({"zuvor", "davor", "vorher"}), frozenset({"darauf", "danach"})
_UP_TO = frozenset({"bis", "nach", "vor", "um", "gegen", "seit", "ab"})
_DAY = frozenset({"Tag", "Tage", "Tages"})


def day_from_issue(here: At) -> Read | None:
    """Der Minister trat [gestern] zurück."""
    offset = here.lexicon.days.get(here.text() if here.at else here.text().lower())
    if offset is None:
        return None
    days = calendars.offset(here.issued, offset) if here.issued else None
    part = here.lexicon.dayparts.get(here.text(1).capitalize())
    return here.in_day(2, days, part) if part else here.dated(1, days)


def adjective_of_day(here: At) -> Read | None:
    """Am [gestrigen Karfreitag] blieb es ruhig."""
    shift = _DAYS_OF_ADJECTIVES.get(here.stem())
    if shift is None:
        return None
    days = calendars.offset(here.issued, shift) if here.issued else None
    if part := here.lexicon.dayparts.get(here.text(1)):
        return here.in_day(2, days, part)
    if day := weekday_or_part_of_it(replace(here, at=here.at + 1)):
        return here.in_day(day.stop - here.at, days, day.value[-2:]) if day.kind is TimeKind.TIME else here.dated(2, days)
    if here.text(1) in (*_DAY, "Karfreitag", "Ostersonntag", "Ostermontag"):
        return here.dated(2, days)
    return here.dated(1, days) if shift or here.text(1) in ("Ausgabe", "Sitzung") else None


def weekday_of_week(here: At) -> Read | None:
    """Er trat am [Freitag vergangener Woche] zurück."""
    number, at = here.lexicon.weekdays.get(here.text()), 1 + (here.text(1) in ("der", "in"))
    shift = here.shift(at)
    if number is None or shift is None or here.text(at + 1) != "Woche":
        return None
    week = calendars.shifted("W", shift, here.issued) if here.issued else None
    return here.dated(at + 2, calendars.offset_of(week, number) if week else None)


def weekday_or_part_of_it(here: At) -> Read | None:
    """Er starb am [Mittwochabend]."""
    shift = here.shift()
    skip = 0 if shift is None else 1
    text = here.text(skip)
    name = next((day for day in here.lexicon.weekdays if text.startswith(day)), None)
    part = here.lexicon.dayparts.get(text.removeprefix(name).capitalize()) if name else None
    if name is None or (text not in (name, f"{name}s") and part is None):
        return None
    if text == name and (dated := _date_behind(here, skip)):
        return dated
    behind = here.lexicon.dayparts.get(here.text(skip + 1).removesuffix("s").capitalize()) if text == name else None
    days = calendars.weekday(here.lexicon.weekdays[name], here.issued, side_of(here, skip + 1), shift or None) if here.issued else None
    if code := part or behind:
        return here.in_day(skip + 1 + (behind is not None), days, code)  # Mittwochabend, Sonntag Morgen
    return here.dated(skip + 1, days, None if days else f"XXXX-WXX-{here.lexicon.weekdays[name] + 1}")


def side_of(here: At, words: int) -> Tense:
    """The tense, but the match `vom Samstag` is over; and in the present a text that has come to days ahead stays there: `morgen und am Samstag wird trainiert`."""
    if here.text(-1).lower() == "vom" and here.text(words) not in ("bis", "an", "auf"):
        return Tense.PAST
    ahead = here.last is not None and here.issued is not None and here.last > here.issued.last
    return Tense.FUTURE if ahead and here.tense is Tense.PRESENT else here.tense


def _date_behind(here: At, skip: int) -> Read | None:
    """Am [Freitag, den 14. März 2008]"""
    at = skip + 1 + (here.text(skip + 1) == ",")
    at += here.text(at) in ("den", "dem", "der")
    behind = replace(here, at=here.at + at)
    return day_and_month(behind) or numeric_date(behind)


def night_to_day(here: At) -> Read | None:
    """In der [Nacht zum Donnerstag] brannte es."""
    if here.text() != "Nacht" or here.text(1) not in ("zum", "auf", "zu", "von", "vom", "des"):
        return None
    ends = [n for n in range(2, 7) if n == 2 or here.text(n - 1) in ("zum", "auf", "zu", "den", "dem")]  # noqa: PLR2004
    for at in reversed(ends):
        there = replace(here, at=here.at + at)
        if day := (day_and_month(there) or weekday_or_part_of_it(there)):
            days = day.days if here.text(1) == "des" or day.days is None else calendars.night_to(day.days)
            return Read(day.stop, TimeKind.TIME, days, f"{day.value}TNI", day.basis)
    return None


def same_day(here: At) -> Read | None:
    """Noch am [selben Tag] reiste er ab."""
    shift = _DAYS_ON.get(here.stem())
    part = here.lexicon.dayparts.get(here.text(1))
    if shift is None or (here.text(1) not in _DAY and part is None):
        return None
    if part == "NI" and (night := night_to_day(replace(here, at=here.at + 1))):
        return night
    return _day_told(here, 2, shift, part)


def day_before_or_after(here: At) -> Read | None:
    """Wie schon am [Tag zuvor] blieb der Flughafen zu."""
    word = here.text(1).lower()
    if here.text() not in (*_DAY, "tags") or word not in _BEFORE | _BEHIND:
        return None
    return _day_told(here, 2, -1 if word in _BEFORE else 1, None)


def neighbouring_day(here: At) -> Read | None:
    """Am [Vortag] war noch verhandelt worden."""
    shift = {"Vortag": -1, "Vorabend": -1, "Folgetag": 1}.get(here.text().removesuffix("s").removesuffix("e"))
    return None if shift is None or here.last is None else _day_told(here, 1, shift, "EV" if here.text().startswith("Vorabend") else None)


def _day_told(here: At, length: int, shift: int, part: str | None) -> Read:
    days = calendars.day(calendars.plus(here.last, shift)) if here.last else None
    value = days.edtf if days else "XXXX-XX-XX"
    return here.told(length, TimeKind.TIME if part else TimeKind.DATE, days, f"{value}T{part}" if part else value)


def part_of_day(here: At) -> Read | None:
    """Am [Abend] zog ein Gewitter auf."""
    skip = int(here.stem() in ("früh", "spät"))
    code = here.lexicon.dayparts.get(here.text(skip))
    before = here.text(-1).lower()
    if code and here.text() in ("Mittag", "Mitternacht") and before in _UP_TO:
        return _day_told(here, 1, 0, code)
    if code is None or before not in ("am", "der", "diesem", "dieser", "gegen", "zum", "jenem", "den", "um") or (before == "der" and here.text(skip) != "Nacht"):
        return None
    if before == "den" and not here.text(skip).endswith("stunden"):
        return None
    return _day_told(here, skip + 1, 0, code)


DAY_RULES: tuple[Callable[[At], Read | None], ...] = (
    night_to_day,
    adjective_of_day,
    weekday_of_week,
    weekday_or_part_of_it,
    same_day,
    day_before_or_after,
    neighbouring_day,
    day_from_issue,
)
