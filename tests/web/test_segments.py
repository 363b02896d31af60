from hypothesis import given
from hypothesis import strategies as st
from records import TEXT, at, record

from lagebild.domain.span import Span
from lagebild.exports.entries import picture_of
from lagebild.lexicon.labels import Labels
from lagebild.web.segments import Laid, Segment, laid_over, segments


@st.composite
def overlaid(draw: st.DrawFn) -> tuple[str, list[Laid]]:
    text = draw(st.text(max_size=40))
    if not text:
        return text, []
    starts = st.integers(0, len(text) - 1)
    spans = [Span(start, draw(st.integers(start + 1, len(text)))) for start in draw(st.lists(starts, max_size=12))]
    return text, [Laid(span, f"c{number}", "claim", reach=draw(st.booleans())) for number, span in enumerate(spans)]


@given(overlaid())
def test_segments_joined_are_the_text(case: tuple[str, list[Laid]]) -> None:
    text, laid = case
    pieces = list(segments(text, laid))
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)


@given(overlaid())
def test_a_segment_carries_exactly_the_findings_over_each_of_its_letters(case: tuple[str, list[Laid]]) -> None:
    text, laid = case
    for piece in segments(text, laid):
        for offset in range(piece.start, piece.start + len(piece.text)):
            here = [over for over in laid if over.span.start <= offset < over.span.stop]
            assert set(piece.ids) == {over.id for over in here if not over.reach}
            assert set(piece.reaches) == {over.id for over in here if over.reach}


def test_the_narrowest_finding_comes_first() -> None:
    laid = [Laid(Span(0, 9), "q1", "quotation"), Laid(Span(2, 4), "c1", "claim certain"), Laid(Span(1, 5), "e1", "entity")]
    assert [piece.ids for piece in segments("neunneun!", laid)] == [("q1",), ("e1", "q1"), ("c1", "e1", "q1"), ("e1", "q1"), ("q1",)]


def test_a_claims_symbol_stands_once_behind_its_last_piece() -> None:
    laid = [Laid(Span(0, 6), "c1", "claim possible"), Laid(Span(0, 3), "e1", "entity")]
    assert [(piece.text, "ends" in piece.styles) for piece in segments("abcdef", laid)] == [("abc", False), ("def", True)]


def test_a_finding_that_stands_somewhere_does_not_also_reach_there() -> None:
    laid = [Laid(Span(1, 2), "c1", "claim"), Laid(Span(0, 3), "c1", reach=True)]
    assert list(segments("abc", laid)) == [Segment("a", 0, (), ("c1",)), Segment("b", 1, ("c1",), (), ("claim", "ends")), Segment("c", 2, (), ("c1",))]


def test_the_trigger_of_the_record_lies_under_claim_and_event() -> None:
    pieces = list(segments(TEXT, laid_over(picture_of(record(), Labels.of("de")))))
    piece = next(piece for piece in pieces if piece.start == at("gewarnt").start)
    assert piece == Segment("gewarnt", at("gewarnt").start, ("c4", "v4"), (), ("claim", "certain", "negative", "event", "past", "in-body", "ends"))
