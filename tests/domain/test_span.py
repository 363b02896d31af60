"""A span runs forward, inside no text and every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.domain.span import Span

bounds = st.tuples(st.integers(0, 50), st.integers(0, 50)).filter(lambda pair: pair[0] < pair[1])
spans = bounds.map(lambda pair: Span(*pair))


@pytest.mark.parametrize(("start", "stop"), [(0, 0), (7, 7), (5, 4), (-1, 3), (-3, -1)])
def test_empty_inverted_and_negative_spans_are_refused(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match=f"start {start}, stop {stop}"):
        Span(start, stop)


def test_of_counts_code_points() -> None:
    assert Span(2, 7).of("😀 Köln 😀") == "Köln "
    assert Span(0, 1).of("😀 Köln") == "😀"


def test_spans_sort_as_the_text_runs() -> None:
    assert sorted([Span(4, 6), Span(0, 9), Span(0, 3)]) == [Span(0, 3), Span(0, 9), Span(4, 6)]


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 4).overlaps(Span(4, 8))
    assert Span(0, 5).overlaps(Span(4, 8))


@given(spans, spans)
def test_overlap_and_containment_are_those_of_the_characters(one: Span, other: Span) -> None:
    ours, theirs = set(range(one.start, one.stop)), set(range(other.start, other.stop))
    assert one.overlaps(other) == other.overlaps(one) == bool(ours & theirs)
    assert one.contains(other) == (ours >= theirs)
