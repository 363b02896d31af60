"""What goes wrong on our own dev part, by type: how often, and in which direction."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import own

from lagebild.domain.claim import Claim
from lagebild.domain.document import Document
from lagebild.domain.entity import Form
from lagebild.domain.record import Record
from lagebild.domain.span import Span
from lagebild.pipeline import Pipeline
from lagebild.understanding import understand

Kind = tuple[str, str]
SHOWN = 6  # kinds a layer


def misses(pipeline: Pipeline, shared: Path) -> Iterator[tuple[str, str, int]]:
    """Layer, what it is, and how often, the most frequent first."""
    counted = Counter[Kind]()
    for gold, document in own.documents(pipeline, shared):
        found = understand(document, pipeline.lexicon, pipeline.knowledge)
        for layer, one, other in _layers(gold.record, found, document):
            counted.update((layer, f"missed {kind}") for span, kind in one if not any(span.overlaps(there) for there, _ in other))
            counted.update((layer, f"added {kind}") for span, kind in other if not any(span.overlaps(there) for there, _ in one))
        counted.update(_of_claims(gold.record, found))
    for layer in dict.fromkeys(layer for layer, _ in counted):
        rows = sorted(((kind, n) for (of, kind), n in counted.items() if of == layer), key=lambda row: (-row[1], row[0]))
        yield from ((layer, kind, n) for kind, n in rows[:SHOWN])


Marked = list[tuple[Span, str]]


def _layers(gold: Record, found: Record, document: Document) -> Iterator[tuple[str, Marked, Marked]]:
    classes = {word.span: word.upos.lower() for sentence in document.sentences for word in sentence.words}

    def word_class(span: Span) -> str:
        return next((upos for other, upos in classes.items() if other.overlaps(span)), "?")

    def named(record: Record) -> Marked:
        kinds = {entity.id: str(entity.kind) for entity in record.entities}
        return [(mention.span, kinds[mention.entity]) for mention in record.mentions if mention.form is Form.NAME]

    def said(record: Record) -> Marked:
        return [(span, str(one.kind)) for one in record.quotations for span in one.spans]

    yield "names", named(gold), named(found)
    yield "quotations", said(gold), said(found)
    yield "events", [(e.trigger, word_class(e.trigger)) for e in gold.events], [(e.trigger, word_class(e.trigger)) for e in found.events]
    yield "times", [(t.span, str(t.kind)) for t in gold.times], [(t.span, str(t.kind)) for t in found.times]


def _of_claims(gold: Record, found: Record) -> Iterator[Kind]:
    triggers = {event.id: event.trigger for record in (found,) for event in record.events}
    spans = {event.id: event.trigger for event in gold.events}
    ours = [(triggers[claim.event], claim) for claim in found.claims]
    for claim in gold.claims:
        same = next((other for trigger, other in ours if trigger.overlaps(spans[claim.event])), None)
        if same is not None:
            yield from (("claims", f"{what}: {wanted} told as {told}") for what, wanted, told in _labels(claim, same) if wanted != told)


def _labels(one: Claim, other: Claim) -> Iterator[tuple[str, str, str]]:
    yield "certainty", str(one.certainty), str(other.certainty)
    yield "polarity", str(one.polarity), str(other.polarity)
    yield "source", str(one.source.kind), str(other.source.kind)
