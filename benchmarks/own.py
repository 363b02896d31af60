"""What is measured on the development part of our own corpus (`corpus/dev`), which trains nothing."""

from collections.abc import Iterator
from pathlib import Path

from agreement import Tally, compare
from gold import Gold, load

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.claim import Claim
from lagebild.domain.dispatch import Dispatch, Section, SectionKind
from lagebild.domain.document import Document
from lagebild.domain.entity import EntityKind, Form
from lagebild.domain.event import Tense
from lagebild.domain.record import Record
from lagebild.domain.span import Span
from lagebild.pipeline import Pipeline
from lagebild.understanding import understand
from lagebild.understanding.moods import Mood
from lagebild.understanding.predicates import analyse

Figures = dict[str, float]

KINDS = {
    EntityKind.PERSON: "PER",
    EntityKind.ORGANISATION: "ORG",
    EntityKind.COUNTRY: "LOC",
    EntityKind.PLACE: "LOC",
    EntityKind.FACILITY: "LOC",
    EntityKind.PRODUCT: "OTH",
    EntityKind.OTHER: "OTH",
}


def documents(pipeline: Pipeline, shared: Path) -> Iterator[tuple[Gold, Document]]:
    """The articles with what the reader makes of them."""
    for gold in load("dev", shared):
        text = gold.article.text
        dispatch = Dispatch(gold.article.id, text, "de", issued=gold.article.day, sections=(Section(SectionKind.BODY, Span(0, len(text))),))
        yield gold, pipeline.reader.read(dispatch, pipeline.lexicon)


def names(pipeline: Pipeline, shared: Path) -> Figures:
    """Names with their kinds, strict F1; groups (the Sunnis) are no kind of the network's and left out on both sides."""
    gold, found = set[tuple[str, Span, str]](), set[tuple[str, Span, str]]()
    for article, document in documents(pipeline, shared):
        kinds = {entity.id: KINDS.get(entity.kind) for entity in article.record.entities}
        named = [(m.span, kinds[m.entity]) for m in article.record.mentions if m.form is Form.NAME]
        groups = [span for span, kind in named if kind is None]
        gold.update((article.article.id, span, kind) for span, kind in named if kind)
        for sentence in document.sentences:
            spans = ((Span(sentence.words[name.first].span.start, sentence.words[name.stop - 1].span.stop), name.kind) for name in sentence.names)
            found.update((article.article.id, span, kind) for span, kind in spans if kind != "LOCderiv" and not any(map(span.overlaps, groups)))
    return {"own_names_f1": f1(gold, found)}


def moods(pipeline: Pipeline, shared: Path) -> Figures:
    """Finite verbs in Konjunktiv I, F1."""
    gold, found = set[tuple[str, Span]](), set[tuple[str, Span]]()
    for article, document in documents(pipeline, shared):
        gold.update((article.article.id, span) for span, mood in article.moods.items() if mood == "Sub1")
        for number, sentence in enumerate(document.sentences):
            predicates = analyse(sentence, number, pipeline.lexicon).predicates.values()
            finite = {predicate.finite for predicate in predicates if predicate.mood is Mood.KONJUNKTIV_1 and predicate.finite is not None}
            found.update((article.article.id, sentence.words[word].span) for word in finite)
    return {"own_konjunktiv_1_f1": f1(gold, found)}


def records(pipeline: Pipeline, shared: Path) -> Figures:
    """Whole records: how far lagebild agrees with the corpus, how many events it tells beside the corpus' (of a hundred), and how much of what did not happen
    it tells as if it had.
    """
    tallies, unreal, told = dict[str, Tally](), 0, 0
    for article, document in documents(pipeline, shared):
        found = understand(document, pipeline.lexicon, pipeline.knowledge)
        compare(article.record, found, tallies)
        not_so = [trigger for trigger, claim, tense in _claims(article.record) if _is_unreal(claim, tense)]
        as_fact = [trigger for trigger, claim, tense in _claims(found) if claim.certainty is Certainty.CERTAIN and claim.polarity is Polarity.POSITIVE and tense is Tense.PAST]
        unreal += len(not_so)
        told += sum(any(trigger.overlaps(other) for other in as_fact) for trigger in not_so)
    parties = [tallies["events: actor"], tallies["events: recipient"]]
    return {
        "own_event_f1": tallies["events"].f1,
        "own_events_extra": 100 * (tallies["events"].two - tallies["events"].both) / tallies["events"].one,
        "own_party_f1": 200 * sum(tally.both for tally in parties) / max(1, sum(tally.one + tally.two for tally in parties)),
        "own_plover": tallies["events: type"].equal,
        "own_coreference_f1": tallies["coreference"].f1,
        "own_claim_all_three": tallies["claims: all three"].equal,
        "own_quotation_f1": tallies["quotations"].f1,
        "own_unreal_told_as_fact": 100 * told / unreal,
    }


def _claims(record: Record) -> Iterator[tuple[Span, Claim, Tense]]:
    events = {event.id: event for event in record.events}
    return ((events[claim.event].trigger, claim, events[claim.event].tense) for claim in record.claims)


def _is_unreal(claim: Claim, tense: Tense) -> bool:
    return claim.certainty in (Certainty.POSSIBLE, Certainty.UNKNOWN) or claim.polarity is Polarity.NEGATIVE or tense is Tense.FUTURE


def f1(gold: set, found: set) -> float:
    """In percent; 0 where nothing is there."""
    return 200 * len(gold & found) / max(1, len(gold) + len(found))
