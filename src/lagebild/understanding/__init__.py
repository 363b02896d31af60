"""Document -> Record: what the dispatch says, by rules over trees and lexicons; pure, a document at a time, never raising on text."""

from lagebild.domain.document import Document
from lagebild.domain.record import Record
from lagebild.knowledge import Knowledge
from lagebild.lexicon import Lexicon
from lagebild.understanding.claims import find_claims
from lagebild.understanding.entities import resolve_entities
from lagebild.understanding.events import find_events
from lagebild.understanding.fragments import with_fragments
from lagebild.understanding.geography import find_geography
from lagebild.understanding.persons_in_quotations import with_quoted_persons
from lagebild.understanding.predicates import analyse
from lagebild.understanding.quotations import find_direct, numbered
from lagebild.understanding.relations import find_relations
from lagebild.understanding.reports import find_reported
from lagebild.understanding.times import find_times
from lagebild.understanding.transfers import find_transfers
from lagebild.understanding.unlisted_speakers import with_unlisted_speakers

__all__ = ["understand"]


def understand(document: Document, lexicon: Lexicon, knowledge: Knowledge) -> Record:
    """Say what the document says."""
    clauses = [analyse(sentence, number, lexicon) for number, sentence in enumerate(document.sentences)]
    times = tuple(find_times(document, clauses, lexicon))
    named = resolve_entities(document, clauses, lexicon, knowledge)
    direct = find_direct(document, clauses, named, lexicon)
    named, held = with_unlisted_speakers(document, named, [*direct, *find_reported(document, clauses, named, lexicon, direct)], lexicon)
    said = numbered(with_fragments(document, clauses, [one for one in held if one.spoken]))
    cast = with_quoted_persons(document, named, said)
    cues = frozenset(one.quotation.cue for one in held if one.quotation.cue)
    events = find_events(document.dispatch.issued, clauses, times, cast, lexicon, cues)
    claimed = find_claims(document.dispatch, events, [one for one in held if one.committing], cast, lexicon)
    return Record(
        dispatch=document.dispatch,
        sentences=tuple(sentence.span for sentence in document.sentences),
        entities=cast.entities,
        mentions=cast.mentions,
        times=times,
        quotations=tuple(one.quotation for one in said),
        events=tuple(one.told.event for one in claimed),
        claims=tuple(one.claim for one in claimed),
        transfers=tuple(find_transfers(claimed, cast, lexicon)),
        geography=tuple(find_geography(clauses, cast, lexicon, knowledge)),
        relations=tuple(find_relations(events, cast)),
    )
