"""Sentences as predicates: which word says what happens, with its verbs, mood, tense, negation and arguments."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lagebild.domain.document import Sentence
from lagebild.domain.event import Tense
from lagebild.domain.span import Span
from lagebild.understanding.moods import Mood

_MARKS = frozenset('„“”"»«‚‘')


class Voice(StrEnum):
    ACTIVE = "active"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that says what happens or is, all else as word indices of its sentence.

    `lemma` joins a separated particle (`kam ... an` is `ankommen`). `verbs` are the auxiliaries, modals and copulas;
    `finite` is the inflected verb or None (infinitives). `parent` is the predicate that governs this one.
    """

    word: int
    lemma: str
    finite: int | None
    verbs: tuple[int, ...]
    modal: int | None
    subject: int | None
    objects: tuple[int, ...]
    obliques: tuple[int, ...]
    mark: int | None
    parent: int | None
    relation: str
    voice: Voice
    mood: Mood
    tense: Tense
    negation: int | None
    copular: bool


@dataclass(frozen=True, slots=True)
class Clauses:
    """The predicates of a sentence by word index, and for every word the predicate it belongs to."""

    sentence: Sentence
    number: int
    predicates: dict[int, Predicate]
    owner: tuple[int | None, ...]

    def subtree(self, word: int) -> list[int]:
        """A word and all that depends on it, in order."""
        found, open_ = [word], [word]
        while open_:
            below = self.sentence.children[open_.pop()]
            found.extend(below)
            open_.extend(below)
        return sorted(found)

    def clause(self, word: int) -> list[int]:
        """A predicate's own words: its subtree without coordinated predicates and what they govern."""
        found, open_ = [word], [word]
        while open_:
            for child in self.sentence.children[open_.pop()]:
                if child in self.predicates and self.sentence.words[child].relation in ("conj", "parataxis"):
                    continue
                found.append(child)
                open_.append(child)
        return sorted(found)

    def span(self, words: list[int]) -> Span:
        """From the first to the last of some words, without punctuation at the ends."""
        inner = [i for i in words if self.sentence.words[i].upos != "PUNCT"] or words
        return Span(self.sentence.words[inner[0]].span.start, self.sentence.words[inner[-1]].span.stop)

    def ancestors(self, predicate: Predicate) -> Iterator[Predicate]:
        """The predicates above one, innermost first."""
        at = predicate.parent
        while at is not None:
            above = self.predicates[at]
            yield above
            at = above.parent


def marks_between(sentence: Sentence, one: int, other: int) -> bool:
    """Whether one of two words stands inside quotation marks and the other does not: a verb outside has no auxiliary, no negation and no condition inside."""
    first, last = sorted((one, other))
    return sum(word.text in _MARKS for word in sentence.words[first:last]) % 2 == 1
