"""Dates in copy become EDTF exactly as precise as they are written."""

import pytest

from lagebild.wire.dates import find_date


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2023-09", "2023-09"),
        ("2023-09-13", "2023-09-13"),
        ("2023/09/13", "2023-09-13"),
        ("13.09.2023", "2023-09-13"),
        ("3.9.2023", "2023-09-03"),
        ("13.09.23", "2023-09-13"),
        ("13.09.89", "1989-09-13"),
        ("13. September 2023", "2023-09-13"),
        ("15.Jän 2026", "2026-01-15"),
        ("1. Ma\u0308rz 2024", "2024-03-01"),
        ("September 2023", "2023-09"),
        ("12. Mär", "XXXX-03-12"),
        ("12.9.", "XXXX-09-12"),
        ("March 12, 2024", "2024-03-12"),
        ("Datum: 2023", "2023"),
        ("13.09.2023 14:30", "2023-09-13T14:30"),
        ("13.09.2023, 14.30 Uhr", "2023-09-13T14:30"),
        ("13. September 2023 um 9:05 Uhr MESZ", "2023-09-13T09:05+02:00"),
        ("13.01.2023, 14.30 MEZ", "2023-01-13T14:30+01:00"),
        ("2023-09-13T14:30:05Z", "2023-09-13T14:30:05Z"),
        ("2023-09-13 14:30 +0200", "2023-09-13T14:30+02:00"),
        ("131430 Sep 23", "2023-09-13T14:30"),
    ],
)
def test_a_date_as_written(written: str, edtf: str) -> None:
    found = find_date(f"vor {written} nach", 0, len(written) + 9)
    assert found is not None
    assert (found.edtf, found.span.start, found.span.stop) == (edtf, 4, 4 + len(written))


@pytest.mark.parametrize("written", ["31.09.2023", "2023-13", "29. Februar 2023", "Platz 3", "30309 Berlin", "5:0", "v1.2.3.4", "im Mai"])
def test_what_is_no_day_of_the_calendar_is_no_date(written: str) -> None:
    assert find_date(written, 0, len(written)) is None


@pytest.mark.parametrize("written", ["13.09.2023, 14 Uhr", "13.09.2023, 14.30", "12. März, 8:15 Uhr"])
def test_a_time_that_edtf_cannot_say_is_left_out(written: str) -> None:
    found = find_date(written, 0, len(written))
    assert found is not None
    assert "T" not in found.edtf
