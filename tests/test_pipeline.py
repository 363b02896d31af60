"""Whatever the text, the pipeline makes a record of it, the same one every time."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lagebild.codec import decode, encode
from lagebild.domain.record import Record, content_id, spans_in
from lagebild.pipeline import Pipeline
from lagebild.wire import Overrides, parse_agency_text

SEED = Path(__file__).parents[2] / "shared/seed/dispatch.txt"
# Pieces that news is made of, so that the text that hypothesis builds from them reaches the rules.
PIECES = (
    *("Der Minister sagte am Montag, ", "„", "“", '"', "»", "«", "das Haus sei verkauft", ", so die Polizei.", "Berlin (dpa) - ", "\n", "\n\n", "\r\n", " "),
    *(". ", ": ", "? ", "nicht ", "Karl Sandweg ", "Moskau ", "rund 30 Kilometer nördlich von Kiew ", "im dritten Quartal 2023 ", "am 31. Februar "),
    *("Ende September ", "vor 9999 Jahren ", "könnte ", "soll ", "Falls ", "liefern", "laut ", "zufolge ", "wie ", "ob ", "um ", "zu ", "3,5 Millionen Euro "),
    *("a\u0308", "\u00ad", "\u00a0", "😀", "\u202e", "Ihr gehören ", "- ", "Eil: ", "1. ", "XIV. ", "in "),
)
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(st.characters(codec="utf-8"), max_size=300))
issued = st.sampled_from([None, "2023", "2023-09", "2023-09-13", "9999-12-31", "0001-01-01", "2023-09-13T14:30Z", "[2023-09-13,2023-09-20]", "2023-XX-13"])


def read(pipeline: Pipeline, text: str, day: str | None) -> Record:
    return pipeline.read(parse_agency_text(text, origin="here", overrides=Overrides(issued=day)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, issued)
def test_any_text_makes_a_record(pipeline: Pipeline, text: str, day: str | None) -> None:
    record = read(pipeline, text, day)
    line = encode(record)
    assert record.dispatch.text == text
    assert all(0 <= span.start < span.stop <= len(text) for span in spans_in(record))
    assert encode(read(pipeline, text, day)) == line
    assert decode(line) == record


def test_ids_are_unique_and_resolve(pipeline: Pipeline) -> None:
    record = read(pipeline, "Berlin (dpa) - „Wir haben das Haus verkauft“, sagte Karl Sandweg am Montag. Er könnte Polen Waffen liefern.", "2024-05-15")
    entities, times, events, claims = ({one.id for one in part} for part in (record.entities, record.times, record.events, record.claims))
    assert len(entities) == len(record.entities) and len(claims) == len(record.claims)
    assert {mention.entity for mention in record.mentions} <= entities
    assert {claim.event for claim in record.claims} == events
    assert {role.entity for event in record.events for role in event.roles if role.entity} <= entities
    assert {role.time for event in record.events for role in event.roles if role.time} <= times
    assert {transfer.claim for transfer in record.transfers} <= claims
    assert {quotation.speaker for quotation in record.quotations if quotation.speaker} <= entities


def test_content_ids_do_not_depend_on_the_local_id(pipeline: Pipeline) -> None:
    record = read(pipeline, "Die Polizei sperrte die Straße. Die Polizei räumte das Haus.", None)
    assert len({content_id(record, claim) for claim in record.claims}) == len(record.claims) > 1
    assert content_id(record, record.claims[0]) == content_id(decode(encode(record)), record.claims[0])


@pytest.mark.skipif(not SEED.exists(), reason="the seed dispatch lies in ../shared, which is not here")
def test_the_seed_gives_what_it_gave(pipeline: Pipeline) -> None:
    record = read(pipeline, SEED.read_text("utf8"), "2023-09-13")
    assert {time.edtf for time in record.times} >= {"2023-09-11", "2023-09-12", "2023-09-13"}
    assert any(statement.verdict == "disagrees" for statement in record.geography)
