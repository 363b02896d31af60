"""Reported speech: clauses and nouns under a verb of saying, and Konjunktiv that runs on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from lagebild.domain.document import Document
from lagebild.domain.quotation import QuotationKind
from lagebild.domain.span import Span
from lagebild.lexicon import Lexicon
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate, Voice
from lagebild.understanding.frames import is_wie_clause
from lagebild.understanding.moods import Mood
from lagebild.understanding.noun_clauses import clauses_behind_nouns
from lagebild.understanding.parentheses import parenthesis
from lagebild.understanding.phrases import entity_at, noun_phrase, preposition, stretch, trimmed, unbroken
from lagebild.understanding.quotations import ASSERTED, Said, said_with
from lagebild.understanding.running_on import Place, is_inside, sentence_going_on
from lagebild.understanding.settling import names_people
from lagebild.understanding.sources import find_named_sources
from lagebild.understanding.speakers import runs, speaker_of

_CLAUSAL = ("ccomp", "xcomp", "csubj", "csubj:pass")
_CONTENT = ("accusative", "um", "auf", "mit", "vor", "zu")
_TOWARDS_NOUNS = ("promise", "demand", "threaten", "deny", "believe")
_MARKED = ("dass", "daß", "ob")
_KONJUNKTIV = (Mood.KONJUNKTIV_1, Mood.KONJUNKTIV_2)


def find_reported(document: Document, clauses: Sequence[Clauses], cast: Cast, lexicon: Lexicon, direct: Sequence[Said]) -> list[Said]:
    """Speech that is not between marks, in the order of the text."""
    found: list[Said] = []
    marked = sorted((span for said in direct for span in said.quotation.spans), key=lambda span: span.start)
    waiting = sorted(direct, key=lambda said: said.quotation.spans[-1].stop)
    last: Said | None = None
    for one in clauses:
        marked = [span for span in marked if span.stop > one.sentence.span.start] if marked and marked[0].stop <= one.sentence.span.start else marked
        quoted = list(takewhile(lambda span, stop=one.sentence.span.stop: span.start < stop, marked))
        while waiting and waiting[0].quotation.spans[-1].stop <= one.sentence.span.start:
            last = _later(last, waiting.pop(0))
        passing = [said for said in find_named_sources(one, cast, lexicon) if not all(is_inside(span, quoted) for span in said.quotation.spans)]
        behind = [said for said in clauses_behind_nouns(one, cast, lexicon) if not any(span.overlaps(said.quotation.spans[0]) for span in quoted)]
        under = [said for said in _clauses_under_cues(one, cast, lexicon, quoted) if not any(_same_content(said, other) for other in behind)]
        here = [*under, *behind, *_reported_nouns(one, cast, lexicon, quoted), *passing]
        if not here and (said := sentence_going_on(Place(document, clauses, one.number, cast, quoted), last, found, lexicon)):
            here = [said]
        here = [said for said in here if said.quotation.spans]  # "Demnach." alone tells nothing
        found.extend(here)
        for said in here:
            last = _later(last, said)
    return found


def _later(last: Said | None, other: Said) -> Said | None:
    """The one of two quotations with a speaker that ends later."""
    if not other.quotation.speaker and not other.quotation.speaker_span:
        return last
    return other if last is None or other.quotation.spans[-1].stop >= last.quotation.spans[-1].stop else last


def _same_content(one: Said, other: Said) -> bool:
    """Whether two readings of a sentence report the same words."""
    return other.quotation.spans[0].contains(one.quotation.spans[0])


def _clauses_under_cues(clauses: Clauses, cast: Cast, lexicon: Lexicon, quoted: list[Span]) -> Iterator[Said]:
    for predicate in clauses.predicates.values():
        if predicate.lemma not in lexicon.speech.verbs or is_wie_clause(clauses, predicate):
            continue
        if predicate.lemma == "drohen" and speaker_of(clauses, predicate, cast).entity is None:
            continue  # "der Damm droht zu brechen" says nothing
        if is_inside(clauses.sentence.words[predicate.word].span, quoted) and predicate.relation != "root":
            continue  # a verb of saying inside marks frames nothing outside them
        frame = parenthesis(clauses.sentence, predicate)
        if frame is not None:
            of_speaker = set(clauses.subtree(predicate.subject)) if predicate.subject is not None and predicate.subject in frame else set[int]()  # sagte X, der ...
            words = trimmed(
                clauses, [i for i in range(len(clauses.sentence.words)) if i not in frame and i not in of_speaker and not is_inside(clauses.sentence.words[i].span, quoted)]
            )
            if any(clauses.sentence.words[i].features.get("VerbForm") == "Fin" for i in words):  # else it is but more of the frame: „...“, sagte der Chef, Jörg Wiesner
                yield said_with(clauses, predicate, QuotationKind.INDIRECT, runs(clauses, words), "cue_in_parenthesis", cast, lexicon)
            continue
        for content, rule in _contents(clauses, predicate, lexicon):
            if is_inside(clauses.sentence.words[content.word].span, quoted):
                continue
            cue = set(clauses.subtree(predicate.word)) if rule == "cue_in_parenthesis" else set[int]()
            words = trimmed(clauses, [i for i in clauses.subtree(content.word) if i not in cue])
            if words and not all(is_inside(clauses.sentence.words[i].span, quoted) for i in words):
                yield said_with(clauses, predicate, QuotationKind.INDIRECT, runs(clauses, words), rule, cast, lexicon)


def _governor(clauses: Clauses, content: Predicate, lexicon: Lexicon) -> int | None:
    """The predicate that a clause hangs on, or the verb of saying joined to it right before the clause: `lobte den Plan und sagte, er sei gut`."""
    if content.parent is None or content.relation not in _CLAUSAL:
        return content.parent
    first = min(clauses.clause(content.word))
    joined = (p.word for p in clauses.predicates.values() if p.relation == "conj" and p.parent == content.parent and p.lemma in lexicon.speech.verbs)
    return next((word for word in joined if content.parent < word < first), content.parent)


def _contents(clauses: Clauses, cue: Predicate, lexicon: Lexicon) -> Iterator[tuple[Predicate, str]]:
    """The clauses that a verb of saying governs; or the one that it stands in as a parenthesis."""
    for predicate in clauses.predicates.values():
        if _governor(clauses, predicate, lexicon) != cue.word or cue.lemma.startswith(clauses.sentence.words[predicate.word].text.lower()):  # "gab bekannt": part of the verb
            continue
        mark = clauses.sentence.words[predicate.mark].text.lower() if predicate.mark is not None else ""
        if predicate.relation in _CLAUSAL and predicate.finite is not None:
            yield predicate, "dass_clause" if mark in _MARKED else "clause_under_cue"
        elif predicate.relation in _CLAUSAL:
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
        attitude = lexicon.speech.verbs.get(predicate.lemma, ASSERTED)
        doubted = attitude.name == "say" and predicate.negation is not None  # "bestätigte den Verkauf nicht"
        for word, case in _content_nouns(clauses, predicate, lexicon):
            noun, spoken = clauses.sentence.words[word], predicate.lemma in lexicon.speech.topics.get(case, ())
            held = predicate.lemma in lexicon.speech.verbs and (doubted or attitude.name in _TOWARDS_NOUNS) and case in _CONTENT
            if (spoken or held) and noun.upos == "NOUN" and entity_at(cast, clauses, word) is None and not is_inside(noun.span, quoted):
                said = said_with(clauses, predicate, QuotationKind.REPORTED, (stretch(clauses.sentence, unbroken(clauses.subtree(word), word)),), "noun_under_cue", cast, lexicon)
                yield replace(said, spoken=spoken, committing=held or predicate.lemma not in lexicon.speech.assessing)


def _content_nouns(clauses: Clauses, predicate: Predicate, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """`fordert [den Abzug]`, `bittet um [Hilfe]`, `droht mit [Streik]`, each with what governs it; in the passive its subject: `[die Lieferung] wurde vereinbart`,

    but nobody: `der Bankier wurde verurteilt` tells a deed.
    """
    words = clauses.sentence.words
    if predicate.voice is Voice.PASSIVE and predicate.subject is not None and not names_people(words[predicate.subject], lexicon):
        yield predicate.subject, "accusative"
    yield from ((word, "accusative") for word in predicate.objects if words[word].features.get("Case") != "Dat")
    # "wies Berichte über einen Angriff zurück": the report's content may hang on the verb.
    behind = {max(noun_phrase(clauses, word)) + 1 for word in predicate.objects}
    for word in predicate.obliques:
        governing = preposition(clauses.sentence, word)
        if governing != "über" or not behind:
            yield word, governing
        elif min(clauses.subtree(word)) in behind:
            yield word, "accusative"
