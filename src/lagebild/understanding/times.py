"""When: time expressions, dated as far as the text and its day of issue allow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lagebild.domain.document import Document
from lagebild.domain.event import Tense
from lagebild.domain.moment import Basis, Time, TimeKind, Timex
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.lexicon.tables import Times as TimeWords
from lagebild.understanding import calendars
from lagebild.understanding.adjectives import adjective_stem
from lagebild.understanding.calendar_rules import CALENDAR_RULES
from lagebild.understanding.calendars import Days, Issued
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.clock_rules import CLOCK_RULES, with_clock
from lagebild.understanding.day_rules import DAY_RULES, part_of_day
from lagebild.understanding.duration_rules import DURATION_RULES
from lagebild.understanding.ranges import RANGE_RULES, with_range
from lagebild.understanding.relative_rules import RELATIVE_RULES
from lagebild.understanding.set_rules import SET_RULES
from lagebild.understanding.time_rules import RULES as DATE_RULES
from lagebild.understanding.time_starts import Starts
from lagebild.understanding.time_words import YEAR, At, Read, stem_of, texts_of
from lagebild.understanding.vague_rules import VAGUE_RULES, vague_time


def find_times(document: Document, clauses: Sequence[Clauses], lexicon: Lexicon) -> Iterator[Time]:
    """The time expressions of a document in order."""
    issued = calendars.issued_of(document.dispatch.issued)
    spoken = Spoken(issued.first if issued and issued.day else None)
    starts, number, daily = Starts.of(lexicon.times), 0, _is_daily(document, lexicon.times)
    for one in clauses:
        words, texts, at = one.sentence.words, texts_of(one.sentence.words), 0
        while at < len(words):
            if not starts.may(texts[at].lower(), stem_of(texts[at])):
                at += 1
                continue
            tense = _tense_at(one, at, lexicon.hedges.future_attributes)
            here = At(words, texts, at, lexicon.times, issued, tense, spoken.last, spoken.then, daily)
            if (found := _first(here)) is None:
                at += 1
                continue
            number += 1
            read = with_clock(here, with_range(here, found[0], _date))
            spoken = spoken.on(read, one.number, issued)
            yield _time(f"t{number}", here, read, found[1])
            at = read.stop


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a text has spoken of: the last day, the sentence that it stands in, and the last time gone by."""

    last: date | None = None
    sentence: int = 0
    then: Days | None = None

    def on(self, read: Read, sentence: int, issued: Issued | None) -> "Spoken":
        """With one more time, if it has days."""
        if read.days is None:
            return self
        day = date.fromisoformat(read.days.earliest) if read.days.earliest == read.days.latest else None
        if day and self.last and read.basis is Basis.TEXT and day < self.last:
            return self  # what was the day before does not move the day that is spoken of
        gone = issued is not None and read.basis is not Basis.TEXT and read.days.latest < issued.first.isoformat()
        return Spoken(day or self.last, sentence if day else self.sentence, read.days if gone else self.then)


def _first(here: At) -> tuple[Read, str] | None:
    for rule in RULES:
        if (read := rule(here)) is not None:
            return read, rule.__name__
    return None


def _date(here: At) -> Read | None:
    return found[0] if (found := _first(here)) else None


RULES = (*VAGUE_RULES, *RANGE_RULES, *CLOCK_RULES, *SET_RULES, *DURATION_RULES, *DATE_RULES, *DAY_RULES, *RELATIVE_RULES, *CALENDAR_RULES, part_of_day, vague_time)
_LENGTH = re.compile(r"P[\dXT]")


def _is_daily(document: Document, lexicon: TimeWords) -> bool:
    """Whether a text speaks of days near its own, as news does; in an essay `heute` is these days."""
    near = (*lexicon.weekdays, "gestern", "heuer", "Uhr")
    named = sum(word.text.startswith(near) for sentence in document.sentences for word in sentence.words)
    return len(document.sentences) < _ESSAY * max(named, 1)


_ESSAY = 25  # sentences for each word of a day or an hour from which a text is none of the day


def _opened(here: At, read: Read) -> tuple[str | None, str | None, str | None]:
    """EDTF, first and last day: `seit 1973` and `ab Mai` have no end, `bis 2010` has no start."""
    days = read.days
    if days is None:
        return None, None, None
    near = here.text(-1).lower()
    before = here.text(-2).lower() if near in ("dem", "den", "zum", "zur", "der", "um") else near
    if "/" in days.edtf or "[" in days.edtf or read.kind not in (TimeKind.DATE, TimeKind.TIME):
        return days.edtf, days.earliest, days.latest
    if before == "vor" and YEAR.fullmatch(here.text(read.stop - here.at - 1)):
        if here.text(-2).lower() == "nicht":
            return f"{days.edtf}/..", days.earliest, None
        return f"../{days.edtf}", None, days.latest
    if before in ("seit", "ab"):
        return f"{days.edtf}/..", days.earliest, None
    return (f"../{days.edtf}", None, days.latest) if before == "bis" else (days.edtf, days.earliest, days.latest)


def _tense_at(clauses: Clauses, word: int, ahead: frozenset[str]) -> Tense:
    """The tense of the clause; what hangs on `geplant` lies ahead."""
    head = clauses.sentence.words[word].head
    if head >= 0 and adjective_stem(clauses.sentence.words[head].text.lower()) in ahead:
        return Tense.FUTURE
    owner = clauses.owner[word]
    return clauses.predicates[owner].tense if owner is not None else Tense.PRESENT


def _time(identity: str, here: At, read: Read, rule: str) -> Time:
    span = Span(here.words[here.at].span.start, here.words[read.stop - 1].span.stop)
    timex = Timex("DURATION" if _LENGTH.match(read.value) and read.kind is TimeKind.DATE else read.kind.upper(), read.value, read.modifier)
    return Time(identity, span, read.kind, *_opened(here, read), read.basis, timex, (Evidence(span, rule),))
