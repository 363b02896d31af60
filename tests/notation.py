"""The test notation: a line of news with the words that matter in brackets, and behind `->` what is made of them.

Der Zug [dürfte] am Abend ankommen. -> probable
"""

import re
from dataclasses import dataclass

from lagebild.domain.span import Span

_MARKED = re.compile(r"\[(?P<words>[^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its marks, the spans of the marked words, and what is expected of them."""

    text: str
    marked: tuple[Span, ...]
    expected: str | None


def parse(line: str) -> Line:
    """Take the marks out of a line; raises ValueError where nothing is marked."""
    news, _, expected = line.strip().partition(" -> ")
    text, spans, last = "", list[Span](), 0
    for match in _MARKED.finditer(news):
        text += news[last : match.start()]
        spans.append(Span(len(text), len(text) + len(match["words"])))
        text += match["words"]
        last = match.end()
    if not spans:
        raise ValueError(f"nothing is marked in {line!r}")
    return Line(text + news[last:], tuple(spans), expected or None)
