"""Who is who in a record: looks up ids and says them in words."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.claim import Claim, Source, SourceKind
from lagebild.domain.entity import Entity, Mention, Relation
from lagebild.domain.event import Event, EventRole, RoleKind
from lagebild.domain.moment import Time
from lagebild.domain.record import Record
from lagebild.domain.span import Span
from lagebild.exports.days import days_in_passing
from lagebild.exports.picture import Part, Words, joined
from lagebild.lexicon.labels import Labels

SYMBOLS = {Certainty.CERTAIN: "●", Certainty.PROBABLE: "◕", Certainty.POSSIBLE: "◔", Certainty.UNKNOWN: "○"}
NEGATED = "✗"
_MARKS = '.,;:!?()„“”"»«–'
_TIED = "\u00a0"  # no line ends between a symbol and its word


@dataclass(frozen=True, slots=True)
class Register:
    """One record's findings by id; an id that is not there is said as it is."""

    record: Record
    labels: Labels
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    times: Mapping[str, Time]
    claims: Mapping[str, Claim]
    mentions: Mapping[str, list[Mention]]
    relations: Mapping[str, list[Relation]]

    @classmethod
    def of(cls, record: Record, labels: Labels) -> Self:
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        relations: defaultdict[str, list[Relation]] = defaultdict(list)
        for mention in record.mentions:
            mentions[mention.entity].append(mention)
        for relation in record.relations:
            relations[relation.subject].append(relation)
        return cls(
            record,
            labels,
            {entity.id: entity for entity in record.entities},
            {event.id: event for event in record.events},
            {time.id: time for time in record.times},
            {claim.id: claim for claim in record.claims},
            mentions,
            relations,
        )

    def words(self, span: Span) -> str:
        """What stands there, on one line."""
        return " ".join(span.of(self.record.dispatch.text).split())

    def verb(self, event: Event) -> str:
        """An event's word as written, with the particle that stands apart from it: `teilte mit`."""
        written, text = self.words(event.trigger), self.record.dispatch.text
        sentence = next((span for span in self.record.sentences if span.contains(event.trigger)), event.trigger)
        behind = (word.strip(_MARKS) for word in text[event.trigger.stop : sentence.stop].split())
        particle = next((word for word in behind if _is_particle(word, written.lower(), event.lemma)), None)
        return f"{written} {particle}" if particle else written

    def event_at(self, span: Span | None) -> Event | None:
        """The event whose word stands there."""
        return next((event for event in self.record.events if span and event.trigger.overlaps(span)), None)

    def named(self, entity: str | None) -> Words:
        """An entity by its name, nothing for none."""
        if entity is None:
            return ()
        known = self.entities.get(entity)
        return (Part(known.name, ref=entity) if known else Part(entity),)

    def source(self, source: Source) -> Words:
        """A source by name, an unnamed one by its cue, with those it is told through."""
        if not source.via:
            return self._innermost(source)
        through = joined([self.source(outer) for outer in source.via])
        return (*self._innermost(source), Part(f" ({self.labels.phrase('via')} "), *through, Part(")"))

    def _innermost(self, source: Source) -> Words:
        match source.kind:
            case SourceKind.AGENCY:
                return (Part(source.name or self.record.dispatch.agency or self.labels.word(source.kind)),)
            case SourceKind.ENTITY:
                return self.named(source.entity) or (Part(source.name or self.labels.word(source.kind)),)
            case SourceKind.UNNAMED:
                cue = source.name or (source.cue and self.words(source.cue))
                return (Part(self.labels.phrase("unnamed") + (f" ({self.quoted(cue)})" if cue else "")),)

    def certainty(self, claim: Claim) -> str:
        """How certain and whether negated, in symbol and word: `◔ möglich, ✗ verneint`."""
        words = f"{SYMBOLS[claim.certainty]}{_TIED}{self.labels.word(claim.certainty)}"
        return words if claim.polarity is Polarity.POSITIVE else f"{words}, {NEGATED}{_TIED}{self.labels.word(claim.polarity)}"

    def filler(self, role: EventRole) -> Words:
        """What fills a role: the entity, the time with its day, else the words as they stand."""
        if role.entity:
            return self.named(role.entity)
        time = role.time and self.times.get(role.time)
        if not time:
            return (Part(self.words(role.span)),)
        words = self.words(role.span)
        days = days_in_passing(time, self.labels).removeprefix(words).strip()
        return (Part(words, ref=time.id), *((Part(f" ({days})"),) if days and days not in words else ()))

    def fillers(self, event: Event, kind: RoleKind) -> Words:
        return joined([self.filler(role) for role in event.roles if role.role is kind])

    def quoted(self, words: str) -> str:
        return f"{self.labels.phrase('open_quote')}{words}{self.labels.phrase('close_quote')}"


def _is_particle(word: str, written: str, lemma: str) -> bool:
    """`mit` beside `teilte`, where the verb is `mitteilen`; in `mitgeteilt` and `mitzuteilen` it stands already."""
    return len(word) > 1 and len(word) < len(lemma) - 2 and lemma.startswith(word) and not written.startswith(word)
