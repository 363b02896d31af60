"""Which words a time may begin with: most words of a text begin none, and no rule need be asked."""

from dataclasses import dataclass
from typing import Self

from lagebild.lexicon.tables import Times
from lagebild.understanding import holidays

_SMALL = "vor in seit nach über für binnen im am die jed pro je alle heuer selb gleich darauffolgend folgend jen neu alt ganz gesamt früh spät halb heilig".split()
_UNITS = "sekunden minuten stunden tag tage tages tags woche wochen monat monate jahr jahre jahres jahren jahrzehnte gesamtjahr kalenderjahr kriegsjahr".split()
_NOUNS = "nacht wochenende vorjahr vormonat vorwoche vorquartal folgejahr vortag vorabend folgetag".split()
_ENDINGS = ("", "e", "em", "en", "er", "es")
_ENDS = (*(f"{end}{ending}" for end in ("ig", "lang") for ending in _ENDINGS), *"zigern ßigern mal mals jahre jahren monate monaten hundert tausend -woche".split())
_BEGINNINGS = ("jahres", "monats", "wochen", "spätso", "spätherbst", "spätwinter", "frühso", "frühherbst", "hochso", *"0123456789")


@dataclass(frozen=True, slots=True)
class Starts:
    """Small words, words of the lexicon, and what such words begin and end like: Montagabend, Jahresende, fünfjährig, Neunzigerjahre."""

    words: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, lexicon: Times) -> Self:
        tables = (lexicon.shifts, lexicon.vague, lexicon.days, lexicon.sets, lexicon.numbers, lexicon.ordinals, lexicon.fractions, lexicon.about, lexicon.several)
        names = (lexicon.phrases, lexicon.months, lexicon.modifiers, lexicon.seasons, lexicon.dayparts, lexicon.named_years, holidays.NAMES, holidays.STRETCHES)
        words = frozenset((*_SMALL, *_UNITS, *_NOUNS, *(word.split()[0].lower() for table in (*tables, *names) for word in table)))
        return cls(words, (*_BEGINNINGS, *(day.lower() for day in lexicon.weekdays)))

    def may(self, word: str, stem: str) -> bool:
        """The word in small letters, and without the ending of an adjective."""
        return word in self.words or stem in self.words or word.removesuffix("s") in self.words or word.startswith(self.beginnings) or word.endswith(_ENDS)
