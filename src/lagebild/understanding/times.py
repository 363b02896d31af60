"""When: time expressions, dated as far as the text and its day of issue allow."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from lagebild.domain.document import Document
from lagebild.domain.event import Tense
from lagebild.domain.moment import Time, TimeKind, Timex
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.lexicon.tables import Times as TimeWords
from lagebild.understanding import calendars
from lagebild.understanding.adjectives import adjective_stem
from lagebild.understanding.calendar_rules import CALENDAR_RULES
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.relative_rules import RELATIVE_RULES, part_of_day
from lagebild.understanding.time_rules import RULES as TIME_RULES
from lagebild.understanding.time_rules import clock_at
from lagebild.understanding.time_words import At, Read


def find_times(document: Document, clauses: Sequence[Clauses], lexicon: Lexicon) -> Iterator[Time]:
    """The time expressions of a document in order."""
    issued = calendars.issued_of(document.dispatch.issued)
    last = issued.first if issued and issued.day else None
    starts, number = _starts(lexicon.times), 0
    for one in clauses:
        words, at = one.sentence.words, 0
        while at < len(words):
            text = words[at].text
            may_start = text[0].isupper() or text[0].isdigit() or text in starts or adjective_stem(text) in starts or text.endswith(_LASTING)
            here = At(words, at, lexicon.times, issued, _tense_at(one, at), last) if may_start else None
            found = _first(here) if here else None
            if here is None or found is None:
                at += 1
                continue
            number += 1
            read = _with_clock(here, found[0])
            if read.days and read.days.earliest == read.days.latest:
                last = date.fromisoformat(read.days.earliest)
            yield _time(f"t{number}", here, read, found[1])
            at = read.stop


def _first(here: At) -> tuple[Read, str] | None:
    for rule in RULES:
        if (read := rule(here)) is not None:
            return read, rule.__name__
    return None


RULES = (*RELATIVE_RULES, *CALENDAR_RULES, *TIME_RULES, part_of_day)
_LASTING = ("ig", "ige", "igen", "igem", "iger", "iges", "lang", "lange", "langen")


def _starts(lexicon: TimeWords) -> frozenset[str]:
    """The small words that a time expression may begin with."""
    tables = (lexicon.shifts, lexicon.vague, lexicon.days, lexicon.sets, lexicon.numbers, lexicon.ordinals)
    words = ("vor", "in", "seit", "jeden", "jede", "jedes", "pro", "je", "heuer", "selb", "gleich", "darauffolgend", "folgend", "einige", "mehrere", "wenige", "viele")
    return frozenset((*words, *(word for table in tables for word in table), *(f"{part.lower()}s" for part in lexicon.dayparts)))


def _with_clock(here: At, read: Read) -> Read:
    """[Heute um 11:34 Uhr] is one point in time."""
    if read.days is None or read.days.earliest != read.days.latest or ("T" in read.value[10:] and ":" in read.value):
        return read
    ahead = read.stop - here.at
    while here.text(ahead).lower() in _BEFORE_CLOCK:
        ahead += 1
    clock = clock_at(here, ahead)
    if clock is None:
        return read
    value = f"{read.days.edtf}T{clock[1]}"
    return replace(read, stop=here.at + ahead + clock[0], kind=TimeKind.TIME, value=value, days=replace(read.days, edtf=value))


_BEFORE_CLOCK = frozenset({"um", "gegen", "kurz", "nach", "vor", "etwa", "ab", "bis", "von", "genau", "(", ","})


def _opened(here: At, read: Read) -> tuple[str | None, str | None, str | None]:
    """EDTF, first and last day: `seit 1973` and `ab Mai` have no end, `bis 2010` has no start."""
    days = read.days
    if days is None:
        return None, None, None
    near = here.text(-1).lower()
    before = here.text(-2).lower() if near in ("dem", "zum", "zur", "der") else near
    if "/" in days.edtf or "[" in days.edtf or read.kind is not TimeKind.DATE:
        return days.edtf, days.earliest, days.latest
    if before in ("seit", "ab"):
        return f"{days.edtf}/..", days.earliest, None
    return (f"../{days.edtf}", None, days.latest) if before == "bis" else (days.edtf, days.earliest, days.latest)


def _tense_at(clauses: Clauses, word: int) -> Tense:
    owner = clauses.owner[word]
    return clauses.predicates[owner].tense if owner is not None else Tense.PAST


def _time(identity: str, here: At, read: Read, rule: str) -> Time:
    span = Span(here.words[here.at].span.start, here.words[read.stop - 1].span.stop)
    timex = Timex(read.kind.upper(), read.value, read.modifier)
    return Time(identity, span, read.kind, *_opened(here, read), read.basis, timex, (Evidence(span, rule),))
