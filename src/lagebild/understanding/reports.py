"""Reported speech: clauses under a verb of saying, Konjunktiv that runs on, and sources named in passing (laut, zufolge, so X)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.domain.document import Document, Word
from lagebild.domain.entity import EntityKind
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import Clauses, Predicate, Voice
from lagebild.understanding.entities import Cast
from lagebild.understanding.moods import Mood
from lagebild.understanding.phrases import entity_at, noun_phrase, paragraph_of, preposition, stretch
from lagebild.understanding.quotations import Said, said_with
from lagebild.understanding.speakers import runs, speaker_of

_CONTENT = ("ccomp", "xcomp", "csubj", "csubj:pass")
_CONTENT_PREPOSITIONS = ("um", "auf", "mit", "vor", "zu")
_MARKED = ("dass", "daß", "ob")
_KONJUNKTIV = (Mood.KONJUNKTIV_1, Mood.KONJUNKTIV_2)


def find_reported(document: Document, clauses: Sequence[Clauses], cast: Cast, lexicon: Lexicon, direct: Sequence[Said]) -> list[Said]:
    """Speech that is not between marks, in the order of the text."""
    found: list[Said] = []
    for one in clauses:
        quoted = [span for said in direct for span in said.quotation.spans if one.sentence.span.overlaps(span)]
        here = [*_clauses_under_cues(one, cast, lexicon, quoted), *_reported_nouns(one, cast, lexicon, quoted), *_named_sources(one, cast, lexicon)]
        if not here and (said := _runs_on(document, clauses, one.number, [*direct, *found], cast, quoted)):
            here = [said]
        found.extend(here)
    return found


def _inside(span: Span, quoted: list[Span]) -> bool:
    return any(outer.contains(span) for outer in quoted)


def _clauses_under_cues(clauses: Clauses, cast: Cast, lexicon: Lexicon, quoted: list[Span]) -> Iterator[Said]:
    for predicate in clauses.predicates.values():
        if predicate.lemma not in lexicon.speech.verbs or _is_wie_clause(clauses, predicate):
            continue
        if predicate.lemma == "drohen" and speaker_of(clauses, predicate, cast).entity is None:
            continue  # "der Damm droht zu brechen" says nothing
        for content, rule in _contents(clauses, predicate, lexicon):
            if _inside(clauses.sentence.words[content.word].span, quoted):
                continue
            words = [i for i in clauses.subtree(content.word) if i not in set(clauses.subtree(predicate.word))] if rule == "cue_in_parenthesis" else clauses.subtree(content.word)
            words = _trimmed(clauses, words)
            if words and not all(_inside(clauses.sentence.words[i].span, quoted) for i in words):
                yield said_with(clauses, predicate, QuotationKind.INDIRECT, runs(clauses, words), rule, cast, lexicon)


def _contents(clauses: Clauses, cue: Predicate, lexicon: Lexicon) -> Iterator[tuple[Predicate, str]]:
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
        elif (
            predicate.relation == "acl"
            and clauses.sentence.words[predicate.word].head in cue.objects
            and clauses.sentence.words[clauses.sentence.words[predicate.word].head].lemma in lexicon.speech.nouns
        ):
            yield predicate, "clause_under_noun"
        elif predicate.relation == "parataxis" and predicate.mood in _KONJUNKTIV:
            yield predicate, "konjunktiv_under_cue"
    if cue.relation == "parataxis" and cue.parent is not None:
        governor = clauses.predicates[cue.parent]
        if governor.mood in _KONJUNKTIV or clauses.sentence.words[cue.word].index > governor.word:
            yield governor, "cue_in_parenthesis"


def _trimmed(clauses: Clauses, words: list[int]) -> list[int]:
    """Without punctuation at the ends."""
    while words and clauses.sentence.words[words[0]].upos == "PUNCT":
        words = words[1:]
    while words and clauses.sentence.words[words[-1]].upos == "PUNCT":
        words = words[:-1]
    return words


def _reported_nouns(clauses: Clauses, cast: Cast, lexicon: Lexicon, quoted: list[Span]) -> Iterator[Said]:
    """Warschau forderte [den Abzug der Truppen]: what is promised, demanded, threatened or denied, as a noun."""
    for predicate in clauses.predicates.values():
        attitude = lexicon.speech.verbs.get(predicate.lemma)
        if attitude is None or attitude.name not in ("promise", "demand", "threaten", "deny"):
            continue
        for word in _content_nouns(clauses, predicate):
            noun = clauses.sentence.words[word]
            if noun.upos == "NOUN" and (clauses.number, word) not in cast.at and not _inside(noun.span, quoted):
                yield said_with(clauses, predicate, QuotationKind.REPORTED, (stretch(clauses.sentence, clauses.subtree(word)),), "noun_under_cue", cast, lexicon)


def _content_nouns(clauses: Clauses, predicate: Predicate) -> Iterator[int]:
    """`fordert [den Abzug]`, `bittet um [Hilfe]`, `droht mit [Streik]`; in the passive its subject: `[die Lieferung] wurde vereinbart`."""
    words = clauses.sentence.words
    if predicate.voice is Voice.PASSIVE and predicate.subject is not None:
        yield predicate.subject
    yield from (word for word in predicate.objects if words[word].features.get("Case") != "Dat")
    yield from (word for word in predicate.obliques if preposition(clauses.sentence, word) in _CONTENT_PREPOSITIONS)


def _is_wie_clause(clauses: Clauses, predicate: Predicate) -> bool:
    first = clauses.sentence.words[clauses.clause(predicate.word)[0]]
    return (
        first.text.lower() == "wie"
        or (first.upos == "PUNCT" and len(clauses.clause(predicate.word)) > 1 and clauses.sentence.words[clauses.clause(predicate.word)[1]].text.lower() == "wie")
    ) and predicate.relation != "root"


@dataclass(frozen=True, slots=True)
class _Named:
    """A source named in passing: its frame, the word that stands for it, and the predicate that it speaks of."""

    frame: list[int]
    cue: int
    noun: int
    rule: str


def _named_sources(clauses: Clauses, cast: Cast, lexicon: Lexicon) -> Iterator[Said]:
    named = [*_prepositional(clauses, lexicon), *_so(clauses), *_wie(clauses, lexicon)]
    for source in named:
        content = _content_beside(clauses, source)
        if not content:
            continue
        noun = clauses.sentence.words[source.noun]
        entity, span = _source_entity(clauses, source.noun, cast, lexicon), stretch(clauses.sentence, noun_phrase(clauses, source.noun))
        unnamed = entity is None and (noun.lemma in lexicon.hedges.unnamed or noun.text in lexicon.hedges.unnamed)
        cue = clauses.sentence.words[source.cue].span
        quotation = Quotation(
            "", QuotationKind.INDIRECT, runs(clauses, content), cue, (stretch(clauses.sentence, source.frame),), entity, span, evidence=(Evidence(cue, source.rule),)
        )
        yield Said(quotation, unnamed=unnamed)


def _content_beside(clauses: Clauses, source: _Named) -> list[int]:
    """The sentence, or the clause that the source stands in, without the source."""
    owner = clauses.owner[source.cue]
    if source.cue == owner or owner is None:
        owner = next((clauses.predicates[p].parent for p in [owner] if p is not None), None)
    top = owner
    while top is not None and clauses.predicates[top].relation not in ("root", "conj", "parataxis"):
        top = clauses.predicates[top].parent
    words = clauses.clause(top) if top is not None else list(range(len(clauses.sentence.words)))
    return _trimmed(clauses, [i for i in words if i not in source.frame])


def _prepositional(clauses: Clauses, lexicon: Lexicon) -> Iterator[_Named]:
    """laut X, X zufolge, gemäß X; nach Angaben von X."""
    for word in clauses.sentence.words:
        if word.relation != "case" or word.head < 0:
            continue
        noun = clauses.sentence.words[word.head]
        text = word.text.lower()
        reports = noun.lemma in lexicon.speech.nouns or noun.text in lexicon.speech.nouns
        if text in ("laut", "zufolge", "gemäß") or (text in ("nach", "aus") and reports and (text == "nach" or noun.lemma == "Kreis")):
            frame = [i for i in clauses.subtree(noun.index) if i <= max([*noun_phrase(clauses, noun.index), word.index])]
            yield _Named(
                frame,
                word.index,
                noun.index,
                f"source_in_{'zufolge' if text == 'zufolge' else 'laut' if text in ('laut', 'gemäß') else 'nach_angaben' if text == 'nach' else 'aus_kreisen'}_phrase",
            )


def _so(clauses: Clauses) -> Iterator[_Named]:
    """..., so der Minister."""
    words = clauses.sentence.words
    for word in words[:-1]:
        if word.text != "so" or word.index == 0 or words[word.index - 1].upos != "PUNCT":
            continue
        noun = next((w for w in words[word.index + 1 :] if w.upos in ("NOUN", "PROPN")), None)
        if noun is None or any(w.upos not in ("DET", "ADJ", "NOUN", "PROPN") for w in words[word.index + 1 : noun.index + 1]):
            continue
        last = noun.index
        while last + 1 < len(words) and words[last + 1].upos == "PROPN":
            last += 1
        frame = sorted({*range(word.index, last + 1), *noun_phrase(clauses, noun.index)})
        behind = words[frame[-1] + 1] if frame[-1] + 1 < len(words) else None
        if behind is None or behind.upos == "PUNCT":
            yield _Named([i for i in frame if i >= word.index], word.index, noun.index, "source_after_so")


def _wie(clauses: Clauses, lexicon: Lexicon) -> Iterator[_Named]:
    """Wie die Polizei mitteilte, ..."""
    for predicate in clauses.predicates.values():
        if predicate.lemma in lexicon.speech.verbs and predicate.subject is not None and _is_wie_clause(clauses, predicate):
            frame = _trimmed(clauses, clauses.subtree(predicate.word))
            yield _Named(frame, predicate.word, predicate.subject, "source_in_wie_clause")


def _source_entity(clauses: Clauses, noun: int, cast: Cast, lexicon: Lexicon) -> str | None:
    """Whose word it is: of `Angaben der Polizei` the police, of `russischen Angaben` Russia, of `Bericht` itself nobody."""
    word = clauses.sentence.words[noun]
    if word.lemma not in lexicon.speech.nouns and word.text not in lexicon.speech.nouns:
        return entity_at(cast, clauses, noun)
    for child in clauses.subtree(noun):
        if child != noun and (clauses.number, child) in cast.at:
            return cast.at[clauses.number, child]
    return None


def _runs_on(document: Document, clauses: Sequence[Clauses], at: int, before: Sequence[Said], cast: Cast, quoted: list[Span]) -> Said | None:
    """A sentence in Konjunktiv goes on with what the last one who spoke says, or else with whoever the sentence before is about."""
    one = clauses[at]
    root = next((p for p in one.predicates.values() if p.relation == "root"), None)
    if root is None or root.finite is None or not _is_reporting(one, root) or _inside(one.sentence.words[root.word].span, quoted):
        return None
    speaker = _last_speaker(document, one, before) or (_subject_before(clauses[at - 1], cast) if at else None)
    if speaker is None:
        return None
    words = _trimmed(one, list(range(len(one.sentence.words))))
    evidence = Evidence(one.sentence.words[root.finite].span, "konjunktiv_runs_on")
    return Said(Quotation("", QuotationKind.INDIRECT, runs(one, words), speaker=speaker, evidence=(evidence,)))


def _last_speaker(document: Document, clauses: Clauses, before: Sequence[Said]) -> str | None:
    """Who spoke last, in this paragraph or the sentence before it."""
    earlier = [said.quotation for said in before if said.quotation.spans[-1].stop <= clauses.sentence.span.start and said.quotation.speaker]
    last = max(earlier, key=lambda quotation: quotation.spans[-1].stop, default=None)
    if last is None or not clauses.number:
        return None
    reach = paragraph_of(document.dispatch.text, document.sentences[clauses.number - 1].span.start)
    return last.speaker if last.spans[-1].stop >= reach else None


def _subject_before(clauses: Clauses, cast: Cast) -> str | None:
    """Die [Sprecherin] verteidigte den Bau. Er sei sicher. — whoever acts in the sentence before, if somebody can speak."""
    root = next((p for p in clauses.predicates.values() if p.relation == "root"), None)
    entity = speaker_of(clauses, root, cast).entity if root else None
    speaks = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.COUNTRY)
    return entity if entity is not None and cast.by_id(entity).kind in speaks else None


def _is_reporting(clauses: Clauses, predicate: Predicate) -> bool:
    """Konjunktiv I; or its stand-ins where its form is the indicative's (`hätten`, `würden`, `könnten` in the plural)."""
    finite: Word | None = clauses.sentence.words[predicate.finite] if predicate.finite is not None else None
    return predicate.mood is Mood.KONJUNKTIV_1 or (predicate.mood is Mood.KONJUNKTIV_2 and finite is not None and finite.text.lower() in ("hätten", "würden", "wären"))
