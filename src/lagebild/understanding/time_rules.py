"""Rules for dates: days, months, seasons, quarters and years, by name or by number."""

import re
from collections.abc import Callable
from dataclasses import replace

from lagebild.understanding import calendars
from lagebild.understanding.time_words import YEAR, At, Read, number_at, unit_at

_NUMERIC_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})")
_OLD_YEAR = re.compile(r"[1-9]\d{2,3}")
_CARDINAL = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.")
_JOINTS = frozenset({"bis", "und", "auf", "-", "–", "/", "oder", "sowie", ",", ".", "zum", "zur", "den", "dem", "der", "am", "vom"})
_YEAR_NOUNS = frozenset({"Jahr", "Jahre", "Jahres", "Jahren", "Gesamtjahr", "Kalenderjahr", "Kriegsjahr"})
_NO_YEAR_BEFORE = frozenset({"Postfach", "Nr.", "Nummer", "Seite", "Telefon", "Tel."})
_YEAR_AFTER = frozenset(
    "in seit bis ab von nach jahr jahre jahres jahren anfang beginn ende mitte und sommer winter herbst frühjahr vor im zwischen dem /".split(),
)
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_PART_OF_SEASON = re.compile("^(?:Spät|Früh|Hoch)(?=sommer|herbst|winter)")
_LONGEST_LIST = 16  # words from a day's number to the month that its list ends with


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
    if month is None or not _CARDINAL.fullmatch(number):
        return None
    year, length = year_behind(here, 2)
    explicit = bool(length and YEAR.fullmatch(here.text(length + 1)))
    year = year or _year_of_range(here, 2) or (calendars.nearest_year(month, here.issued, here.tense) if here.issued else None)
    days = calendars.day_of(year, month, int(number[:-1])) if year else None
    if days is None and explicit:
        return None
    return here.dated(2 + length, days, days.edtf if days else f"XXXX-{month:02}-{int(number[:-1]):02}", explicit=explicit)


def year_behind(here: At, ahead: int) -> tuple[int | None, int]:
    """The year said behind a day, month or season, and its words: 2008, des Jahres 2008, vorigen Jahres."""
    at = ahead + (here.text(ahead) == "des")
    if YEAR.fullmatch(here.text(ahead)):
        return int(here.text(ahead)), 1
    if here.text(at) in _YEAR_NOUNS and YEAR.fullmatch(here.text(at + 1)):
        return int(here.text(at + 1)), at + 2 - ahead
    shift = here.shift(at)
    if shift is None or here.text(at + 1) != "Jahres":
        return None, 0
    return (here.issued.year + shift if here.issued and calendars.is_year(here.issued.year + shift) else None), at + 2 - ahead


def _year_of_range(here: At, ahead: int) -> int | None:
    """The year that stands at the end of a range: [Januar] bis März 2008."""
    if here.text(ahead) not in ("bis", "und", "-", "–", "auf"):
        return None
    at = next((n for n in range(ahead + 1, ahead + 5) if here.text(n) in here.lexicon.months), None)
    return int(here.text(at + 1)) if at and YEAR.fullmatch(here.text(at + 1)) else None


def day_before_a_day(here: At) -> Read | None:
    """Vom [16.] und vom 23. September gibt es Bilder."""
    number = f"{here.text()}." if here.text(1) == "." else here.text()
    if not _CARDINAL.fullmatch(number) or here.text(1).lower() not in _JOINTS:
        return None
    at = next((n for n in range(1, _LONGEST_LIST) if here.text(n).lower() not in _JOINTS and not _CARDINAL.fullmatch(f"{here.text(n).removesuffix('.')}.")), 0)
    month = day_and_month(replace(here, at=here.at + at - 1))
    if month is None or month.days is None or len(month.days.edtf) != len("2023-09-13"):
        return None
    days = calendars.day_of(int(month.days.edtf[:4]), int(month.days.edtf[5:7]), int(number[:-1]))
    return replace(month, stop=here.at + 1, days=days, value=days.edtf) if days else None


def month_or_part_of_it(here: At) -> Read | None:
    """Die Messe öffnet [Ende September]."""
    modifier = here.lexicon.modifiers.get(here.text())
    skip = 1 if modifier else 0
    month = here.lexicon.months.get(here.text(skip))
    if month is None or here.upos(skip + 1) == "PROPN" or here.text(-1) in ("Frau", "Herr", "Herrn"):  # August Macke
        return None
    year, length = year_behind(here, skip + 1)
    explicit = bool(YEAR.fullmatch(here.text(skip + length)))
    year = year or _year_of_range(here, skip + 1) or (calendars.nearest_year(month, here.issued, here.tense) if here.issued else None)
    days = calendars.month(month, year) if year else None
    part = calendars.part(days, modifier) if days and modifier else days
    return here.dated(skip + 1 + length, part, days.edtf if days else f"XXXX-{month:02}", modifier, explicit=explicit)


def season_of_year(here: At) -> Read | None:
    """Im [Sommer 2022] fiel der Pegel."""
    modifier = here.lexicon.modifiers.get(here.text())
    skip = 1 if modifier else 0
    code = here.lexicon.seasons.get(_PART_OF_SEASON.sub("", here.text(skip).removesuffix("n").removesuffix("monate")).capitalize())
    if code is None:
        return None
    told, length = year_behind(here, skip + 1)
    year = told or (calendars.nearest_year(_FIRST_MONTHS[code], here.issued, here.tense) if here.issued else None)
    days = calendars.season(code, year) if year else None
    value = None if days else f"XXXX-{'SP SU FA WI'.split()[code - 21]}"
    return here.dated(skip + 1 + length, days, value, modifier, explicit=bool(YEAR.fullmatch(here.text(skip + length))))


def quarter_of_year(here: At) -> Read | None:
    """Im [dritten Quartal] sank der Umsatz."""
    if here.text(1).removesuffix("s") not in ("Quartal", "Trimester", "Vierteljahr"):
        return None
    number = 4 if here.stem() == "letzt" and year_behind(here, 2)[1] else here.lexicon.ordinals.get(here.stem()) or (number_at(here, 0) if here.text().endswith(".") else None)
    if number is None and here.text().endswith("."):
        number = int(here.text()[:-1]) if here.text()[:-1].isdigit() else None
    if number is None or not 1 <= number <= 4:  # noqa: PLR2004
        return None
    told, length = year_behind(here, 2)
    year = told or (here.issued.year if here.issued else None)
    return here.dated(2 + length, calendars.quarter(number, year) if year else None, None if year else f"XXXX-Q{number}", explicit=bool(YEAR.fullmatch(here.text(1 + length))))


def year_by_itself(here: At) -> Read | None:
    """Das Werk wurde [2014] geschlossen."""
    text, before = here.text(), here.text(-1)
    if not YEAR.fullmatch(text) or before in _NO_YEAR_BEFORE or here.text(1) in here.lexicon.counted:
        return None
    if here.text(1) == "v." and here.text(2).startswith("Chr"):
        return here.dated(3, None, f"BC{text}")
    word = here.words[here.at]
    if word.relation == "nummod" and before.lower() not in _YEAR_AFTER:
        return None
    if here.upos(1) in ("NOUN", "SYM", "ADJ") and word.relation == "nummod":
        return None  # "vor 2000 Zuschauern"
    return here.dated(1, calendars.year(int(text)), explicit=True)


def year_named(here: At) -> Read | None:
    """Das Kloster wird im [Jahr 578] zum ersten Mal genannt."""
    modifier = here.lexicon.modifiers.get(here.text())
    if modifier and YEAR.fullmatch(here.text(1)):
        days = calendars.year(int(here.text(1)))
        return here.dated(2, calendars.part(days, modifier), days.edtf, modifier, explicit=True)
    if here.text() not in _YEAR_NOUNS or not _OLD_YEAR.fullmatch(here.text(1)) or unit_at(here, 2):
        return None
    return here.dated(2, calendars.year(int(here.text(1))), explicit=True)


RULES: tuple[Callable[[At], Read | None], ...] = (
    numeric_date,
    day_and_month,
    day_before_a_day,
    month_or_part_of_it,
    season_of_year,
    quarter_of_year,
    year_named,
    year_by_itself,
)
