"""TIMEX3 for days: what EDTF writes as an interval or a number has a code there."""

import re
from datetime import date

from lagebild.understanding.calendars import Days, plus

_CODES = {"21": "SP", "22": "SU", "23": "FA", "24": "WI", "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}
_CODED = re.compile(r"(\d{4})-(2[1-4]|3[3-6])")


def timex_of(days: Days) -> str:
    """TIMEX3 for days: `2023-W37`, `2023-Q4`, `2023-SU` and `199` where EDTF has an interval, a number or an X."""
    if quarter_or_season := _CODED.fullmatch(days.edtf):
        return f"{quarter_or_season[1]}-{_CODES[quarter_or_season[2]]}"
    first, _, last = days.edtf.partition("/")
    if last and len(first) == len("2023-09-11") and plus(date.fromisoformat(first), 6).isoformat() == last and date.fromisoformat(first).weekday() == 0:
        return week_of(days)
    return days.edtf.rstrip("X")


def week_of(days: Days) -> str:
    """The ISO week of the first day: 2023-W37."""
    year_of_week, week, _ = date.fromisoformat(days.earliest).isocalendar()
    return f"{year_of_week}-W{week:02}"
