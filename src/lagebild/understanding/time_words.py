"""Where a rule for times stands in a sentence, what it may ask there, and what it answers."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lagebild.domain.document import Word
from lagebild.domain.event import Tense
from lagebild.domain.moment import Basis, TimeKind
from lagebild.lexicon.tables import Times
from lagebild.understanding.adjectives import adjective_stem
from lagebild.understanding.calendars import Days, Issued
from lagebild.understanding.numerals import number_of
from lagebild.understanding.timex import timex_of

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


@dataclass(frozen=True, slots=True)
class Read:
    """A time expression from the current word to `stop` (half-open word index)."""

    stop: int
    kind: TimeKind
    days: Days | None
    value: str
    basis: Basis
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class At:
    """Where a rule stands: word `at` of a sentence; what it may ask.

    `last` is the day that the text spoke of last, `then` the last time gone by, `daily` whether it speaks of days near its own.
    """

    words: tuple[Word, ...]
    texts: tuple[str, ...]
    at: int
    lexicon: Times
    issued: Issued | None
    tense: Tense
    last: date | None = None
    then: Days | None = None
    daily: bool = True

    def text(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.texts[place] if 0 <= place < len(self.texts) else ""

    def stem(self, ahead: int = 0) -> str:
        """The word in small letters without the ending of an adjective."""
        return stem_of(self.text(ahead))

    def upos(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.words[place].upos if 0 <= place < len(self.words) else ""

    def lemma(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.words[place].lemma if 0 <= place < len(self.words) else ""

    def shift(self, ahead: int = 0) -> int | None:
        """`vergangene`: one back; `diese`: none; `nächste`: one on."""
        return self.lexicon.shifts.get(self.stem(ahead))

    def dated(self, length: int, days: Days | None, value: str | None = None, modifier: str | None = None, *, explicit: bool = False) -> Read:
        basis = Basis.UNRESOLVED if days is None else Basis.EXPLICIT if explicit else Basis.ISSUED
        return Read(self.at + length, TimeKind.DATE, days, value or (timex_of(days) if days else "XXXX-XX-XX"), basis, modifier)

    def in_day(self, length: int, days: Days | None, part: str) -> Read:
        """A part of a day."""
        return Read(self.at + length, TimeKind.TIME, days, f"{days.edtf if days else 'XXXX-XX-XX'}T{part}", Basis.ISSUED if days else Basis.UNRESOLVED)

    def told(self, length: int, kind: TimeKind, days: Days | None, value: str) -> Read:
        """What is reckoned from the day that the text spoke of last."""
        return Read(self.at + length, kind, days, value, Basis.UNRESOLVED if days is None else Basis.TEXT)

    def lasting(self, length: int, value: str, modifier: str | None = None) -> Read:
        return Read(self.at + length, TimeKind.DURATION, None, value, Basis.EXPLICIT, modifier)

    def again(self, length: int, value: str) -> Read:
        """What comes again and again."""
        return Read(self.at + length, TimeKind.SET, None, value, Basis.EXPLICIT)


@lru_cache(maxsize=1 << 12)  # many rules ask for the same words
def stem_of(text: str) -> str:
    return adjective_stem(text.lower())


def texts_of(words: tuple[Word, ...]) -> tuple[str, ...]:
    """The words as rules read them: what is all in capitals as if only the first letter were."""
    return tuple(_quiet(word) if word.text.isupper() and len(word.text) > 2 else word.text for word in words)  # noqa: PLR2004  "AM" stays


def _quiet(word: Word) -> str:
    return word.text.capitalize() if word.upos in ("NOUN", "PROPN") else word.text.lower()


def singular(here: At, ahead: int) -> str:
    """The noun of a unit from its form: Wochen, Jahren, Tagen."""
    text = here.text(ahead)
    return next((form for form in (text, text[:-1], text[:-2], here.lemma(ahead)) if form in here.lexicon.units), text)


def unit_at(here: At, ahead: int) -> str | None:
    """The code of a unit, also of one that a compound ends with: Arbeitstage."""
    return here.lexicon.units.get(singular(here, ahead))


def number_at(here: At, ahead: int) -> int | None:
    return number_of(here.text(ahead), here.lexicon.numbers)
