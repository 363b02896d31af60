"""Who did what to whom, where and when: verbs, nouns and idioms that name events, with their roles."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice, takewhile

from lagebild.domain.document import Word
from lagebild.domain.event import Code, Event, EventRole, RoleKind, Tense
from lagebild.domain.moment import Time
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.lexicon.tables import EventEntry
from lagebild.understanding.arguments import arguments_of_verb
from lagebild.understanding.calendars import issued_of
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate
from lagebild.understanding.noun_arguments import arguments_of_noun
from lagebild.understanding.parties import Argument
from lagebild.understanding.phrases import conjuncts, entity_at, noun_phrase, stretch, with_name
from lagebild.understanding.predicates import is_verbal

_PLAIN = EventEntry("")
_LONGEST_COMPOUND = 60  # letters; every suffix is looked up
_SHORTEST_HEAD = 5  # letters of an event noun that may end a compound: "Waffenlieferung" by "Lieferung", not by "Tat"


@dataclass(frozen=True, slots=True)
class Told:
    """An event with where it stands: the predicate that it is, or the noun and the predicate around it."""

    event: Event
    entry: EventEntry
    clauses: Clauses
    word: int
    predicate: Predicate | None


def find_events(issued: str | None, clauses: Sequence[Clauses], times: Sequence[Time], cast: Cast, lexicon: Lexicon, cues: AbstractSet[Span]) -> list[Told]:
    """The events of a document in the order of their triggers; plain saying (`sagte`, among the cues of quotations) is told by the quotation alone."""
    found: list[Told] = []
    known = issued_of(issued)
    issued = known.last.isoformat() if known else "9999-12-31"  # nothing lies after a day that is not known
    for one in clauses:
        first = bisect_left(times, one.sentence.span.start, key=lambda time: time.span.start)
        here = list(takewhile(lambda time, stop=one.sentence.span.stop: time.span.start < stop, islice(times, first, None)))
        verbs = list(_verbs(one, cast, lexicon, cues))
        taken = {word for word, _, _, _, rule in verbs if rule == "idiom_of_event"}
        named = [*verbs, *(noun for noun in _nouns(one, cast, lexicon) if noun[0] not in taken)]
        for word, predicate, entry, arguments, rule in sorted(named, key=lambda told: told[0]):
            found.append(_told(f"v{len(found) + 1}", one, word, predicate, entry, arguments, cast, here, issued, rule))
    return found


_Named = tuple[int, Predicate | None, EventEntry, list[Argument], str]


def _verbs(clauses: Clauses, cast: Cast, lexicon: Lexicon, cues: AbstractSet[Span]) -> Iterator[_Named]:
    for predicate in clauses.predicates.values():
        word = clauses.sentence.words[predicate.word]
        plain = predicate.lemma in lexicon.speech.verbs and predicate.lemma not in lexicon.events.verbs
        at = (word.span, clauses.sentence.words[predicate.finite].span if predicate.finite is not None else word.span)
        if not _tells(word, predicate, lexicon) or (plain and not cues.isdisjoint(at)):
            continue
        noun, entry = _idiom(clauses, predicate, lexicon) or (predicate.word, lexicon.events.verbs.get(predicate.lemma, _PLAIN))
        arguments = [argument for argument in arguments_of_verb(clauses, predicate, entry, cast, lexicon) if argument.word != noun]
        rule = "idiom_of_event" if noun != predicate.word else "state_of_event" if predicate.copular else "verb_of_event"
        yield noun, predicate, entry, arguments, rule


def _tells(word: Word, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether a predicate tells that something happens: verbs do, auxiliaries and modal verbs do not; with `sein` it is the adjective or noun that tells."""
    if predicate.copular:
        return word.upos in ("ADJ", "NOUN", "ADV")
    if not is_verbal(word) or not predicate.lemma.endswith("n"):
        return False
    return predicate.lemma not in ("sein", "werden") and predicate.lemma not in lexicon.hedges.modals and (predicate.lemma != "haben" or bool(predicate.objects))


def _idiom(clauses: Clauses, predicate: Predicate, lexicon: Lexicon) -> tuple[int, EventEntry] | None:
    """The noun that says what happens, and what: `übte [Kritik]`."""
    for child in clauses.sentence.children[predicate.word]:
        entry = lexicon.events.idioms.get((clauses.sentence.words[child].lemma, predicate.lemma))
        if entry is not None:
            return child, entry
    return None


def _nouns(clauses: Clauses, cast: Cast, lexicon: Lexicon) -> Iterator[_Named]:
    for word in clauses.sentence.words:
        if word.upos != "NOUN" or (clauses.number, word.index) in cast.at or word.index in clauses.predicates:
            continue
        entry = event_noun(word, lexicon)
        if entry is not None:
            yield word.index, None, entry, arguments_of_noun(clauses, word.index, entry, cast, lexicon), "noun_of_event"


def event_noun(word: Word, lexicon: Lexicon) -> EventEntry | None:
    """The entry of a noun that names an event, or of the noun that ends it as a compound."""
    nouns, lemma = lexicon.events.nouns, word.lemma.replace("ß", "ss")  # Prozeß, Beschluß
    known = next((form for form in (word.lemma, lemma) if form in nouns), None)
    if known is not None:
        return nouns[known]
    if word.lemma in lexicon.events.no_compounds:
        return None
    lower = lemma.lower()
    if len(lower) > _LONGEST_COMPOUND:
        return None
    for start in range(3, len(lower) - _SHORTEST_HEAD):
        if (entry := nouns.get(lower[start:].capitalize())) is not None and entry.verb:
            return entry
    return None


def _fillers(clauses: Clauses, arguments: Sequence[Argument], cast: Cast) -> Iterator[EventRole]:
    """Whoever and whatever fills the roles, with all that is coordinated with it: `[Polizei] und [Feuerwehr] rückten aus`."""
    taken = {argument.word for argument in arguments}
    for argument in arguments:
        for word in conjuncts(clauses.sentence, argument.word):
            if word == argument.word or not (word in clauses.predicates or word in taken):
                entity = argument.entity if word == argument.word else entity_at(cast, clauses, word)
                yield EventRole(argument.role, stretch(clauses.sentence, with_name(clauses.sentence, noun_phrase(clauses, word))), entity)


def _told(
    identity: str,
    clauses: Clauses,
    word: int,
    predicate: Predicate | None,
    entry: EventEntry,
    arguments: Sequence[Argument],
    cast: Cast,
    times: Sequence[Time],
    issued: str,
    rule: str,
) -> Told:
    trigger = clauses.sentence.words[word].span
    when = [EventRole(RoleKind.TIME, time.span, time=time.id) for time in times if _is_time_of(clauses, time, word, predicate)]
    roles = [*(role for role in _fillers(clauses, arguments, cast) if not any(role.span.overlaps(time.span) for time in when)), *when]
    code = Code(entry.plover, entry.mode, entry.cameo) if entry.plover else None
    lemma = predicate.lemma if predicate else clauses.sentence.words[word].lemma
    around = predicate or _around(clauses, word)
    tense = around.tense if around else Tense.PRESENT
    if tense is Tense.PRESENT and any(role.time and _is_ahead(times, role.time, issued) for role in roles):
        tense = Tense.FUTURE
    event = Event(
        identity, trigger, entry.lemma if entry.lemma and " " in entry.lemma else lemma, tense, code, tuple(sorted(roles, key=lambda r: r.span.start)), (Evidence(trigger, rule),)
    )
    return Told(event, entry, clauses, word, predicate)


def _is_ahead(times: Sequence[Time], identity: str, issued: str) -> bool:
    """Whether a time lies after the day of issue: `Am Freitag stimmt das Parlament ab`."""
    return any(time.id == identity and time.earliest is not None and time.earliest > issued for time in times)


def _around(clauses: Clauses, word: int) -> Predicate | None:
    owner = clauses.owner[word]
    return clauses.predicates[owner] if owner is not None else None


def _is_time_of(clauses: Clauses, time: Time, word: int, predicate: Predicate | None) -> bool:
    """Whether a time stands with the predicate itself, or with the first of coordinated ones."""
    first = next((w for w in clauses.sentence.words if w.span.start >= time.span.start), None)
    if first is None:
        return False
    if predicate is None:
        return first.index in clauses.subtree(word)
    return clauses.owner[first.index] == predicate.word
