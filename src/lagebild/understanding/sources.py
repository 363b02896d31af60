"""Sources named in passing: laut X, X zufolge, nach Angaben von X, so X, wie X mitteilte."""

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.span import Evidence
from lagebild.lexicon import Lexicon
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate
from lagebild.understanding.frames import is_wie_clause
from lagebild.understanding.moods import Mood
from lagebild.understanding.phrases import entity_at, is_adposition, is_definite, noun_phrase, stretch, trimmed, unbroken, whole_phrase
from lagebild.understanding.quotations import ASSERTED, Said
from lagebild.understanding.speakers import runs, so_phrases, speaking_in


def _is_so_clause(clauses: Clauses, predicate: Predicate) -> bool:
    """`Die Brücke hält, [so betont die Behörde].`"""
    at = predicate.word
    return at > 1 and predicate.relation != "root" and clauses.sentence.words[at - 1].text == "so" and clauses.sentence.words[at - 2].upos == "PUNCT"


@dataclass(frozen=True, slots=True)
class _Named:
    """A source named in passing: its frame, the word that stands for it, and the predicate that it speaks of."""

    frame: list[int]
    cue: int
    noun: int
    rule: str


def find_named_sources(clauses: Clauses, cast: Cast, lexicon: Lexicon) -> Iterator[Said]:
    named = [*_prepositional(clauses, lexicon), *(_Named(frame, so, noun, "source_after_so") for frame, so, noun in so_phrases(clauses)), *_wie(clauses, lexicon)]
    for source in named:
        content = _content_beside(clauses, source)
        if not content:
            continue
        noun, owner = clauses.sentence.words[source.noun], _owner_of_words(clauses, source.noun, lexicon)
        if noun.lemma == "Sicht" and owner == source.noun and _source_entity(clauses, source.noun, owner, cast) is None:
            continue  # "aus juristischer Sicht" is a point of view and nobody's word
        entity, span = _source_entity(clauses, source.noun, owner, cast), stretch(clauses.sentence, whole_phrase(clauses, owner))
        # "Studien zufolge", "nach erster Einschätzung": whose they are is not said; "laut Gutachten": a single report is a source of its own
        known, several = noun.lemma in lexicon.hedges.unnamed, noun.features.get("Number") == "Plur"
        nobodys = owner == source.noun and (several or source.rule == "source_in_nach_angaben_phrase") and lexicon.speech.reported_by(noun.lemma, noun.text) is not None
        unnamed = entity is None and (known or nobodys)
        cue = clauses.sentence.words[source.cue].span
        quotation = Quotation(
            "", QuotationKind.INDIRECT, runs(clauses, content), cue, (stretch(clauses.sentence, source.frame),), entity, span, evidence=(Evidence(cue, source.rule),)
        )
        yield Said(quotation, lexicon.speech.reported_by(noun.lemma, noun.text) or ASSERTED, unnamed)


def _content_beside(clauses: Clauses, source: _Named) -> list[int]:
    """The sentence, or the clause with a verb of its own that the source stands in, without the source and what is told of it."""
    head = clauses.sentence.words[source.noun].head
    if source.rule == "source_after_so" and all(word.upos == "PUNCT" for word in clauses.sentence.words[source.frame[-1] + 1 :]):
        return trimmed(clauses, [word.index for word in clauses.sentence.words if word.index not in source.frame])
    if source.cue != clauses.owner[source.cue] and head >= 0 and _is_within_phrase(clauses, source, head):
        return [word for word in noun_phrase(clauses, head) if word not in source.frame]  # "die nach Polizeiangaben 300 Gäste"
    owner = clauses.owner[source.cue]
    if source.cue == owner or owner is None:
        owner = next((clauses.predicates[p].parent for p in [owner] if p is not None), None)
    top = owner
    while (
        top is not None
        and clauses.predicates[top].relation not in ("root", "conj", "parataxis")
        and (clauses.predicates[top].finite is None or source.rule == "source_in_wie_clause")
    ):
        top = clauses.predicates[top].parent
    words = clauses.clause(top) if top is not None else list(range(len(clauses.sentence.words)))
    # "laut X sind vierzig getötet und hundert zerstört worden": what shares its verb shares its source.
    words = sorted({*words, *(word for p in _joined(clauses, top) for word in clauses.clause(p.word))})
    told_of_it = {word for below in clauses.subtree(source.noun) if below in clauses.predicates and below != source.noun for word in clauses.subtree(below)}
    told_of_it |= {word for p in clauses.predicates.values() if is_wie_clause(clauses, p) for word in clauses.subtree(p.word)}
    return trimmed(clauses, [i for i in words if i not in source.frame and (i not in told_of_it or source.rule == "source_in_wie_clause")])


def _joined(clauses: Clauses, top: int | None) -> Iterator[Predicate]:
    """What is joined to a clause and is the same source's: without a verb or a subject of its own, or going on in Konjunktiv; and what is joined to that."""
    if top is None:
        return
    first = clauses.predicates[top]
    for predicate in clauses.predicates.values():
        if predicate.relation not in ("conj", "parataxis") or predicate.parent != top:
            continue
        goes_on = predicate.relation == "conj" and predicate.subject == first.subject and first.subject is not None
        if goes_on or predicate.finite == first.finite or predicate.mood in (Mood.KONJUNKTIV_1, Mood.KONJUNKTIV_2):
            yield predicate
            yield from _joined(clauses, predicate.word)


def _is_within_phrase(clauses: Clauses, source: _Named, head: int) -> bool:
    """Whether the source stands between an article and its noun, or before a number: it speaks of these alone."""
    words = clauses.sentence.words
    before = [child for child in clauses.sentence.children[head] if words[child].relation == "det"]
    return head not in clauses.predicates and source.noun < head and bool(before) and before[0] < source.cue


def _prepositional(clauses: Clauses, lexicon: Lexicon) -> Iterator[_Named]:
    """laut X, X zufolge, gemäß X; nach Angaben von X."""
    for word in clauses.sentence.words:
        if not is_adposition(word) or word.head < 0:
            continue
        noun = clauses.sentence.words[word.head]
        text = word.text.lower()
        reports = lexicon.speech.reported_by(noun.lemma, noun.text) is not None
        if text == "nach" and noun.lemma in lexicon.speech.occasions and is_definite(clauses.sentence, noun.index):
            continue
        if text in ("laut", "zufolge") or (text == "gemäß" and reports) or (text in ("nach", "aus") and reports and (text == "nach" or noun.lemma in ("Kreis", "Sicht"))):
            frame = _frame(clauses, noun.index)
            yield _Named(
                frame,
                word.index,
                noun.index,
                f"source_in_{'zufolge' if text == 'zufolge' else 'laut' if text in ('laut', 'gemäß') else 'nach_angaben' if text == 'nach' else 'aus_kreisen'}_phrase",
            )


def _frame(clauses: Clauses, noun: int) -> list[int]:
    """The words of the phrase: what hangs on its noun, up to the first clause."""
    clausal = {word for below in clauses.subtree(noun) if below in clauses.predicates for word in clauses.subtree(below)}
    return unbroken([word for word in clauses.subtree(noun) if word not in clausal or word == noun], noun)


def _wie(clauses: Clauses, lexicon: Lexicon) -> Iterator[_Named]:
    """Wie die Polizei mitteilte, ...; ..., so schätzen die Forscher"""
    for predicate in clauses.predicates.values():
        told = is_wie_clause(clauses, predicate) or _is_so_clause(clauses, predicate)
        if told and predicate.lemma in lexicon.speech.verbs and (speaking := speaking_in(clauses, predicate)) is not None:
            yield _Named(trimmed(clauses, clauses.subtree(predicate.word)), predicate.word, speaking, "source_in_wie_clause")


def _owner_of_words(clauses: Clauses, noun: int, lexicon: Lexicon) -> int:
    """Of `Ansicht der Kammer` the Kammer; of a noun that is no word of saying itself."""
    word = clauses.sentence.words[noun]
    if lexicon.speech.reported_by(word.lemma, word.text) is None:
        return noun
    return next((child for child in clauses.sentence.children[noun] if clauses.sentence.words[child].relation == "nmod"), _genitive_behind(clauses, noun))


def _genitive_behind(clauses: Clauses, noun: int) -> int:
    """`Nach Ansicht [einiger Juristen] ist ...`, which trees take for the subject: a genitive right behind; else the noun itself."""
    words = clauses.sentence.words
    if noun + 1 == len(words) or words[noun + 1].upos != "DET" or not words[noun + 1].text.lower().endswith(("er", "es")):
        return noun
    return next((word.index for word in words[noun + 2 :] if word.upos not in ("ADJ", "DET")), noun)


def _source_entity(clauses: Clauses, noun: int, owner: int, cast: Cast) -> str | None:
    """Whose word it is: of `Angaben der Polizei` the police, of `russischen Angaben` Russia, of `Bericht` itself nobody."""
    if owner != noun or (clauses.number, noun) in cast.at:
        return entity_at(cast, clauses, owner)
    if any(clauses.sentence.words[child].lemma == "eigen" for child in clauses.sentence.children[noun]):
        return _subject_entity(clauses, noun, cast)
    beside = next((cast.at[clauses.number, child] for child in clauses.sentence.children[noun] if (clauses.number, child) in cast.at), None)
    return beside or entity_at(cast, clauses, noun)


def _subject_entity(clauses: Clauses, noun: int, cast: Cast) -> str | None:
    """Tansania prüft [nach eigenen Worten] den Antrag: the subject's own words."""
    owner = clauses.owner[noun]
    subject = clauses.predicates[owner].subject if owner is not None else None
    return entity_at(cast, clauses, subject) if subject is not None else None
