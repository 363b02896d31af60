import gzip
import json
from pathlib import Path

import pytest

from lagebild.domain.errors import KnowledgeError
from lagebild.knowledge import Knowledge, Organisation, Person, Place
from lagebild.knowledge.adding import Added, add
from lagebild.knowledge.entries import Entry
from lagebild.knowledge.formats import GEONAMES


def added(source: Path, **options: object) -> tuple[Added, Knowledge]:
    target = source.with_suffix(".sqlite")
    return add(source, target, {"Q212": "UA", "Q183": "DE"}, **options), Knowledge([target])  # pyright: ignore[reportArgumentType]


def only(known: Knowledge, name: str) -> Entry:
    (candidate,) = known.candidates(name)
    return candidate.entry


def test_geonames(tmp_path: Path) -> None:
    line = "99\tAltdorf\tAltdorf\tOld Village,Altdorf\t50.5\t9.25\tP\tPPL\tDE\t\t\t\t\t\t4200\t\t\tEurope/Berlin\t2020-01-01"
    source = tmp_path / "allCountries.txt"
    source.write_text(f"{line}\nbroken line\n{line.replace('99', '100').replace('9.25', 'far')}\n", "utf8")
    report, known = added(source)
    assert (report.entries, report.broken, len(report.faults)) == (1, 2, 2)
    assert "line 2: 1 columns, not 19" in report.faults
    entry = only(known, "Old Village")
    assert (entry.id, entry.country, entry.source.licence) == ("geonames:99", "DE", "CC BY 4.0")
    assert isinstance(entry.details, Place) and entry.details.inhabitants == 4200


def item(number: str, name: str, **claims: object) -> str:
    statements = {wanted: [{"mainsnak": {"datavalue": {"value": value}}}] for wanted, value in claims.items()}
    return json.dumps({"id": number, "labels": {"de": {"value": name}}, "aliases": {"de": [{"value": f"{name} II"}]}, "claims": statements})


def test_wikidata(tmp_path: Path) -> None:
    lines = [
        "[",
        item("Q1", "Iwan Beispiel", P31={"id": "Q5"}, P21={"id": "Q6581097"}, P27={"id": "Q212"}, P570={"time": "+2020-03-04T00:00:00Z", "precision": 11}) + ",",
        item("Q2", "Beispielhausen", P31={"id": "Q3957"}, P625={"latitude": 50.0, "longitude": 8.0}, P17={"id": "Q183"}, P1082={"amount": "+1200"}) + ",",
        item("Q3", "Beispiel AG", P31={"id": "Q4830453"}, P159={"id": "Q64"}, P17={"id": "Q183"}) + ",",
        item("Q4", "Begriff", P31={"id": "Q7"}) + ",",
        '{"id": "Q5", "labels":',
        "]",
    ]
    source = tmp_path / "dump.json.gz"
    source.write_bytes(gzip.compress("\n".join(lines).encode()))
    report, known = added(source)
    assert (report.entries, report.passed_over, report.broken) == (3, 1, 1)
    person = only(known, "Iwan Beispiel II")
    assert isinstance(person.details, Person) and (person.id, person.country, person.details.gender, person.details.died) == ("Q1", "UA", "m", "2020-03-04")
    assert isinstance(only(known, "Beispielhausen").details, Place)
    assert isinstance(only(known, "Beispiel AG").details, Organisation) and only(known, "Beispiel AG").source.licence == "CC0 1.0"


def test_followthemoney(tmp_path: Path) -> None:
    rows = [
        {"id": "x-1", "schema": "Person", "properties": {"name": ["Iwan Beispiel"], "alias": ["I. Beispiel"], "nationality": ["ua"]}},
        {"id": "x-2", "schema": "Company", "properties": {"name": ["Beispiel AG"], "country": ["de"]}},
        {"id": "x-3", "schema": "Vessel", "properties": {"name": ["Seestern"]}},
        {"id": "x-4"},
    ]
    source = tmp_path / "entities.ftm.json"
    source.write_text("\n".join(map(json.dumps, rows)), "utf8")
    report, known = added(source, licence="CC BY-NC 4.0")
    assert (report.entries, report.passed_over, report.broken) == (2, 1, 1)
    assert (only(known, "I. Beispiel").id, only(known, "I. Beispiel").country, only(known, "Beispiel AG").source.licence) == ("x-1", "UA", "CC BY-NC 4.0")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("own.csv", "table,name,variants,country,lat,lon,kind\nplaces,Altdorf,Alt-Dorf|Dorf,DE,50.5,9.25,city\nplaces,Nirgends,,DE,north,9,city\n"),
        ("own.yaml", "places:\n- {name: Altdorf, variants: [Alt-Dorf], kind: city, country: DE, lat: 50.5, lon: 9.25}\n- {name: Nirgends}\n"),
        ("own.toml", 'places = [{ name = "Altdorf", variants = ["Alt-Dorf"], kind = "city", country = "DE", lat = 50.5, lon = 9.25 }, { name = "Nirgends" }]'),
    ],
)
def test_tables_of_ones_own(tmp_path: Path, name: str, content: str) -> None:
    source = tmp_path / name
    source.write_text(content, "utf8")
    report, known = added(source)
    assert (report.entries, report.broken) == (1, 1)
    assert only(known, "Alt-Dorfs").position is not None


@pytest.mark.parametrize(("name", "content"), [("x.json", b"{}"), ("x.yaml", b"- 1"), ("x.csv", b"a,b\n1,2\n"), ("x.bin", b"\xff\xfe\x00")])
def test_what_holds_nothing_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    source = tmp_path / name
    source.write_bytes(content)
    with pytest.raises(KnowledgeError, match=name):
        add(source, tmp_path / "out.sqlite", {})
    assert not (tmp_path / "out.sqlite").exists()


def test_a_missing_or_broken_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        add(tmp_path / "none.txt", tmp_path / "out.sqlite", {})
    (tmp_path / "cut.txt.gz").write_bytes(gzip.compress(b"1\t2\n" * 1000)[:20])
    with pytest.raises(KnowledgeError, match="cannot be read"):
        add(tmp_path / "cut.txt.gz", tmp_path / "out.sqlite", {}, form=GEONAMES)
