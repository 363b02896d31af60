"""A record holds nothing that its text does not."""

from dataclasses import replace

import pytest
import records

from lagebild.domain.entity import Form, Mention, Role
from lagebild.domain.record import Record, content_id, spans_in
from lagebild.domain.span import Evidence, Span

LENGTH = len(records.TEXT)
BEYOND = Span(LENGTH - 1, LENGTH + 1)


def test_a_span_may_reach_the_last_character() -> None:
    record = replace(records.record(), sentences=(Span(0, LENGTH),))
    assert record.sentences[0].of(record.dispatch.text) == records.TEXT


@pytest.mark.parametrize("span", [BEYOND, Span(LENGTH, LENGTH + 1), Span(LENGTH + 5, LENGTH + 9)])
def test_a_sentence_outside_the_text_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match=f"{span.start}-{span.stop} lies outside the text of {LENGTH} characters"):
        Record(records.dispatch(), (span,))


def test_spans_deep_inside_a_finding_are_looked_at() -> None:
    record = records.record()
    person = replace(record.entities[0], roles=(Role("Minister", BEYOND),))
    mention = Mention("e1", Span(0, 8), Form.NAME, (Evidence(BEYOND, "known_name"),))
    event = replace(record.events[0], roles=(replace(record.events[0].roles[0], span=BEYOND),))
    for part in ({"entities": (person,)}, {"mentions": (mention,)}, {"events": (event,)}):
        with pytest.raises(ValueError, match="outside the text"):
            replace(record, **part)


def test_the_wrapping_of_the_dispatch_is_looked_at() -> None:
    dispatch = records.dispatch()
    assert dispatch.dateline is not None
    with pytest.raises(ValueError, match="outside the text"):
        Record(replace(dispatch, dateline=replace(dispatch.dateline, span=BEYOND)))


def test_an_empty_text_has_an_empty_record() -> None:
    empty = replace(records.dispatch(), text="", dateline=None, rights=None, sections=())
    assert not list(spans_in(Record(empty)))
    with pytest.raises(ValueError, match="of 0 characters"):
        Record(empty, (Span(0, 1),))


def test_spans_in_finds_every_span_of_a_source_told_through_another() -> None:
    record = records.record()
    claim = record.claims[0]
    inner, outer = replace(claim.source, cue=Span(1, 2)), replace(claim.source, cue=Span(3, 4), via=())
    told = replace(claim, source=replace(inner, via=(outer,)), evidence=())
    assert set(spans_in(told)) == {claim.span, Span(1, 2), Span(3, 4)}


def test_the_id_of_a_finding_is_its_content_in_its_dispatch() -> None:
    record = records.record()
    claim = record.claims[0]
    again = replace(record, dispatch=replace(record.dispatch, id="another"))
    assert content_id(record, replace(claim, id="c99")) == content_id(record, claim)
    assert content_id(record, replace(claim, span=Span(0, 3))) != content_id(record, claim)
    assert content_id(again, claim) != content_id(record, claim)
