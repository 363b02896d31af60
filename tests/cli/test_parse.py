"""`lagebild parse`: CoNLL-U on standard output, faults on standard error, the right exit code."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from lagebild.cli import app

run = CliRunner()


def file(folder: Path, name: str, content: str) -> str:
    (folder / name).write_text(content, "utf8")
    return str(folder / name)


def test_a_dispatch_is_printed_as_sentences(tmp_path: Path) -> None:
    result = run.invoke(app, ["parse", file(tmp_path, "a.txt", "Bonn (nda) - Der Zug fiel aus. Er kam nicht.")])
    assert result.exit_code == 0
    assert result.stdout.startswith(f"# newdoc id = {tmp_path / 'a.txt'}\n# sent_id = s1\n# text = ")
    assert {line.count("\t") for line in result.stdout.splitlines() if line and line[0] != "#"} == {9}
    assert result.stdout.endswith("\n\n")


def test_what_cannot_be_read_is_told_and_the_rest_is_parsed(tmp_path: Path) -> None:
    result = run.invoke(app, ["parse", str(tmp_path / "nowhere.txt"), file(tmp_path, "a.txt", "Der Zug fiel aus.")])
    assert result.exit_code == 1
    assert "no such file" in result.stderr
    assert "1\tDer\tder\tDET" in result.stdout


@pytest.mark.parametrize("count", [1, 3])
def test_given_words_stay(tmp_path: Path, count: int) -> None:
    blank = "\t_" * 8
    sentence = "".join(f"{number}\t{word}{blank}\n" for number, word in enumerate(("Die", "EU-Staaten", "tagen"), 1))
    result = run.invoke(app, ["parse", "--given-words", file(tmp_path, "a.conllu", f"{sentence}\n" * count)])
    assert result.exit_code == 0
    assert [line.split("\t")[1] for line in result.stdout.splitlines() if line] == ["Die", "EU-Staaten", "tagen"] * count


def test_a_file_without_sentences_is_nothing_read(tmp_path: Path) -> None:
    result = run.invoke(app, ["parse", "--given-words", file(tmp_path, "a.conllu", "1 Die\n")])
    assert result.exit_code == 3
    assert "line 1" in result.stderr
    assert not result.stdout
