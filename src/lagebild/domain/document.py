"""What reading makes of a dispatch: sentences, words, their morphology, trees and names."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from lagebild.domain.dispatch import Dispatch
from lagebild.domain.span import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence.

    `upos`, `features` and `relation` are Universal Dependencies'; a contraction such as `im` is one word.
    `head` is the index of the governing word in the sentence, -1 at the root.
    """

    index: int
    span: Span
    text: str
    lemma: str
    upos: str
    features: Mapping[str, str]
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the network sees it: words `first` to `stop` (half-open) of a sentence.

    Kinds are GermEval's PER, LOC, ORG, OTH, and LOCderiv for words derived from a place (`russisch`).
    """

    first: int
    stop: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with their tree; `children[i]` are the indices of the words that depend on word i, in order."""

    span: Span
    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...]
    names: tuple[Name, ...] = ()

    @classmethod
    def of(cls, words: tuple[Word, ...], names: tuple[Name, ...] = ()) -> Self:
        children: list[list[int]] = [[] for _ in words]
        for word in words:
            if word.head >= 0:
                children[word.head].append(word.index)
        return cls(Span(words[0].span.start, words[-1].span.stop), words, tuple(map(tuple, children)), names)


@dataclass(frozen=True, slots=True)
class Document:
    dispatch: Dispatch
    sentences: tuple[Sentence, ...]
