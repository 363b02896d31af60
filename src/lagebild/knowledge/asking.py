"""What an open knowledge file is asked."""

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from lagebild.domain.errors import KnowledgeError
from lagebild.knowledge.entries import Candidate, Country, Details, Entry, Match, Organisation, Person, Place, Product, Source
from lagebild.knowledge.file import MATCHES, opened

_KINDS: dict[str, type[Details]] = {kind.__name__.lower(): kind for kind in (Country, Place, Organisation, Person, Product)}
_ENTRY = "e.id, e.uid, e.kind, e.weight, e.checked, e.details, s.name, s.version, s.licence, s.url, s.note FROM entries e JOIN sources s ON s.id = e.source"


class File:
    """One open file; its entries are read when they are asked for, and kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = opened(path)
        self.entry = lru_cache(maxsize=65_536)(self._entry)
        self.candidates = lru_cache(maxsize=262_144)(self._candidates)

    def _entry(self, number: int) -> Entry:
        return self._made(self.ask(f"SELECT {_ENTRY} WHERE e.id = ?", (number,))[0])

    def entries(self, kind: str) -> Iterator[Entry]:
        return (self.entry(number) for (number,) in self.ask("SELECT id FROM entries WHERE kind = ? ORDER BY id", (kind,)))

    def by_id(self, uid: str) -> Entry | None:
        return next((self.entry(number) for (number,) in self.ask("SELECT id FROM entries WHERE uid = ?", (uid,))), None)

    def _candidates(self, wanted: str) -> tuple[Candidate, ...]:
        found = self.ask("SELECT entry, match, common FROM names WHERE key = ? ORDER BY entry", (wanted,))
        candidates = [Candidate(self.entry(number), MATCHES[int(match)], bool(common)) for number, match, common in found]
        return tuple(sorted(candidates, key=lambda candidate: -candidate.entry.weight))

    def names_of(self, uid: str) -> tuple[str, ...]:
        found = self.ask("SELECT key FROM names WHERE entry = (SELECT id FROM entries WHERE uid = ?) AND match <= ? ORDER BY match, key", (uid, MATCHES.index(Match.FOREIGN)))
        return tuple(key for (key,) in found)

    def sources(self) -> list[tuple[Source, int]]:
        found = self.ask("SELECT s.name, s.version, s.licence, s.url, s.note, count(e.id) FROM sources s LEFT JOIN entries e ON e.source = s.id GROUP BY s.id ORDER BY s.id")
        return [(Source(*source), number) for *source, number in found]

    def holders(self, office: str, of: str, day: str) -> list[Entry]:
        found = self.ask("SELECT entry FROM offices WHERE office = ? AND of = ? AND first <= ? AND last >= ? ORDER BY first DESC", (office, of, day, day))
        return [self.entry(number) for (number,) in found]

    def words(self, name: str) -> bytes | None:
        return next((content for (content,) in self.ask("SELECT content FROM words WHERE name = ?", (name,))), None)

    def ask(self, question: str, values: tuple[object, ...] = ()) -> list[Any]:
        try:
            return self.connection.execute(question, values).fetchall()
        except sqlite3.Error as error:
            raise KnowledgeError(f"{self.path}: cannot be read ({error}); make it again or install lagebild again") from error

    def _made(self, row: tuple[Any, ...]) -> Entry:
        _, uid, kind, weight, checked, details, *source = row
        return Entry(uid, msgspec.json.decode(details, type=_KINDS[kind]), weight, Source(*source), checked)
