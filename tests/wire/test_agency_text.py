"""Whole dispatches: sections, headlines, language, and what holds for any text."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.domain.dispatch import Dispatch, dispatch_id
from lagebild.domain.record import Record
from lagebild.wire import Overrides
from lagebild.wire.agency_text import parse_agency_text

SEED = Path(__file__).parents[3] / "shared" / "seed" / "dispatch.txt"

FULL = """\
ndz0412 3 vm 240  ndz 0456
Wetter/Rhein/Hochwasser/
(Zusammenfassung 1430)
Pegel am Rhein steigt weiter - Fähren
stellen Betrieb ein =
Von Anna Weber und Karl Maus, ndz
(Foto Archiv)

Der Höchststand wird am Freitag erwartet. Die Städte bereiten sich vor.

Bonn/Köln (ndz) - Der Rhein steigt.

Er steigt seit Tagen.

# Notizblock

ndz aw/km n1
"""


def drawn(dispatch: Dispatch) -> list[tuple[str, str]]:
    return [(section.kind.value, section.span.of(dispatch.text)) for section in dispatch.sections]


def test_a_dispatch_with_everything() -> None:
    dispatch = parse_agency_text(FULL, origin="a.txt")
    assert drawn(dispatch) == [
        ("header", "ndz0412 3 vm 240  ndz 0456\nWetter/Rhein/Hochwasser/\n(Zusammenfassung 1430)"),
        ("headline", "Pegel am Rhein steigt weiter - Fähren\nstellen Betrieb ein"),
        ("header", "="),
        ("credit", "Von Anna Weber und Karl Maus, ndz"),
        ("header", "(Foto Archiv)"),
        ("headline", "Der Höchststand wird am Freitag erwartet. Die Städte bereiten sich vor."),
        ("dateline", "Bonn/Köln (ndz) - "),
        ("body", "Der Rhein steigt.\n\nEr steigt seit Tagen."),
        ("credit", "# Notizblock\n\nndz aw/km n1"),
    ]
    assert dispatch.title == "Pegel am Rhein steigt weiter - Fähren stellen Betrieb ein"
    assert (dispatch.format, dispatch.encoding, dispatch.origin, dispatch.language) == ("agency-text", "utf-8", "a.txt", "de")
    assert dispatch.id == dispatch_id("ndz", FULL)


def test_windows_line_ends_move_no_section() -> None:
    plain = parse_agency_text(FULL, origin=None)
    windows = parse_agency_text(FULL.replace("\n", "\r\n"), origin=None)
    assert [(kind, words.replace("\r\n", "\n")) for kind, words in drawn(windows)] == drawn(plain)
    assert windows.text.count("\r\n") == FULL.count("\n")


def test_stacked_headlines_stay_apart_and_the_first_is_the_title() -> None:
    dispatch = parse_agency_text("Fähren stehen still\nPegel steigt weiter\n\nBonn (ndz) - Der Rhein steigt.", origin=None)
    assert drawn(dispatch)[:2] == [("headline", "Fähren stehen still"), ("headline", "Pegel steigt weiter")]
    assert dispatch.title == "Fähren stehen still"


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("Der Rhein steigt.", [("body", "Der Rhein steigt.")]),
        ("Pegel steigt", [("body", "Pegel steigt")]),
        (" Pegel steigt weiter \n\n Der Rhein steigt. ", [("headline", "Pegel steigt weiter"), ("body", "Der Rhein steigt.")]),
        ("Steigt der Pegel?\n\nDer Rhein steigt.", [("headline", "Steigt der Pegel?"), ("body", "Der Rhein steigt.")]),
        ("Der Rhein steigt.\n\nEr steigt.", [("body", "Der Rhein steigt.\n\nEr steigt.")]),
        ("Pegel steigt\nDer Rhein steigt.", [("body", "Pegel steigt\nDer Rhein steigt.")]),
        ("Pegel steigt\n\nFähren stehen\n\nDer Rhein steigt.", [("headline", "Pegel steigt"), ("body", "Fähren stehen\n\nDer Rhein steigt.")]),
        (
            "Pegel steigt\n13.09.2023\nVon Anna Weber\n\nDer Rhein steigt.",
            [("headline", "Pegel steigt"), ("header", "13.09.2023"), ("credit", "Von Anna Weber"), ("body", "Der Rhein steigt.")],
        ),
        ("Eil: Pegel steigt", [("header", "Eil:"), ("headline", "Pegel steigt")]),
        ("Eil: Der Pegel steigt.", [("header", "Eil:"), ("body", "Der Pegel steigt.")]),
        ("EILMELDUNG", [("body", "EILMELDUNG")]),
        ("13.09.2023", [("body", "13.09.2023")]),
        ("Von Bonn nach Köln\n\nDer Rhein steigt.", [("headline", "Von Bonn nach Köln"), ("body", "Der Rhein steigt.")]),
    ],
)
def test_copy_without_a_dateline(text: str, sections: list[tuple[str, str]]) -> None:
    assert drawn(parse_agency_text(text, origin=None)) == sections


def test_a_dateline_far_below_a_paragraph_belongs_to_another_dispatch() -> None:
    paragraph = "Der Rhein steigt seit Tagen, und niemand weiß, wie lange noch. " * 12
    dispatch = parse_agency_text(f"{paragraph}\n\nKöln (ndz) - Der Pegel fällt.", origin=None)
    assert (dispatch.dateline, [kind for kind, _ in drawn(dispatch)]) == (None, ["body"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Rhein steigt.", "de"),
        ("BONN, March 12 (Reuters) - The river is rising and the ferries have stopped, the mayor said.", "en"),
        ("„The Voice of the River“ heißt das Stück, das am Freitag in der Oper zu sehen ist und mit Preisen bedacht wurde.", "de"),
        ("12:3, 14:5", "de"),
    ],
)
def test_the_language(text: str, language: str) -> None:
    assert parse_agency_text(text, origin=None).language == language


def test_what_the_user_says_wins() -> None:
    text = "date 2023-09\n\nBonn (dpa) - Der Rhein steigt."
    said = parse_agency_text(text, origin=None, overrides=Overrides("2023-09-13", "AFP", "en"))
    assert (said.issued, said.agency, said.agency_span, said.language, said.id) == ("2023-09-13", "AFP", None, "en", dispatch_id("AFP", text))
    same = parse_agency_text(text, origin=None, overrides=Overrides(agency="DPA"))
    assert same.agency_span is not None


@pytest.mark.skipif(not SEED.exists(), reason="the seed dispatch lies beside the repository, not in it")
def test_the_seed() -> None:
    text = SEED.read_text("utf-8")
    dispatch = parse_agency_text(text, origin=None)
    assert dispatch.dateline is not None
    assert dispatch.rights is not None
    assert (dispatch.agency, dispatch.issued, dispatch.language, dispatch.title) == ("Reuters", "2023-09", "de", None)
    assert (dispatch.dateline.place, dispatch.dateline.span.of(text)) == ("Wladiwostok", "Wladiwostok")
    assert (dispatch.rights.holder, dispatch.rights.year, dispatch.rights.url) == ("Thomson Reuters", 2023, "https://agency.reuters.com/en/copyright.html")
    assert [kind for kind, _ in drawn(dispatch)] == ["header", "dateline", "body"]


LINES = st.sampled_from(
    [
        *FULL.splitlines(),
        "",
        "",
        "EIL:",
        "(",
        ")",
        "Bonn (dpa) -",
        "BONN (ndz) - Der",
        "© 2023 ndz",
        "\u2028",
        "\r",
        "\x0c",
        "\x1c",
        "a\u0308\u00ad\u00a0",
        "ab/cd",
        "(Berichtigung: Im",
        "Text.)",
        " \t",
    ],
)


@given(st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=12)), max_size=12).map("\n".join)))
def test_any_text_is_a_dispatch_with_its_sections_in_order(text: str) -> None:
    dispatch = parse_agency_text(text, origin=None)
    assert dispatch.text == text
    assert Record(dispatch).dispatch is dispatch  # no span lies outside the text
    spans = [section.span for section in dispatch.sections]
    assert all(first.stop <= second.start for first, second in pairwise(spans))
    assert bool(spans) is bool(text.strip())
    assert all(section.span.of(text).strip() for section in dispatch.sections)
    assert all(section.span.of(text) == section.span.of(text).strip() for section in dispatch.sections if section.kind != "dateline")


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_nothing_but_white_space_stands_between_sections(text: str) -> None:
    stops = [0]
    for section in parse_agency_text(text, origin=None).sections:
        assert not text[stops[-1] : section.span.start].strip()
        stops.append(section.span.stop)
    assert not text[stops[-1] :].strip()
