"""From other people's files to a knowledge file of one's own, which is asked before the shipped one."""

import bz2
import gzip
import lzma
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TextIO, cast

from lagebild.domain.errors import KnowledgeError
from lagebild.knowledge.building import identity, names_of, row
from lagebild.knowledge.entries import Source
from lagebild.knowledge.file import Contents, Row, write
from lagebild.knowledge.foreign import Countries, Found
from lagebild.knowledge.formats import CSV, FOLLOWTHEMONEY, GEONAMES, TABLES, WIKIDATA, Format
from lagebild.knowledge.sources import Written

_OPENERS: dict[str, Callable[..., IO[str]]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
_BY_SUFFIX = {".csv": CSV, ".toml": TABLES, ".yaml": TABLES, ".yml": TABLES, ".txt": GEONAMES, ".tsv": GEONAMES}
_SHOWN = 5  # faults that are told whole; the rest are counted


@dataclass(slots=True)
class Added:
    """What came of a file: entries written, lines of kinds that are passed over, and broken lines with the first faults."""

    entries: int = 0
    passed_over: int = 0
    broken: int = 0
    faults: list[str] = field(default_factory=list[str])


def add(source: Path, target: Path, countries: Countries, *, form: Format | None = None, licence: str | None = None, progress: Callable[[int], None] = lambda _: None) -> Added:
    """Write a knowledge file from another's file, a line at a time; broken lines are counted and passed over.

    `countries` are ISO codes by Wikidata id. Raises KnowledgeError where the file cannot be read or holds nothing.
    """
    added = Added()
    try:
        with _opened(source) as file:
            chosen = form or _format_of(source, file)
            version = datetime.fromtimestamp(source.stat().st_mtime, tz=UTC).date().isoformat()
            whose = Source(source.name, version, licence or chosen.licence, note=chosen.name)
            rows = _rows(chosen.read(file, countries), added, progress)
            first = next(rows, None)
            if first is None:
                raise KnowledgeError(f"{source}: holds nothing that can be added as {chosen.name} ({'; '.join(added.faults) or 'no entries'}); name another --format")
            added.entries = write(target, Contents((whose,), _with_first(first, rows)))
    except (OSError, EOFError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise KnowledgeError(f"{source}: cannot be read ({error})") from error
    return added


def _opened(source: Path) -> TextIO:
    opener = _OPENERS.get(source.suffix)
    return cast(TextIO, opener(source, "rt", encoding="utf8") if opener else source.open(encoding="utf8"))


def _format_of(source: Path, file: TextIO) -> Format:
    """By the suffix; of JSON by what its first entry looks like."""
    plain = source.with_suffix("") if source.suffix in _OPENERS else source
    if found := _BY_SUFFIX.get(plain.suffix):
        return found
    start = file.read(1 << 16)
    file.seek(0)
    if '"schema"' in start and '"properties"' in start:
        return FOLLOWTHEMONEY
    if '"labels"' in start or '"claims"' in start:
        return WIKIDATA
    raise KnowledgeError(f"{source}: is of no format that lagebild knows; name one with --format")


def _rows(found: Found, added: Added, progress: Callable[[int], None]) -> Iterator[Row]:
    used: Counter[str] = Counter()
    for number, one in enumerate(found, 1):
        progress(number)
        if isinstance(one, Written):
            yield row(one.id or identity(one.details, used), one, one.details, 0, names_of(one.details))
        elif one is None:
            added.passed_over += 1
        else:
            added.broken += 1
            added.faults += [one] if len(added.faults) < _SHOWN else []


def _with_first(first: Row, rest: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rest
