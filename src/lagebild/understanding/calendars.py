"""Days that words may mean, reckoned honestly from what is known of the day of issue; written as EDTF (ISO 8601-2)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from lagebild.domain.event import Tense

_ISSUED = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?")


@dataclass(frozen=True, slots=True)
class Days:
    """EDTF and the first and last day it allows, as ISO days; an end that is open has none."""

    edtf: str
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class Issued:
    """The day of issue as far as it is known: each part may be missing from the right."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def issued_of(edtf: str | None) -> Issued | None:
    """The day, month or year of issue; None where it is not known that well."""
    match = _ISSUED.fullmatch(edtf or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if month == 0 or day == 0:
        return None
    try:
        issued = Issued(year or 0, month, day)
        return issued if issued.first <= issued.last else None
    except ValueError:
        return None


_HALF_A_YEAR = 6
_YEARS = {"DE": 10, "CE": 100, "ML": 1000}


def is_year(number: int) -> bool:
    """Whether dates can have that year; reckoning from the ends of the calendar may leave it."""
    return date.min.year <= number <= date.max.year


def year(number: int) -> Days:
    return Days(f"{number:04}", f"{number:04}-01-01", f"{number:04}-12-31")


def month(number: int, of_year: int) -> Days:
    return Days(f"{of_year:04}-{number:02}", f"{of_year:04}-{number:02}-01", f"{of_year:04}-{number:02}-{monthrange(of_year, number)[1]:02}")


def day(value: date) -> Days:
    return Days(value.isoformat(), value.isoformat(), value.isoformat())


def day_of(of_year: int, of_month: int, number: int) -> Days | None:
    """A calendar day, or None where there is none such (31 February)."""
    try:
        return day(date(of_year, of_month, number))
    except ValueError:
        return None


def stretch_of_days(first: date, last: date) -> Days:
    """Some day from the first to the last: one of a set."""
    return day(first) if first == last else Days(f"[{first.isoformat()}..{last.isoformat()}]", first.isoformat(), last.isoformat())


def interval(first: Days, last: Days) -> Days:
    return Days(f"{first.edtf}/{last.edtf}", first.earliest, last.latest)


def weekday(number: int, issued: Issued, tense: Tense, shift: int | None) -> Days | None:
    """The weekday nearest to the day of issue, on the side that the tense says; with a month alone, any such day of it."""
    if issued.day is not None:
        back = (issued.first.weekday() - number) % 7
        ahead = (number - issued.first.weekday()) % 7
        # In the present a weekday is the nearest: "am Samstag beginnt", but also "am Samstag gibt es einen Unfall"
        forward = shift > 0 if shift else tense is Tense.FUTURE or (tense is Tense.PRESENT and ahead <= back)
        days = ahead if forward else -back
        if shift and days == 0:
            days = 7 if forward else -7
        return day(plus(issued.first, days))
    if issued.month is None:
        return None
    days_of_month = (date(issued.year, issued.month, n) for n in range(1, issued.last.day + 1))
    fitting = [d.isoformat() for d in days_of_month if d.weekday() == number]
    return Days(f"[{','.join(fitting)}]", fitting[0], fitting[-1])


def offset(issued: Issued, days: int) -> Days:
    """So many days from the day of issue."""
    return stretch_of_days(plus(issued.first, days), plus(issued.last, days))


def shifted(unit: str, shift: int, issued: Issued) -> Days | None:
    """The week, month, quarter or year so many before or after that of issue."""
    if unit == "Y":
        return year(issued.year + shift) if is_year(issued.year + shift) else None
    if unit == "M" and issued.month:
        total = issued.year * 12 + issued.month - 1 + shift
        return month(total % 12 + 1, total // 12) if is_year(total // 12) else None
    if unit == "Q" and issued.month:
        total = issued.year * 4 + (issued.month - 1) // 3 + shift
        return quarter(total % 4 + 1, total // 4) if is_year(total // 4) else None
    if unit == "W" and issued.day:
        monday = plus(issued.first, 7 * shift - issued.first.weekday())
        return Days(f"{monday.isoformat()}/{plus(monday, 6).isoformat()}", monday.isoformat(), plus(monday, 6).isoformat())
    return offset(issued, shift) if unit == "D" else _stretch_of_years(issued.year, _YEARS[unit], shift) if unit in _YEARS else None


def _stretch_of_years(of_year: int, length: int, shift: int) -> Days | None:
    """The decade, century or millennium so many before or after that of a year: `199X`, `19XX`."""
    first = (of_year // length + shift) * length
    if not is_year(first) or not is_year(first + length - 1):
        return None
    return Days(f"{first:04}".removesuffix(f"{length}"[1:]) + f"{length}"[1:].replace("0", "X"), f"{first:04}-01-01", f"{first + length - 1:04}-12-31")


def ago(unit: str, number: int, issued: Issued) -> Days | None:
    """So many units before (negative) or after the day of issue; as precise as the unit."""
    if unit in ("D", "W"):
        return offset(issued, number * (7 if unit == "W" else 1)) if unit == "D" or issued.day else None
    scale = _YEARS.get(unit, 1)
    return shifted("Y" if unit in ("Y", *_YEARS) else unit, number * scale, issued)


def stretch(unit: str, number: int, issued: Issued) -> Days | None:
    """The so many units up to the day of issue (negative) or from it on."""
    other = ago(unit, number, issued)
    here = ago(unit, 0, issued)
    if other is None or here is None or "[" in other.edtf or "[" in here.edtf:
        return None
    return interval(other, here) if number < 0 else interval(here, other)


def quarter(number: int, of_year: int) -> Days:
    first, last = month(3 * number - 2, of_year), month(3 * number, of_year)
    return Days(f"{of_year:04}-{32 + number}", first.earliest, last.latest)  # ISO 8601-2: 33 to 36 are the quarters


def season(code: int, of_year: int) -> Days:
    """EDTF seasons; meteorological, winter runs into the next year."""
    start = {21: 3, 22: 6, 23: 9, 24: 12}[code]
    if of_year == date.max.year:
        return Days(f"{of_year:04}-{code}", f"{of_year:04}-{start:02}-01", f"{of_year:04}-12-31")
    end = date(of_year + (code == 24), (start + 2 - 1) % 12 + 1, 1)  # noqa: PLR2004
    return Days(f"{of_year:04}-{code}", f"{of_year:04}-{start:02}-01", f"{end.year:04}-{end.month:02}-{monthrange(end.year, end.month)[1]:02}")


def night_to(days: Days) -> Days:
    """The night that ends on a day: from the day before."""
    if days.earliest != days.latest:
        return days
    before = plus(date.fromisoformat(days.earliest), -1).isoformat()
    return Days(f"{before}/{days.edtf}", before, days.latest)


def offset_of(week: Days, number: int) -> Days:
    """A weekday of a week."""
    return day(plus(date.fromisoformat(week.earliest), number))


def half(number: int, of_year: int) -> Days:
    """The first or second half of a year; EDTF has no code for it, so the months."""
    first, last = month(6 * number - 5, of_year), month(6 * number, of_year)
    return Days(f"{first.edtf}/{last.edtf}", first.earliest, last.latest)


def half_of_month(number: int, of_month: int, of_year: int) -> Days:
    """The days to the 15th, or from the 16th on."""
    whole = month(of_month, of_year)
    first, last = (whole.earliest, f"{whole.edtf}-15") if number == 1 else (f"{whole.edtf}-16", whole.latest)
    return Days(f"{first}/{last}", first, last)


def weekend(issued: Issued, tense: Tense, shift: int | None) -> Days | None:
    """Saturday and Sunday, the nearest on the side that the tense or the adjective says."""
    saturday = weekday(5, issued, tense, shift) if issued.day is not None else None
    if saturday is None:
        return None
    sunday = plus(date.fromisoformat(saturday.edtf), 1).isoformat()
    return Days(f"{saturday.edtf}/{sunday}", saturday.earliest, sunday)


def part(days: Days, modifier: str) -> Days:
    """The start, middle or end of a month or year: the same EDTF, narrower bounds (thirds)."""
    first, last = date.fromisoformat(days.earliest), date.fromisoformat(days.latest)
    third = (last - first).days // 3
    if modifier == "START":
        return Days(days.edtf, days.earliest, plus(first, third).isoformat())
    if modifier == "END":
        return Days(days.edtf, plus(last, -third).isoformat(), days.latest)
    return Days(days.edtf, plus(first, third).isoformat(), plus(last, -third).isoformat())


def nearest_year(of_month: int, issued: Issued, tense: Tense) -> int:
    """The year of a month named without one: that of issue, unless the tense puts it on the other side; in the present the nearest month."""
    if issued.month is None:
        return issued.year
    if tense is Tense.FUTURE and of_month < issued.month:
        return min(issued.year + 1, date.max.year)
    if tense is Tense.PRESENT and abs(of_month - issued.month) > _HALF_A_YEAR:
        return min(issued.year + 1, date.max.year) if of_month < issued.month else max(issued.year - 1, date.min.year)
    return max(issued.year - 1, date.min.year) if tense is Tense.PAST and of_month > issued.month else issued.year


def plus(value: date, days: int) -> date:
    """So many days on, stopping where the calendar does."""
    try:
        return value + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
