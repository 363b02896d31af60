import pytest

from lagebild.domain.moment import Basis, Time, TimeKind, Timex
from lagebild.domain.span import Span
from lagebild.exports.days import bounds, days_in_passing, meaning
from lagebild.lexicon.labels import Labels

DE, EN = Labels.of("de"), Labels.of("en")


def undated(value: str, kind: TimeKind = TimeKind.DATE) -> Time:
    return Time("t1", Span(0, 1), kind, None, None, None, Basis.UNRESOLVED, Timex(kind.upper(), value))


def dated(edtf: str, first: str = "", last: str = "") -> Time:
    return Time("t1", Span(0, 1), TimeKind.DATE, edtf, first or edtf, last or edtf, Basis.ISSUED, Timex("DATE", edtf))


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("P10Y", "10 Jahre", "10 years"),
        ("P1DE", "1 Jahrzehnt", "1 decade"),
        ("PT52M", "52 Minuten", "52 minutes"),
        ("P3M", "3 Monate", "3 months"),
        ("P2.5Y", "2.5 Jahre", "2.5 years"),
        ("P2W/P3W", "2 Wochen bis 3 Wochen", "2 weeks to 3 weeks"),
        ("T14:00/T18:00", "14:00 Uhr bis 18:00 Uhr", "14:00 to 18:00"),
        ("T05:40", "05:40 Uhr", "05:40"),
        ("XXXX-XX-XXT05:40", "05:40 Uhr", "05:40"),
        ("PRESENT_REF", "jetzt", "now"),
        ("XXXX-WXX-4", "", ""),
        ("XXXX-10", "", ""),
    ],
)
def test_a_time_without_a_date_is_said_in_words(value: str, german: str, english: str) -> None:
    assert (meaning(undated(value), DE), meaning(undated(value), EN)) == (german, english)


@pytest.mark.parametrize(("value", "words"), [("P1Y", "je Jahr"), ("P10D", "alle 10 Tage")])
def test_what_comes_again_says_how_often(value: str, words: str) -> None:
    assert meaning(undated(value, TimeKind.SET), DE) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-01", "2025-01"),
        ("2025-23", "Herbst 2025"),
        ("2025-34", "2. Quartal 2025"),
        ("2025-11-17/2025-11-23", "2025-11-17 bis 2025-11-23"),
        ("[2025-11-17..2025-11-23]", "ein Tag zwischen 2025-11-17 und 2025-11-23"),
        ("[2025-05-07,2025-05-14,2025-05-21]", "einer von 2025-05-07, 2025-05-14, 2025-05-21"),
    ],
)
def test_edtf_is_said_in_words(edtf: str, words: str) -> None:
    assert meaning(dated(edtf), DE) == words


def test_many_days_are_counted_in_passing_and_few_are_named() -> None:
    assert days_in_passing(dated("[2025-05-07,2025-05-14,2025-05-21]"), DE) == "einer von 3 Tagen"
    assert days_in_passing(dated("[2025-05-07,2025-05-14]"), DE) == "einer von 2025-05-07, 2025-05-14"


def test_bounds_are_told_only_where_they_say_more() -> None:
    assert bounds(dated("2026", "2026-01-01", "2026-12-31"), DE) == ""
    assert bounds(dated("2025-02", "2025-02-01", "2025-02-28"), DE) == ""
    assert bounds(dated("[2025-05-07,2025-05-14]", "2025-05-07", "2025-05-14"), DE) == ""
    assert bounds(dated("2026", "2026-09-01", "2026-12-31"), DE) == "2026-09-01 bis 2026-12-31"
    assert bounds(dated("2025-02", "2025-02-01", "2025-02-10"), DE) == "2025-02-01 bis 2025-02-10"
    assert bounds(dated("2025-24", "2025-12-01", "2026-02-28"), EN) == "2025-12-01 to 2026-02-28"
