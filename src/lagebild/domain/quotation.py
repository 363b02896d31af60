"""Who said what."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.domain.span import Evidence, Span


class QuotationKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Quotation:
    """`spans` are the content (several when interrupted), `frame` the words that introduce it; ids are entity ids."""

    id: str
    kind: QuotationKind
    spans: tuple[Span, ...]
    cue: Span | None = None
    frame: tuple[Span, ...] = ()
    speaker: str | None = None
    speaker_span: Span | None = None
    addressee: str | None = None
    occasion: Span | None = None
    evidence: tuple[Evidence, ...] = ()
