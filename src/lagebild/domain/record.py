"""The record: all that lagebild finds in one dispatch."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from hashlib import sha256

from lagebild.domain.claim import Claim
from lagebild.domain.dispatch import Dispatch
from lagebild.domain.entity import Entity, Mention, Relation
from lagebild.domain.event import Event
from lagebild.domain.geography import Geography
from lagebild.domain.moment import Time
from lagebild.domain.quotation import Quotation
from lagebild.domain.span import Span
from lagebild.domain.transfer import Transfer

Finding = Entity | Mention | Time | Quotation | Event | Claim | Transfer | Geography | Relation


@dataclass(frozen=True, slots=True)
class Record:
    """Lists stand in the order of the text; ids are local to the record. Raises ValueError on a span outside the text."""

    dispatch: Dispatch
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    geography: tuple[Geography, ...] = ()
    relations: tuple[Relation, ...] = ()
    lagebild: str = "1"

    def __post_init__(self) -> None:
        length = len(self.dispatch.text)
        for span in spans_in(self):
            if span.stop > length:
                raise ValueError(f"span {span.start}-{span.stop} lies outside the text of {length} characters")


def spans_in(value: object) -> Iterator[Span]:
    """Every span anywhere in a value of the domain."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:  # pyright: ignore[reportUnknownVariableType]
            yield from spans_in(part)  # pyright: ignore[reportUnknownArgumentType]
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))


def content_id(record: Record, finding: Finding) -> str:
    """A finding's identity over runs: sha256 of its dispatch and its content, its local id left out."""
    content = [f"{field.name}={getattr(finding, field.name)!r}" for field in fields(finding) if field.name != "id"]
    return sha256("\x00".join([record.dispatch.id, type(finding).__name__, *content]).encode("utf8", "surrogatepass")).hexdigest()
