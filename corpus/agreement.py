"""How far two records of the same text agree, layer by layer: two annotators, or lagebild and the corpus.

    python corpus/agreement.py FOLDER FOLDER     the annotations of two folders beside corpus/, say blind/one and blind/two

Spans count by F1. A label (kind, type, certainty, ...) is compared where both have the span, and given as the share that is equal
and as Cohen's kappa, which takes off what chance would make equal.
"""

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from gold import HERE, load_folder

from lagebild.domain.claim import Source
from lagebild.domain.entity import Form
from lagebild.domain.event import EventRole, RoleKind
from lagebild.domain.record import Record
from lagebild.domain.span import Span

One = TypeVar("One")
SHARED = HERE.parent.parent / "shared"


@dataclass
class Tally:
    """Of one layer: what both found and what each did; and pairs of labels where both found the span."""

    both: int = 0
    one: int = 0
    two: int = 0
    pairs: Counter[tuple[Hashable, Hashable]] = field(default_factory=Counter[tuple[Hashable, Hashable]])

    @property
    def f1(self) -> float:
        return 200 * self.both / max(1, self.one + self.two)

    @property
    def equal(self) -> float:
        return 100 * sum(n for (a, b), n in self.pairs.items() if a == b) / max(1, self.pairs.total())

    @property
    def kappa(self) -> float:
        """Cohen's: (observed - expected) / (1 - expected); 1 where only one label was ever given."""
        total = max(1, self.pairs.total())
        left, right = Counter[Hashable](), Counter[Hashable]()
        for (a, b), n in self.pairs.items():
            left[a] += n
            right[b] += n
        expected = sum(left[label] * right[label] for label in left) / total**2
        return 1.0 if expected == 1 else (self.equal / 100 - expected) / (1 - expected)


Tallies = dict[str, Tally]


def compare(one: Record, two: Record, out: Tallies) -> None:
    """Add the agreement of two records of one text to the tallies."""
    same = _same_entities(one, two)
    _spans(out, "names", _names(one), _names(two))
    _sets(out, "mentions", {m.span for m in one.mentions}, {m.span for m in two.mentions})
    _sets(out, "coreference", *_links(one, two))
    _times(one, two, out)
    _quotations(one, two, out, same)
    _events(one, two, out, same)
    _sets(out, "transfers", *({(t.stage, _sentence(r, t.item)) for t in r.transfers} for r in (one, two)))
    _sets(out, "statements of place", *({(g.relation, _sentence(r, g.span)) for g in r.geography} for r in (one, two)))


def _sets(out: Tallies, layer: str, one: set[One], two: set[One]) -> None:
    tally = out.setdefault(layer, Tally())
    tally.both, tally.one, tally.two = tally.both + len(one & two), tally.one + len(one), tally.two + len(two)


def _spans(out: Tallies, layer: str, one: dict[Span, str], two: dict[Span, str]) -> None:
    _sets(out, layer, set(one), set(two))
    _sets(out, f"{layer} with kinds", set(one.items()), set(two.items()))
    out.setdefault(f"{layer}: kind", Tally()).pairs.update((one[span], two[span]) for span in one.keys() & two.keys())


def _names(record: Record) -> dict[Span, str]:
    kinds = {entity.id: entity.kind.value for entity in record.entities}
    return {m.span: kinds[m.entity] for m in record.mentions if m.form is Form.NAME}


def _links(one: Record, two: Record) -> tuple[set[tuple[Span, Span]], set[tuple[Span, Span]]]:
    """Pairs of mentions of one entity, among the mentions that both have."""
    common = {m.span for m in one.mentions} & {m.span for m in two.mentions}
    links = [_chains(record, common) for record in (one, two)]
    return links[0], links[1]


def _chains(record: Record, common: set[Span]) -> set[tuple[Span, Span]]:
    mine = [(m.entity, m.span) for m in record.mentions if m.span in common]
    return {(a, b) for entity, a in mine for other, b in mine if entity == other and a < b}


def _same_entities(one: Record, two: Record) -> set[tuple[str | None, str | None]]:
    """Entities of the two that share a mention; nobody is nobody."""
    same: set[tuple[str | None, str | None]] = {(None, None)}
    return same | {(a.entity, b.entity) for a in one.mentions for b in two.mentions if a.span.overlaps(b.span)}


def _pairs(one: Sequence[One], two: Sequence[One], span: Callable[[One], Iterable[Span]]) -> Iterator[tuple[One, One]]:
    """Findings of the two paired by how much they overlap, at least by half of what either covers, the best first."""
    scored = sorted(((_overlap(span(a), span(b)), i, j) for i, a in enumerate(one) for j, b in enumerate(two)), key=lambda row: (-row[0], row[1], row[2]))
    left, right = set[int](), set[int]()
    for score, i, j in scored:
        if score >= 0.5 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield one[i], two[j]


def _overlap(one: Iterable[Span], two: Iterable[Span]) -> float:
    left, right = ({at for span in spans for at in range(span.start, span.stop)} for spans in (one, two))
    return len(left & right) / max(1, len(left | right))


def _times(one: Record, two: Record, out: Tallies) -> None:
    pairs = list(_pairs(one.times, two.times, lambda time: [time.span]))
    _count(out, "times", len(pairs), len(one.times), len(two.times))
    _labels(out, "times: value", ((a.timex.value, b.timex.value) for a, b in pairs))


def _quotations(one: Record, two: Record, out: Tallies, same: set[tuple[str | None, str | None]]) -> None:
    pairs = list(_pairs(one.quotations, two.quotations, lambda quotation: quotation.spans))
    _count(out, "quotations", len(pairs), len(one.quotations), len(two.quotations))
    _labels(out, "quotations: kind", ((a.kind, b.kind) for a, b in pairs))
    _labels(out, "quotations: speaker", ((True, (a.speaker, b.speaker) in same or _touch(a.speaker_span, b.speaker_span)) for a, b in pairs))
    _labels(out, "quotations: cue", ((True, _touch(a.cue, b.cue)) for a, b in pairs))


def _touch(one: Span | None, two: Span | None) -> bool:
    return one is two is None or (one is not None and two is not None and one.overlaps(two))


def _events(one: Record, two: Record, out: Tallies, same: set[tuple[str | None, str | None]]) -> None:
    left, right = ({event.id: claim for claim in r.claims for event in r.events if claim.event == event.id} for r in (one, two))
    pairs = list(_pairs(one.events, two.events, lambda event: [event.trigger]))
    _count(out, "events", len(pairs), len(one.events), len(two.events))
    _labels(out, "events: type", ((a.code and a.code.plover, b.code and b.code.plover) for a, b in pairs))
    _labels(out, "claims: tense", ((a.tense, b.tense) for a, b in pairs))
    claims = [(left[a.id], right[b.id]) for a, b in pairs if a.id in left and b.id in right]
    _labels(out, "claims: certainty", ((a.certainty, b.certainty) for a, b in claims))
    _labels(out, "claims: polarity", ((a.polarity, b.polarity) for a, b in claims))
    _labels(out, "claims: source", ((True, _same_source(a.source, b.source, same)) for a, b in claims))
    agree = (a.certainty == b.certainty and a.polarity == b.polarity and _same_source(a.source, b.source, same) for a, b in claims)
    _labels(out, "claims: all three", ((True, whole) for whole in agree))
    for a, b in pairs:
        for role in (RoleKind.ACTOR, RoleKind.RECIPIENT, RoleKind.ITEM):
            mine, theirs = ([party for party in event.roles if party.role is role] for event in (a, b))
            met = sum(any(_same_party(x, y, same) for y in theirs) for x in mine)
            _count(out, f"events: {role}", met, len(mine), len(theirs))


def _same_party(one: EventRole, two: EventRole, same: set[tuple[str | None, str | None]]) -> bool:
    return one.span.overlaps(two.span) or (one.entity is not None and (one.entity, two.entity) in same)


def _same_source(one: Source, two: Source, same: set[tuple[str | None, str | None]]) -> bool:
    return one.kind == two.kind and (one.entity, two.entity) in same


def _count(out: Tallies, layer: str, both: int, one: int, two: int) -> None:
    tally = out.setdefault(layer, Tally())
    tally.both, tally.one, tally.two = tally.both + both, tally.one + one, tally.two + two


def _labels(out: Tallies, layer: str, pairs: Iterable[tuple[Hashable, Hashable]]) -> None:
    out.setdefault(layer, Tally()).pairs.update(pairs)


def _sentence(record: Record, span: Span) -> int:
    return next((number for number, sentence in enumerate(record.sentences) if sentence.overlaps(span)), -1)


def table(tallies: Tallies) -> Iterator[str]:
    """A line a layer: F1 of spans, or how often labels are equal and kappa where there is a choice."""
    for layer, tally in tallies.items():
        if not tally.pairs:
            yield f"{layer:28}{tally.one:6}{tally.two:6}   F1 {tally.f1:5.1f}"
        elif {True} == {a for a, _ in tally.pairs}:
            yield f"{layer:28}{tally.pairs.total():6}         equal {tally.equal:5.1f}"
        else:
            yield f"{layer:28}{tally.pairs.total():6}         equal {tally.equal:5.1f}   kappa {tally.kappa:.2f}"


def main() -> None:
    one, two = ({gold.article.id: gold.record for gold in load_folder(HERE / name, SHARED, "dev")} for name in sys.argv[1:3])
    tallies: Tallies = {}
    for number in sorted(one.keys() & two.keys()):
        compare(one[number], two[number], tallies)
    print(len(one.keys() & two.keys()), "articles", *table(tallies), sep="\n")


if __name__ == "__main__":
    main()
