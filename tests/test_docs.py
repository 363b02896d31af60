"""What the documents say is so: links lead somewhere, commands exist, every field of the record is told."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
import typer
from typer.core import TyperGroup

from lagebild.cli import app
from lagebild.domain.record import Record

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(path for folder in ("docs", "examples", "training", "benchmarks", "src") for path in (ROOT / folder).rglob("*.md"))])
COMMANDS = typer.main.get_command(app)


def lines_of_code(document: Path) -> Iterator[str]:
    for block in re.findall(r"^```sh\n(.*?)^```", document.read_text("utf8"), re.MULTILINE | re.DOTALL):
        yield from (line for line in block.splitlines() if line.strip())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s#]+)(?:#[^)]*)?\)", document.read_text("utf8"))
    broken = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert not broken, f"{document.relative_to(ROOT)} links to {', '.join(broken)}"


def test_commands_exist() -> None:
    shown = [shlex.split(line, comments=True) for document in DOCUMENTS for line in lines_of_code(document)]
    assert [words for words in shown if words[:1] == ["lagebild"]]
    for words in shown:
        if words[:1] == ["lagebild"]:
            assert isinstance(COMMANDS, TyperGroup)
            command = COMMANDS.commands[words[1]]
            options = {name for parameter in command.params for name in parameter.opts}
            assert {word for word in words[2:] if word.startswith("--")} <= options, words
            assert not [word for word in words if word.startswith("examples/") and not list(ROOT.glob(word))], words


def test_python_in_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    block = re.search(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf8"), re.MULTILINE | re.DOTALL)
    assert block
    exec(compile(block[1], "README.md", "exec"), {})  # noqa: S102  our own lines
    assert capsys.readouterr().out


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf8"), re.MULTILINE))
    named = {target for document in DOCUMENTS for target in re.findall(r"(?:`|^)make ([a-z]+)", document.read_text("utf8"), re.MULTILINE)}
    assert named
    assert named <= targets


def told() -> dict[str, set[str]]:
    """The first column of every table of docs/record.md, by the heading above it."""
    sections = re.split(r"^#+ ", (ROOT / "docs" / "record.md").read_text("utf8"), flags=re.MULTILINE)
    return {section.partition("\n")[0]: set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) for section in sections}


def kinds_in(kind: Any) -> Iterator[type]:  # noqa: ANN401  a type as typing sees it
    if get_origin(kind) is tuple or isinstance(kind, UnionType):
        for part in get_args(kind):
            yield from kinds_in(part)
    elif isinstance(kind, type):
        yield kind


def reachable(kind: type) -> set[type]:
    """All dataclasses and enums of the domain that a record is made of."""
    seen: set[type] = set()
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        if one in seen or not (is_dataclass(one) or issubclass(one, Enum)):
            continue
        seen.add(one)
        waiting += [part for hint in get_type_hints(one).values() for part in kinds_in(hint)] if is_dataclass(one) else []
    return seen


PARTS = sorted((kind for kind in reachable(Record) if kind.__name__ != "Span"), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", [kind for kind in PARTS if is_dataclass(kind)], ids=lambda kind: kind.__name__)
def test_every_field_is_told(kind: Any) -> None:  # noqa: ANN401  a dataclass
    assert told().get(kind.__name__) == {field.name for field in fields(kind)}


@pytest.mark.parametrize("kind", [kind for kind in PARTS if issubclass(kind, Enum)], ids=lambda kind: kind.__name__)
def test_every_value_is_told(kind: type[Enum]) -> None:
    text = (ROOT / "docs" / "record.md").read_text("utf8")
    missing = [value.value for value in kind if f"`{value.value}`" not in text]
    assert not missing, f"{kind.__name__}: {missing}"


@pytest.mark.parametrize("decision", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_decisions_say_what_was_given_up(decision: Path) -> None:
    headings = re.findall(r"^## (.+)$", decision.read_text("utf8"), re.MULTILINE)
    assert headings == ["Situation", "Decision", "What we gave up", "What would change our mind"]
    assert decision.read_text("utf8").startswith(f"# {int(decision.stem[:4])}. ")
