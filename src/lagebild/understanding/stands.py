"""A predicate in its clause, and what a word may do to the claim that it makes."""

from dataclasses import dataclass

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.event import Tense
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import Clauses, Predicate


@dataclass(frozen=True, slots=True)
class Hedge:
    """One effect on a claim and the word that has it; `hearsay` where it hides its source."""

    evidence: Evidence
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    tense: Tense | None = None
    hearsay: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """A predicate in its clause; `reported` where its Konjunktiv only marks speech."""

    clauses: Clauses
    predicate: Predicate
    lexicon: Lexicon
    reported: bool

    def span(self, word: int) -> Span:
        return self.clauses.sentence.words[word].span
