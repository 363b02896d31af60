"""Everybody in a document: the entities and where they stand."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lagebild.domain.entity import Entity, Mention
from lagebild.domain.span import Span


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a document, their mentions, and who stands at (sentence, word)."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    at: Mapping[tuple[int, int], str]

    def by_id(self, entity: str) -> Entity:
        return self.entities[int(entity[1:]) - 1]  # ids count the entities

    def within(self, span: Span) -> Iterator[Mention]:
        """The mentions inside a span; they stand in the order of the text."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        for mention in self.mentions[first : first + span.stop - span.start]:
            if mention.span.start >= span.stop:
                return
            if span.contains(mention.span):
                yield mention
