"""Headlines: which lines above the body are one, and which is the title."""

from dataclasses import dataclass

from lagebild.domain.dispatch import Section, SectionKind
from lagebild.domain.span import Span
from lagebild.wire.headers import Header
from lagebild.wire.keywords import Keyword

_LONGEST_TITLE = 300
_DASHES = tuple("-–—")
_FULL_LINE = 56  # characters; the old wires break at 64 to 69, a word before that


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch above the body with what it says; `after_blank` where a blank line sets it off from the one before."""

    section: Section
    after_blank: bool = False
    header: Header | None = None
    keywords: tuple[Keyword, ...] = ()


def blocks_of(text: str, pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces of one kind that no blank line parts; headlines stacked on each other stay apart, the lines of one headline do not."""
    blocks: list[list[Piece]] = []
    for piece in pieces:
        last = blocks[-1][-1].section if blocks else None
        if last and last.kind is piece.section.kind and not piece.after_blank and (last.kind is not SectionKind.HEADLINE or _runs_on(text, last.span, piece.section.span)):
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
    return blocks


def _runs_on(text: str, line: Span, below: Span) -> bool:
    """Whether a headline was broken between two lines: inside a phrase, or because the line is full."""
    return below.of(text)[0] in _DASHES or below.of(text)[0].islower() or line.of(text)[-1] in (*_DASHES, ",", ":") or line.stop - line.start >= _FULL_LINE


def title_of(text: str, blocks: list[list[Piece]]) -> str | None:
    """The first headline that is none of the sentences of a teaser."""
    for block in blocks:
        written = " ".join(" ".join(piece.section.span.of(text).split()) for piece in block)
        if block[0].section.kind is SectionKind.HEADLINE and len(written) <= _LONGEST_TITLE and not written.endswith("."):
            return written
    return None
