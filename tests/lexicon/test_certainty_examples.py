"""The example sentences of the tables of speech and certainty show what their tables say."""

import tomllib
from importlib import resources
from typing import Any

import pytest

from lagebild.domain.record import Record
from lagebild.pipeline import Pipeline
from lagebild.wire import Overrides, parse_agency_text


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("lagebild.lexicon") / "de" / f"{name}.toml").read_text("utf8"))


SPEECH = [(group, example) for group, entry in table("speech").items() for example in entry["examples"]]
HEDGES = table("hedges")
RULES = {"adverbs": "hedging_adverb", "attributes": "attribute", "negation": "negation", "conditions": "condition", "questions": "indirect_question"}
HEDGED = [
    *((rule, example) for group, rule in RULES.items() for example in HEDGES[group]["examples"]),
    *(("modal", entry["example"]) for entry in HEDGES["modals"].values()),
    *((f"governed_by_{name}", example) for name, entry in HEDGES["predicates"].items() for example in entry["examples"]),
]


def read(pipeline: Pipeline, sentence: str) -> Record:
    return pipeline.read(parse_agency_text(sentence, origin="example", overrides=Overrides(issued="2024-05-15")))


@pytest.mark.parametrize(("group", "example"), SPEECH)
def test_speech_is_reported(group: str, example: str, pipeline: Pipeline) -> None:
    record = read(pipeline, example)
    assert record.quotations
    if table("speech")[group].get("certainty", "certain") != "certain":
        assert any(evidence.rule == f"cue_to_{group}" for claim in record.claims for evidence in claim.evidence)


@pytest.mark.parametrize(("rule", "example"), HEDGED)
def test_hedges_are_read(rule: str, example: str, pipeline: Pipeline) -> None:
    rules = {evidence.rule for claim in read(pipeline, example).claims for evidence in claim.evidence}
    assert rule in rules


def test_unnamed_sources_stay_unnamed(pipeline: Pipeline) -> None:
    for example in HEDGES["unnamed"]["examples"]:
        assert any(claim.source.kind == "unnamed" for claim in read(pipeline, example).claims), example
