import sqlite3
import struct
import time
from pathlib import Path

import pytest
from seed import FOLDER

from lagebild.domain.errors import KnowledgeError
from lagebild.knowledge import SHIPPED, Knowledge, added_folder
from lagebild.knowledge.adding import add
from lagebild.knowledge.building import build
from lagebild.knowledge.entries import Match
from lagebild.knowledge.file import opened
from lagebild.knowledge.seal import FORMAT

KNOWN = Knowledge.load()


def names(found: object) -> list[str]:
    return [candidate.entry.name for candidate in found]  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType, reportAttributeAccessIssue]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("knowledge") / "knowledge.sqlite"
    build(FOLDER, target)
    return target


def test_the_shipped_file_is_what_its_sources_say(built: Path) -> None:
    assert built.read_bytes() == SHIPPED.read_bytes(), "run `lagebild knowledge build knowledge`, or make anything"


def test_the_file_is_small_enough_to_ship() -> None:
    import zlib  # noqa: PLC0415

    assert len(zlib.compress(SHIPPED.read_bytes(), 9)) < 12_000_000


def test_it_is_opened_in_no_time() -> None:
    spent: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        opened(SHIPPED).close()
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.05


def test_load_is_done_once() -> None:
    assert Knowledge.load() is Knowledge.load()


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.sqlite: cannot be read .*knowledge build"):
        Knowledge.load(tmp_path / "none.sqlite", tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b"SQLite format 3\0", b"\xff" * 5000])
def test_what_is_no_knowledge_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match="is no knowledge file"):
        Knowledge([path])


def test_another_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(KnowledgeError, match="is no knowledge file"):
        opened(path)


@pytest.mark.parametrize("cut", [4096, 100_000, 1])
def test_a_file_cut_short_is_refused(built: Path, tmp_path: Path, cut: int) -> None:
    path = tmp_path / "short.sqlite"
    path.write_bytes(built.read_bytes()[:-cut])
    with pytest.raises(KnowledgeError, match="damaged or was cut short"):
        opened(path)


def test_a_damaged_file_is_refused(built: Path, tmp_path: Path) -> None:
    content = bytearray(built.read_bytes())
    content[len(content) // 2] ^= 1
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match="damaged"):
        opened(path)


def test_another_format_is_named(built: Path, tmp_path: Path) -> None:
    content = bytearray(built.read_bytes())
    struct.pack_into(">I", content, 68, FORMAT + 1)
    path = tmp_path / "newer.sqlite"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match="has format 2, this lagebild reads 1"):
        opened(path)


def test_who_reads_goes_on_while_the_file_is_built_anew(tmp_path: Path) -> None:
    path, rows = tmp_path / "own.sqlite", tmp_path / "own.toml"
    rows.write_text('places = [{ name = "Altdorf", kind = "city", country = "DE", lat = 50.0, lon = 9.0 }]', "utf8")
    add(rows, path, {})
    reading = opened(path)
    rows.write_text('places = [{ name = "Neudorf", kind = "city", country = "DE", lat = 50.0, lon = 9.0 }]', "utf8")
    add(rows, path, {})
    assert reading.execute("SELECT key FROM names").fetchall() == [("Altdorf",)]
    assert opened(path).execute("SELECT key FROM names").fetchall() == [("Neudorf",)]
    assert sorted(found.name for found in tmp_path.iterdir()) == ["own.sqlite", "own.toml"]


def test_a_source_that_is_wrong_is_named(tmp_path: Path) -> None:
    (tmp_path / "places.toml").write_text('places = [{ name = "X", kind = "town", lat = 1.0, lon = 2.0 }]', "utf8")
    with pytest.raises(KnowledgeError, match=r"places\.toml: places: X: .*town"):
        build(tmp_path, tmp_path / "out.sqlite")
    with pytest.raises(KnowledgeError, match="has no TOML files"):
        build(tmp_path / "nowhere", tmp_path / "out.sqlite")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Moskaus", "geonames:524901"),
        ("Schwarzen Meeres", "lagebild:place/schwarzes-meer"),
        ("Vereinigten Staaten", "Q30"),
        ("russischen Regierung", "lagebild:organisation/russische-regierung"),
        ("US-Verteidigungsministeriums", "lagebild:organisation/us-verteidigungsministerium"),
        ("Wladimir Putins", "lagebild:person/wladimir-putin"),
        ("Lemberg", "geonames:702550"),
    ],
)
def test_candidates(name: str, first: str) -> None:
    found = [candidate for candidate in KNOWN.candidates(name) if candidate.match is not Match.FOREIGN]
    assert found[0].entry.id == first


@pytest.mark.parametrize("name", ["Dmitry Peskov", "Dmitrij Peskow", "Dmitri Peskow", "Peskows", "Peskow"])
def test_find_knows_transliterations_and_surnames(name: str) -> None:
    assert "Dmitri Peskow" in names(KNOWN.find(name))


@pytest.mark.parametrize(
    ("title", "of", "day", "who"),
    [
        ("Präsidentin", "RU", "2010-01-01", "Dmitri Medwedew"),
        ("Regierungschef", "RU", "2010-01-01", "Wladimir Putin"),
        ("Kanzlerin", "DE", "2016-05-01", "Angela Merkel"),
        ("Staatschef", "FR", "2019-01-01", "Emmanuel Macron"),
        ("Generalsekretär", "Nato", "2020-06-01", "Jens Stoltenberg"),
    ],
)
def test_holders_of_an_office_on_a_day(title: str, of: str, day: str, who: str) -> None:
    assert [entry.name for entry in KNOWN.holders(title, of, day)] == [who]


def test_nobody_held_an_office_that_is_not_known() -> None:
    assert KNOWN.holders("Obermotz", "DE", "2020-01-01") == ()


def test_the_government_of_a_country() -> None:
    government = KNOWN.government("RU")
    assert government is not None and government.name == "russische Regierung"
    assert KNOWN.government("XX") is None


def test_common_words_are_told() -> None:
    assert all(candidate.common for name in ("Essen", "Mitte", "Wehr", "Hagen", "Halle") for candidate in KNOWN.candidates(name) if candidate.match is Match.NAME)
    assert not any(candidate.common for candidate in KNOWN.candidates("Wladiwostok"))


def test_a_later_file_wins(tmp_path: Path) -> None:
    rows = tmp_path / "desk.toml"
    rows.write_text('places = [{ id = "geonames:524901", name = "Moskau", kind = "capital", country = "RU", lat = 55.0, lon = 37.0 }]', "utf8")
    add(rows, tmp_path / "desk.sqlite", {}, licence="ours alone")
    known = Knowledge([SHIPPED, tmp_path / "desk.sqlite"])
    town = [candidate.entry for candidate in known.candidates("Moskau") if candidate.entry.id == "geonames:524901"]
    assert [(entry.source.name, entry.source.licence) for entry in town] == [("desk.toml", "ours alone")]
    assert known.by_id("geonames:524901") == town[0]


def test_added_files_lie_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("LAGEBILD_KNOWLEDGE", raising=False)
    assert added_folder() == tmp_path / "lagebild" / "knowledge"
    monkeypatch.setenv("LAGEBILD_KNOWLEDGE", str(tmp_path / "own"))
    assert added_folder() == tmp_path / "own"
