"""All that stands above the body: header lines, keywords, headlines, bylines and the dateline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lagebild.domain.dispatch import Section, SectionKind
from lagebild.domain.span import Span
from lagebild.wire.datelines import WrittenDateline, find_dateline
from lagebild.wire.headers import Header, read_header
from lagebild.wire.headlines import Piece, blocks_of, title_of
from lagebild.wire.keywords import Keyword, keywords_among, keywords_at
from lagebild.wire.lines import Line, lines_in, trimmed

_MOST_LINES = 40
_LONGEST_TEASER = 600  # characters in a line above the dateline; a longer one is body, and a dateline below it another dispatch's
_LONGEST_HEADLINE = 150
_NAME = r"[A-ZÄÖÜ][\w.’'-]+(?:\s+(?:von|van|de|der|zu)){0,2}(?:\s+[A-ZÄÖÜ][\w.’'-]+){1,3}"
_BYLINE = re.compile(rf"(?:Von|VON|By)\s+{_NAME}(?:\s*(?:,|und|and|/)\s*{_NAME}){{0,3}}(?:\s*[,(/]\s*[\w-]+\)?)?\s*=?")
_NOTE_END = r"\)(?:[^\S\r\n]*=)?(?=\s*?(?:[\r\n\v\f\x85\u2028\u2029]|\Z))"
_PHOTO = re.compile(rf"\((?:Fotos?|Bild|Grafik|Video|Mit|Archiv)\b[^()\r\n]*{_NOTE_END}", re.IGNORECASE)
_NOTE = re.compile(rf"\([^()]{{0,600}}{_NOTE_END}")
_HEADLINE_END = re.compile(r"\s*=+$|\s+(?:[+]{2,3}|[*]{2,3})$")  # dpa closes its headlines with = , others frame them in +++
_LONGEST_END = 20
_CLOSING_QUOTES = "\"“”»«’'‘)"


@dataclass(frozen=True, slots=True)
class Opening:
    """`title` is the headline in one line, `stop` where the body may begin."""

    sections: tuple[Section, ...]
    headers: tuple[Header, ...]
    keywords: tuple[Keyword, ...]
    title: str | None
    dateline: WrittenDateline | None
    stop: int


def read_opening(text: str) -> Opening:
    """Read down to the dateline; without one, as far as lines are plainly no body."""
    dateline = _first_dateline(text)
    pieces = list(_above(text, dateline) if dateline else _undated(text))
    blocks = blocks_of(text, pieces)
    sections = [Section(block[0].section.kind, Span(block[0].section.span.start, block[-1].section.span.stop)) for block in blocks]
    if dateline:
        sections.append(Section(SectionKind.DATELINE, dateline.span))
    return Opening(
        tuple(sections),
        tuple(piece.header for piece in pieces if piece.header),
        tuple(keyword for piece in pieces for keyword in piece.keywords),
        title_of(text, blocks),
        dateline,
        sections[-1].span.stop if sections else 0,
    )


def _first_dateline(text: str) -> WrittenDateline | None:
    """The first dateline near the top, also behind keywords on its line: `EIL: Berlin (dpa) - `."""
    for line in islice(lines_in(text), _MOST_LINES):
        start = max((keyword.span.stop for keyword in keywords_at(text, line.start, line.stop)), default=line.start)
        rest = trimmed(text, start, line.stop)
        dateline = find_dateline(text, rest) if rest else None
        if dateline or line.stop - line.start > _LONGEST_TEASER:
            return dateline
    return None


def _above(text: str, dateline: WrittenDateline) -> Iterator[Piece]:
    """The lines above a dateline: what is neither header nor keyword nor byline nor note is headline."""
    start, stop = 0, dateline.span.start
    while line := next(lines_in(text, start, stop), None):
        pieces = _pieces(text, line, stop, _NOTE, dateline.agency)
        yield from pieces
        start = pieces[-1].section.span.stop


def _undated(text: str) -> Iterator[Piece]:
    """Header and keyword lines, and one headline: short, without a full stop, and behind a keyword or set off from what follows."""
    start, has_headline = 0, False
    for _ in range(_MOST_LINES):
        line = next(lines_in(text, start), None)
        if line is None:
            return
        pieces = _pieces(text, line, len(text), _PHOTO, None)
        wording = [piece for piece in pieces if piece.section.kind is not SectionKind.HEADER]
        if wording and (has_headline is (wording[0].section.kind is SectionKind.HEADLINE) or not _may_be_headline(text, line, pieces, wording[0])):
            yield from pieces[: pieces.index(wording[0])]
            return
        has_headline = has_headline or bool(wording)
        yield from pieces
        start = pieces[-1].section.span.stop


def _may_be_headline(text: str, line: Line, pieces: list[Piece], wording: Piece) -> bool:
    if wording.section.kind is SectionKind.CREDIT:
        return True
    written = wording.section.span.of(text).rstrip(_CLOSING_QUOTES)
    if len(written) > _LONGEST_HEADLINE or not written or written[-1] in ".:;,…":
        return False
    below = next(lines_in(text, line.stop), None)
    return bool(pieces[0].keywords) or (below is not None and (below.after_blank or _is_wrapping(text, below)))


def _is_wrapping(text: str, line: Line) -> bool:
    return read_header(text, line) is not None or _BYLINE.fullmatch(text, line.start, line.stop) is not None


def _pieces(text: str, line: Line, stop: int, note: re.Pattern[str], house: str | None) -> list[Piece]:
    """What a line is made of, never nothing; a keyword or a note in brackets may run on over further lines."""
    header = read_header(text, line, house)
    if header:
        return [Piece(Section(SectionKind.HEADER, line.span), line.after_blank, header, tuple(keywords_among(text, line.span)))]
    pieces = [Piece(Section(SectionKind.HEADER, keyword.span), line.after_blank, keywords=(keyword,)) for keyword in keywords_at(text, line.start, line.stop)]
    rest = trimmed(text, pieces[-1].section.span.stop if pieces else line.start, line.stop)
    if rest is None:
        return pieces
    noted = note.match(text, rest.start, stop)
    if noted:
        return [*pieces, Piece(Section(SectionKind.HEADER, Span(*noted.span())), line.after_blank)]
    if _BYLINE.fullmatch(text, rest.start, rest.stop):
        return [*pieces, Piece(Section(SectionKind.CREDIT, rest), line.after_blank)]
    end = _HEADLINE_END.search(text, max(rest.start, rest.stop - _LONGEST_END), rest.stop)
    headline = trimmed(text, rest.start, end.start()) if end else rest
    mark = trimmed(text, headline.stop if headline else rest.start, rest.stop)
    spans = ((SectionKind.HEADLINE, headline), (SectionKind.HEADER, mark))
    return pieces + [Piece(Section(kind, span), line.after_blank) for kind, span in spans if span]
