from dataclasses import replace
from io import StringIO

import pytest
from records import TEXT, dispatch, record
from rich.console import Console

from lagebild.domain.entity import Entity, EntityKind
from lagebild.domain.record import Record
from lagebild.exports.entries import picture_of
from lagebild.exports.terminal import console, marked_text, rendered, situation
from lagebild.lexicon.labels import Labels

DE, EN = Labels.of("de"), Labels.of("en")


def shown(found: Record, labels: Labels = DE, width: int = 100) -> str:
    return rendered(situation(found, labels, width), Console(file=StringIO(), width=width))


@pytest.mark.parametrize(
    ("labels", "headings"),
    [
        (DE, ("Was, laut wem, wie sicher", "Gesagt", "Lieferungen", "Orte geprüft", "Wer", "Zeiten", "Text")),
        (EN, ("What, according to whom, how certain", "Said", "Transfers", "Geography checked", "Who", "Times", "Text")),
    ],
)
def test_the_parts_stand_in_order(labels: Labels, headings: tuple[str, ...]) -> None:
    lines = shown(record(), labels).splitlines()
    assert [line for line in lines if line in headings] == list(headings)


@pytest.mark.parametrize("width", [80, 100, 140])
def test_no_line_is_wider_than_the_screen_and_none_ends_in_blanks(width: int) -> None:
    lines = shown(record(), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert not [line for line in lines if line.endswith(" ")]


@pytest.mark.parametrize("width", [80, 100, 140])
def test_words_stay_whole_at_every_width(width: int) -> None:
    text = shown(record(), width=width)
    assert all(word in text for word in ("wahrscheinlich", "Energieminister", "Kaukasusdienst", "Aserbaidschan", "gerechnet", "Medienberichten"))


def test_a_claim_stands_on_one_line_of_a_wide_screen() -> None:
    line = next(line for line in shown(record(), width=140).splitlines() if line.startswith("c5"))
    assert [cell.strip() for cell in line.replace("\u00a0", " ").split("  ") if cell.strip()] == [
        "c5",
        "unterschrieben: ein Vertrag",
        "ungenannt („Dem Vernehmen nach“)",
        "◕ wahrscheinlich",
    ]


def test_the_head_says_what_the_wrapping_says() -> None:
    head = shown(record(), width=140).split("\n\n", maxsplit=1)[0]
    assert "Agentur Kaukasusdienst · Ort Tiflis · Ausgegeben 2023-09-13 · Stand eilig" in head


def test_no_claim_is_lost_between_the_parts() -> None:
    shown_once = shown(record()).split("Gesagt")
    assert [f"c{number}" in shown_once[0].split() for number in range(1, 7)] == [True, False, True, True, True, True]
    assert "Redewörter, ihr Inhalt steht unter „Gesagt“: c2 sagte" in shown(record())


def test_a_negation_goes_to_the_next_line_whole() -> None:
    lines = shown(record(), width=80).splitlines()
    assert any(line.endswith("✗\u00a0verneint") for line in lines)
    assert not [line for line in lines if line.endswith("✗")]


def test_a_record_without_findings_says_so() -> None:
    assert "Nichts gefunden." in shown(Record(dispatch()))


def test_empty_parts_are_not_shown() -> None:
    assert "Lieferungen" not in shown(replace(record(), transfers=()))
    assert "Wer" not in shown(Record(dispatch())).splitlines()


def test_triggers_carry_their_certainty_into_the_text() -> None:
    text = marked_text(picture_of(record(), DE))
    styles = {text.plain[span.start : span.end]: str(span.style) for span in text.spans if "bold" in str(span.style)}
    assert styles == {"liefern": "bold blue", "sagte": "not bold", "gesprengt": "bold yellow", "gewarnt": "bold green", "unterschrieben": "bold blue", "zustimmt": "bold magenta"}


def test_nothing_from_a_dispatch_acts_on_the_terminal() -> None:
    text = TEXT.replace("(Kaukasusdienst)", "[red]\x1b]0;xx\x07[/]\x9b")
    assert len(text) == len(TEXT)
    wicked = Entity("e\x1b[1m", EntityKind.OTHER, "\x1b[2J[bold]Name[/bold]")
    out = shown(Record(replace(dispatch(), text=text, title="[blink]\x1b[5m"), entities=(wicked,)))
    assert not {"\x1b", "\x07", "\x9b"} & set(out)
    assert "[red]␛]0;xx␇[/]\ufffd" in out
    assert "␛[2J[bold]Name[/bold]" in out
    assert "[blink]␛[5m" in out


def test_colour_is_left_out_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;34m" in rendered(situation(record(), DE, 100), console(StringIO()))
    assert "\x1b[1;34m" not in rendered(situation(record(), DE, 100), console(StringIO(), no_color=True))
