"""Each kind of finding in words."""

from lagebild.domain.certainty import Polarity
from lagebild.domain.claim import Claim
from lagebild.domain.entity import Entity, Relation
from lagebild.domain.event import Event, RoleKind
from lagebild.domain.geography import Geography, Stated
from lagebild.domain.moment import Time
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.record import Record
from lagebild.domain.transfer import Amount, Transfer
from lagebild.exports.picture import Entry, Fact, Group, Mark, Part, Picture, Words, fact, head_facts, joined, title_of
from lagebild.exports.register import SYMBOLS, Register
from lagebild.lexicon.labels import Labels

_QUOTES = "„“”\"'»«›‹‚‘’"
_VERDICTS = {"agrees": "✓", "disagrees": "✗", "unclear": "?"}


def picture_of(record: Record, labels: Labels) -> Picture:
    """A record in the words of a language."""
    register = Register.of(record, labels)
    groups = (
        Group("entities", tuple(entity_entry(register, entity) for entity in record.entities)),
        Group("claims", tuple(claim_entry(register, claim) for claim in record.claims)),
        Group("quotations", tuple(quotation_entry(register, quotation) for quotation in record.quotations)),
        Group("transfers", tuple(transfer_entry(register, transfer) for transfer in record.transfers)),
        Group("geography", tuple(geography_entry(register, statement) for statement in record.geography)),
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
            *fact("link", entity.link and f"{entity.link.id} ({entity.link.knowledge}, {entity.link.score:.2f})"),
        ),
        marks=tuple(Mark(mention.span, f"entity {entity.kind} {mention.form}") for mention in mentions),
        reach=tuple(role.span for role in entity.roles),
        evidence=tuple(evidence for mention in mentions for evidence in mention.evidence),
    )


def _related(register: Register, relation: Relation) -> Words:
    return (Part(register.labels.word(relation.kind) + " "), *register.named(relation.object))


def claim_entry(register: Register, claim: Claim) -> Entry:
    event = register.events.get(claim.event)
    style = f"claim {claim.certainty}" + (" negative" if claim.polarity is Polarity.NEGATIVE else "")
    return Entry(
        claim.id,
        claim.certainty,
        _what(register, event) if event else (Part(register.words(claim.span), strong=True),),
        (
            *fact("source", *register.source(claim.source)),
            *fact("certainty", register.certainty(claim)),
            *(_circumstances(register, event) if event else ()),
            *fact("tense", event and register.labels.word(event.tense)),
            *fact("event", event and Part(event.lemma, ref=event.id)),
        ),
        marks=(Mark(event.trigger, style),) if event else (Mark(claim.span, style),),
        reach=(claim.span,),
        evidence=claim.evidence,
    )


def _what(register: Register, event: Event) -> Words:
    """`liefert: Georgien → Armenien, Strom`, as far as the text says."""
    actor, recipient = register.fillers(event, RoleKind.ACTOR), register.fillers(event, RoleKind.RECIPIENT)
    rest = joined([_arrow(actor, recipient), register.fillers(event, RoleKind.ITEM)])
    trigger = Part(register.words(event.trigger), strong=True)
    return (trigger, Part(": "), *rest) if rest else (trigger,)


def _arrow(giver: Words, receiver: Words) -> Words:
    return (*giver, Part(" → " if giver else "→ "), *receiver) if receiver else giver


def _circumstances(register: Register, event: Event) -> tuple[Fact, ...]:
    names = {"when": RoleKind.TIME, "where": RoleKind.PLACE, "with": RoleKind.INSTRUMENT, "purpose": RoleKind.PURPOSE}
    return tuple(found for name, kind in names.items() for found in fact(name, *register.fillers(event, kind)))


def quotation_entry(register: Register, quotation: Quotation) -> Entry:
    content = " … ".join(register.words(span) for span in quotation.spans)
    verbatim = quotation.kind in (QuotationKind.DIRECT, QuotationKind.MIXED) and content[:1] not in _QUOTES
    who = _arrow(register.named(quotation.speaker) or (Part("?"),), register.named(quotation.addressee))
    return Entry(
        quotation.id,
        quotation.kind,
        (*who, Part(": "), Part(register.quoted(content) if verbatim else content, strong=True)),
        (
            *fact("kind", register.labels.word(quotation.kind)),
            *fact("written", quotation.speaker_span and register.words(quotation.speaker_span)),
            *fact("cue", quotation.cue and register.words(quotation.cue)),
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
        _arrow(register.named(transfer.supplier) or (Part("?"),), register.named(transfer.recipient) or (Part("?"),)),
        (
            *fact("item", register.words(transfer.item)),
            *fact("amount", amount and _amount(register, amount)),
            *fact("stage", register.labels.word(transfer.stage)),
            *fact("certainty", claim and register.certainty(claim)),
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


def geography_entry(register: Register, statement: Geography) -> Entry:
    measured = statement.measured
    bearing = "" if measured is None or measured.bearing is None else f", {measured.bearing:.0f}°"
    feature = (Part(f" ({statement.object_feature})"),) if statement.object_feature else ()
    return Entry(
        statement.id,
        statement.verdict,
        (*register.named(statement.subject), Part(f" · {register.labels.word(statement.relation)} · "), *(register.named(statement.object) or (Part("?"),)), *feature),
        (
            *fact("written", register.quoted(register.words(statement.span))),
            *fact("stated", _stated(register.labels, statement.stated)),
            *fact("measured", measured and f"{measured.km:.0f} km{bearing}"),
            *fact("verdict", f"{_VERDICTS[statement.verdict]} {register.labels.word(statement.verdict)}"),
            *fact("reason", statement.reason),
        ),
        marks=(Mark(statement.span, f"geography {statement.verdict}"),),
        evidence=statement.evidence,
    )


def _stated(labels: Labels, stated: Stated) -> str:
    modifier = stated.modifier and labels.open_word("modifiers", stated.modifier)
    km = None if stated.km is None else f"{stated.km:g} km"
    direction = stated.direction and labels.open_word("directions", stated.direction)
    return " ".join(filter(None, (modifier, km, direction)))


def time_entry(register: Register, time: Time) -> Entry:
    days = [day for day in (time.earliest, time.latest) if day]
    between = f" {register.labels.phrase('to')} ".join(dict.fromkeys(days))
    return Entry(
        time.id,
        time.kind,
        (Part(register.words(time.span), strong=True),),
        (
            *fact("kind", register.labels.word(time.kind)),
            *fact("meaning", register.days(time) or time.timex.value),
            *fact("span_of_days", between if between != time.edtf else None),
            *fact("basis", register.labels.word(time.basis)),
        ),
        marks=(Mark(time.span, f"time {time.kind}"),),
        evidence=time.evidence,
    )


def event_entry(register: Register, event: Event) -> Entry:
    code = event.code
    roles = [(Part(f"{register.labels.word(role.role)}: "), *register.filler(role)) for role in event.roles]
    return Entry(
        event.id,
        event.tense,
        (Part(register.words(event.trigger), strong=True),),
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
