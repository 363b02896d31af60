"""Reported speech: clauses and nouns under a verb of saying, and Konjunktiv that runs on."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from lagebild.domain.document import Document, Word
from lagebild.domain.entity import EntityKind
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import Clauses, Predicate, Voice
from lagebild.understanding.entities import Cast
from lagebild.understanding.moods import Mood, mood_of
from lagebild.understanding.noun_clauses import clauses_behind_nouns
from lagebild.understanding.parentheses import parenthesis
from lagebild.understanding.phrases import entity_at, noun_phrase, paragraph_of, preposition, stretch, trimmed
from lagebild.understanding.quotations import Said, said_with
from lagebild.understanding.sources import find_named_sources, is_wie_clause
from lagebild.understanding.speakers import runs, speaker_of

_CONTENT = ("ccomp", "xcomp", "csubj", "csubj:pass")
_CONTENT_PREPOSITIONS = ("um", "auf", "mit", "vor", "zu")
_TOWARDS_NOUNS = ("promise", "demand", "threaten", "deny", "believe")
_MARKED = ("dass", "daß", "ob")
_KONJUNKTIV = (Mood.KONJUNKTIV_1, Mood.KONJUNKTIV_2)
_STAND_INS = frozenset(("hätten", "würden", "wären"))  # for haben, werden and seien, whose forms the indicative shares
_LOOSE_STAND_INS = frozenset(("hätte", "würde", "wäre", "gäbe"))  # much copy has them where habe would do, once somebody is speaking


def find_reported(document: Document, clauses: Sequence[Clauses], cast: Cast, lexicon: Lexicon, direct: Sequence[Said]) -> list[Said]:
    """Speech that is not between marks, in the order of the text."""
    found: list[Said] = []
    marked = sorted((span for said in direct for span in said.quotation.spans), key=lambda span: span.start)
    waiting = sorted(direct, key=lambda said: said.quotation.spans[-1].stop)
    last: Quotation | None = None
    for one in clauses:
        marked = [span for span in marked if span.stop > one.sentence.span.start] if marked and marked[0].stop <= one.sentence.span.start else marked
        quoted = list(takewhile(lambda span, stop=one.sentence.span.stop: span.start < stop, marked))
        while waiting and waiting[0].quotation.spans[-1].stop <= one.sentence.span.start:
            last = _later(last, waiting.pop(0).quotation)
        passing = [said for said in find_named_sources(one, cast, lexicon) if not all(_inside(span, quoted) for span in said.quotation.spans)]
        behind = [said for said in clauses_behind_nouns(one, cast, lexicon) if not any(span.overlaps(said.quotation.spans[0]) for span in quoted)]
        under = [said for said in _clauses_under_cues(one, cast, lexicon, quoted) if not any(_same_content(said, other) for other in behind)]
        here = [*under, *behind, *_reported_nouns(one, cast, lexicon, quoted), *passing]
        if not here and (said := _runs_on(document, clauses, one.number, last, cast, quoted) or _refers_back(document, clauses, one.number, last, cast, lexicon)):
            here = [said]
        found.extend(here)
        for said in here:
            last = _later(last, said.quotation)
    return found


def _same_content(one: Said, other: Said) -> bool:
    """Whether two readings of a sentence report the same words."""
    return other.quotation.spans[0].contains(one.quotation.spans[0])


def _inside(span: Span, quoted: list[Span]) -> bool:
    return any(outer.contains(span) for outer in quoted)


def _clauses_under_cues(clauses: Clauses, cast: Cast, lexicon: Lexicon, quoted: list[Span]) -> Iterator[Said]:
    for predicate in clauses.predicates.values():
        if predicate.lemma not in lexicon.speech.verbs or is_wie_clause(clauses, predicate):
            continue
        if predicate.lemma == "drohen" and speaker_of(clauses, predicate, cast).entity is None:
            continue  # "der Damm droht zu brechen" says nothing
        if _inside(clauses.sentence.words[predicate.word].span, quoted) and predicate.relation != "root":
            continue  # a verb of saying inside marks frames nothing outside them
        frame = parenthesis(clauses.sentence, predicate)
        if frame is not None:
            words = trimmed(clauses, [i for i in range(len(clauses.sentence.words)) if i not in frame and not _inside(clauses.sentence.words[i].span, quoted)])
            if any(clauses.sentence.words[i].upos != "PUNCT" for i in words):
                yield said_with(clauses, predicate, QuotationKind.INDIRECT, runs(clauses, words), "cue_in_parenthesis", cast, lexicon)
            continue
        for content, rule in _contents(clauses, predicate):
            if _inside(clauses.sentence.words[content.word].span, quoted):
                continue
            cue = set(clauses.subtree(predicate.word)) if rule == "cue_in_parenthesis" else set[int]()
            words = trimmed(clauses, [i for i in clauses.subtree(content.word) if i not in cue])
            if words and not all(_inside(clauses.sentence.words[i].span, quoted) for i in words):
                yield said_with(clauses, predicate, QuotationKind.INDIRECT, runs(clauses, words), rule, cast, lexicon)


def _contents(clauses: Clauses, cue: Predicate) -> Iterator[tuple[Predicate, str]]:
    """The clauses that a verb of saying governs; or the one that it stands in as a parenthesis."""
    for predicate in clauses.predicates.values():
        if predicate.parent != cue.word:
            continue
        mark = clauses.sentence.words[predicate.mark].text.lower() if predicate.mark is not None else ""
        if predicate.relation in _CONTENT and predicate.finite is not None:
            yield predicate, "dass_clause" if mark in _MARKED else "clause_under_cue"
        elif predicate.relation in _CONTENT:
            yield predicate, "infinitive_under_cue"
        elif mark in _MARKED:
            yield predicate, "dass_clause"
    if cue.relation == "parataxis" and cue.parent is not None:
        governor = clauses.predicates[cue.parent]
        if governor.mood in _KONJUNKTIV or cue.word > governor.word:
            yield governor, "cue_in_parenthesis"


def _reported_nouns(clauses: Clauses, cast: Cast, lexicon: Lexicon, quoted: list[Span]) -> Iterator[Said]:
    """Warschau forderte [den Abzug der Truppen]: what is promised, demanded, threatened or denied, as a noun."""
    for predicate in clauses.predicates.values():
        attitude = lexicon.speech.verbs.get(predicate.lemma)
        doubted = attitude is not None and attitude.name == "say" and predicate.negation is not None  # "bestätigte den Verkauf nicht"
        if attitude is None or not (doubted or attitude.name in _TOWARDS_NOUNS):
            continue
        for word in _content_nouns(clauses, predicate):
            noun = clauses.sentence.words[word]
            if noun.upos == "NOUN" and entity_at(cast, clauses, word) is None and not _inside(noun.span, quoted):
                yield said_with(clauses, predicate, QuotationKind.REPORTED, (stretch(clauses.sentence, clauses.subtree(word)),), "noun_under_cue", cast, lexicon)


def _content_nouns(clauses: Clauses, predicate: Predicate) -> Iterator[int]:
    """`fordert [den Abzug]`, `bittet um [Hilfe]`, `droht mit [Streik]`; in the passive its subject: `[die Lieferung] wurde vereinbart`."""
    words = clauses.sentence.words
    if predicate.voice is Voice.PASSIVE and predicate.subject is not None:
        yield predicate.subject
    yield from (word for word in predicate.objects if words[word].features.get("Case") != "Dat")
    yield from (word for word in predicate.obliques if preposition(clauses.sentence, word) in _CONTENT_PREPOSITIONS)
    # "wies Berichte über einen Angriff zurück": the report's content may hang on the verb.
    behind = {max(noun_phrase(clauses, word)) + 1 for word in predicate.objects}
    yield from (word for word in predicate.obliques if preposition(clauses.sentence, word) == "über" and min(clauses.subtree(word)) in behind)


def _runs_on(document: Document, clauses: Sequence[Clauses], at: int, last: Quotation | None, cast: Cast, quoted: list[Span]) -> Said | None:
    """A sentence in Konjunktiv goes on with what the last one who spoke says, or else with whoever the sentence before is about, or nobody named."""
    one = clauses[at]
    root = next((p for p in one.predicates.values() if p.relation == "root"), None)
    if (
        root is None
        or root.finite is None
        or not _is_reporting(one, root, goes_on=at > 0 and _ends_in(last, clauses[at - 1]))
        or _inside(one.sentence.words[root.word].span, quoted)
        or _narrates(one)
    ):
        return None
    speaker = _last_speaker(document, one, last) or (_subject_before(clauses[at - 1], cast) if at else None)
    if speaker is None and root.mood is not Mood.KONJUNKTIV_1:
        return None
    words = trimmed(one, list(range(len(one.sentence.words))))
    evidence = Evidence(one.sentence.words[root.finite].span, "konjunktiv_runs_on")
    return Said(Quotation("", QuotationKind.INDIRECT, runs(one, words), speaker=speaker, evidence=(evidence,)), unnamed=speaker is None)


def _refers_back(document: Document, clauses: Sequence[Clauses], at: int, last: Quotation | None, cast: Cast, lexicon: Lexicon) -> Said | None:
    """Der Bericht liegt vor. [Demnach] brach die Achse. — what was said before, by whoever said it."""
    one = clauses[at]
    adverb = next((word for word in one.sentence.words if word.text.lower() in lexicon.speech.referring), None)
    if adverb is None:
        return None
    speaker = _last_speaker(document, one, last) or (_subject_before(clauses[at - 1], cast) if at else None)
    words = trimmed(one, [word.index for word in one.sentence.words if word is not adverb])
    evidence = Evidence(adverb.span, "adverb_referring_back")
    return Said(Quotation("", QuotationKind.INDIRECT, runs(one, words), cue=adverb.span, speaker=speaker, evidence=(evidence,)), unnamed=speaker is None)


def _narrates(clauses: Clauses) -> bool:
    """Whether the sentence tells in the past indicative (`wies den Vorwurf zurück, er habe ...`): then the agency speaks."""
    return any(word.features.get("VerbForm") == "Fin" and word.features.get("Tense") == "Past" and mood_of(word, None) is Mood.INDICATIVE for word in clauses.sentence.words)


def _later(last: Quotation | None, other: Quotation) -> Quotation | None:
    """The one of two quotations with a speaker that ends later."""
    if not other.speaker:
        return last
    return other if last is None or other.spans[-1].stop >= last.spans[-1].stop else last


def _last_speaker(document: Document, clauses: Clauses, last: Quotation | None) -> str | None:
    """Who spoke last, in this paragraph or the sentence before it."""
    if last is None or not clauses.number or last.spans[-1].stop > clauses.sentence.span.start:
        return None
    reach = paragraph_of(document.dispatch.text, document.sentences[clauses.number - 1].span.start)
    return last.speaker if last.spans[-1].stop >= reach else None


def _subject_before(clauses: Clauses, cast: Cast) -> str | None:
    """Die [Sprecherin] verteidigte den Bau. Er sei sicher. — whoever acts in the sentence before, if somebody can speak."""
    root = next((p for p in clauses.predicates.values() if p.relation == "root"), None)
    entity = speaker_of(clauses, root, cast).entity if root else None
    speaks = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.COUNTRY)
    return entity if entity is not None and cast.by_id(entity).kind in speaks else None


def _ends_in(quotation: Quotation | None, clauses: Clauses) -> bool:
    return quotation is not None and quotation.kind is not QuotationKind.DIRECT and clauses.sentence.span.overlaps(quotation.spans[-1])


def _is_reporting(clauses: Clauses, predicate: Predicate, *, goes_on: bool) -> bool:
    """Konjunktiv I or its stand-ins; behind reported speech also the looser ones, if no condition makes them unreal."""
    finite: Word | None = clauses.sentence.words[predicate.finite] if predicate.finite is not None else None
    if predicate.mood is Mood.KONJUNKTIV_1 or finite is None:
        return predicate.mood is Mood.KONJUNKTIV_1
    form = finite.text.lower()
    unreal = any(word.text.lower() in ("wenn", "falls", "sonst") for word in clauses.sentence.words)
    return predicate.mood is Mood.KONJUNKTIV_2 and (form in _STAND_INS or (goes_on and form in _LOOSE_STAND_INS and not unreal))
