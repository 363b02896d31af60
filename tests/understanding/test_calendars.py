"""Days reckoned from the day of issue: never surer than what is known of it, never off the calendar."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lagebild.domain.event import Tense
from lagebild.pipeline import Pipeline
from lagebild.understanding import calendars, holidays
from lagebild.understanding.calendars import Days, Issued, issued_of
from lagebild.wire import Overrides, parse_agency_text
from lagebild.wire.edtf import is_edtf

WEDNESDAY = Issued(2023, 9, 13)
MONDAY, THURSDAY = 0, 3
UNITS = ("D", "W", "M", "Q", "Y", "DE", "CE", "TH")

dates = st.dates()
# A year off either end, so that no shift by days that a dispatch may name leaves the calendar from an issue known only by its month.
inner_dates = st.dates(date(30, 1, 1), date(9970, 12, 31))
tenses = st.sampled_from(Tense)
shifts = st.sampled_from([None, -1, 1])


def issued_in(day: date, parts: int) -> Issued:
    return Issued(*(day.year, day.month, day.day)[:parts])


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("2023", Issued(2023)),
        ("2023-09", Issued(2023, 9)),
        ("2023-09-13", WEDNESDAY),
        ("2023-09-13T14:30+02:00", WEDNESDAY),
        ("2024-02-29", Issued(2024, 2, 29)),
        ("0001-01-01", Issued(1, 1, 1)),
        ("9999-12-31", Issued(9999, 12, 31)),
    ],
)
def test_a_day_of_issue(edtf: str, issued: Issued) -> None:
    assert issued_of(edtf) == issued


@pytest.mark.parametrize("edtf", [None, "", "gestern", "0000", "2023-13", "2023-02-29", "2023-XX-13", "2023~", "[2023-09-13,2023-09-20]", "2023-09/2023-10", "2023-09-13\n"])
def test_no_day_of_issue(edtf: str | None) -> None:
    assert issued_of(edtf) is None


@pytest.mark.parametrize("edtf", ["2023-00", "2023-09-00"])
def test_month_and_day_zero_are_no_day_of_issue(edtf: str) -> None:
    assert issued_of(edtf) is None


def test_what_is_known_of_the_issue_bounds_it() -> None:
    assert (Issued(2024, 2).first, Issued(2024, 2).last) == (date(2024, 2, 1), date(2024, 2, 29))
    assert (Issued(2023).first, Issued(2023).last) == (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("number", "tense", "shift", "day"),
    [
        (2, Tense.PAST, None, "2023-09-13"),  # "am Mittwoch" in Wednesday's dispatch is today
        (2, Tense.FUTURE, None, "2023-09-13"),
        (MONDAY, Tense.PAST, None, "2023-09-11"),
        (MONDAY, Tense.PRESENT, None, "2023-09-11"),
        (MONDAY, Tense.FUTURE, None, "2023-09-18"),
        (THURSDAY, Tense.PAST, None, "2023-09-07"),
        (THURSDAY, Tense.FUTURE, None, "2023-09-14"),
        (MONDAY, Tense.PAST, 1, "2023-09-18"),  # "kommenden Montag" whatever the tense
        (THURSDAY, Tense.FUTURE, -1, "2023-09-07"),
        (2, Tense.PAST, 1, "2023-09-20"),
        (2, Tense.FUTURE, -1, "2023-09-06"),
    ],
)
def test_a_weekday_lies_where_the_tense_says(number: int, tense: Tense, shift: int | None, day: str) -> None:
    assert calendars.weekday(number, WEDNESDAY, tense, shift) == Days(day, day, day)


def test_a_weekday_of_a_known_month_is_one_of_several() -> None:
    wednesdays = "[2023-09-06,2023-09-13,2023-09-20,2023-09-27]"
    assert calendars.weekday(2, Issued(2023, 9), Tense.PAST, None) == Days(wednesdays, "2023-09-06", "2023-09-27")
    assert calendars.weekday(2, Issued(2023), Tense.PAST, None) is None


@given(st.dates(date(1, 1, 8), date(9999, 12, 24)), st.integers(0, 6), tenses, shifts)
def test_a_weekday_is_one_within_a_week(day: date, number: int, tense: Tense, shift: int | None) -> None:
    days = calendars.weekday(number, issued_in(day, 3), tense, shift)
    assert days is not None and days.earliest == days.latest
    off = (date.fromisoformat(days.edtf) - day).days
    assert date.fromisoformat(days.edtf).weekday() == number and abs(off) <= 7
    assert off != 0 if shift else abs(off) < 7
    if shift or tense is not Tense.PRESENT:
        assert off == 0 or (off > 0) == (shift > 0 if shift else tense is Tense.FUTURE)
    else:
        assert abs(off) <= 3  # the nearest


@pytest.mark.parametrize(
    ("unit", "shift", "days"),
    [
        ("D", -1, Days("2023-09-12", "2023-09-12", "2023-09-12")),
        ("W", -1, Days("2023-09-04/2023-09-10", "2023-09-04", "2023-09-10")),
        ("W", 0, Days("2023-09-11/2023-09-17", "2023-09-11", "2023-09-17")),
        ("M", 1, Days("2023-10", "2023-10-01", "2023-10-31")),
        ("M", -9, Days("2022-12", "2022-12-01", "2022-12-31")),
        ("M", 5, Days("2024-02", "2024-02-01", "2024-02-29")),
        ("Y", -1, Days("2022", "2022-01-01", "2022-12-31")),
        ("TH", 1, None),
    ],
)
def test_units_before_and_after_that_of_issue(unit: str, shift: int, days: Days | None) -> None:
    assert calendars.shifted(unit, shift, WEDNESDAY) == days


def test_a_unit_finer_than_the_issue_cannot_be_dated() -> None:
    assert calendars.shifted("M", -1, Issued(2023)) is None
    assert calendars.shifted("W", -1, Issued(2023, 9)) is None
    assert calendars.ago("W", -2, Issued(2023, 9)) is None


@pytest.mark.parametrize(
    ("unit", "number", "edtf"),
    [
        ("D", -3, "2023-09-10"),
        ("W", -2, "2023-08-30"),
        ("M", -2, "2023-07"),
        ("Y", -10, "2013"),
        ("Y", 3, "2026"),
        ("DE", -2, "2003"),
        ("CE", -1, "1923"),
        ("CE", -21, None),
        ("Y", 9_000, None),
    ],
)
def test_units_ago_are_as_precise_as_the_unit(unit: str, number: int, edtf: str | None) -> None:
    days = calendars.ago(unit, number, WEDNESDAY)
    assert (days and days.edtf) == edtf


def test_days_from_an_issue_known_by_its_month_are_a_stretch() -> None:
    assert calendars.offset(Issued(2023, 9), -1) == Days("[2023-08-31..2023-09-29]", "2023-08-31", "2023-09-29")
    assert calendars.offset(WEDNESDAY, 18) == Days("2023-10-01", "2023-10-01", "2023-10-01")


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [(1, "2024-01-01", "2024-03-31"), (2, "2024-04-01", "2024-06-30"), (3, "2024-07-01", "2024-09-30"), (4, "2024-10-01", "2024-12-31")],
)
def test_quarters(number: int, first: str, last: str) -> None:
    assert calendars.quarter(number, 2024) == Days(f"2024-{32 + number}", first, last)


@pytest.mark.parametrize(
    ("code", "year", "first", "last"),
    [
        (21, 2023, "2023-03-01", "2023-05-31"),
        (22, 2023, "2023-06-01", "2023-08-31"),
        (23, 2023, "2023-09-01", "2023-11-30"),
        (24, 2022, "2022-12-01", "2023-02-28"),
        (24, 2023, "2023-12-01", "2024-02-29"),
        (24, 9999, "9999-12-01", "9999-12-31"),
        (21, 1, "0001-03-01", "0001-05-31"),
    ],
)
def test_seasons(code: int, year: int, first: str, last: str) -> None:
    assert calendars.season(code, year) == Days(f"{year:04}-{code}", first, last)


@pytest.mark.parametrize(("modifier", "first", "last"), [("START", "2023-09-01", "2023-09-10"), ("MID", "2023-09-10", "2023-09-21"), ("END", "2023-09-21", "2023-09-30")])
def test_parts_of_a_month_are_thirds_that_touch(modifier: str, first: str, last: str) -> None:
    assert calendars.part(calendars.month(9, 2023), modifier) == Days("2023-09", first, last)


def test_a_day_has_no_parts() -> None:
    day = calendars.day(date(2023, 9, 13))
    assert [calendars.part(day, modifier) for modifier in ("START", "MID", "END")] == [day] * 3


@pytest.mark.parametrize(
    ("month", "tense", "year"),
    [(8, Tense.PAST, 2023), (11, Tense.PAST, 2022), (11, Tense.FUTURE, 2023), (8, Tense.FUTURE, 2024), (9, Tense.PAST, 2023), (9, Tense.FUTURE, 2023), (8, Tense.PRESENT, 2023)],
)
def test_a_month_without_a_year_lies_on_the_side_of_the_tense(month: int, tense: Tense, year: int) -> None:
    assert calendars.nearest_year(month, WEDNESDAY, tense) == year
    assert calendars.nearest_year(month, Issued(2023), tense) == 2023


def test_days_that_the_calendar_lacks() -> None:
    assert calendars.day_of(2023, 2, 29) is None
    assert calendars.day_of(0, 1, 1) is None
    assert calendars.day_of(2024, 2, 29) == Days("2024-02-29", "2024-02-29", "2024-02-29")


def test_an_interval_runs_from_the_first_day_to_the_last() -> None:
    assert calendars.interval(calendars.month(2, 2024), calendars.year(2025)) == Days("2024-02/2025", "2024-02-01", "2025-12-31")


@given(dates, st.integers(0, 400))
def test_a_stretch_of_days_keeps_its_ends(first: date, length: int) -> None:
    last = min(date.max, first + timedelta(days=min(length, (date.max - first).days)))
    days = calendars.stretch_of_days(first, last)
    assert (days.earliest, days.latest) == (first.isoformat(), last.isoformat()) and is_edtf(days.edtf)


def reckoned(issued: Issued, number: int, tense: Tense, shift: int | None) -> Iterator[Days | None]:
    """Whatever rules ask of a day of issue."""
    yield from (calendars.weekday(weekday, issued, tense, shift) for weekday in range(7))
    yield from (calendars.ago(unit, number, issued) for unit in UNITS)
    yield from (calendars.shifted(unit, shift or 0, issued) for unit in UNITS)
    yield from (calendars.season(code, issued.year) for code in (21, 22, 23, 24))
    yield from (calendars.quarter(quarter, issued.year) for quarter in (1, 2, 3, 4))
    yield from (calendars.part(days, modifier) for days in (calendars.year(issued.year), calendars.month(issued.month or 2, issued.year)) for modifier in ("START", "MID", "END"))
    yield calendars.offset(issued, number)


def assert_runs_forward(days: Days) -> None:
    assert date.fromisoformat(days.earliest) <= date.fromisoformat(days.latest)
    seasonal = days.edtf[4:5] == "-" and days.edtf[5:].isdigit() and int(days.edtf[5:]) > 20  # which the door lets no one issue on
    assert seasonal or is_edtf(days.edtf)


@given(dates, st.integers(-9999, 9999), tenses, shifts)
@example(date.max, 9999, Tense.FUTURE, 1)
@example(date.min, -9999, Tense.PAST, -1)
def test_any_day_of_issue_gives_days_that_run_forward(day: date, number: int, tense: Tense, shift: int | None) -> None:
    for days in filter(None, reckoned(issued_in(day, 3), number, tense, shift)):
        assert_runs_forward(days)


@given(inner_dates, st.sampled_from([1, 2]), st.integers(-9999, 9999), tenses, shifts)
def test_any_month_or_year_of_issue_gives_days_that_run_forward(day: date, parts: int, number: int, tense: Tense, shift: int | None) -> None:
    for days in filter(None, reckoned(issued_in(day, parts), number, tense, shift)):
        assert_runs_forward(days)


@given(dates, st.sampled_from([1, 2]), st.integers(-9999, 9999), tenses, shifts)
def test_no_month_or_year_of_issue_raises(day: date, parts: int, number: int, tense: Tense, shift: int | None) -> None:
    assert list(reckoned(issued_in(day, parts), number, tense, shift))


@pytest.mark.parametrize(("issued", "days"), [(Issued(9999, 11), 40), (Issued(1, 2), -40)])
def test_a_stretch_at_the_end_of_the_calendar_runs_forward(issued: Issued, days: int) -> None:
    assert_runs_forward(calendars.offset(issued, days))


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("Am Montag wird er kommen.", "9999-12-31"),
        ("Vor 9999 Tagen kam er an.", "0001-01-01"),
        ("Vor 99 Jahrhunderten kam er an.", "2023-09-13"),
        ("Im vergangenen Winter brannte der Wald.", "0001-05-02"),
        ("Im vergangenen Sommer brannte der Wald.", "0001-05-02"),
    ],
)
def test_no_rule_raises_at_the_ends_of_the_calendar(pipeline: Pipeline, text: str, issued: str) -> None:
    assert pipeline.read(parse_agency_text(text, origin="here", overrides=Overrides(issued=issued))).times


@pytest.mark.parametrize(
    ("text", "issued"),
    [("Im vergangenen Mai wurde gewählt.", "0001-03"), ("Im kommenden Mai wird gewählt.", "9999-06"), ("Im vergangenen Winter brannte der Wald.", "0001-05")],
)
def test_no_time_lies_off_the_calendar(pipeline: Pipeline, text: str, issued: str) -> None:
    record = pipeline.read(parse_agency_text(text, origin="here", overrides=Overrides(issued=issued)))
    assert record.times
    for time in record.times:
        assert time.edtf is None or (time.earliest and time.latest and date.fromisoformat(time.earliest) <= date.fromisoformat(time.latest))


@pytest.mark.parametrize(("year", "day"), [(2024, "2024-03-31"), (2025, "2025-04-20"), (2008, "2008-03-23"), (2038, "2038-04-25"), (1961, "1961-04-02")])
def test_easter(year: int, day: str) -> None:
    assert holidays.easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("name", "issued", "tense", "day"),
    [
        ("Karfreitag", "2025-04-22", Tense.PAST, "2025-04-18"),
        ("Pfingsten", "2025-04-22", Tense.FUTURE, "2025-06-08"),
        ("Silvester", "2025-01-02", Tense.PAST, "2024-12-31"),
        ("Neujahr", "2025-12-28", Tense.FUTURE, "2026-01-01"),
        ("Weihnachten", "2025-12-20", Tense.PRESENT, "2025-12-25"),
    ],
)
def test_a_holiday_is_the_nearest_on_the_side_that_the_tense_says(name: str, issued: str, tense: Tense, day: str) -> None:
    assert holidays.nearest(name, date.fromisoformat(issued), tense).isoformat() == day
