"""The Reader: owns the network and turns dispatches into documents."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Self

from lagebild.domain.dispatch import Dispatch, Section, SectionKind
from lagebild.domain.document import Document, Name, Sentence, Word
from lagebild.domain.span import Span
from lagebild.lexicon import Lexicon
from lagebild.reading.lemmas import apply_script
from lagebild.reading.network import LONGEST_PIECES, Network, Said
from lagebild.reading.weights import SHIPPED, load_weights
from lagebild.reading.words import split

Tokens = Sequence[tuple[Span, str]]

LONGEST = 160  # words a sentence is read in at most; longer ones (lists, tables, texts without stops) are read in pieces
_HEADLINE_DASH = re.compile(r"\s[-–—]\s")
_READ = (SectionKind.HEADLINE, SectionKind.BODY)


class Reader:
    """Reads text into sentences with words, morphology, trees and names; deterministic, one thread."""

    def __init__(self, network: Network) -> None:
        self._network = network

    @classmethod
    def load(cls, folder: Path = SHIPPED) -> Self:
        """The Reader with the weights in a folder; raises WeightsError if they cannot be used."""
        return cls(Network(load_weights(folder)))

    def read(self, dispatch: Dispatch, lexicon: Lexicon) -> Document:
        """Read the headlines and the body of a dispatch."""
        stretches = [part for section in dispatch.sections if section.kind in _READ for part in _stretches(dispatch.text, section)]
        tokens = [sentence for stretch in stretches for sentence in _sentences(dispatch.text, stretch, lexicon)]
        return Document(dispatch, tuple(self.read_words(tokens)))

    def read_words(self, sentences: Sequence[Tokens]) -> Iterator[Sentence]:
        """Read sentences whose words are given, each a non-empty sequence of (span, text); raises ValueError if one is longer than the network can see."""
        heads = self._network.weights.heads
        if any(len(tokens) > LONGEST_PIECES for tokens in sentences):
            raise ValueError(f"a sentence has more than {LONGEST_PIECES} words; give it in parts")
        for tokens, said in zip(sentences, self._network.read([[text for _, text in tokens] for tokens in sentences]), strict=True):
            yield Sentence.of(_words(tokens, said, heads["lemma"], self._network), tuple(_names(said.names)))


def _stretches(text: str, section: Section) -> Iterator[Span]:
    """A section to be cut into sentences; a headline is cut where a dash joins two (`Reeder legen vor - Gewerkschaft droht`)."""
    start = section.span.start
    for dash in _HEADLINE_DASH.finditer(text, section.span.start, section.span.stop) if section.kind is SectionKind.HEADLINE else ():
        if start < dash.start():
            yield Span(start, dash.start())
        start = dash.end()
    if start < section.span.stop:
        yield Span(start, section.span.stop)


def _sentences(text: str, within: Span, lexicon: Lexicon) -> Iterator[Tokens]:
    for offsets in split(within.of(text), lexicon.abbreviations):
        words = [(Span(within.start + start, within.start + stop), text[within.start + start : within.start + stop]) for start, stop in offsets]
        for start in range(0, len(words), LONGEST):
            yield words[start : start + LONGEST]


def _words(tokens: Tokens, said: Said, scripts: Sequence[str], network: Network) -> tuple[Word, ...]:
    return tuple(
        Word(index, span, text, _lemma(text, scripts[lemma]), upos, network.features(features), head - 1, relation)
        for index, ((span, text), upos, features, lemma, head, relation) in enumerate(zip(tokens, said.upos, said.features, said.lemmas, said.heads, said.relations, strict=True))
    )


_lemma = lru_cache(maxsize=65_536)(apply_script)


def _names(tags: Sequence[str]) -> Iterator[Name]:
    """Names from B- and I- tags; an I- without its B- starts a name too."""
    start, kind = 0, ""
    for position, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            yield Name(start, position, kind)
            kind = ""
        if tag != "O" and not kind:
            start, kind = position, tag[2:]
