"""Datelines: place, agency and date, each exactly where it stands."""

import pytest

from lagebild.wire.agency_text import parse_agency_text

# Under each line: p for the places, a for the agency, . for the rest of the dateline.
DRAWN = [
    (
        "Wladiwostok (Reuters) - Die Züge fahren wieder.",
        "ppppppppppp..aaaaaaa....",
        "Wladiwostok",
    ),
    (
        "Berlin (dpa) - Der Bundestag tagt.",
        "pppppp..aaa....",
        "Berlin",
    ),
    (
        "BERLIN/MOSKAU (AFP) — Der Botschafter reist ab.",
        "ppppppppppppp..aaa....",
        "Berlin",
    ),
    (
        "Wien (APA) – Der Nationalrat tagt.",
        "pppp..aaa....",
        "Wien",
    ),
    (
        "Frankfurt/Main (dpa/lhe) - Ein Zug entgleist.",
        "pppppppppppppp..aaa........",
        "Frankfurt/Main",
    ),
    (
        "Brüssel/Straßburg, 12. Mär (Reuters) - Die EU berät.",
        "ppppppppppppppppp...........aaaaaaa....",
        "Brüssel",
    ),
    (
        "New York/Washington (dpa) -\nDie Börse schließt.",
        "ppppppppppppppppppp..aaa...",
        "New York",
    ),
    (
        "MÜNCHEN (dpa-AFX) - Der Konzern wächst.",
        "ppppppp..aaaaaaa....",
        "München",
    ),
    (
        "Berlin, 13. September (AFP) - Der Kanzler reist.",
        "pppppp.................aaa....",
        "Berlin",
    ),
    (
        "Rom (KNA)\u00a0-\u00a0Der Papst spricht.",
        "ppp..aaa....",
        "Rom",
    ),
    (
        "Halle (Saale) (epd) - Die Synode tagt.",
        "ppppppppppppp..aaa....",
        "Halle (Saale)",
    ),
    (
        "FRANKFURT AM MAIN (SID) - Das Spiel beginnt.",
        "ppppppppppppppppp..aaa....",
        "Frankfurt am Main",
    ),
    (
        "St. Gallen/Genf (Keystone-SDA) - Der Rat tagt.",
        "ppppppppppppppp..aaaaaaaaaaaa....",
        "St. Gallen",
    ),
    (
        "MU\u0308NCHEN (dpa) - Der Konzern wächst.",
        "pppppppp..aaa....",
        "Mu\u0308nchen",
    ),
    (
        "Rostock (Küstendienst) - Die Fähre fährt.",
        "ppppppp..aaaaaaaaaaaa....",
        "Rostock",
    ),
    (
        "Moskau (RIA Nowosti) - Der Minister reist.",
        "pppppp..aaaaaaaaaaa....",
        "Moskau",
    ),
    (
        "WASHINGTON, D.C. (AP) - Der Senat tagt.",
        "pppppppppppppppp..aa....",
        "Washington",
    ),
    (
        "Kassel (dpa). Der Prozess beginnt.",
        "pppppp..aaa...",
        "Kassel",
    ),
    (
        "Kassel (dpa) Der Prozess beginnt.",
        "pppppp..aaa..",
        "Kassel",
    ),
    (
        "Kassel (dpa) - iPhones werden teurer.",
        "pppppp..aaa....",
        "Kassel",
    ),
    (
        "EIL: Kassel (dpa) - Der Prozess platzt.",
        "     pppppp..aaa....",
        "Kassel",
    ),
]


@pytest.mark.parametrize(("text", "drawing", "place"), DRAWN)
def test_the_drawn_spans(text: str, drawing: str, place: str) -> None:
    dispatch = parse_agency_text(text, origin=None)
    assert dispatch.dateline is not None
    assert dispatch.agency_span is not None
    section = next(section.span for section in dispatch.sections if section.kind == "dateline")
    drawn = [" "] * section.start + ["."] * (section.stop - section.start)
    for letter, span in (("p", dispatch.dateline.span), ("a", dispatch.agency_span)):
        drawn[span.start : span.stop] = letter * (span.stop - span.start)
    assert "".join(drawn) == drawing
    assert dispatch.dateline.place == place
    assert dispatch.sections[-1].kind == "body"
    assert dispatch.sections[-1].span.start == section.stop + text[section.stop :].startswith("\n")


@pytest.mark.parametrize(
    ("brackets", "agency"),
    [
        ("Reuters", "Reuters"),
        ("REUTERS", "Reuters"),
        ("rtr", "Reuters"),
        ("dpa/lhe", "dpa"),
        ("AFP/dpa", "AFP"),
        ("dpa-AFX", "dpa-AFX"),
        ("Dow Jones", "Dow Jones"),
        ("dpa exklusiv", "dpa"),
        ("nbd", "nbd"),
    ],
)
def test_the_agency_by_its_usual_name(brackets: str, agency: str) -> None:
    assert parse_agency_text(f"Bonn ({brackets}) - Der Rhein steigt.", origin=None).agency == agency


@pytest.mark.parametrize(
    "text",
    [
        "Angela Sommer (SPD) - eine Richterin - kam zu spät.",
        "Angela Sommer (Waldkrone) - eine Richterin - kam zu spät.",
        "Frankfurt (Oder) - Die Brücke ist gesperrt.",
        "Der Sender (AFP) - er war alt - schwieg.",
        "Er sagte das (Reuters) - und ging.",
        "Der Minister (45) - ein Jurist - kam.",
        "Die Stadt wächst. Berlin (dpa) - Der Rat tagt.",
        "Bonn (das war einmal die Hauptstadt) - Der Rhein steigt.",
    ],
)
def test_brackets_in_a_sentence_are_no_dateline(text: str) -> None:
    dispatch = parse_agency_text(text, origin=None)
    assert (dispatch.dateline, dispatch.agency) == (None, None)
    assert [section.kind for section in dispatch.sections] == ["body"]


def test_an_agency_without_a_place() -> None:
    dispatch = parse_agency_text("(dpa) - Der Rhein steigt.", origin=None)
    assert (dispatch.agency, dispatch.dateline) == ("dpa", None)
    assert [section.span.of(dispatch.text) for section in dispatch.sections] == ["(dpa) - ", "Der Rhein steigt."]


@pytest.mark.parametrize(
    ("header", "dateline", "issued"),
    [
        ("", "Bonn, 13. September (AFP) - ", "XXXX-09-13"),
        ("", "Bonn, 13. September 2023 (AFP) - ", "2023-09-13"),
        ("", "Bonn, Mittwoch, 13.9. (AFP) - ", "XXXX-09-13"),
        ("date 2023\n\n", "Bonn, 13. September (AFP) - ", "2023-09-13"),
        ("date 2023-09\n\n", "Bonn, 13. September (AFP) - ", "2023-09-13"),
        ("date 2023-10\n\n", "Bonn, 13. September (AFP) - ", "2023-10"),
        ("14.09.2023, 9:10 Uhr\n\n", "Bonn, 13. September (AFP) - ", "2023-09-14T09:10"),
        ("", "Bonn (AFP) - ", None),
    ],
)
def test_a_date_is_only_as_precise_as_it_is_written(header: str, dateline: str, issued: str | None) -> None:
    assert parse_agency_text(f"{header}{dateline}Der Rhein steigt.", origin=None).issued == issued
