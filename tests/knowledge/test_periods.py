import pytest

from lagebild.knowledge.periods import first_day, last_day


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2014-05-25", "2014-05-25", "2014-05-25"),
        ("2014-02", "2014-02-01", "2014-02-28"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("2014~", "2013-01-01", "2015-12-31"),
        (None, "0000-01-01", "9999-12-31"),
    ],
)
def test_bounds_of_a_period(edtf: str | None, first: str, last: str) -> None:
    assert (first_day(edtf), last_day(edtf)) == (first, last)
