"""What came in: the text of a dispatch as received, and what its wrapping says."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from lagebild.domain.span import Span


class Status(StrEnum):
    NEW = "new"
    URGENT = "urgent"
    UPDATE = "update"
    CORRECTION = "correction"
    CANCELLED = "cancelled"


class SectionKind(StrEnum):
    """What a stretch of the text is for; only headlines and body are read as language."""

    HEADER = "header"
    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Section:
    kind: SectionKind
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the dispatch was written: `place` is the first place named, `span` covers all of them."""

    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class Rights:
    holder: str
    year: int | None
    url: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A dispatch; `text` is never normalised, so every span counts the code points that came in.

    `issued` is EDTF, `format` the wire format and encoding, `origin` the file or the `id` of a JSON Lines row.
    `sections` cover the text in order without overlap; white space between them belongs to none.
    """

    id: str
    text: str
    language: str
    title: str | None = None
    agency: str | None = None
    agency_span: Span | None = None
    dateline: Dateline | None = None
    issued: str | None = None
    rights: Rights | None = None
    status: Status = Status.NEW
    supersedes: str | None = None
    embargo: str | None = None
    topics: tuple[str, ...] = ()
    format: str = "text"
    encoding: str = "utf-8"
    origin: str | None = None
    sections: tuple[Section, ...] = ()


def dispatch_id(source: str, text: str) -> str:
    """The id of a dispatch: sha256 of its source's identity (agency, or the id a feed gave it) and its text."""
    return sha256(f"{source}\x00{text}".encode("utf8", "surrogatepass")).hexdigest()
