"""The rules for times, the most telling first; the first that reads something wins."""

import re
from collections.abc import Callable
from dataclasses import replace

from lagebild.domain.moment import Basis, TimeKind
from lagebild.understanding import calendars
from lagebild.understanding.adjectives import adjective_stem
from lagebild.understanding.time_words import YEAR, At, Read, number_at, singular

_NUMERIC_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})")
_CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[.:]([0-5]\d))?")
_ZONES = {"MEZ": "+01:00", "MESZ": "+02:00", "UTC": "Z", "GMT": "Z", "Ortszeit": ""}
_PLURALS = frozenset({"Jahren", "Jahre", "Monaten", "Monate", "Wochen", "Tagen", "Tage", "Jahrzehnten", "Jahrzehnte", "Jahrhunderten"})
_YEAR_AFTER = (
    "in",
    "seit",
    "bis",
    "ab",
    "von",
    "nach",
    "jahr",
    "jahre",
    "jahres",
    "jahren",
    "anfang",
    "ende",
    "mitte",
    "und",
    "sommer",
    "winter",
    "herbst",
    "frühjahr",
    "vor",
    "im",
    "zwischen",
    "dem",
    "/",
)


def clock_time(here: At) -> Read | None:
    """Die Wahllokale schließen um [18.00 Uhr]."""
    clock = clock_at(here, 0)
    if clock is None:
        return None
    days = calendars.day(here.last) if here.last else None
    return here.told(clock[0], TimeKind.TIME, days, f"{days.edtf if days else ''}T{clock[1]}")


def clock_at(here: At, ahead: int) -> tuple[int, str] | None:
    """The words that a time of the clock takes, and its value, with the zone if one is named."""
    match, number = _CLOCK.fullmatch(here.text(ahead)), here.lexicon.numbers.get(here.text(ahead))
    if (match is None and number is None) or here.text(ahead + 1) != "Uhr":
        return None
    hour, minute = (int(match[1]), match[2]) if match else (number or 0, None)
    length, later = 2, _CLOCK.fullmatch(here.text(ahead + 2))
    if minute is None and later and later[2] is None and int(later[1]) < 60 and here.text(ahead + 3) not in ("Uhr", "."):  # noqa: PLR2004  8 Uhr 30
        minute, length = f"{int(later[1]):02}", 3
    bracket = here.text(ahead + length) == "(" and here.text(ahead + length + 2) == ")"
    zone = _ZONES.get(here.text(ahead + length + bracket))
    return length + (0 if zone is None else 3 if bracket else 1), f"{hour:02}:{minute or '00'}{zone or ''}"


def numeric_date(here: At) -> Read | None:
    """Der Vertrag läuft am [31.12.2026] aus."""
    match = _NUMERIC_DATE.fullmatch(here.text())
    if not match:
        return None
    day, month, year = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    days = calendars.day_of(int(year), int(month), int(day)) if 0 < int(month) < 13 else None  # noqa: PLR2004
    return here.dated(1, days, explicit=True) if days else None


def day_and_month(here: At) -> Read | None:
    """Der Gipfel beginnt am [3. Mai 2024] in Oslo."""
    number, month = here.text(), here.lexicon.months.get(here.text(1))
    if month is None or not (number.endswith(".") and number[:-1].isascii() and number[:-1].isdigit()):
        return None
    if YEAR.fullmatch(here.text(2)):
        days = calendars.day_of(int(here.text(2)), month, int(number[:-1]))
        return here.dated(3, days, explicit=True) if days else None
    year = _year_behind(here, 2) or (calendars.nearest_year(month, here.issued, here.tense) if here.issued else None)
    days = calendars.day_of(year, month, int(number[:-1])) if year else None
    return here.dated(2, days, days.edtf if days else f"XXXX-{month:02}-{int(number[:-1]):02}")


def _year_behind(here: At, ahead: int) -> int | None:
    """The year that stands at the end of a range: [Januar] bis März 2008."""
    if here.text(ahead) not in ("bis", "und", "-", "–", "auf"):
        return None
    at = next((n for n in range(ahead + 1, ahead + 5) if here.text(n) in here.lexicon.months), None)
    return int(here.text(at + 1)) if at and YEAR.fullmatch(here.text(at + 1)) else None


def month_or_part_of_it(here: At) -> Read | None:
    """Die Messe öffnet [Ende September]."""
    modifier = here.lexicon.modifiers.get(here.text())
    skip = 1 if modifier else 0
    month = here.lexicon.months.get(here.text(skip))
    named = here.at + skip + 1 < len(here.words) and here.words[here.at + skip + 1].upos == "PROPN"  # August Macke
    if month is not None and not named:
        explicit = bool(YEAR.fullmatch(here.text(skip + 1)))
        untold = _year_behind(here, skip + 1) or (calendars.nearest_year(month, here.issued, here.tense) if here.issued else None)
        year = int(here.text(skip + 1)) if explicit else untold
        days = calendars.month(month, year) if year else None
        return here.dated(
            skip + 1 + explicit, calendars.part(days, modifier) if days and modifier else days, days.edtf if days else f"XXXX-{month:02}", modifier, explicit=explicit
        )
    if modifier and YEAR.fullmatch(here.text(1)):
        days = calendars.year(int(here.text(1)))
        return here.dated(2, calendars.part(days, modifier), days.edtf, modifier, explicit=True)
    return None


def season_of_year(here: At) -> Read | None:
    """Im [Sommer 2022] fiel der Pegel."""
    code = here.lexicon.seasons.get(here.text())
    if code is None:
        return None
    explicit = bool(YEAR.fullmatch(here.text(1)))
    year = int(here.text(1)) if explicit else here.issued.year if here.issued else None
    value = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}[code]
    return here.dated(1 + explicit, calendars.season(code, year) if year else None, f"{year or 'XXXX'}-{value}", explicit=explicit)


def years_from_to(here: At) -> Read | None:
    """Der Kredit wurde zwischen [2017 und 2020] vergeben."""
    before, joined = here.text(-1).lower(), here.text(1)
    if (before, joined) not in (("zwischen", "und"), ("von", "bis")) or not YEAR.fullmatch(here.text()) or not YEAR.fullmatch(here.text(2)) or here.text() > here.text(2):
        return None
    if here.at + 3 < len(here.words) and here.words[here.at + 3].upos == "NOUN":
        return None  # "zwischen 1500 und 2000 Soldaten"
    return here.dated(3, calendars.interval(calendars.year(int(here.text())), calendars.year(int(here.text(2)))), explicit=True)


def year_by_itself(here: At) -> Read | None:
    """Das Werk wurde [2014] geschlossen."""
    word = here.words[here.at]
    if not YEAR.fullmatch(word.text):
        return None
    if word.relation == "nummod" and here.text(-1).lower() not in _YEAR_AFTER:
        return None
    following = here.words[here.at + 1] if here.at + 1 < len(here.words) else None
    if following is not None and following.upos in ("NOUN", "SYM", "ADJ") and word.relation == "nummod":
        return None  # "vor 2000 Zuschauern"
    return here.dated(1, calendars.year(int(word.text)), explicit=True)


def night_to_weekday(here: At) -> Read | None:
    """In der [Nacht zum Donnerstag] brannte es."""
    number = here.lexicon.weekdays.get(here.text(2))
    if here.text() != "Nacht" or here.text(1) not in ("zum", "auf", "zu") or number is None:
        return None
    days = calendars.weekday(number, here.issued, here.tense, None) if here.issued else None
    return Read(here.at + 3, TimeKind.TIME, calendars.night_to(days) if days else None, f"{days.edtf if days else 'XXXX-XX-XX'}TNI", Basis.ISSUED if days else Basis.UNRESOLVED)


def weekday_or_part_of_it(here: At) -> Read | None:
    """Er starb am [Mittwochabend]."""
    text = here.text()
    name = next((day for day in here.lexicon.weekdays if text.startswith(day)), None)
    if name is None:
        return None
    part = here.lexicon.dayparts.get(text.removeprefix(name).capitalize())
    if text not in (name, f"{name}s") and part is None:
        return None
    if text == name and (dated := _date_behind(here)):
        return dated
    length, behind = 1, here.lexicon.dayparts.get(here.text(1).capitalize())
    if text == name and behind:
        part, length = behind, 2  # Sonntag Morgen
    shift = here.lexicon.shifts.get(here.lemma(-1))
    days = calendars.weekday(here.lexicon.weekdays[name], here.issued, here.tense, shift) if here.issued else None
    if part is None:
        return here.dated(1, days, days.edtf if days else f"XXXX-WXX-{here.lexicon.weekdays[name] + 1}")
    return Read(here.at + length, TimeKind.TIME, days, f"{days.edtf if days else 'XXXX-XX-XX'}T{part}", Basis.ISSUED if days else Basis.UNRESOLVED)


def _date_behind(here: At) -> Read | None:
    """Am [Freitag, den 14. März 2008]"""
    at = 1 + (here.text(1) == ",")
    at += here.text(at) in ("den", "dem", "der")
    behind = replace(here, at=here.at + at)
    return day_and_month(behind) or numeric_date(behind)


def day_from_issue(here: At) -> Read | None:
    """Der Minister trat [gestern] zurück."""
    offset = here.lexicon.days.get(here.text())
    if offset is None and not here.at:
        offset = here.lexicon.days.get(here.text().lower())
    if offset is None:
        return None
    days = calendars.offset(here.issued, offset) if here.issued else None
    part = here.lexicon.dayparts.get(here.text(1).capitalize())
    if part is None:
        return here.dated(1, days, days.edtf if days else None)
    return Read(here.at + 2, TimeKind.TIME, days, f"{days.edtf if days else 'XXXX-XX-XX'}T{part}", Basis.ISSUED if days else Basis.UNRESOLVED)


def shifted_unit(here: At) -> Read | None:
    """Sie siegte in der [vergangenen Woche]."""
    shift = here.lexicon.shifts.get(adjective_stem(here.text().lower()))
    if shift is None:
        return None
    unit, month, season = here.lexicon.units.get(singular(here, 1)), here.lexicon.months.get(here.text(1)), here.lexicon.seasons.get(here.text(1))
    if month is None and season is None and unit not in ("W", "M", "Q", "Y", "D", "DE", "CE"):
        return None
    if unit and here.text(1) in _PLURALS:  # in den vergangenen Jahren
        return Read(here.at + 2, TimeKind.DATE, None, "PAST_REF" if shift < 0 else "FUTURE_REF", Basis.UNRESOLVED) if shift else None
    if unit in ("D", "DE", "CE"):
        return None
    days = None
    if here.issued and month is not None:
        year = here.issued.year + (shift if here.issued.month and ((month >= here.issued.month) == (shift < 0)) else 0)
        days = calendars.month(month, year) if calendars.is_year(year) else None
    elif here.issued and season is not None and calendars.is_year(here.issued.year + min(shift, 0)):
        days = calendars.season(season, here.issued.year + min(shift, 0))
    elif here.issued and unit:
        days = calendars.shifted(unit, shift, here.issued)
    return here.dated(2, days, calendars.week_of(days) if days and unit == "W" else None)


def quarter_of_year(here: At) -> Read | None:
    """Im [dritten Quartal] sank der Umsatz."""
    if singular(here, 1) != "Quartal":
        return None
    number = here.lexicon.ordinals.get(adjective_stem(here.text().lower())) or (int(here.text()[:-1]) if here.text()[:-1].isdigit() and here.text().endswith(".") else None)
    if number is None or not 1 <= number <= 4:  # noqa: PLR2004
        return None
    explicit = bool(YEAR.fullmatch(here.text(2)))
    year = int(here.text(2)) if explicit else here.issued.year if here.issued else None
    return here.dated(2 + explicit, calendars.quarter(number, year) if year else None, f"{year or 'XXXX'}-Q{number}", explicit=explicit)


def duration(here: At) -> Read | None:
    """Der Streik dauerte [drei Tage]."""
    number = number_at(here, 0)
    unit = here.lexicon.units.get(singular(here, 1))
    if number is None or unit is None or (here.text() in ("ein", "eine", "einem", "einer", "einen") and here.lemma(1) == "Tag"):
        return None
    code = f"P{unit[0]}{number}{unit[1]}" if unit in ("TS", "TM", "TH") else f"P{number}{unit}"
    return Read(here.at + 2, TimeKind.DURATION, None, code, Basis.EXPLICIT)


def regular_time(here: At) -> Read | None:
    """Die Fähre verkehrt [täglich]."""
    code = here.lexicon.sets.get(here.text()) or here.lexicon.sets.get(adjective_stem(here.text().lower()))
    if code is not None:
        return Read(here.at + 1, TimeKind.SET, None, code, Basis.EXPLICIT)
    if here.text().lower() in ("jeden", "jede", "jedes"):
        unit, weekday = here.lexicon.units.get(singular(here, 1)), here.lexicon.weekdays.get(here.text(1))
        if unit or weekday is not None:
            return Read(here.at + 2, TimeKind.SET, None, f"P1{unit}" if unit else f"XXXX-WXX-{(weekday or 0) + 1}", Basis.EXPLICIT)
    return None


def vague_time(here: At) -> Read | None:
    """[Derzeit] ruhen die Gespräche."""
    text = here.text().lower()
    code = here.lexicon.vague.get(here.text()) or here.lexicon.vague.get(text) or (here.lexicon.vague.get(adjective_stem(text)) if adjective_stem(text).endswith("ig") else None)
    return Read(here.at + 1, TimeKind.DATE, None, code, Basis.UNRESOLVED) if code else None


RULES: tuple[Callable[[At], Read | None], ...] = (
    clock_time,
    numeric_date,
    day_and_month,
    month_or_part_of_it,
    season_of_year,
    quarter_of_year,
    years_from_to,
    year_by_itself,
    night_to_weekday,
    weekday_or_part_of_it,
    day_from_issue,
    shifted_unit,
    regular_time,
    duration,
    vague_time,
)
