"""Times of whole classes: what they are read as on Wednesday, 15 May 2024."""

import pytest

from lagebild.domain.record import Record
from lagebild.pipeline import Pipeline
from lagebild.understanding.numerals import number_of
from lagebild.wire import Overrides, parse_agency_text


@pytest.mark.parametrize(
    ("text", "words", "edtf", "value"),
    [
        ("Von Montag bis Freitag bleibt die Brücke gesperrt.", "Montag bis Freitag", "2024-05-13/2024-05-17", "2024-05-13/2024-05-17"),
        ("Vom 3. bis 7. Juni tagt der Rat.", "3. bis 7. Juni", "2024-06-03/2024-06-07", "2024-06-03/2024-06-07"),
        ("Zwischen dem 25. Oktober 2022 und dem 15. März 2023 starben 40 Menschen.", "25. Oktober 2022 und dem 15. März 2023", "2022-10-25/2023-03-15", None),
        ("In der Saison 2014/15 stieg der Verein ab.", "Saison 2014/15", "2014/2015", "2014/2015"),
        ("Der Plan gilt für 2011-2015.", "2011-2015", "2011/2015", "2011/2015"),
        ("Das Amt ist von 14 bis 18 Uhr offen.", "14 bis 18 Uhr", None, "T14:00/T18:00"),
        ("Der Umbau dauert sechs bis acht Monate.", "sechs bis acht Monate", None, "P6M/P8M"),
        ("In zehn bis fünfzehn Jahren wird das Lager voll sein.", "In zehn bis fünfzehn Jahren", "2034/2039", "P10Y/P15Y"),
        ("Vor zweieinhalb Jahren brannte das Lager.", "Vor zweieinhalb Jahren", "2021-11", "P2.5Y"),
        ("Vor fünf Jahren brannte das Lager.", "Vor fünf Jahren", "2019", "P5Y"),
        ("Vor 150 Millionen Jahren lag hier ein Meer.", "Vor 150 Millionen Jahren", None, "P150000000Y"),
        ("In den vergangenen fünf Jahren stiegen die Mieten.", "vergangenen fünf Jahren", "2019/2024", "P5Y"),
        ("In den vergangenen Wochen stiegen die Mieten.", "vergangenen Wochen", None, "PXW"),
        ("In den kommenden Jahren steigen die Mieten.", "kommenden Jahren", None, "FUTURE_REF"),
        ("Der Zeuge saß zwei Jahre und drei Monate in Haft.", "zwei Jahre und drei Monate", None, "P2Y3M"),
        ("Ein paar Wochen fehlte er.", "Ein paar Wochen", None, "PXW"),
        ("Er wartete über Jahre.", "über Jahre", None, "PXY"),
        ("In den fünfziger Jahren stand hier ein Werk.", "fünfziger Jahren", "195X", "195"),
        ("Ende der Neunzigerjahre schloss das Werk.", "Ende der Neunzigerjahre", "199X", "199"),
        ("Im Mai vergangenen Jahres bebte die Erde.", "Mai vergangenen Jahres", "2023-05", "2023-05"),
        ("Am 3. März dieses Jahres bebte die Erde.", "3. März dieses Jahres", "2024-03-03", "2024-03-03"),
        ("Der Rat tagt jeden zweiten Donnerstag im Monat.", "jeden zweiten Donnerstag im Monat", None, "XXXX-WXX-4"),
        ("Gewählt wird alle vier Jahre.", "alle vier Jahre", None, "P4Y"),
        ("Der Rat tagt zweimal im Jahr.", "zweimal im Jahr", None, "P1Y"),
        ("Er starb in der Nacht auf den 28. April.", "Nacht auf den 28. April", "2024-04-27/2024-04-28", "2024-04-28TNI"),
        ("Um halb neun fiel der Strom aus.", "halb neun", "2024-05-15T08:30", "2024-05-15T08:30"),
        ("Um 8 Uhr abends fiel der Strom aus.", "8 Uhr abends", "2024-05-15T20:00", "2024-05-15T20:00"),
        ("Über die Osterfeiertage blieb das Amt zu.", "Osterfeiertage", "2024-03-29/2024-04-01", None),
        ("In der zweiten Aprilhälfte regnete es.", "zweiten Aprilhälfte", "2024-04-16/2024-04-30", "2024-04"),
        ("Im Dezember brannte das Lager.", "Dezember", "2023-12", "2023-12"),
        ("Im Sommer brannte das Lager.", "Sommer", "2023-22", "2023-SU"),
        ("DER RAT TAGT AM MONTAG IN KIEL.", "MONTAG", "2024-05-13", "2024-05-13"),
        ("Das Gesetz gilt nicht vor 2026.", "2026", "2026/..", "2026"),
        ("Die Täter sind bis heute nicht gefunden.", "heute", "../2024-05-15", "PRESENT_REF"),
        ("Im August 2019 brannte das Lager. Damals war er Wirt.", "Damals", "2019-08", "PAST_REF"),
        ("Vor kurzem brannte das Lager.", "Vor kurzem", None, "PAST_REF"),
        ("Er sprach über die Sitzung vom Freitag.", "Freitag", "2024-05-10", "2024-05-10"),
        ("Jahre später kam er frei.", "Jahre später", None, "PXY"),
        ("Es schneite den ganzen Tag.", "ganzen Tag", None, "P1D"),
        ("Im August 2019 schloss das Museum, im Jahr darauf brannte es.", "Jahr darauf", "2020", "2020"),
        ("Das Beben um 1500 v. Chr. zerstörte die Stadt.", "1500 v. Chr.", None, "BC1500"),
    ],
)
def test_a_class_of_times(pipeline: Pipeline, text: str, words: str, edtf: str | None, value: str | None) -> None:
    found = {time.span.of(text): time for time in read(pipeline, text).times}
    assert words in found
    assert found[words].edtf == edtf
    assert value is None or found[words].timex.value == value


@pytest.mark.parametrize("issued", ["0001-01-01", "9999-12-31", "2024", "2024-02", "2024-02-29"])
def test_no_number_is_too_large(pipeline: Pipeline, issued: str) -> None:
    text = "Vor 9.999.999.999.999 Tagen, vor 80 Milliarden Jahrhunderten, in den vergangenen 9999999 Jahren, im vorigen Jahrtausend; 12 Monate später, im neuen Jahr, zu Ostern."
    assert pipeline.read(parse_agency_text(text, origin="here", overrides=Overrides(issued=issued))).times


@pytest.mark.parametrize(
    "text",
    [
        "Sie ist 16 Jahre alt.",
        "Im Alter von 72 Jahren starb der Wirt.",
        "Kinder ab 6 Jahren dürfen hinein.",
        "Die achtjährige Schülerin schwieg.",
        "Der Wagen fuhr 120 Kilometer pro Stunde.",
        "Das Rad kostet 2000 Euro.",
        "Das ist nun einmal so.",
        "So bald kommt er nicht wieder.",
        "Frau Mai schwieg.",
        "Der Landtag stimmte zu.",
    ],
)
def test_what_is_no_time(pipeline: Pipeline, text: str) -> None:
    assert [time.span.of(text) for time in read(pipeline, text).times] == []


def test_in_a_long_text_without_days_today_is_these_days(pipeline: Pipeline) -> None:
    essay = "Die Freiheit ist ein hohes Gut. " * 30 + "Heute ist sie bedroht."
    assert [time.timex.value for time in read(pipeline, essay).times] == ["PRESENT_REF"]
    assert [time.edtf for time in read(pipeline, "Heute ist sie bedroht.").times] == ["2024-05-15"]


@pytest.mark.parametrize(
    ("words", "number"), [("30.000", 30000), ("zwölf", 12), ("fünfundzwanzig", 25), ("zweihundertdreißig", 230), ("tausend", 1000), ("Hunderte", None), ("3,5", None)]
)
def test_numbers_in_figures_and_in_words(pipeline: Pipeline, words: str, number: int | None) -> None:
    assert number_of(words, pipeline.lexicon.times.numbers) == number


def read(pipeline: Pipeline, text: str) -> Record:
    return pipeline.read(parse_agency_text(text, origin="here", overrides=Overrides(issued="2024-05-15")))
