"""Stretches between quotation marks, whatever the glyphs; nothing is lost to a mark that was never closed."""

from dataclasses import dataclass

from lagebild.domain.span import Span

_CLOSERS = {"„": '“”"', "“": "”", "»": "«", "«": "»", '"': '"”', "‚": "‘’", "‹": "›", "›": "‹", "”": "”"}
_MARKS = frozenset('„“”»«"‚‘’‹›')
_LONGEST = 4_000  # code points; an opening mark whose fellow is farther off was never closed


@dataclass(frozen=True, slots=True)
class Quoted:
    """`outer` with the marks, `inner` without; `closed` false where the paragraph ended first."""

    outer: Span
    inner: Span
    depth: int
    closed: bool


def find_quoted(text: str, within: Span) -> list[Quoted]:
    """All quoted stretches of a part of the text, outer ones before those inside them."""
    found: list[Quoted] = []
    open_: list[tuple[int, str]] = []
    for at in range(within.start, within.stop):
        glyph = text[at]
        if glyph == "\n" and open_ and _paragraph_ends(text, at):
            found.extend(_unclosed(text, open_, at))
            open_ = []
        if glyph not in _MARKS or (glyph == "’" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()):
            continue  # "geht’s" closes nothing
        while open_ and at - open_[0][0] > _LONGEST:
            del open_[0]
        closes = next((depth for depth in range(len(open_) - 1, -1, -1) if glyph in _CLOSERS[open_[depth][1]]), None)
        if closes is not None and not (glyph == '"' and _opens(text, at) and open_[closes][1] != '"'):
            start = open_[closes][0]
            del open_[closes:]
            if start + 1 < at:
                found.append(Quoted(Span(start, at + 1), Span(start + 1, at), len(open_), closed=True))
        elif glyph in _CLOSERS and _opens(text, at):
            open_.append((at, glyph))
    found.extend(_unclosed(text, open_, within.stop))
    return sorted(found, key=lambda quoted: (quoted.outer.start, -quoted.outer.stop))


def _opens(text: str, at: int) -> bool:
    """Whether a mark stands as an opening one does: something behind it, nothing of a word before it."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(behind) and not behind.isspace() and (not before or not (before.isalnum() or before in ".,!?…)"))


def _paragraph_ends(text: str, at: int) -> bool:
    return not text[at : at + 80].split("\n", 2)[1].strip() if "\n" in text[at + 1 : at + 80] else False


def _unclosed(text: str, open_: list[tuple[int, str]], stop: int) -> list[Quoted]:
    """The outermost mark left open quotes to the end of its paragraph; only the low German mark is never a slip or an inch."""
    for start, glyph in open_[:1]:
        last = len(text[start + 1 : stop].rstrip()) + start + 1
        if glyph in "„»" and start + 1 < last <= start + _LONGEST:
            return [Quoted(Span(start, last), Span(start + 1, last), 0, closed=False)]
    return []
