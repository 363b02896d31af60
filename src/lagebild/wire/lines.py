"""The lines of a text that hold something, as spans into the text as it came in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.domain.span import Span

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
# Old wires frame their copy in control characters (start of text, bell, end of text): they are edges like white space.
_EDGES = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace() or sign < " " or sign == "\x7f") + "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it, and whether a blank line stands before it."""

    start: int
    stop: int
    after_blank: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)


def lines_in(text: str, start: int = 0, stop: int | None = None) -> Iterator[Line]:
    """The lines that are not blank, first to last."""
    last = start
    for match in _LINE.finditer(text, start, len(text) if stop is None else stop):
        span = trimmed(text, *match.span())
        if span is not None:
            yield Line(span.start, span.stop, len(_BREAK.findall(text, last, span.start)) > 1)
            last = span.stop


def trimmed(text: str, start: int, stop: int) -> Span | None:
    """What is left of a stretch without white space and control characters at its edges; nothing if it holds no more."""
    left = text[start:stop].lstrip(_EDGES)
    first = stop - len(left)
    last = first + len(left.rstrip(_EDGES))
    return Span(first, last) if first < last else None
