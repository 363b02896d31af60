"""Sentences too long to be read at once, and sentences that run together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lagebild.domain.document import Name, Word
from lagebild.domain.span import Span

Tokens = Sequence[tuple[Span, str]]

LONGEST = 160  # words read at once at most; lists, tables and texts without full stops are longer
SURE = 0.7  # how likely a sentence must begin for the words before it to be cut off; on Wikinews 0.2 % of sentences are cut wrongly, 85 % of missing stops found
_MARKS = frozenset(";:,.–-|/•")


def parts(tokens: Tokens) -> Iterator[Tokens]:
    """The words of a long sentence in stretches of at most LONGEST, cut behind a mark where one stands in the second half."""
    start = 0
    while len(tokens) - start > LONGEST:
        marks = (at for at in range(start + LONGEST, start + LONGEST // 2, -1) if tokens[at - 1][1] in _MARKS)
        stop = next(marks, start + LONGEST)
        yield tokens[start:stop]
        start = stop
    yield tokens[start:]


def at_beginnings(tokens: Tokens, begins: Sequence[float]) -> list[Tokens]:
    """The sentences that run together in what was taken for one."""
    cuts = [0, *(at for at, chance in enumerate(begins) if at and chance > SURE), len(tokens)]
    return [tokens[start:stop] for start, stop in pairwise(cuts)]


def joined(stretches: Sequence[tuple[tuple[Word, ...], tuple[Name, ...]]]) -> tuple[tuple[Word, ...], tuple[Name, ...]]:
    """The stretches of one sentence as one: the roots of the later ones hang on the first as parataxis."""
    words, names, root = list[Word](), list[Name](), 0
    for position, (stretch, named) in enumerate(stretches):
        offset = len(words)
        if not position:
            root = next(word.index for word in stretch if word.head < 0)
        for word in stretch:
            head = word.head + offset if word.head >= 0 else root if position else -1
            relation = "parataxis" if position and word.head < 0 else word.relation
            words.append(replace(word, index=word.index + offset, head=head, relation=relation))
        names += [replace(name, first=name.first + offset, stop=name.stop + offset) for name in named]
    return tuple(words), tuple(names)
