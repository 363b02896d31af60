"""Files and standard input to dispatches; what cannot be read comes out as an error among the rest."""

import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from os import fstat
from pathlib import Path
from typing import BinaryIO

from lagebild.domain.dispatch import Dispatch
from lagebild.domain.errors import WireError
from lagebild.wire.agency_text import parse_agency_text
from lagebild.wire.decoding import decode
from lagebild.wire.json_lines import is_json_row, parse_json_line
from lagebild.wire.overrides import Overrides

LARGEST = 20_000_000  # bytes of one dispatch; a year's copy of a desk is smaller, so a larger one is something else
_JSON_LINES = (".jsonl", ".ndjson")
_FAULTS: dict[type[Exception], str] = {
    FileNotFoundError: "no such file; check the name",
    PermissionError: "no permission to read it; change its mode or copy it",
    IsADirectoryError: "a directory, not a file; name the files in it",
}


def read_dispatches(source: Path | None, overrides: Overrides) -> Iterator[Dispatch | WireError]:
    """The dispatches of a file, or of standard input for None; a bad file or row gives a WireError as a value, and reading goes on."""
    origin = shown(source)
    try:
        if source is None:
            yield from _read(sys.stdin.buffer, origin, overrides, is_json_lines=False)
            return
        with source.open("rb") as stream:
            yield from _read(stream, origin, overrides, is_json_lines=source.suffix.lower() in _JSON_LINES, size=fstat(stream.fileno()).st_size)
    except (OSError, ValueError) as fault:
        yield fault_of(fault, origin)


def shown(source: Path | None) -> str:
    """A source by its name; a name may be any bytes, a record is UTF-8."""
    return str(source or "-").encode("utf-8", "backslashreplace").decode()


def fault_of(fault: OSError | ValueError, origin: str) -> WireError:
    """What the system said against reading a file, in words that say what to do."""
    return WireError(f"{origin}: {_FAULTS.get(type(fault)) or f'cannot be read ({fault}); check the name and the disk'}")


def _read(stream: BinaryIO, origin: str, overrides: Overrides, *, is_json_lines: bool, size: int = 0) -> Iterator[Dispatch | WireError]:
    head, first = _first_line(stream)
    if is_json_lines or is_json_row(first.removeprefix(BOM_UTF8)):
        yield from _read_rows(stream, head, first, origin, overrides)
        return
    if size > LARGEST:
        yield _too_large(origin, f"{size:,} bytes")
        return
    content = head + first + stream.read(LARGEST + 1 - len(head) - len(first))
    if len(content) > LARGEST:
        yield _too_large(origin, f"more than {LARGEST:,} bytes")
        return
    try:
        text, encoding = decode(content, origin)
        yield parse_agency_text(text, origin=origin, encoding=encoding, overrides=overrides)
    except WireError as fault:
        yield fault


def _first_line(stream: BinaryIO) -> tuple[bytes, bytes]:
    """The blank lines above the first line with something in it, and that line, or as much of both as a dispatch may have."""
    head = bytearray()
    while line := stream.readline(LARGEST + 1 - len(head)):
        if line.strip():
            return bytes(head), line
        head += line
    return bytes(head), b""


def _read_rows(stream: BinaryIO, head: bytes, first: bytes, origin: str, overrides: Overrides) -> Iterator[Dispatch | WireError]:
    if not first:
        yield WireError(f"{origin}: empty or blank lines only; give a dispatch in each line")
        return
    if (head or first).startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        yield WireError(f"{origin}: UTF-16; JSON Lines are UTF-8, convert the file")
        return
    encoding = "utf-8-sig" if first.startswith(BOM_UTF8) else "utf-8"
    line, row = first.removeprefix(BOM_UTF8), head.count(b"\n") + 1
    while line:
        if len(line) > LARGEST and not line.endswith(b"\n"):
            yield _too_large(f"{origin}, row {row}", f"more than {LARGEST:,} bytes")
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST)
        elif line.strip():
            try:
                yield parse_json_line(line, origin=origin, row=row, encoding=encoding, overrides=overrides)
            except WireError as fault:
                yield fault
        line, row = stream.readline(LARGEST + 1), row + 1


def _too_large(where: str, found: str) -> WireError:
    return WireError(f"{where}: {found}, too large for one dispatch (at most {LARGEST:,}); split it, or give JSON Lines with a dispatch in each row")
