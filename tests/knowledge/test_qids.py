"""A QID is given only where a list that we did not write has the same."""

import csv
from pathlib import Path

import pytest
from seed import WRITTEN

from lagebild.knowledge import Country

CHECKS = Path(__file__).parents[3] / "shared" / "data" / "checks" / "countries.tsv"


def test_qids_of_countries_are_those_of_the_list() -> None:
    if not CHECKS.exists():
        pytest.skip("../shared, which has the list, is not here")
    with CHECKS.open(encoding="utf8") as file:
        theirs = {row["iso2"]: row["wikidata"] for row in csv.DictReader(file, delimiter="\t")}
    ours = {row.details.code: row.details.wikidata for row in WRITTEN if isinstance(row.details, Country) and row.details.wikidata}
    assert len(ours) > 200
    assert {code: number for code, number in ours.items() if theirs.get(code) != number} == {}


def test_nothing_else_has_a_qid() -> None:
    assert [row for row in WRITTEN if row.id and row.id.startswith("Q")] == []


def test_every_row_has_a_note() -> None:
    assert all(row.note for row in WRITTEN)
    assert len(WRITTEN) > 9000
