"""Claims in words, those that a reader must weigh apart from what the agency plainly says."""

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.claim import Claim, SourceKind
from lagebild.domain.event import Event, RoleKind, Tense
from lagebild.domain.quotation import QuotationKind
from lagebild.domain.span import Span
from lagebild.exports.picture import Entry, Fact, Group, Mark, Part, Words, arrow, fact, joined
from lagebild.exports.register import Register


def claim_groups(register: Register) -> tuple[Group, Group, Group]:
    """What others claim or is uncertain, negated or to come; what the agency plainly says; its plain reporting verbs."""
    groups: dict[str, list[Entry]] = {"claims": [], "statements": [], "cues": []}
    # What is promised or demanded in a noun (`sagte 25 Fahrzeuge zu`) is no speech that could be read elsewhere.
    cues = [quotation.cue for quotation in register.record.quotations if quotation.cue and quotation.kind is not QuotationKind.REPORTED]
    for claim in register.record.claims:
        groups[_group_of(register, claim, cues)].append(claim_entry(register, claim))
    claims, statements, cues_ = (Group(name, tuple(entries)) for name, entries in groups.items())
    return claims, statements, cues_


def _group_of(register: Register, claim: Claim, cues: list[Span]) -> str:
    if not is_plain(register, claim):
        return "claims"
    event = register.events.get(claim.event)
    return "cues" if event and any(event.trigger.overlaps(cue) for cue in cues) else "statements"


def is_plain(register: Register, claim: Claim) -> bool:
    """Whether the agency itself says, as certain, that something is or was so."""
    source, event = claim.source, register.events.get(claim.event)
    own = source.kind is SourceKind.AGENCY and not source.via
    return own and claim.certainty is Certainty.CERTAIN and claim.polarity is Polarity.POSITIVE and not (event and _is_to_come(register, event))


def _is_to_come(register: Register, event: Event) -> bool:
    """In the future tense, or on a day behind that of issue: `Im Finale trifft Harburg am 29. März auf Ostalb.`"""
    issued = (register.record.dispatch.issued or "9999")[: len("2026-01-31")]
    times = [time for role in event.roles if (time := register.times.get(role.time or ""))]
    return event.tense is Tense.FUTURE or any((time.earliest or "")[: len(issued)] > issued for time in times)


def claim_entry(register: Register, claim: Claim) -> Entry:
    event = register.events.get(claim.event)
    style = f"claim {claim.certainty}" + (" negative" if claim.polarity is Polarity.NEGATIVE else "") + (" plain" if is_plain(register, claim) else "")
    return Entry(
        claim.id,
        claim.certainty,
        _what(register, event) if event else (Part(register.words(claim.span), strong=True),),
        (
            *fact("source", *register.source(claim.source)),
            *fact("certainty", register.certainty(claim)),
            *(circumstances(register, event) if event else ()),
            *fact("tense", event and register.labels.word(event.tense)),
            *fact("event", event and Part(event.lemma, ref=event.id)),
        ),
        marks=(Mark(event.trigger, style),) if event else (Mark(claim.span, style),),
        reach=(claim.span,),
        evidence=claim.evidence,
    )


def _what(register: Register, event: Event) -> Words:
    """`liefert: Georgien → Armenien · Strom`, as far as the text says."""
    actor, recipient = register.fillers(event, RoleKind.ACTOR), register.fillers(event, RoleKind.RECIPIENT)
    rest = joined([arrow(actor, recipient), register.fillers(event, RoleKind.ITEM)], " · ")
    trigger = Part(register.verb(event), strong=True)
    return (trigger, Part(": "), *rest) if rest else (trigger,)


def circumstances(register: Register, event: Event) -> tuple[Fact, ...]:
    names = {"when": RoleKind.TIME, "where": RoleKind.PLACE, "with": RoleKind.INSTRUMENT, "purpose": RoleKind.PURPOSE}
    return tuple(found for name, kind in names.items() for found in fact(name, *register.fillers(event, kind)))
