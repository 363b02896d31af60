"""CoNLL-U that comes in: sentences whose words are given."""

import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lagebild.domain.errors import WireError
from lagebild.wire.sources import fault_of, shown

_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Given:
    """A sentence of a CoNLL-U file: its comments, and its lines in ten columns, range lines and empty nodes among them."""

    comments: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The syntactic words, those with a whole number as id."""
        return tuple(line[1] for line in self.lines if line[0].isdigit())


def read_conllu(source: Path | None) -> Iterator[Given | WireError]:
    """The sentences of a CoNLL-U file, or of standard input for None; a sentence that is none gives a WireError as a value, and reading goes on."""
    origin = shown(source)
    try:
        if source is None:
            yield from parse_conllu(sys.stdin.buffer, origin)
            return
        with source.open("rb") as stream:
            yield from parse_conllu(stream, origin)
    except (OSError, ValueError) as fault:
        yield fault_of(fault, origin)


def parse_conllu(lines: Iterable[bytes], origin: str) -> Iterator[Given | WireError]:
    """Sentences from the lines of a file, one at a time however long the file."""
    block, first = list[bytes](), 1
    for number, line in enumerate(lines, 1):
        if line.strip():
            block.append(line.removeprefix(BOM_UTF8) if number == 1 else line)
            continue
        if block:
            yield _sentence(block, first, origin)
        block, first = [], number + 1
    if block:
        yield _sentence(block, first, origin)


def _sentence(block: list[bytes], first: int, origin: str) -> Given | WireError:
    comments, lines, words = list[str](), list[tuple[str, ...]](), 0
    for number, raw in enumerate(block, first):
        try:
            line = raw.decode().rstrip("\r\n")
        except UnicodeDecodeError as broken:
            return WireError(f"{origin}, line {number}: broken UTF-8 at byte {broken.start + 1}; save the file as UTF-8 again")
        if line.startswith("#"):
            comments.append(line)
            continue
        columns = tuple(line.split("\t"))
        if fault := _fault(columns, words):
            return WireError(f"{origin}, line {number}: {fault}; this sentence is passed over: {line[:60]!r}")
        words += columns[0].isdigit()
        lines.append(columns)
    if not words:
        return WireError(f"{origin}, line {first}: comments without a sentence; put the words below them, one a line")
    return Given(tuple(comments), tuple(lines))


def _fault(columns: tuple[str, ...], words: int) -> str | None:
    if len(columns) != _COLUMNS or not all(columns):
        return f"CoNLL-U has {_COLUMNS} columns parted by tabs, none of them empty, here are {len(columns)}"
    if columns[0].isdigit() and int(columns[0]) != words + 1:
        return f"word {columns[0]} stands where word {words + 1} is due"
    if not columns[0].replace("-", "", 1).replace(".", "", 1).isdigit():
        return f"{columns[0]!r} is no id of a word; CoNLL-U has 1, 1-2 or 1.1"
    return None
