"""When: time expressions, dated as far as the text and its day of issue allow."""

from collections.abc import Iterator, Sequence

from lagebild.domain.document import Document, Word
from lagebild.domain.event import Tense
from lagebild.domain.moment import Time, Timex
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.understanding import calendars
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.time_rules import RULES
from lagebild.understanding.time_words import At, Read


def find_times(document: Document, clauses: Sequence[Clauses], lexicon: Lexicon) -> Iterator[Time]:
    """The time expressions of a document in order."""
    issued = calendars.issued_of(document.dispatch.issued)
    number = 0
    for one in clauses:
        words, at = one.sentence.words, 0
        while at < len(words):
            found = _first(At(words, at, lexicon.times, issued, _tense_at(one, at)), at)
            if found is None:
                at += 1
                continue
            number += 1
            yield _time(f"t{number}", words, at, *found)
            at = found[0].stop


def _first(here: At, at: int) -> tuple[Read, str] | None:
    text = here.words[at].text
    if not (
        text[0].isupper()
        or text[0].isdigit()
        or text.lower() in _STARTS
        or here.lemma() in here.lexicon.shifts
        or text in here.lexicon.vague
        or text in here.lexicon.days
        or text in here.lexicon.sets
        or text in here.lexicon.numbers
        or here.lemma() in here.lexicon.numbers
        or here.lemma() in here.lexicon.ordinals
    ):
        return None
    for rule in RULES:
        if (read := rule(here)) is not None:
            return read, rule.__name__
    return None


_STARTS = frozenset({"vor", "in", "seit", "jeden", "jede", "jedes", "binnen"})


def _tense_at(clauses: Clauses, word: int) -> Tense:
    owner = clauses.owner[word]
    return clauses.predicates[owner].tense if owner is not None else Tense.PAST


def _time(identity: str, words: tuple[Word, ...], at: int, read: Read, rule: str) -> Time:
    span = Span(words[at].span.start, words[read.stop - 1].span.stop)
    days = read.days
    timex = Timex(read.kind.upper(), read.value, read.modifier)
    return Time(identity, span, read.kind, days and days.edtf, days and days.earliest, days and days.latest, read.basis, timex, (Evidence(span, rule),))
