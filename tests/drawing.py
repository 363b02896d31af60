"""A record drawn under its text, so that a failing golden reads without a tool.

Every sentence stands on a line of its own, and below it a line for each finding that starts in it:

    Die Polizei sperrte die Straße.
        ^^^^^^^ e1 organisation Polizei
                ^^^^^^^ c1 certain positive past sperren, agency dpa: actor e1, item
"""

from collections.abc import Iterator

from lagebild.domain.claim import Source
from lagebild.domain.event import Event
from lagebild.domain.record import Record
from lagebild.domain.span import Span


def draw(record: Record) -> str:
    """The whole record, sentence by sentence, what stands outside sentences first."""
    text = record.dispatch.text
    marks = sorted(_marks(record), key=lambda mark: (mark[0].start, mark[0].stop, mark[1]))
    lines = [f"agency {record.dispatch.agency}, issued {record.dispatch.issued}, status {record.dispatch.status}", ""]
    outside = [mark for mark in marks if not any(_starts_in(mark[0], sentence) for sentence in record.sentences)]
    lines += [f"{span.of(text)!r} {label}" for span, label in outside]
    for sentence in record.sentences:
        lines += ["", text[sentence.start : sentence.stop].replace("\n", " ").replace("\r", " ")]
        lines += [_under(span, sentence, label) for span, label in marks if _starts_in(span, sentence)]
    return "\n".join(lines) + "\n"


def _starts_in(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start < sentence.stop


def _under(span: Span, sentence: Span, label: str) -> str:
    width = min(span.stop, sentence.stop) - span.start
    return " " * (span.start - sentence.start) + "^" * width + ("> " if span.stop > sentence.stop else " ") + label


def _marks(record: Record) -> Iterator[tuple[Span, str]]:
    entities, events = {entity.id: entity for entity in record.entities}, {event.id: event for event in record.events}
    for mention in record.mentions:
        entity = entities[mention.entity]
        yield mention.span, f"{entity.id} {entity.kind} {entity.name}{f' ({entity.country})' if entity.country else ''}"
    for entity in record.entities:
        for role in entity.roles:
            yield role.span, f"{entity.id} is {role.title}"
    for time in record.times:
        yield time.span, f"{time.id} {time.kind} {time.timex.value}, {time.basis}"
    for quotation in record.quotations:
        for span in quotation.spans:
            yield span, f"{quotation.id} {quotation.kind}, speaker {quotation.speaker}, addressee {quotation.addressee}"
    for claim in record.claims:
        event = events[claim.event]
        yield event.trigger, f"{claim.id} {claim.certainty} {claim.polarity} {event.tense} {event.lemma}, {_source(claim.source)}: {_roles(event, record.dispatch.text)}"
    for transfer in record.transfers:
        yield transfer.item, f"{transfer.id} {transfer.category} {transfer.stage}, {transfer.supplier} to {transfer.recipient}"
    for statement in record.geography:
        yield statement.span, f"{statement.id} {statement.subject} {statement.relation} {statement.object}: {statement.verdict}, {statement.reason}"


def _source(source: Source) -> str:
    via = "".join(f" via {_source(outer)}" for outer in source.via)
    return f"{source.kind} {source.entity or source.name or '-'}{via}"


def _roles(event: Event, text: str) -> str:
    return ", ".join(f"{role.role} {role.entity or role.time or repr(role.span.of(text))}" for role in event.roles)
