"""Each kind of finding in words."""

from lagebild.domain.entity import Entity, Link, Relation
from lagebild.domain.event import Event
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.record import Record
from lagebild.domain.transfer import Amount, Transfer
from lagebild.exports.claims import circumstances, claim_groups
from lagebild.exports.geography import geography_entry
from lagebild.exports.picture import Entry, Group, Mark, Part, Picture, Words, arrow, fact, head_facts, joined, title_of
from lagebild.exports.register import SYMBOLS, Register
from lagebild.exports.times import time_entry
from lagebild.lexicon.labels import Labels

_QUOTES = "„“”\"'»«›‹‚‘’"


def picture_of(record: Record, labels: Labels) -> Picture:
    """A record in the words of a language."""
    register = Register.of(record, labels)
    claims, statements, cues = claim_groups(register)
    groups = (
        claims,
        statements,
        Group("quotations", tuple(quotation_entry(register, quotation) for quotation in record.quotations)),
        cues,
        Group("transfers", tuple(transfer_entry(register, transfer) for transfer in record.transfers)),
        Group("geography", tuple(geography_entry(register, statement) for statement in record.geography)),
        Group("entities", tuple(entity_entry(register, entity) for entity in record.entities)),
        Group("times", tuple(time_entry(register, time) for time in record.times)),
        Group("events", tuple(event_entry(register, event) for event in record.events)),
    )
    title, facts = title_of(record.dispatch, labels), head_facts(record.dispatch, labels)
    return Picture(record, title, facts, tuple(group for group in groups if group.entries))


def entity_entry(register: Register, entity: Entity) -> Entry:
    mentions = register.mentions.get(entity.id, [])
    others = [name for name in entity.names if name != entity.name]
    return Entry(
        entity.id,
        entity.kind,
        (Part(entity.name, strong=True),),
        (
            *fact("kind", register.labels.word(entity.kind)),
            *fact("roles", ", ".join(role.title for role in entity.roles)),
            *fact("country", entity.country),
            *fact("mentions", str(len(mentions)) if mentions else None),
            *fact("names", ", ".join(others)),
            *fact("relations", *joined([_related(register, relation) for relation in register.relations.get(entity.id, [])])),
            *fact("link", entity.link and _linked(entity.link, register.labels)),
        ),
        marks=tuple(Mark(mention.span, f"entity {entity.kind} {mention.form}") for mention in mentions),
        reach=tuple(role.span for role in entity.roles),
        evidence=tuple(evidence for mention in mentions for evidence in mention.evidence),
    )


def _linked(link: Link, labels: Labels) -> str:
    """Which entry of which knowledge, how sure where it is not quite, and why."""
    why = [labels.open_word("why", word).format(detail) for word, _, detail in (reason.partition(":") for reason in link.why)]
    return ", ".join([f"{link.id} ({link.knowledge}", *([f"{link.score:.2f}"] if link.score < 1 else [])]) + ")" + (f": {'; '.join(why)}" if why else "")


def _related(register: Register, relation: Relation) -> Words:
    return (Part(register.labels.word(relation.kind) + " "), *register.named(relation.object))


def quotation_entry(register: Register, quotation: Quotation) -> Entry:
    content = " … ".join(register.words(span) for span in quotation.spans)
    verbatim = quotation.kind in (QuotationKind.DIRECT, QuotationKind.MIXED) and content[:1] not in _QUOTES
    event, spoken = register.event_at(quotation.cue), quotation.speaker_span and (Part(register.words(quotation.speaker_span)),)
    who = arrow(register.named(quotation.speaker) or spoken or (Part("?"),), register.named(quotation.addressee))
    return Entry(
        quotation.id,
        quotation.kind,
        (*who, Part(": "), Part(register.quoted(content) if verbatim else content, strong=True)),
        (
            *fact("kind", register.labels.word(quotation.kind)),
            *fact("written", quotation.speaker_span and register.words(quotation.speaker_span)),
            *fact("cue", register.verb(event) if event else quotation.cue and register.words(quotation.cue)),
            *(circumstances(register, event) if event else ()),
            *fact("occasion", quotation.occasion and register.words(quotation.occasion)),
        ),
        marks=tuple(Mark(span, f"quotation {quotation.kind}") for span in quotation.spans),
        reach=quotation.frame,
        evidence=quotation.evidence,
    )


def transfer_entry(register: Register, transfer: Transfer) -> Entry:
    claim = register.claims.get(transfer.claim)
    amount = transfer.amount
    return Entry(
        transfer.id,
        transfer.stage,
        arrow(register.named(transfer.supplier) or (Part("?"),), register.named(transfer.recipient) or (Part("?"),)),
        (
            *fact("item", register.words(transfer.item)),
            *fact("amount", amount and _amount(register, amount)),
            *fact("stage", register.labels.word(transfer.stage)),
            *fact("certainty", claim and register.certainty(claim)),
            *fact("source", *(register.source(claim.source) if claim else ())),
            *fact("category", register.labels.word(transfer.category)),
            *fact("claim", Part(transfer.claim, ref=transfer.claim if claim else None)),
        ),
        marks=(Mark(transfer.item, "transfer"), *((Mark(amount.span, "transfer"),) if amount else ())),
        evidence=transfer.evidence,
    )


def _amount(register: Register, amount: Amount) -> str:
    """As written, and as a number where that says more."""
    written, number = register.words(amount.span), " ".join(filter(None, (f"{amount.value:,.12g}".replace(",", "\u202f"), amount.unit)))
    return written if written == number else f"{written} ({number})"


def event_entry(register: Register, event: Event) -> Entry:
    code = event.code
    roles = [(Part(f"{register.labels.word(role.role)}: "), *register.filler(role)) for role in event.roles]
    return Entry(
        event.id,
        event.tense,
        (Part(register.verb(event), strong=True),),
        (
            *fact("event", event.lemma),
            *fact(
                "code", code and " ".join(filter(None, (register.labels.open_word("plover", code.plover), code.mode and f"/ {code.mode}", code.cameo and f"(CAMEO {code.cameo})")))
            ),
            *fact("tense", register.labels.word(event.tense)),
            *fact("roles_of_event", *joined(roles, "; ")),
        ),
        marks=(Mark(event.trigger, f"event {event.tense}"),),
        reach=tuple(role.span for role in event.roles),
        evidence=event.evidence,
    )


def certainty_symbols(labels: Labels) -> tuple[tuple[str, str, str], ...]:
    """For a legend: each certainty's name, symbol and word, the strongest first."""
    return tuple((certainty.value, symbol, labels.word(certainty)) for certainty, symbol in SYMBOLS.items())
