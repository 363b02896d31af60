"""The knowledge file: SQLite, written once, then only read; what is not whole, not ours or of another format is refused.

A file is written beside its place and moved there in one step: who reads the old one goes on.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import quote

import msgspec

from lagebild.domain.errors import KnowledgeError
from lagebild.knowledge.entries import Details, Match, Source
from lagebild.knowledge.seal import check, seal

_SCHEMA = """
CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, licence TEXT NOT NULL, url TEXT, note TEXT);
CREATE TABLE entries (id INTEGER PRIMARY KEY, uid TEXT NOT NULL, kind TEXT NOT NULL, weight REAL NOT NULL, source INTEGER NOT NULL, checked TEXT, details BLOB NOT NULL);
CREATE TABLE names (key TEXT NOT NULL, entry INTEGER NOT NULL, match INTEGER NOT NULL, common INTEGER NOT NULL, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE offices (office TEXT NOT NULL, of TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, entry INTEGER NOT NULL,
  PRIMARY KEY (office, of, first, entry)) WITHOUT ROWID;
CREATE TABLE lines (id INTEGER PRIMARY KEY, countries TEXT NOT NULL, points BLOB NOT NULL);
CREATE TABLE rings (country TEXT NOT NULL, lines BLOB NOT NULL);
CREATE TABLE words (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX entries_by_uid ON entries (uid);
CREATE INDEX entries_by_kind ON entries (kind);
CREATE INDEX lines_by_countries ON lines (countries);
CREATE INDEX rings_by_country ON rings (country);
"""

MATCHES: tuple[Match, ...] = tuple(Match)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on its way into a file: `names` as (key, match, common), `offices` as (office, of, first, last) with ISO days."""

    uid: str
    details: Details
    weight: float
    source: int
    names: tuple[tuple[str, Match, bool], ...]
    offices: tuple[tuple[str, str, str, str], ...] = ()
    checked: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a file holds; `lines` are (countries, points as bytes), `rings` (country, line numbers as bytes)."""

    sources: tuple[Source, ...]
    rows: Iterable[Row]
    lines: tuple[tuple[str, bytes], ...] = ()
    rings: tuple[tuple[str, bytes], ...] = ()
    words: tuple[tuple[str, bytes], ...] = ()


def write(path: Path, contents: Contents) -> int:
    """Write a knowledge file in one step and give the number of its entries; the same contents give the same bytes. Raises KnowledgeError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as unfinished:
            draft = Path(unfinished.name)
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be written ({error.strerror}); name another folder") from error
    try:
        written = _fill(draft, contents)
        seal(draft)
        draft.chmod(0o644)
        draft.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise KnowledgeError(f"{path}: cannot be written ({error})") from error
    finally:
        draft.unlink(missing_ok=True)
    return written


def _fill(path: Path, contents: Contents) -> int:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;" + _SCHEMA)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?)", ((n, s.name, s.version, s.licence, s.url, s.note) for n, s in enumerate(contents.sources)))
        written = _fill_entries(connection, contents.rows)
        connection.executemany("INSERT INTO lines VALUES (?, ?, ?)", ((number, *line) for number, line in enumerate(contents.lines)))
        connection.executemany("INSERT INTO rings VALUES (?, ?)", contents.rings)
        connection.executemany("INSERT INTO words VALUES (?, ?)", contents.words)
        connection.execute("COMMIT")
        connection.executescript(_INDEXES + "VACUUM;")
    finally:
        connection.close()
    return written


def _fill_entries(connection: sqlite3.Connection, rows: Iterable[Row]) -> int:
    """Entries as they come, a thousand at a time, then what points at them in the order of its keys."""
    connection.execute("CREATE TEMP TABLE loose (key TEXT, entry INTEGER, match INTEGER, common INTEGER)")
    number = 0
    encode = msgspec.json.Encoder().encode
    for number, row in enumerate(rows, 1):
        kind = type(row.details).__name__.lower()
        connection.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)", (number, row.uid, kind, row.weight, row.source, row.checked, encode(_told(row.details))))
        connection.executemany("INSERT INTO loose VALUES (?, ?, ?, ?)", ((key, number, MATCHES.index(match), common) for key, match, common in row.names))
        connection.executemany("INSERT OR IGNORE INTO offices VALUES (?, ?, ?, ?, ?)", ((*office, number) for office in row.offices))
    connection.execute("INSERT INTO names SELECT key, entry, min(match), max(common) FROM loose GROUP BY key, entry ORDER BY key, entry")
    return number


def _told(details: Details) -> dict[str, object]:
    """What is said of an entry, without what is not."""
    fields = ((field, getattr(details, field)) for field in details.__dataclass_fields__)
    return {field: value for field, value in fields if value not in (None, (), False)}


def opened(path: Path) -> sqlite3.Connection:
    """The file, for reading only; raises KnowledgeError where it is missing, not whole, not ours or of another format."""
    check(path)
    connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute(f"PRAGMA mmap_size = {1 << 28}")  # the pages are then the system's, shared by all who read
    return connection
