"""Keyword and slug lines: what kind of dispatch this is."""

import pytest

from lagebild.wire.agency_text import parse_agency_text

COPY = "\n\nBonn (ndz) - Der Rhein steigt."


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Eil:", "urgent"),
        ("EILMELDUNG", "urgent"),
        ("(Eil)", "urgent"),
        ("Eil Eil Eil", "urgent"),
        ("+++ EIL +++", "urgent"),
        ("Blitz", "urgent"),
        ("(Eil \x07\x07\x07)", "urgent"),
        ("Berichtigung:", "correction"),
        ("(Berichtigung: Im zweiten Absatz\nmuss es 14 heißen.)", "correction"),
        ("KORREKTUR", "correction"),
        ("(KORR-Bericht)", "correction"),
        ("(Zusammenfassung 1430)", "update"),
        ("2. Zusammenfassung", "update"),
        ("Neufassung:", "update"),
        ("(aktualisiert)", "update"),
        ("(neu: Reaktion des Landrats)", "update"),
        ("Meldung zurückgezogen", "cancelled"),
        ("Rückzug", "cancelled"),
        ("Bitte nicht verwenden", "cancelled"),
        ("ACHTUNG: Bitte die Meldung «Pegel» nicht mehr zu verwenden", "cancelled"),
        ("Diese Meldung wird hiermit zurückgezogen.", "cancelled"),
        ("(Wiederholung)", "new"),
        ("Achtung Redaktionen", "new"),
    ],
)
def test_a_line_of_its_own_is_a_status_and_no_title(line: str, status: str) -> None:
    dispatch = parse_agency_text(f"{line}\nPegel am Rhein steigt{COPY}", origin=None)
    assert (dispatch.status, dispatch.title) == (status, "Pegel am Rhein steigt")


@pytest.mark.parametrize(
    ("prefix", "status"),
    [
        ("Eil: ", "urgent"),
        ("EIL - ", "urgent"),
        ("BLITZ ", "urgent"),
        ("+++ EIL +++ ", "urgent"),
        ("(Eil) ", "urgent"),
        ("Berichtigung: ", "correction"),
        ("KORREKTUR-", "correction"),
        ("AKTUALISIERT 1-", "update"),
        ("Zusammenfassung 1430: ", "update"),
        ("ROUNDUP 2/Kreise: ", "update"),
        ("(Wiederholung) Eil: ", "urgent"),
    ],
)
def test_before_a_headline_it_is_cut_off(prefix: str, status: str) -> None:
    dispatch = parse_agency_text(f"{prefix}Pegel am Rhein steigt{COPY}", origin=None)
    assert (dispatch.status, dispatch.title) == (status, "Pegel am Rhein steigt")


@pytest.mark.parametrize(
    "headline",
    [
        "Rückzug: Landrätin gibt ihr Amt auf",
        "Blitz trifft Kirchturm in Bonn",
        "BLITZ TRIFFT KIRCHTURM",
        "Eilverfahren gegen Landrätin gescheitert",
        "Korrektur am Haushalt gefordert",
        "Neue Brücke über den Rhein",
        "Bericht über Pegel zurückgezogen",
    ],
)
def test_headlines_that_begin_like_a_keyword(headline: str) -> None:
    dispatch = parse_agency_text(headline + COPY, origin=None)
    assert (dispatch.status, dispatch.title) == ("new", headline)


@pytest.mark.parametrize(
    ("slug", "topics"),
    [
        ("Wetter/Rhein/Hochwasser/", ("Wetter", "Rhein", "Hochwasser")),
        ("Wetter/Baden-Württemberg/\nRhein/", ("Wetter", "Baden-Württemberg", "Rhein")),
        ("Wetter/Vereinte Nationen/Rhein", ("Wetter", "Vereinte Nationen", "Rhein")),
        ("Wetter / Rhein / Hochwasser", ("Wetter", "Rhein", "Hochwasser")),
        ("Wetter/Rhein/ (Zusammenfassung 1430)", ("Wetter", "Rhein")),
    ],
)
def test_a_slug_line_gives_the_topics(slug: str, topics: tuple[str, ...]) -> None:
    dispatch = parse_agency_text(f"{slug}\nPegel steigt{COPY}", origin=None)
    assert (dispatch.topics, dispatch.title) == (topics, "Pegel steigt")


def test_a_correction_weighs_more_than_haste_and_a_cancellation_more_than_both() -> None:
    assert parse_agency_text(f"EIL\nKORREKTUR{COPY}", origin=None).status == "correction"
    assert parse_agency_text(f"EIL\nKORREKTUR\nBitte nicht verwenden{COPY}", origin=None).status == "cancelled"
