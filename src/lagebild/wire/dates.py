"""Dates as copy writes them, to EDTF exactly as precise as they are written."""

import re
from dataclasses import dataclass

from lagebild.domain.span import Span
from lagebild.wire.edtf import is_edtf

# Copy also comes with the umlaut as a letter and a combining mark of its own.
_NAMES = r"""
    (?P<name>Jan(?:uar|uary)?|J(?:ä|a\u0308)n(?:ner)?|Feb(?:er|ruar|ruary)?|M(?:ä|a\u0308)r(?:z)?|Mrz|Mar(?:ch)?|Apr(?:il)?|Mai|May|Jun[ie]?|Jul[iy]?|Aug(?:ust)?
    |Sept?(?:ember)?|O[kc]t(?:ober)?|Nov(?:ember)?|De[zc](?:ember)?)
"""
_NO_DAY = r"(?<![0-9]\s)(?<![0-9]\.)(?<![0-9]\.\s)"  # else "31. April 2023" would be April
_PATTERNS = tuple(
    re.compile(pattern, re.VERBOSE | re.IGNORECASE)
    for pattern in (
        r"(?<![\w-])(?P<year>(?:19|20)[0-9]{2})(?P<sep>[-/])(?P<month>[0-9]{2})(?:(?P=sep)(?P<day>[0-9]{2}))?(?![0-9-])",  # 2023-09-13
        r"(?<![\w.])(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})\.(?:\s?(?P<year>[0-9]{4}|[0-9]{2})(?![0-9]|[.:][0-9]))?",  # 13.09.2023
        rf"\b(?P<day>[0-9]{{1,2}})(?:\.\s?|\s+){_NAMES}\b\.?(?:,?\s+(?P<year>[0-9]{{4}})\b)?",  # 13. September 2023
        rf"{_NO_DAY}\b{_NAMES}\b\.?\s+(?P<day>[0-9]{{1,2}})\b(?!\.?[0-9])(?:,?\s+(?P<year>[0-9]{{4}})\b)?",  # September 13, 2023
        rf"{_NO_DAY}\b{_NAMES}\b\.?\s+(?P<year>[0-9]{{4}})\b",  # September 2023
        rf"(?<!\w)(?P<day>[0-9]{{2}})(?P<hour>[0-9]{{2}})(?P<minute>[0-9]{{2}})\s{_NAMES}\s(?P<year>[0-9]{{2}})\b",  # 131430 Sep 23, at the foot of IPTC 7901
        r"\b(?:date|datum|stand)\b\s*:?\s*(?P<year>(?:19|20)[0-9]{2})\b(?![-./]?[0-9])",  # Stand 2023
    )
)
_CLOCK = re.compile(
    r"""
    (?:T | ,?\s+(?:um\s+)? | \s*(?:[-–—/|]|[+]{2,3})\s*)
    (?P<hour>[01]?[0-9]|2[0-3])
    (?: (?P<sep>[:.]) (?P<minute>[0-5][0-9]) (?: :(?P<second>[0-5][0-9]) (?:[.,][0-9]+)? )? )?
    (?P<oclock>\s*Uhr\b)?
    \s*(?P<zone>MESZ|CEST|MEZ|CET|UTC|GMT|Z|[+-][0-9]{2}:?[0-9]{2})?(?![\w:])
    """,
    re.VERBOSE,
)
_MONTHS = {name: number for number, names in enumerate("jan jän|feb|mär mrz mar|apr|mai may|jun|jul|aug|sep|okt oct|nov|dez dec".split("|"), 1) for name in names.split()}
_ZONES = {"MESZ": "+02:00", "CEST": "+02:00", "MEZ": "+01:00", "CET": "+01:00", "UTC": "Z", "GMT": "Z", "Z": "Z"}
_CENTURY_TURNS = 70  # a two-digit year from here on is of the last century: agencies' archives begin in the seventies


@dataclass(frozen=True, slots=True)
class WrittenDate:
    edtf: str
    span: Span


def find_date(text: str, start: int, stop: int) -> WrittenDate | None:
    """The first date in a stretch of text, with the time behind it; a day without a year keeps it open: `XXXX-09-13`."""
    dates = [date for pattern in _PATTERNS for date in _dates_of(pattern, text, start, stop)]
    return min(dates, key=lambda date: (date.span.start, -date.span.stop), default=None)


def _dates_of(pattern: re.Pattern[str], text: str, start: int, stop: int) -> list[WrittenDate]:
    for match in pattern.finditer(text, start, stop):
        parts = match.groupdict()
        day = _day(parts)
        if not is_edtf(day):
            continue
        if parts.get("hour"):
            timed = f"{day}T{parts['hour']}:{parts['minute']}"
            return [WrittenDate(timed if is_edtf(timed) else day, Span(*match.span()))]
        return [_with_clock(day, match, text, stop)]
    return []


def _day(parts: dict[str, str | None]) -> str:
    year = parts.get("year") or "XXXX"
    if len(year) == 2:  # noqa: PLR2004
        year = f"{19 if int(year) >= _CENTURY_TURNS else 20}{year}"
    name = parts.get("name")
    month = str(_MONTHS[name.lower().replace("a\u0308", "ä")[:3]]) if name else parts.get("month")
    return "-".join([year, *(part.zfill(2) for part in (month, parts.get("day")) if part)])


def _with_clock(day: str, date: re.Match[str], text: str, stop: int) -> WrittenDate:
    clock = _CLOCK.match(text, date.end(), stop)
    if not clock or not (clock["oclock"] or clock["zone"] or clock["sep"] == ":"):
        return WrittenDate(day, Span(*date.span()))
    zone = clock["zone"] or ""
    zone = _ZONES.get(zone) or (f"{zone[:3]}:{zone[-2:]}" if zone else "")
    timed = f"{day}T{clock['hour'].zfill(2)}:{clock['minute']}{':' + clock['second'] if clock['second'] else ''}{zone}"
    return WrittenDate(timed if is_edtf(timed) else day, Span(date.start(), clock.end()))
