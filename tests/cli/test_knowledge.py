from pathlib import Path

import pytest
from typer.testing import CliRunner

from lagebild.cli import app
from lagebild.knowledge import Knowledge


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # pyright: ignore[reportUnusedFunction]
    monkeypatch.setenv("LAGEBILD_KNOWLEDGE", str(tmp_path / "added"))
    Knowledge.load.cache_clear()


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["knowledge", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_find_says_what_is_known() -> None:
    code, out, _ = run("find", "Peskow", "--lang", "de")
    assert code == 0
    assert all(words in out for words in ("Dmitri Peskow (Person)", "Kremlsprecher (RU) 2012-05 – heute", "Quelle", "Apache-2.0"))


def test_find_in_english() -> None:
    _, out, _ = run("find", "Charkiw", "--lang", "en")
    assert all(words in out for words in ("(town) geonames:706483", "49.982, 36.255", "inhabitants", "CC BY 4.0"))


def test_find_nothing() -> None:
    code, out, err = run("find", "Xyzzy", "--lang", "en")
    assert (code, out) == (1, "") and "nothing is known that is called “Xyzzy”" in err


def test_add_then_find_and_list(tmp_path: Path) -> None:
    rows = tmp_path / "desk.csv"
    rows.write_text("table,name,country,lat,lon,kind\nplaces,Xyzzy,DE,50,9,city\nplaces,Broken,DE,,,city\n", "utf8")
    code, _, err = run("add", str(rows), "--licence", "ours alone")
    assert code == 1 and "1 entries" in err and "1 broken" in err and "line 3" in err
    Knowledge.load.cache_clear()
    code, out, _ = run("find", "Xyzzy", "--lang", "en")
    assert code == 0 and "desk.csv" in out and "ours alone" in out
    code, out, _ = run("list")
    assert code == 0 and out.splitlines()[0].startswith(str(tmp_path / "added" / "desk.sqlite"))


def test_add_of_nothing_ends_with_three(tmp_path: Path) -> None:
    code, _, err = run("add", str(tmp_path / "none.csv"))
    assert code == 3 and "cannot be read" in err


def test_build_of_nothing_ends_with_three(tmp_path: Path) -> None:
    code, _, err = run("build", str(tmp_path), "--into", str(tmp_path / "out.sqlite"))
    assert code == 3 and "has no TOML files" in err


def test_attribution_names_geonames() -> None:
    code, out, _ = run("attribution")
    assert code == 0 and "GeoNames" in out
