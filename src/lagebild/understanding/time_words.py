"""Where a rule for times stands in a sentence, what it may ask there, and what it answers."""

import re
from dataclasses import dataclass
from datetime import date

from lagebild.domain.document import Word
from lagebild.domain.event import Tense
from lagebild.domain.moment import Basis, TimeKind
from lagebild.lexicon.tables import Times
from lagebild.understanding.calendars import Days, Issued

YEAR = re.compile(r"1[5-9]\d\d|20\d\d|21\d\d")


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
    """Where a rule stands: word `at` of a sentence; what it may ask. `last` is the day that the text spoke of last."""

    words: tuple[Word, ...]
    at: int
    lexicon: Times
    issued: Issued | None
    tense: Tense
    last: date | None = None

    def text(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.words[place].text if 0 <= place < len(self.words) else ""

    def lemma(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.words[place].lemma if 0 <= place < len(self.words) else ""

    def dated(self, length: int, days: Days | None, value: str | None = None, modifier: str | None = None, *, explicit: bool = False) -> Read:
        basis = Basis.UNRESOLVED if days is None else Basis.EXPLICIT if explicit else Basis.ISSUED
        return Read(self.at + length, TimeKind.DATE, days, value or (days.edtf if days else "XXXX-XX-XX"), basis, modifier)

    def told(self, length: int, kind: TimeKind, days: Days | None, value: str) -> Read:
        """What is reckoned from the day that the text spoke of last."""
        return Read(self.at + length, kind, days, value, Basis.UNRESOLVED if days is None else Basis.TEXT)


def singular(here: At, ahead: int) -> str:
    """The noun of a unit from its form: Wochen, Jahren, Tagen."""
    text = here.text(ahead)
    return next((form for form in (text, text[:-1], text[:-2], here.lemma(ahead)) if form in here.lexicon.units), text)


def number_at(here: At, ahead: int) -> int | None:
    text = here.text(ahead)
    if text.isascii() and text.isdigit() and len(text) <= 4:  # noqa: PLR2004
        return int(text)
    return here.lexicon.numbers.get(text.lower())
