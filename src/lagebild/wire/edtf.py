"""Whether a date is EDTF (ISO 8601-2): its syntax and the calendar, nothing about what it dates."""

import re
from calendar import isleap

_MARK = "[~?%]?"  # approximate, uncertain, both: behind or before any part
_DAY = re.compile(
    rf"{_MARK}(?P<year>[0-9X]{{4}}){_MARK}(?:-{_MARK}(?P<month>[0-9X]{{2}}){_MARK}(?:-{_MARK}(?P<day>[0-9X]{{2}}){_MARK})?)?",
)
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?")
_EXACT_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_edtf(value: str) -> bool:
    """Year, month or day with X for unknown digits and ~ ? % for doubt, a day with a time, an interval a/b, or one of a set [a,b..c].

    Seasons, years beyond four digits and sets of several dates meant at once are left out: nothing is published on those.
    """
    if value.startswith("[") and value.endswith("]"):
        return all(map(_is_choice, value[1:-1].split(",")))
    if "/" in value:
        first, _, last = value.partition("/")
        return _is_range(first, last, open_ends=("", ".."))
    return _is_moment(value)


def _is_choice(value: str) -> bool:
    if ".." not in value:
        return _is_moment(value)
    first, _, last = value.partition("..")
    return _is_range(first, last, open_ends=("",))


def _is_range(first: str, last: str, *, open_ends: tuple[str, ...]) -> bool:
    ends = [end for end in (first, last) if end not in open_ends]
    if not ends or not all(map(_is_moment, ends)):
        return False
    return len(ends) == 1 or not _is_behind(first, last)


def _is_behind(first: str, last: str) -> bool:
    """Whether even the earliest reading of the first comes after the latest reading of the last, as far as both say."""
    earliest, latest = (re.sub(r"[~?%]", "", end).partition("T")[0] for end in (first, last))
    shared = min(len(earliest), len(latest))
    return earliest.replace("X", "0")[:shared] > latest.replace("X", "9")[:shared]


def _is_moment(value: str) -> bool:
    day, marked, time = value.partition("T")
    if marked and not (_TIME.fullmatch(time) and _EXACT_DAY.fullmatch(day)):
        return False
    parts = _DAY.fullmatch(day)
    return parts is not None and _is_on_calendar(parts["year"], parts["month"], parts["day"])


def _is_on_calendar(year: str, month: str | None, day: str | None) -> bool:
    if month is None:
        return True
    months = [number for number in range(1, 13) if _may_be(month, number)]
    if not months or day is None:
        return bool(months)
    longest = max(_LENGTHS[number - 1] for number in months)
    if months == [2] and "X" not in year and not isleap(int(year)):
        longest = 28
    return any(_may_be(day, number) for number in range(1, longest + 1))


def _may_be(digits: str, number: int) -> bool:
    return all(digit in ("X", said) for digit, said in zip(digits, f"{number:02}", strict=True))
