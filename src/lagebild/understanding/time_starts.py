"""Which words a time may begin with: most words of a text begin none, and no rule need be asked."""

import re
from dataclasses import dataclass
from typing import Self

from lagebild.lexicon.tables import Times
from lagebild.understanding import holidays
from lagebild.understanding.adjectives import adjective_stem

_SMALL = "vor in seit nach über für binnen im am die jed pro je alle heuer selb gleich darauffolgend folgend jen früh spät halb heilig".split()
_NOUNS = """tag tage tages tags jahr jahre jahres jahren gesamtjahr kalenderjahr kriegsjahr nacht wochenende vorjahr vormonat vorwoche vorquartal folgejahr
    vortag vorabend folgetag""".split()
_ENDS = r"(?:ig|lang)(?:e[mnrs]?)?|mals?|(?:z|ß)igern?|jahren?|monaten?|(?:z|ß)ig|hundert|tausend|-woche"


@dataclass(frozen=True, slots=True)
class Starts:
    """Small words, words of the lexicon, and what such words begin and end like: Montagabend, Jahresende, fünfjährig, Neunzigerjahre."""

    words: frozenset[str]
    shape: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Times) -> Self:
        tables = (lexicon.shifts, lexicon.vague, lexicon.days, lexicon.sets, lexicon.numbers, lexicon.ordinals, lexicon.fractions, lexicon.about, lexicon.several)
        names = (lexicon.phrases, lexicon.months, lexicon.modifiers, lexicon.seasons, lexicon.dayparts, lexicon.named_years, holidays.NAMES, holidays.STRETCHES)
        words = frozenset((*_SMALL, *_NOUNS, *(word.split()[0].lower() for table in (*tables, *names) for word in table)))
        days = "|".join(day.lower() for day in lexicon.weekdays)
        return cls(words, re.compile(rf"(?:\d|{days}|jahres|monats|wochen).*|(?:spät|früh|hoch)(?:sommer|herbst|winter)|.*(?:{_ENDS})"))

    def may(self, text: str) -> bool:
        word = text.lower()
        return word in self.words or word.removesuffix("s") in self.words or adjective_stem(word) in self.words or self.shape.fullmatch(word) is not None
