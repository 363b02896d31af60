"""The text of a dispatch, split wherever a finding starts or stops, so that overlapping findings can be marked in flat HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from lagebild.domain.span import Span
from lagebild.exports.picture import Picture


@dataclass(frozen=True, slots=True)
class Laid:
    """A span laid over the text: whose it is (empty for a section), how it looks, and whether it is only the finding's reach."""

    span: Span
    id: str = ""
    style: str = ""
    reach: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same findings throughout; `ids` the findings that stand here, narrowest first, `reaches` those that reach over it."""

    text: str
    start: int
    ids: tuple[str, ...] = ()
    reaches: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


def laid_over(picture: Picture) -> list[Laid]:
    """All that lies over a picture's text: its sections, its findings and what they reach over."""
    laid = [Laid(section.span, style=f"in-{section.kind}") for section in picture.record.dispatch.sections]
    for entry in picture.entries():
        laid += [Laid(mark.span, entry.id, mark.style) for mark in entry.marks]
        laid += [Laid(span, entry.id, reach=True) for span in entry.reach]
    return laid


def segments(text: str, laid: Iterable[Laid]) -> Iterator[Segment]:
    """The text in pieces: joined they are the text again."""
    opening: dict[int, list[Laid]] = {}
    closing: dict[int, list[Laid]] = {}
    for piece in laid:
        opening.setdefault(piece.span.start, []).append(piece)
        closing.setdefault(piece.span.stop, []).append(piece)
    bounds = sorted({0, len(text), *opening, *closing})
    here: list[Laid] = []
    for start, stop in pairwise(bounds):
        ended = {id(piece) for piece in closing.get(start, ())}
        here = [piece for piece in here if id(piece) not in ended] + opening.get(start, [])
        yield _segment(text[start:stop], start, sorted(here, key=_length), stop)


def _segment(text: str, start: int, here: list[Laid], stop: int) -> Segment:
    marks = [piece for piece in here if not piece.reach]
    ids = tuple(dict.fromkeys(piece.id for piece in marks if piece.id))
    reaches = tuple(dict.fromkeys(piece.id for piece in here if piece.reach and piece.id not in ids))
    styles = dict.fromkeys(word for piece in marks for word in piece.style.split())
    # A claim's symbol is printed once, behind the last of its words.
    ends = ["ends"] if any(piece.span.stop == stop and piece.style.startswith("claim") for piece in marks) else []
    return Segment(text, start, ids, reaches, (*styles, *ends))


def _length(piece: Laid) -> int:
    return piece.span.stop - piece.span.start
