"""Below the body: initials, credits, notes to desks."""

import pytest

from lagebild.wire.agency_text import parse_agency_text

BODY = "Bonn (ndz) - Der Rhein steigt.\n\nEr steigt seit Tagen."


@pytest.mark.parametrize(
    "credit",
    [
        "dpa mw/kr yydd n1 hen",
        "afp/xyz",
        "AFP/dpa/mw",
        "(nbd/hel/oj)",
        "lbd wok/ra",
        "(Schluss) mos/ker",
        "(Reporter: Anna Weber; redigiert von Karl Maus)",
        "(Bericht von Anna Weber, redigiert von Karl Maus.\nBei Rückfragen wenden Sie sich an die Redaktion (Tel. 0228 1234).)",
        "Redaktion: Anna Weber",
        "© ndz-infocom, ndz:230913-99-12345/2",
        "# Notizblock\n\n## Redaktionelle Hinweise\n- Bilder folgen.\n\n## Orte\n- Rathaus (Markt 1, 53111 Bonn)\n\nndz aw/km n1",
        "Notizblock\n\nEin ganzer Satz, der nur für die Redaktionen gedacht ist.",
        "131430 Sep 23",
        "dpa mw n1 hen\n\n131430 Sep 23\n\n+++",
        "(dpa)",
    ],
)
def test_credits_are_not_body(credit: str) -> None:
    text = f"{BODY}\n\n{credit}\n"
    dispatch = parse_agency_text(text, origin=None)
    assert [section.kind for section in dispatch.sections] == ["dateline", "body", "credit"]
    assert dispatch.sections[1].span.of(text) == "Der Rhein steigt.\n\nEr steigt seit Tagen."
    assert dispatch.sections[2].span.of(text) == credit


@pytest.mark.parametrize(
    "ending",
    [
        "Mehr wisse man nicht.",
        "Er sagte: „Das ist alles.“",
        "Regen (viel)",
        "Das Spiel endete 3/2",
        "Die Stadt meldet: nichts",
        "und das war es",
        "(31.10.2007)",
        "Köln/Bonn ist wieder offen.",
    ],
)
def test_the_last_words_of_a_body_are_body(ending: str) -> None:
    text = f"{BODY}\n\n{ending}"
    dispatch = parse_agency_text(text, origin=None)
    assert dispatch.sections[-1].kind == "body"
    assert dispatch.sections[-1].span.stop == len(text)


@pytest.mark.parametrize(
    ("credit", "written", "agency"), [("dpa mw yydd n1 hen", "dpa", "dpa"), ("mw/AFP", "AFP", "AFP"), ("rtr/mw", "rtr", "Reuters"), ("dpa:230913-99-12345/2", "dpa", "dpa")]
)
def test_who_signed_is_the_agency_where_nothing_else_names_it(credit: str, written: str, agency: str) -> None:
    text = f"Der Rhein steigt. Er steigt seit Tagen.\n\n{credit}"
    dispatch = parse_agency_text(text, origin=None)
    assert dispatch.agency == agency
    assert dispatch.agency_span is not None
    assert dispatch.agency_span.of(text) == written


def test_an_agency_in_brackets_behind_the_last_sentence() -> None:
    text = "Der Rhein steigt. Er steigt seit Tagen. (dpa)"
    dispatch = parse_agency_text(text, origin=None)
    assert (dispatch.agency, [section.span.of(text) for section in dispatch.sections]) == ("dpa", ["Der Rhein steigt. Er steigt seit Tagen.", "(dpa)"])


def test_rights_and_date_at_the_foot() -> None:
    dispatch = parse_agency_text(f"{BODY}\n\n© Nordlicht Presse 2023\n13. September 2023", origin=None)
    assert dispatch.issued == "2023-09-13"
    assert dispatch.rights is not None
    assert dispatch.rights.holder == "Nordlicht Presse"
