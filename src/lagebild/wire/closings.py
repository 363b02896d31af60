"""All that stands below the body: initials, credits, notes to desks, notices of rights."""

import re
from dataclasses import dataclass

from lagebild.domain.span import Span
from lagebild.wire.agencies import agency_of
from lagebild.wire.headers import Header, read_header
from lagebild.wire.lines import Line, lines_in, trimmed

_MOST_LINES = 40
_REACH = 3_000  # characters from the end of the text in which a credit line or a desk's note in brackets lies
_NOTEPAD = re.compile(
    r"""
    ^[^\S\r\n]*(?: \#{1,3}[^\S\r\n]*(?:Notizblock|Redaktionelle\ Hinweise|Hinweise?|Internet|Orte|Kontakte?|Ansprechpartner|Termine|Service|Rechte)
                 | Notizblock | Redaktionelle\ Hinweise:? )[^\S\r\n]*\r?$
    | ^[^\S\r\n]*(?:[*][^\S\r\n]*){3,}\r?\n\s*Die\ folgenden\ Informationen\ sind\ nicht
    """,
    re.VERBOSE | re.MULTILINE,
)
# Notes in brackets name the trade first; one may hold further brackets, around a telephone number.
_DESK_NOTE = re.compile(
    r"""
    [(\[]\s*(?: Reporter(?:in(?:nen)?)? | Bericht(?:et)?\ von | Geschrieben | Text | Autor(?:in)? | Redigiert | Redaktion | Bearbeitet | Übersetzt
             | (?:Unter\ )?Mitarbeit | (?:Reporting|Writing)\ by )\b
    [^()\[\]]{0,1500}(?:\([^()\[\]]{0,200}\)[^()\[\]]{0,500}){0,6}[)\]]
    """,
    re.VERBOSE,
)
_SIGNED = re.compile(r"(?<=[.!?…\"“”»«’'])\s*\((?P<agency>[\w/-]{2,20})\)")
_INITIALS = re.compile(r"(?P<agency>[a-zäöü][a-zäöü-]{1,11})(?:\s+[a-zäöü0-9]{1,6}(?:/[a-zäöü0-9]{1,6})*){1,6}")  # dpa mw/kr yydd n1 hen
_SLASHED = re.compile(r"\(?[^\W\d_][\w-]{0,11}(?:\s?[/,]\s?[^\W\d_][\w-]{0,11}){0,5}\)?")  # AFP/mw
_UNSIGNED = re.compile(r"\((?:Schluss|Ende|Forts)[^()\r\n]{0,30}\)[\sa-zäöü0-9/-]{0,30}|\(?[a-zäöü]{2,4}(?:\s[a-zäöü]{2,4})?(?:/[a-zäöü]{2,4}){1,3}\)?")  # (Schluss) mos/ker
_NUMBERED = re.compile(r"(?:(?:©|\(c\))\s*[\w-]+,?\s*)?(?P<agency>[\w-]{2,12}):[0-9]{6}-[0-9]+-[0-9]+/[0-9]+", re.IGNORECASE)  # dpa:230913-99-12345/2
_LABELLED = re.compile(
    r"""
    (?:Reporter(?:in)?|Redaktion|Redigiert(?:\ von)?|Autor(?:in|/in)?|Mitarbeit|Übersetzung|Fotos?|Bild|Grafik|Kontakt|Ansprechpartner|Rückfragen|Internet|Links?
      | Hinweis\ an\ die\ Redaktion(?:en)?|Redaktionelle\ Hinweise?)\s*(?:\([^()\r\n]*\)\s*)?:.*
    | Bei\ Rückfragen\ wenden\ Sie\ sich\b.* | Notizblock | (?:ENDE|Ende|E\ N\ D\ E) | [-+*=_#~\s]{2,} | (?:\#\s?)?https?://\S+
    | (?:©|\(c\)|Copyright\b).*
    """,
    re.VERBOSE,
)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Credit:
    """The stretch below the body; headers from the bottom up, the agency that signed."""

    span: Span
    headers: tuple[Header, ...]
    agency: str | None
    agency_span: Span | None


def read_credit(text: str, start: int) -> Credit | None:
    """Read up from the end of the text, or of what stands before a notepad for the desks, as long as lines are plainly no body."""
    notepad = _NOTEPAD.search(text, start)
    stop = first = notepad.start() if notepad else len(text)
    for _ in range(_MOST_LINES):
        above = _credit_above(text, start, first)
        if above is None:
            break
        first = above
    span = trimmed(text, first, len(text)) if first < stop or notepad else None
    if span is None:
        return None
    lines = [line for line in lines_in(text, max(first, len(text) - _REACH)) if line.stop - line.start <= _LONGEST]
    agency = next((agency for line in lines if (agency := _signing(text, line))), None)
    name = agency_of(agency.of(text)) if agency else None
    return Credit(span, tuple(header for line in lines if (header := read_header(text, line))), name.name if name else None, agency)


def _credit_above(text: str, start: int, stop: int) -> int | None:
    """Where the last credit before `stop` begins."""
    reach = max(start, stop - _REACH)
    lines = list(lines_in(text, reach, stop))
    if not lines:
        return None
    last = lines[-1]
    for pattern in (_DESK_NOTE, _SIGNED):
        for note in pattern.finditer(text, reach, last.stop):
            if note.end() == last.stop and (pattern is _DESK_NOTE or _is_known(note["agency"])):
                return note.start()
    cut = last.start == reach > start  # the line begins further up than we look
    return None if cut or not _is_credit(text, last) else last.start


def _is_credit(text: str, line: Line) -> bool:
    if line.stop - line.start > _LONGEST:
        return False
    return bool(_LABELLED.fullmatch(text, line.start, line.stop) or _UNSIGNED.fullmatch(text, line.start, line.stop) or _signing(text, line) or read_header(text, line))


def _signing(text: str, line: Line) -> Span | None:
    """Where a line of initials or a number of the wire names its agency."""
    for pattern in (_INITIALS, _NUMBERED):
        match = pattern.fullmatch(text, line.start, line.stop)
        if match and _is_known(match["agency"]):
            return Span(*match.span("agency"))
    if not _SLASHED.fullmatch(text, line.start, line.stop):
        return None
    names = re.finditer(r"[^\W\d_][\w-]*", line.span.of(text))
    return next((Span(line.start + name.start(), line.start + name.end()) for name in names if _is_known(name.group())), None)


def _is_known(written: str) -> bool:
    agency = agency_of(written)
    return agency is not None and agency.known
