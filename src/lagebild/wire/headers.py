"""Header lines: a date, a source, a notice of rights, a routing line, an embargo."""

import re
from dataclasses import dataclass

from lagebild.domain.dispatch import Rights
from lagebild.domain.span import Span
from lagebild.wire.agencies import agency_of
from lagebild.wire.dates import find_date
from lagebild.wire.lines import Line
from lagebild.wire.rights import find_rights

_LONGEST = 600  # characters; a line of body copy that names a date and a © is longer or has other words
_EMBARGO = re.compile(r"\W*(?:Sperrfrist|Embargo|Frei\s+(?:ab|für))\b", re.IGNORECASE)
_ROUTING = re.compile(r"[a-zäöü]{2,4}[0-9]{3,4}\s+[0-9]\s+[a-z]{2}\s+[0-9]{1,5}(?:\s+[a-z-]{2,10}\s+[0-9]{3,4})?")  # bdt0123 3 pl 240  dpa 0456
_NUMBERED = re.compile(r"[+*#\s]*[a-zäöü]{2,5}\s?[0-9]{3,4}\b")  # lbd 0412 vm 23.10.2025 11:18
_LONGEST_IMPRINT = 160
_SOURCE = re.compile(r"(?:Quelle|Source|Agentur)\s*:\s*(?P<agency>[^\s,;:|()][^,;:|()\r\n]{1,29})", re.IGNORECASE)
_LABELS = re.compile(
    r"""
    \b(?:date|datum|stand|quelle|source|agentur|erschienen|veröffentlicht|veroeffentlicht|aktualisiert|gesendet|sendezeit|zeit|uhrzeit|uhr|published|updated|vom|am|um|und
      | (?:mon|diens|donners|frei|sams)tag|mittwoch|sonnabend|sonntag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w-]*")
_MOST_DESK_WORDS = 2
_ASIDE = re.compile(r"\((?!c\))", re.IGNORECASE)  # "(31.10.2007)" dates something told here, not the dispatch


@dataclass(frozen=True, slots=True)
class Header:
    """What a header line says; each null where it does not say."""

    issued: str | None = None
    rights: Rights | None = None
    embargo: str | None = None
    agency: str | None = None
    agency_span: Span | None = None


def read_header(text: str, line: Line, house: str | None = None) -> Header | None:
    """What the line says, if it says nothing that is news; `house` is the agency of the dateline, whose name may head the copy."""
    if line.stop - line.start > _LONGEST or _ASIDE.match(text, line.start):
        return None
    if _EMBARGO.match(text, line.start, line.stop):
        embargo = find_date(text, line.start, line.stop)
        return Header(embargo=embargo.edtf) if embargo else None
    if _ROUTING.fullmatch(text, line.start, line.stop):
        return Header()
    rights = find_rights(text, line.start, line.stop)
    words_stop = rights.span.start if rights else line.stop  # behind a notice of rights stand its terms, in any words
    date = find_date(text, line.start, words_stop) or (find_date(text, rights.span.stop, line.stop) if rights else None)
    source = _SOURCE.search(text, line.start, words_stop)
    agency = agency_of(source["agency"].strip()) if source else None
    if not _is_imprint(text, line, house, dated=date is not None):
        if not (rights or date or (agency and (agency.known or agency.name == house))):
            return None
        if _has_news(text, line.start, words_stop, date.span if date else None):
            return None
    span = Span(source.start("agency"), source.start("agency") + agency.length) if source and agency else None
    return Header(date.edtf if date else None, rights, None, agency.name if agency else None, span)


def _is_imprint(text: str, line: Line, house: str | None, *, dated: bool) -> bool:
    """Whether the line begins with the house's own name, or with a dispatch's number, and goes on with a date or the name of a desk."""
    written = line.span.of(text).lstrip("+*# ")
    if len(written) > _LONGEST_IMPRINT:
        return False
    if house and re.match(rf"{re.escape(house)}(?![^\W\d_])", written, re.IGNORECASE):
        desk = written[len(house) :].split()
        return dated or (len(desk) <= _MOST_DESK_WORDS and all(word[0].isupper() for word in desk))
    return dated and _NUMBERED.match(written) is not None


def _has_news(text: str, start: int, stop: int, date: Span | None) -> bool:
    """Whether words are left in the line besides its date, its labels, its source and the names of agencies."""
    rest = text[start:stop]
    if date and date.start < stop:
        rest = f"{text[start : date.start]} {text[date.stop : stop]}"
    rest = _LABELS.sub(" ", _SOURCE.sub(" ", rest))
    return any(not ((agency := agency_of(name)) and agency.known) for name in _NAME.findall(rest)) or any(sign.isdigit() for sign in rest)
