"""What is claimed, according to whom, and how certain."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.claim import Claim, Source, SourceKind
from lagebild.domain.dispatch import Dispatch
from lagebild.domain.event import Tense
from lagebild.domain.quotation import QuotationKind
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate
from lagebild.understanding.events import Told
from lagebild.understanding.hedging import attribute, governed_noun, hedges_of, under_investigation
from lagebild.understanding.phrases import is_definite, preposition
from lagebild.understanding.quotations import Around, Said
from lagebild.understanding.speakers import Speaker
from lagebild.understanding.stands import Hedge, Stand

_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "root", "conj")
_PRESUPPOSING = ("nach", "seit", "wegen", "aufgrund", "infolge", "trotz", "angesichts", "während")  # "nach einer Prüfung kam er wohl frei": the Prüfung took place


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim and the event it is about, its tense as the hedges leave it."""

    claim: Claim
    told: Told


def find_claims(dispatch: Dispatch, events: Sequence[Told], said: Sequence[Said], cast: Cast, lexicon: Lexicon) -> list[Claimed]:
    """One claim an event, in their order."""
    around = Around(said)
    return [_claim(dispatch, number, told, around.outer_first(told.event.trigger), cast, lexicon) for number, told in enumerate(events, 1)]


def _claim(dispatch: Dispatch, number: int, told: Told, around: list[Said], cast: Cast, lexicon: Lexicon) -> Claimed:
    inner = around[-1] if around else None
    hedges = _hedges(told, inner, lexicon)
    certainty, polarity, tense = Certainty.CERTAIN, Polarity.POSITIVE, told.event.tense
    # A word counts once: in "keine Einigung kam zustande" it negates the noun and the verb.
    for hedge in {hedge.evidence.span: hedge for hedge in reversed(hedges)}.values():
        certainty = certainty.weaker(hedge.certainty)
        polarity = polarity.reversed() if hedge.polarity is Polarity.NEGATIVE else polarity
        tense = hedge.tense if hedge.tense and not _is_over(told) else tense
    source = _source(dispatch, around, next((h for h in hedges if h.hearsay), None), cast)
    evidence = [*(inner.quotation.evidence if inner else ()), *(hedge.evidence for hedge in hedges)] or [Evidence(told.event.trigger, "plain_assertion")]
    claim = Claim(f"c{number}", told.event.id, _span(told), source, certainty, polarity, tuple(evidence))
    return Claimed(claim, replace(told, event=replace(told.event, tense=tense)) if tense is not told.event.tense else told)


def _is_over(told: Told) -> bool:
    """Whether the event's own verb puts it in the past; a bare infinitive and a noun have their time from what governs them."""
    return told.event.tense is Tense.PAST and told.predicate is not None and (told.predicate.finite is not None or bool(told.predicate.verbs))


def _span(told: Told) -> Span:
    around = told.predicate.word if told.predicate else told.clauses.owner[told.word]
    words = told.clauses.clause(around) if around is not None else told.clauses.subtree(told.word)
    return told.clauses.span(words)


def _hedges(told: Told, inner: Said | None, lexicon: Lexicon) -> list[Hedge]:
    """The hedges of the event within the innermost quotation, and what the verb of saying adds at its top."""
    clauses = told.clauses
    owner = clauses.owner[told.word]
    predicate = told.predicate or (clauses.predicates[owner] if owner is not None else None)
    within = next((span for span in inner.quotation.spans if span.contains(told.event.trigger)), None) if inner else None
    inside = predicate is not None and (within is None or within.contains(clauses.sentence.words[predicate.word].span))
    found: list[Hedge] = []
    if predicate is not None and inside:
        stand = Stand(clauses, predicate, lexicon, reported=inner is not None and inner.quotation.kind is not QuotationKind.DIRECT)
        found = hedges_of(stand, within)
    if told.predicate is None:
        # "bei den Gesprächen dürfte es um Waffen gehen": what stands beside the verb with its article is presupposed.
        beside = preposition(clauses.sentence, told.word) in _PRESUPPOSING
        argument = not beside and (clauses.sentence.words[told.word].relation in _ARGUMENTS or not is_definite(clauses.sentence, told.word))
        # "keine Einigung ist in Sicht" denies it, "das Urteil ist nicht rechtskräftig" does not.
        vague = predicate is not None and predicate.copular and not is_definite(clauses.sentence, told.word)
        comes_about = predicate is None or vague or predicate.lemma in lexicon.hedges.existence
        found = [hedge for hedge in found if argument and (hedge.polarity is Polarity.POSITIVE or comes_about)]
        if predicate is not None and inside and (hedge := governed_noun(clauses, told.word, predicate, lexicon)) is not None:
            found.append(hedge)
        found.extend(hedge for hedge in (attribute(clauses, told.word, lexicon), under_investigation(clauses, told.word, lexicon)) if hedge is not None)
    if inner is not None and inner.quotation.kind in (QuotationKind.INDIRECT, QuotationKind.REPORTED) and _is_top(told, inner):
        attitude, cue = inner.attitude, inner.quotation.cue
        if cue is not None and (attitude.certainty is not Certainty.CERTAIN or attitude.polarity is Polarity.NEGATIVE):
            found.append(Hedge(Evidence(cue, f"cue_to_{attitude.name}"), attitude.certainty, attitude.polarity, attitude.tense))
        elif cue is not None and predicate is not None and _is_meant_to_come(clauses, predicate, inner, lexicon):
            found.append(Hedge(Evidence(cue, "cue_to_promise"), Certainty.PROBABLE, tense=Tense.FUTURE))
    return found


def _is_meant_to_come(clauses: Clauses, predicate: Predicate, said: Said, lexicon: Lexicon) -> bool:
    """`erklärte, für Ruhe zu sorgen`: who says to do a thing means to; not `erklärte, gelogen zu haben`, nor `warf ihm vor, Geld zu nehmen`."""
    above = clauses.predicates.get(predicate.parent) if predicate.parent is not None else None
    infinitive = predicate.finite is None and not predicate.verbs and any(evidence.rule == "infinitive_under_cue" for evidence in said.quotation.evidence)
    if not infinitive or above is None or above.lemma in lexicon.events.object_control:
        return False
    return not predicate.copular and predicate.lemma not in lexicon.events.states | {"haben", "sein"}


def _is_top(told: Told, said: Said) -> bool:
    """Whether the event is what the verb of saying is about, not something merely mentioned on the way."""
    clauses = told.clauses
    if told.predicate is None:
        return said.quotation.kind is QuotationKind.REPORTED and said.covers(told.event.trigger)
    above = [p for p in clauses.ancestors(told.predicate) if said.covers(clauses.sentence.words[p.word].span)]
    chain = [told.predicate, *above]
    return all(p.relation in ("xcomp", "conj", "ccomp") for p in chain[:-1])


def _source(dispatch: Dispatch, around: list[Said], hearsay: Hedge | None, cast: Cast) -> Source:
    outer: tuple[Source, ...] = ()
    sources: list[Source] = []
    known = [said for said in around if said.unnamed or said.quotation.speaker or said.quotation.speaker_span]
    for said in known or around:
        source = _speaker(dispatch, said, cast, outer)
        if sources and source.entity == sources[-1].entity and source.name == sources[-1].name:
            sources[-1] = replace(sources[-1], cue=source.cue or sources[-1].cue)
            continue
        sources.append(source)
        outer = (replace(source, via=()), *outer)
        if said.relied_on is not None:
            sources.append(_relied_on(dispatch, said.relied_on, cast, outer))
            outer = (replace(sources[-1], via=()), *outer)
    if sources:
        return sources[-1]
    if hearsay is not None:
        return Source(SourceKind.UNNAMED, cue=hearsay.evidence.span)
    return Source(SourceKind.AGENCY, name=dispatch.agency)


def _relied_on(dispatch: Dispatch, speaker: Speaker, cast: Cast, via: tuple[Source, ...]) -> Source:
    name = cast.by_id(speaker.entity).name if speaker.entity else speaker.span.of(dispatch.text) if speaker.span else None
    return Source(SourceKind.ENTITY if speaker.entity else SourceKind.UNNAMED, speaker.entity, name, speaker.span, via)


def _speaker(dispatch: Dispatch, said: Said, cast: Cast, via: tuple[Source, ...]) -> Source:
    quotation = said.quotation
    if quotation.speaker is not None:
        return Source(SourceKind.ENTITY, quotation.speaker, cast.by_id(quotation.speaker).name, quotation.cue, via)
    name = quotation.speaker_span.of(dispatch.text) if quotation.speaker_span else None
    kind = SourceKind.UNNAMED if said.unnamed or name is None else SourceKind.ENTITY
    return Source(kind, None, name, quotation.cue, via)
