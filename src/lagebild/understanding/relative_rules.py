"""Rules for times that are reckoned from another: from the day of issue, or from the day that the text spoke of last."""

from collections.abc import Callable
from dataclasses import replace

from lagebild.domain.event import Tense
from lagebild.domain.moment import Basis, TimeKind
from lagebild.understanding import calendars
from lagebild.understanding.adjectives import adjective_stem
from lagebild.understanding.time_rules import day_and_month
from lagebild.understanding.time_words import At, Read, number_at, singular

_ABOUT = frozenset({"rund", "etwa", "circa", "zirka", "ca.", "ungefähr", "knapp", "gut", "fast", "über", "genau"})
_BACK, _ON = frozenset({"zuvor", "vorher", "davor", "früher"}), frozenset({"später", "danach", "darauf"})
_DAYS_OF_ADJECTIVES = {"vorgestrig": -2, "gestrig": -1, "heutig": 0, "morgig": 1}


def weekday_of_adjective(here: At) -> Read | None:
    """Am [gestrigen Karfreitag] blieb es ruhig."""
    shift = _DAYS_OF_ADJECTIVES.get(adjective_stem(here.text().lower()))
    if shift is None:
        return None
    days = calendars.offset(here.issued, shift) if here.issued else None
    part = here.lexicon.dayparts.get(here.text(1))
    if part:
        return Read(here.at + 2, TimeKind.TIME, days, f"{days.edtf if days else 'XXXX-XX-XX'}T{part}", Basis.ISSUED if days else Basis.UNRESOLVED)
    if here.text(1) in here.lexicon.weekdays or here.text(1) in ("Tag", "Tages", "Tage", "Karfreitag", "Ostersonntag", "Ostermontag"):
        return here.dated(2, days)
    return None


def weekday_of_week(here: At) -> Read | None:
    """Er trat am [Freitag vergangener Woche] zurück."""
    number, at = here.lexicon.weekdays.get(here.text()), 1 + (here.text(1) in ("der", "in"))
    shift = here.lexicon.shifts.get(adjective_stem(here.text(at).lower()))
    if number is None or shift is None or here.text(at + 1) != "Woche":
        return None
    week = calendars.shifted("W", shift, here.issued) if here.issued else None
    return here.dated(at + 2, calendars.offset_of(week, number) if week else None)


def same_day(here: At) -> Read | None:
    """Noch am [selben Tag] reiste er ab."""
    stem = adjective_stem(here.text().lower())
    shift = {"selb": 0, "gleich": 0, "darauffolgend": 1, "folgend": 1, "tags": 1}.get(stem)
    if shift is None or here.text(1) not in ("Tag", "Tages", "Tage", "Abend", "Morgen", "Nachmittag", "Vormittag"):
        return None
    days = calendars.day(calendars.plus(here.last, shift)) if here.last else None
    part = here.lexicon.dayparts.get(here.text(1))
    value = days.edtf if days else "XXXX-XX-XX"
    return here.told(2, TimeKind.TIME if part else TimeKind.DATE, days, f"{value}T{part}" if part else value)


def units_ago(here: At) -> Read | None:
    """Er kam [vor zwei Wochen] an."""
    direction = {"vor": -1, "in": 1}.get(here.text().lower())
    if direction is None or (direction > 0 and here.tense is Tense.PAST):
        return None
    at = 2 if here.text(1).lower() in _ABOUT else 3 if (here.text(1), here.text(2)) in (("mehr", "als"), ("weniger", "als")) else 1
    number, unit = number_at(here, at), here.lexicon.units.get(singular(here, at + 1))
    if number is None or unit is None or (direction > 0 and unit in ("TS", "TM", "TH")):
        return None
    days = calendars.ago(unit, direction * number, here.issued) if here.issued else None
    return here.dated(at + 2, days, days.edtf if days else ("PAST_REF" if direction < 0 else "FUTURE_REF"))


def units_later(here: At) -> Read | None:
    """[Zwei Tage später] war das Haus leer."""
    number, unit, word = number_at(here, 0), here.lexicon.units.get(singular(here, 1)), here.text(2).lower()
    if number is None or unit is None or word not in _BACK | _ON:
        return None
    if unit in ("TS", "TM", "TH") or here.last is None:
        return Read(here.at + 3, TimeKind.DATE, None, "PAST_REF", Basis.UNRESOLVED)
    issued = calendars.Issued(here.last.year, here.last.month, here.last.day)
    days = calendars.ago(unit, -number if word in _BACK else number, issued)
    return here.told(3, TimeKind.DATE, days, days.edtf if days else "XXXX-XX-XX")


def part_of_day(here: At) -> Read | None:
    """Am [Abend] zog ein Gewitter auf."""
    code = here.lexicon.dayparts.get(here.text())
    before = here.text(-2 if adjective_stem(here.text(-1).lower()) in ("früh", "spät") else -1).lower()
    if code is None or before not in ("am", "der", "diesem", "dieser", "gegen", "zum", "jenem") or (before == "der" and here.text() != "Nacht"):
        return None
    days = calendars.day(here.last) if here.last else None
    return here.told(1, TimeKind.TIME, days, f"{days.edtf if days else 'XXXX-XX-XX'}T{code}")


def part_of_days(here: At) -> Read | None:
    """Das Geschäft öffnet [morgens] früher."""
    text = here.text().lower()
    code = here.lexicon.dayparts.get(text.removesuffix("s").capitalize()) if text.endswith("s") and here.text().islower() else None
    return Read(here.at + 1, TimeKind.SET, None, f"XXXX-XX-XXT{code}", Basis.EXPLICIT) if code else None


def night_between(here: At) -> Read | None:
    """In der [Nacht von Mittwoch auf Donnerstag] brannte es."""
    last = here.lexicon.weekdays.get(here.text(4))
    if here.text() != "Nacht" or here.text(1) not in ("von", "vom") or here.text(2) not in here.lexicon.weekdays or here.text(3) not in ("auf", "zum", "zu") or last is None:
        return None
    days = calendars.weekday(last, here.issued, here.tense, None) if here.issued else None
    return Read(here.at + 5, TimeKind.TIME, calendars.night_to(days) if days else None, f"{days.edtf if days else 'XXXX-XX-XX'}TNI", Basis.ISSUED if days else Basis.UNRESOLVED)


def day_before_a_day(here: At) -> Read | None:
    """Vom [16.] bis 23. September ruht die Arbeit."""
    number = here.text()
    if not (number.endswith(".") and number[:-1].isascii() and number[:-1].isdigit()) or here.text(1) not in ("bis", "und", "auf", "-", "–", "/", "oder"):
        return None
    at = 2 + (here.text(2) in ("zum", "den", "dem", "der"))
    if here.lexicon.months.get(here.text(at + 1)) is None:
        return None
    other = day_and_month(replace(here, at=here.at + at))
    if other is None or other.days is None or len(other.days.edtf) != len("2023-09-13"):
        return None
    days = calendars.day_of(int(other.days.edtf[:4]), int(other.days.edtf[5:7]), int(number[:-1]))
    return here.dated(1, days, explicit=other.basis is Basis.EXPLICIT) if days else None


def this_year(here: At) -> Read | None:
    """Die Ernte fällt [heuer] gut aus."""
    if here.text().lower() != "heuer" and adjective_stem(here.text().lower()) != "diesjährig":
        return None
    return here.dated(1, calendars.year(here.issued.year) if here.issued else None)


RELATIVE_RULES: tuple[Callable[[At], Read | None], ...] = (
    night_between,
    weekday_of_adjective,
    weekday_of_week,
    same_day,
    units_later,
    units_ago,
    day_before_a_day,
    this_year,
    part_of_days,
)
