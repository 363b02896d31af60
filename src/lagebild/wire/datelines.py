"""Datelines: where and by whom a dispatch was written, `Brüssel/Straßburg, 12. Mär (Reuters) - `."""

import re
from dataclasses import dataclass

from lagebild.domain.dispatch import Dateline
from lagebild.domain.span import Span
from lagebild.wire.agencies import Agency, agency_of
from lagebild.wire.dates import find_date
from lagebild.wire.lines import trimmed

_REACH = 160  # characters of a line within which its dateline ends
_BRACKETS = re.compile(r"\((?P<agency>[^()\r\n]{2,40})\)(?P<mark>[^\S\r\n]*(?:[-–—―‒−]{1,3}|[:.](?!\S)))?[^\S\r\n]*")  # the agency, the dash and the blank behind it
_DASHES = frozenset("-–—―‒−")
_WEEKDAY = re.compile(r",?\s*(?:(?:Mon|Diens|Donners|Frei|Sams)tag|Mittwoch|Sonnabend|Sonntag|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s*,?\s*$", re.IGNORECASE)
_BETWEEN_PLACES = re.compile(r"\s*(?:/|,\s|\s[-–—]\s|\sund\s|\sand\s)\s*")
_SENTENCE = re.compile(r"[!?:;«»„“”\"]|\w{4,}\.\s")
_ARTICLES = frozenset("Der Die Das Ein Eine Einen Einem Einer Dem Im Am The A An".split())
_PARTICLES = frozenset("am an an der der im in bei ob vor auf unter und de del della des di do da du la le les los el al y sur of the upon".split())
_STAYS_UPPER = frozenset(("USA", "UN", "EU", "UK", "D.C."))
# A river or region behind the slash tells one Frankfurt from the other; it is no second place.
_COMPLEMENTS = frozenset(
    "main oder saale lahn elbe weser rhein donau neckar mosel spree neiße inn isar lech tauber ruhr lippe ems aller leine fulda werra mur drau enns traun"
    " allgäu eifel harz hunsrück odenwald taunus westerwald erzgebirge vogtland oberpfalz pfalz weinstraße mark holstein westfalen m. o.".split(),
)
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class WrittenDateline:
    """A dateline as it stands at the start of a line; `span` runs through the dash and the blank behind it."""

    span: Span
    agency: str
    agency_span: Span
    dateline: Dateline | None
    issued: str | None


def find_dateline(text: str, line: Span) -> WrittenDateline | None:
    """The dateline that the line begins with, or the bare agency in brackets that stands for one."""
    for brackets in _BRACKETS.finditer(text, line.start, min(line.stop, line.start + _REACH)):
        agency = agency_of(brackets["agency"])
        date = find_date(text, line.start, brackets.start())
        if date and text[date.span.stop : brackets.start()].strip(" ,\xa0"):
            date = None  # something stands between the date and the agency
        places = _places(text, line.start, date.span.start if date else brackets.start())
        if agency and _opens(text, brackets, agency, places):
            start = brackets.start("agency")
            dateline = Dateline(_first_place(places.of(text)), places) if places else None
            return WrittenDateline(Span(line.start, brackets.end()), agency.name, Span(start, start + agency.length), dateline, date.edtf if date else None)
    return None


def _places(text: str, start: int, stop: int) -> Span | None:
    span = trimmed(text, start, stop)
    weekday = _WEEKDAY.search(text, start, span.stop) if span else None
    if weekday:
        span = trimmed(text, start, weekday.start())
    return Span(span.start, span.stop - 1) if span and text[span.stop - 1] == "," and span.stop - span.start > 1 else span


def _opens(text: str, brackets: re.Match[str], agency: Agency, places: Span | None) -> bool:
    """Whether this is a dateline: a known agency needs a dash or a place before it, one we do not know needs both."""
    mark = (brackets["mark"] or "").strip()
    if places is None:
        return agency.known and bool(mark)
    words = places.of(text).split()
    if not words[0][0].isupper() or words[0] in _ARTICLES or len(words) > _MOST_WORDS or _SENTENCE.search(places.of(text)):
        return False
    follows = text[brackets.end() : brackets.end() + 1]
    starts_sentence = not follows or not (follows.islower() or follows in ",;)")
    if not starts_sentence:  # "Berlin (dpa) - iPhones werden teurer": only where nothing else speaks against it
        return agency.known and mark[:1] in _DASHES and _names_places(words)
    if agency.known:
        return bool(mark) or _names_places(words)
    return mark[:1] in _DASHES and _names_places(words)


def _names_places(words: list[str]) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() or word.strip(",") in _PARTICLES for word in words)


def _first_place(places: str) -> str:
    """The first place, as a reader would write it: `BERLIN/MOSKAU` is Berlin, `Frankfurt/Main` is itself."""
    parts = _BETWEEN_PLACES.split(places)
    place = parts[0]
    if len(parts) > 1 and parts[1].casefold() in _COMPLEMENTS:
        place = places[: places.index(parts[1], len(place)) + len(parts[1])]
    shouted = not any(letter.islower() and letter != "ß" for letter in place)
    return re.sub(r"[^\s/(’'-]+", _quietened, place) if shouted else place


def _quietened(word: re.Match[str]) -> str:
    written = word.group()
    if written in _STAYS_UPPER:
        return written
    return written.lower() if word.start() and written.lower() in _PARTICLES else written[0] + written[1:].lower()
