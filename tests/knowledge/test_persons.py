"""The seed of persons in office is sound: every name once, every date a date, every country known."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lagebild.wire.edtf import is_edtf

SEED = Path(__file__).parents[2] / "knowledge"
CODES = {country["code"] for country in tomllib.loads((SEED / "countries.toml").read_text("utf8"))["countries"]}


@pytest.fixture(scope="module")
def persons() -> list[dict[str, Any]]:
    if not SEED.exists():
        pytest.skip("the seed of the knowledge is not here")
    return [person for path in sorted(SEED.glob("persons_*.toml")) for person in tomllib.loads(path.read_text("utf8"))["persons"]]


def test_every_name_is_one_persons(persons: list[dict[str, Any]]) -> None:
    names = Counter(name for person in persons for name in {person["name"], *person.get("variants", ())})
    assert len(persons) >= 600
    assert [name for name, times in names.items() if times > 1] == []


def test_persons_are_whole(persons: list[dict[str, Any]]) -> None:
    faults = [f"{person['name']}: {fault}" for person in persons for fault in faults_of(person)]
    assert not faults


def faults_of(person: dict[str, Any]) -> Iterator[str]:
    if not person.keys() <= {"name", "variants", "gender", "country", "offices", "died", "check"} or not {"name", "gender", "country", "offices"} <= person.keys():
        yield f"has {', '.join(person)}"
    if person["gender"] not in ("m", "f") or person["country"] not in CODES or not person["offices"]:
        yield "gender, country or offices"
    for office in person["offices"]:
        if not {"title", "of", "from"} <= office.keys() <= {"title", "of", "from", "to"} or not is_edtf(f"{office['from']}/{office.get('to', '..')}"):
            yield str(office)
        if len(office["of"]) == 2 and office["of"].isupper() and office["of"] not in CODES | {"EU", "UN"}:
            yield f"no country {office['of']}"
    if "died" in person and not is_edtf(person["died"]):
        yield person["died"]
