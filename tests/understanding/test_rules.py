"""Every rule reads its own line of news, and every rule that fires has one."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path

import pytest
from notation import parse

from lagebild.domain.record import Record
from lagebild.domain.span import Evidence
from lagebild.pipeline import Pipeline
from lagebild.understanding.examples import EXAMPLES
from lagebild.wire import Overrides, parse_agency_text, read_dispatches

EXAMPLE_FILES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


def findings(record: Record) -> Iterator[object]:
    for part in fields(record):
        value = getattr(record, part.name)
        if isinstance(value, tuple):
            yield from value


def evidence(finding: object) -> tuple[Evidence, ...]:
    return getattr(finding, "evidence", ())


def values(finding: object) -> set[str]:
    assert is_dataclass(finding)
    return {str(value) for part in fields(finding) if isinstance(value := getattr(finding, part.name), StrEnum)}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_rule_reads_its_line(rule: str, pipeline: Pipeline) -> None:
    line = parse(EXAMPLES[rule])
    record = pipeline.read(parse_agency_text(line.text, origin="line", overrides=Overrides(issued="2024-05-15")))
    fired = [(finding, one) for finding in findings(record) for one in evidence(finding) if one.rule == rule]
    read = [(one.span.of(line.text), sorted(values(finding))) for finding, one in fired]
    hits = [finding for finding, one in fired if one.span in line.marked]
    assert hits, f"{rule} did not read {[span.of(line.text) for span in line.marked]} but {read or 'nothing'}"
    assert line.expected is None or any(line.expected in values(finding) for finding in hits), f"{rule} made {read} of it"


def test_every_rule_that_fires_has_a_line(pipeline: Pipeline) -> None:
    fired = set[str]()
    for path in EXAMPLE_FILES:
        for dispatch in read_dispatches(path, Overrides()):
            assert not isinstance(dispatch, Exception)
            fired |= {one.rule for finding in findings(pipeline.read(dispatch)) for one in evidence(finding)}
    assert len(fired) > 30
    assert fired <= set(EXAMPLES)
