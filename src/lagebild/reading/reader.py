"""The Reader: owns the network and turns dispatches into documents."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Self

from lagebild.domain.dispatch import Dispatch, Section, SectionKind
from lagebild.domain.document import Document, Name, Sentence, Word
from lagebild.domain.span import Span
from lagebild.lexicon import Lexicon
from lagebild.reading.lemmas import apply_script
from lagebild.reading.network import Network, Said
from lagebild.reading.parts import Tokens, at_beginnings, joined, parts
from lagebild.reading.trees import bracketed
from lagebild.reading.weights import SHIPPED, load_weights
from lagebild.reading.words import divide, split

_HEADLINE_DASH = re.compile(r"\s[-–—]\s")
_READ = (SectionKind.HEADLINE, SectionKind.BODY)


class Reader:
    """Reads text into sentences with words, morphology, trees and names; deterministic, one thread."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.lemmas = network.weights.lemmas
        self._lemma = lru_cache(maxsize=65_536)(self._lemma_of)

    @classmethod
    def load(cls, folder: Path = SHIPPED) -> Self:
        """The Reader with the weights in a folder; raises WeightsError if they cannot be used."""
        return cls(Network(load_weights(folder)))

    def read(self, dispatch: Dispatch, lexicon: Lexicon) -> Document:
        """Read the headlines and the body of a dispatch, in words as they stand in the text."""
        stretches = [part for section in dispatch.sections if section.kind in _READ for part in _stretches(dispatch.text, section)]
        return Document(dispatch, tuple(self._read([sentence for stretch in stretches for sentence in _sentences(dispatch.text, stretch, lexicon)])))

    def parse(self, text: str, lexicon: Lexicon) -> Iterator[Sentence]:
        """Read all of a text in the syntactic words of a treebank: `im` is two words of one span, `EU-Staaten` three."""
        yield from self._read([_divided(sentence, lexicon) for sentence in _sentences(text, Span(0, len(text)), lexicon)] if text else [])

    def read_words(self, sentences: Sequence[Tokens]) -> Iterator[Sentence]:
        """Read sentences whose words are given, each a non-empty sequence of (span, text); no sentence is cut, whatever its length."""
        stretches = [list(parts(tokens)) for tokens in sentences]
        said = iter(self._said([part for sentence in stretches for part in sentence]))
        for sentence in stretches:
            read = [self._sentence(part, next(said)) for part in sentence]
            yield Sentence.of(*(read[0] if len(read) == 1 else joined(read)))

    def _read(self, sentences: Sequence[Tokens]) -> Iterator[Sentence]:
        """Read sentences as they were cut by their marks; what runs on into another sentence is cut there and read again."""
        stretches = [part for tokens in sentences for part in parts(tokens)]
        first = self._said(stretches)
        cut = [at_beginnings(tokens, said.begins) for tokens, said in zip(stretches, first, strict=True)]
        again = iter(self._said([part for found in cut if len(found) > 1 for part in found]))
        for said, found in zip(first, cut, strict=True):
            for part in found:
                yield Sentence.of(*self._sentence(part, next(again) if len(found) > 1 else said))

    def _said(self, sentences: Sequence[Tokens]) -> list[Said]:
        return self._network.read([[text for _, text in tokens] for tokens in sentences])

    def _sentence(self, tokens: Tokens, said: Said) -> tuple[tuple[Word, ...], tuple[Name, ...]]:
        scripts = self._network.weights.heads["lemma"]
        features = [self._network.features(chosen) for chosen in said.features]
        choices = zip(tokens, said.upos, said.lemmas, features, strict=True)
        lemmas = (self._lemma(text, upos, scripts[script], found.get("VerbForm") == "Fin") for (_, text), upos, script, found in choices)
        rows = zip(tokens, lemmas, said.upos, features, bracketed(said.heads, said.relations), said.relations, strict=True)
        words = tuple(Word(index, span, text, lemma, upos, found, head - 1, relation) for index, ((span, text), lemma, upos, found, head, relation) in enumerate(rows))
        return words, tuple(_names(said.names))

    def _lemma_of(self, word: str, upos: str, script: str, finite: bool) -> str:  # noqa: FBT001  a cache tells its calls apart by their place
        return self.lemmas.of(word, upos, finite=finite) or apply_script(word, script)


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
        yield [(Span(within.start + start, within.start + stop), text[within.start + start : within.start + stop]) for start, stop in offsets]


def _divided(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    return list(_syntactic(tokens, lexicon))


def _syntactic(tokens: Iterable[tuple[Span, str]], lexicon: Lexicon) -> Iterator[tuple[Span, str]]:
    """Syntactic words; those of a contraction share its span, those of a compound have their own."""
    for span, word in tokens:
        at = span.start
        for part in divide(word, lexicon.contractions):
            found = word.find(part, at - span.start) if word.lower() not in lexicon.contractions else -1
            if found < 0:
                yield span, part
            else:
                at = span.start + found + len(part)
                yield Span(span.start + found, at), part


def _names(tags: Sequence[str]) -> Iterator[Name]:
    """Names from B- and I- tags; an I- without its B- starts a name too."""
    start, kind = 0, ""
    for position, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            yield Name(start, position, kind)
            kind = ""
        if tag != "O" and not kind:
            start, kind = position, tag[2:]
