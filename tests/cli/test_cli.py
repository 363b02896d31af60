import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest
from records import record
from typer.testing import CliRunner

from lagebild import cli
from lagebild.domain.dispatch import Dispatch
from lagebild.domain.errors import WeightsError, WireError
from lagebild.domain.record import Record

run = CliRunner()


@dataclass(frozen=True, slots=True)
class Overrides:
    issued: str | None = None
    agency: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if self.issued == "gestern":
            raise WireError('issued "gestern" is no date')


def read_dispatches(source: Path | None, overrides: Overrides) -> Iterator[Dispatch | WireError]:
    """A dispatch for each line of a file; `broken` is none."""
    lines = sys.stdin.read().split() if source is None else source.read_text().split()
    for line in lines:
        if line == "broken":
            yield WireError(f"{source}: \x1b[31mbinary,\nnot text")
        else:
            language = "en" if line.startswith("English") else "de"
            yield replace(record().dispatch, title=line, origin=line, issued=overrides.issued, agency=overrides.agency, language=language)


class Pipeline:
    def read(self, dispatch: Dispatch) -> Record:
        if dispatch.title == "weightless":
            raise WeightsError("reader.onnx is cut short; install lagebild again")
        return replace(record(), dispatch=dispatch)


@pytest.fixture(autouse=True)
def _fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    wire = ModuleType("lagebild.wire")
    vars(wire).update(Overrides=Overrides, read_dispatches=read_dispatches)
    monkeypatch.setitem(sys.modules, "lagebild.wire", wire)
    monkeypatch.setattr(cli, "pipeline", Pipeline)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    file = tmp_path / "copy.txt"
    file.write_text("Erste Zweite")
    return file


def lines(file: Path, *titles: str) -> str:
    file.write_text("\n".join(titles))
    return str(file)


def test_read_prints_a_picture_of_each_dispatch(copy: Path) -> None:
    result = run.invoke(cli.app, ["read", str(copy)])
    assert result.exit_code == 0, result.output
    assert result.stdout.count("Was, laut wem, wie sicher") == 2
    assert result.stderr == ""


def test_read_takes_standard_input() -> None:
    result = run.invoke(cli.app, ["read", "-"], input="Einzige")
    assert result.exit_code == 0
    assert "Einzige" in result.stdout


def test_json_is_one_record_a_line_and_nothing_else(copy: Path) -> None:
    result = run.invoke(cli.app, ["read", "--json", "--issued", "2023-09", "--agency", "npa", str(copy)])
    records = [json.loads(line) for line in result.stdout_bytes.splitlines()]
    assert [found["dispatch"]["title"] for found in records] == ["Erste", "Zweite"]
    assert {(found["dispatch"]["issued"], found["dispatch"]["agency"]) for found in records} == {("2023-09", "npa")}
    assert result.stdout_bytes.endswith(b"}\n")


def test_html_writes_one_page_and_prints_no_picture(copy: Path, tmp_path: Path) -> None:
    result = run.invoke(cli.app, ["read", str(copy), "--html", str(tmp_path / "lage.html"), "--lang", "en"])
    assert (result.exit_code, result.output) == (0, "")
    page = (tmp_path / "lage.html").read_text("utf8")
    assert '<html lang="en">' in page
    assert page.count("<article") == 2


def test_json_and_html_go_together(copy: Path, tmp_path: Path) -> None:
    result = run.invoke(cli.app, ["read", str(copy), "--json", "--html", str(tmp_path / "lage.html")])
    assert len(result.stdout.splitlines()) == 2
    assert (tmp_path / "lage.html").exists()


def test_an_input_that_cannot_be_read_is_told_in_one_safe_line_and_passed_over(tmp_path: Path) -> None:
    result = run.invoke(cli.app, ["read", "--json", lines(tmp_path / "a", "Erste", "broken"), lines(tmp_path / "b", "Zweite")])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr == f"lagebild: {tmp_path / 'a'}: ␛[31mbinary, not text\n"


def test_nothing_read_is_3_and_no_page(tmp_path: Path) -> None:
    result = run.invoke(cli.app, ["read", lines(tmp_path / "a", "broken"), "--html", str(tmp_path / "lage.html")])
    assert result.exit_code == 3
    assert not (tmp_path / "lage.html").exists()


def test_a_dispatch_in_another_language_is_read_and_told_in_one_line(tmp_path: Path) -> None:
    file = lines(tmp_path / "a", "Erste", "English")
    result = run.invoke(cli.app, ["read", "--json", file, "--lang", "en"])
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)
    assert result.stderr == "lagebild: English: written in English; so far only German is read well\n"
    told = run.invoke(cli.app, ["explain", file, "c5", "--dispatch", "2"]).stderr
    assert told == "lagebild: English: geschrieben auf Englisch; gut gelesen wird bisher nur Deutsch\n"


def test_an_error_of_the_weights_stops_the_run(tmp_path: Path) -> None:
    result = run.invoke(cli.app, ["read", "--json", lines(tmp_path / "a", "Erste", "weightless", "Dritte")])
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == "lagebild: reader.onnx is cut short; install lagebild again\n"


@pytest.mark.parametrize("wrong", [["--lang", "fr"], ["--issued", "gestern"], ["--html", "/nowhere/at/all.html"], ["--nonsense"]])
def test_a_wrong_command_line_is_2(copy: Path, wrong: list[str]) -> None:
    assert run.invoke(cli.app, ["read", str(copy), *wrong]).exit_code == 2


def test_the_language_is_the_locales_unless_said(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "How certain" in run.invoke(cli.app, ["read", str(copy)]).stdout
    assert "Wie sicher" in run.invoke(cli.app, ["read", str(copy), "--lang", "de"]).stdout
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "Wie sicher" in run.invoke(cli.app, ["read", str(copy)]).stdout


def test_explain_says_which_words_and_which_rule(copy: Path) -> None:
    result = run.invoke(cli.app, ["explain", str(copy), "c5"])
    assert result.exit_code == 0, result.output
    assert "bereits [unterschrieben] sein." in result.stdout
    assert "„soll“  Regel hearsay_soll" in result.stdout


def test_explain_can_take_a_later_dispatch(copy: Path) -> None:
    assert run.invoke(cli.app, ["explain", str(copy), "c5", "--dispatch", "2"]).exit_code == 0
    result = run.invoke(cli.app, ["explain", str(copy), "c5", "--dispatch", "3"])
    assert (result.exit_code, result.stderr) == (3, f"lagebild: {copy} has no dispatch 3; count from 1\n")


def test_explain_answers_an_unknown_id_with_those_there_are(copy: Path) -> None:
    result = run.invoke(cli.app, ["explain", str(copy), "c77"])
    assert result.exit_code == 3
    assert result.stderr.startswith("lagebild: there is no finding c77")
    assert "there are: c1 to c6, e1 to e9" in result.stderr


def test_the_exit_codes_are_in_the_help() -> None:
    assert "3 nothing could be read" in " ".join(run.invoke(cli.app, ["read", "--help"]).stdout.split())


def test_the_version_is_said() -> None:
    result = run.invoke(cli.app, ["--version"])
    assert result.exit_code == 0
    assert result.stdout.startswith("lagebild")


def test_a_reader_that_went_away_ends_the_run_quietly(copy: Path) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    program = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import test_cli as t; t.piped({str(copy)!r})"
    path = os.pathsep.join([*sys.path, str(Path(__file__).parents[1])])
    result = subprocess.run([sys.executable, "-c", program], stdout=writes, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}, check=False)  # noqa: S603
    os.close(writes)
    assert (result.returncode, result.stderr) == (0, b"")


def piped(file: str) -> None:
    """The command line in a process of its own, with the stand-ins of this module."""
    wire = ModuleType("lagebild.wire")
    vars(wire).update(Overrides=Overrides, read_dispatches=read_dispatches)
    sys.modules["lagebild.wire"] = wire
    cli.pipeline = Pipeline
    cli.app(["read", file])


def test_starting_up_imports_nothing_heavy() -> None:
    heavy = "{'rich', 'jinja2', 'msgspec', 'numpy', 'onnxruntime', 'lagebild.pipeline', 'lagebild.wire'}"
    program = f"import sys, lagebild.cli; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=True)  # noqa: S603
    assert result.stdout == "[]\n"
