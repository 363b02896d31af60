"""Quotation marks of every kind of copy, closed, nested and forgotten."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lagebild.domain.span import Span
from lagebild.understanding.quotes import Quoted, find_quoted

PAIRS = ["„“", "„”", '„"', "“”", "»«", "«»", '""', "””", "‚‘", "‚’", "›‹", "‹›"]
copy = st.text(st.sampled_from("„“”»«\"‚‘’‹›' \n\r.,ab7"), max_size=40)


def quoted(text: str) -> list[Quoted]:
    return find_quoted(text, Span(0, len(text))) if text else []


def inner(text: str) -> list[str]:
    return [one.inner.of(text) for one in quoted(text)]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_pair_of_marks(pair: str) -> None:
    text = f"Er sagte: {pair[0]}Wir gehen.{pair[1]} Dann ging er."
    assert quoted(text) == [Quoted(Span(10, 22), Span(11, 21), 0, closed=True)]


@pytest.mark.parametrize("pair", PAIRS)
def test_two_in_a_row(pair: str) -> None:
    assert inner(f"{pair[0]}Ja{pair[1]}, sagte er, {pair[0]}aber später{pair[1]}.") == ["Ja", "aber später"]


@pytest.mark.parametrize(
    ("text", "outside", "inside"),
    [
        ("„Er rief ‚Halt‘ und lief“", "Er rief ‚Halt‘ und lief", "Halt"),
        ("»Er rief ›Halt‹ und lief«", "Er rief ›Halt‹ und lief", "Halt"),
        ("«Er rief ‹Halt› und lief»", "Er rief ‹Halt› und lief", "Halt"),
        ("„Er rief »Halt« und lief“", "Er rief »Halt« und lief", "Halt"),
        ('„Er rief "Halt" und lief“', 'Er rief "Halt" und lief', "Halt"),
        ("„Er rief „Halt“ und lief“", "Er rief „Halt“ und lief", "Halt"),
        ('"Er rief „Halt“ und lief"', "Er rief „Halt“ und lief", "Halt"),
        ("„Er rief ‚Halt‘“", "Er rief ‚Halt‘", "Halt"),
    ],
)
def test_nested_marks_outer_first(text: str, outside: str, inside: str) -> None:
    assert inner(text) == [outside, inside]
    assert [one.depth for one in quoted(text)] == [0, 1]


def test_an_ascii_mark_closes_a_low_one() -> None:
    assert inner('„Wir gehen", sagte er. „Wir bleiben."') == ["Wir gehen", "Wir bleiben."]


def test_a_closing_mark_swallows_what_was_left_open_inside() -> None:
    text = "„Er rief ‚Halt und lief“, sagte sie. „Gut.“"
    assert inner(text) == ["Er rief ‚Halt und lief", "Gut."]
    assert [one.depth for one in quoted(text)] == [0, 0]


def test_a_low_mark_left_open_quotes_to_the_end_of_its_paragraph() -> None:
    text = "Sie sagte: „Wir gehen. \n\nDanach sagte er: „Gut.“"
    assert quoted(text)[0] == Quoted(Span(11, 22), Span(12, 22), 0, closed=False)
    assert inner(text) == ["Wir gehen.", "Gut."]


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n \n"])
def test_a_paragraph_ends_with_a_blank_line(gap: str) -> None:
    assert inner(f"„Wir gehen.{gap}Er ging“ heim.") == ["Wir gehen."]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_line_end_alone_ends_nothing(line_end: str) -> None:
    assert inner(f"„Wir{line_end}gehen“, sagte er.") == [f"Wir{line_end}gehen"]


@pytest.mark.parametrize(
    "text", ['Ein Bildschirm von 7" ist klein, einer von 9" nicht.', 'Er sagte "nichts', "Das war's’ gewesen.", "Peter’s Haus", "« Ende", "„“", '""', "„", "", "Ende“ und ”"]
)
def test_what_quotes_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_mark_without_a_fellow_for_pages_quotes_nothing() -> None:
    assert len(quoted("„" + "weiter " * 500)) == 1
    assert quoted("„" + "weiter " * 700) == []


def test_only_the_part_asked_for_is_read() -> None:
    text = "„Eins“ „zwei“ „drei“"
    assert [one.inner.of(text) for one in find_quoted(text, Span(7, 13))] == ["zwei"]
    assert [one.inner.of(text) for one in find_quoted(text, Span(7, 12))] == ["zwei"]  # cut off before its mark


@given(copy, st.integers(0, 40), st.integers(1, 41))
@example("»a\n", 0, 3)
@example("„", 0, 1)
def test_any_text_gives_nested_stretches_inside_the_part(text: str, start: int, length: int) -> None:
    within = Span(min(start, len(text)), min(start + length, len(text))) if min(start, len(text)) < min(start + length, len(text)) else None
    found = find_quoted(text, within) if within else []
    assert found == sorted(found, key=lambda one: (one.outer.start, -one.outer.stop))
    for one in found:
        assert within is not None and within.contains(one.outer) and one.outer.contains(one.inner)
        assert one.inner.start == one.outer.start + 1 and one.inner.stop == one.outer.stop - one.closed
    for one, other in combinations(found, 2):
        assert one.outer != other.outer
        assert one.outer.contains(other.outer) or not one.outer.overlaps(other.outer)


@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text: str) -> None:
    assert all(one.outer.stop <= len(text) for one in quoted(text))
