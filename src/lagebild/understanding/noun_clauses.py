"""Clauses behind nouns of saying: `den Vorwurf, er habe gelogen, wies der Minister zurück`; nothing in them is the agency's word."""

from collections.abc import Iterator

from lagebild.domain.document import Word
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.lexicon.tables import Attitude
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Voice
from lagebild.understanding.moods import Mood, mood_of
from lagebild.understanding.phrases import entity_at, noun_phrase, preposition, stretch
from lagebild.understanding.quotations import Said
from lagebild.understanding.settling import never_nominative
from lagebild.understanding.verbs import verb_lemma

_STARTS = frozenset({"dass", "wonach", "ob"})
_SOURCE_PREPOSITIONS = ("nach", "laut", "aus", "zufolge", "gemäß")
_PARTICLES = ("", "zurück", "ab")
_NO_VERBS = ("NOUN", "PROPN", "DET", "PRON", "PUNCT", "NUM", "CCONJ", "SCONJ")
_KONJUNKTIV = (Mood.KONJUNKTIV_1, Mood.KONJUNKTIV_2)


def clauses_behind_nouns(clauses: Clauses, cast: Cast, lexicon: Lexicon) -> Iterator[Said]:
    """Trees disagree on where such clauses hang, so they are told by the commas around them."""
    words = clauses.sentence.words
    for noun in words[:-2]:
        reported = lexicon.speech.reported_by(noun.lemma) if noun.upos == "NOUN" else None
        if reported is None or preposition(clauses.sentence, noun.index) in _SOURCE_PREPOSITIONS:
            continue
        comma = _comma_behind(clauses, noun)
        if comma is None:
            continue
        content = _content(clauses, comma + 1, lexicon)
        if content is None:
            continue
        denied = _denial(clauses, content, lexicon)
        attitude = denied[1] if denied else reported
        cue = denied[0] if denied else noun
        speaker, span = _denier(clauses, cue, noun, content, cast) if denied else _owner(clauses, noun, cast)
        evidence = (Evidence(cue.span, "clause_behind_noun"),)
        quotation = Quotation("", QuotationKind.INDIRECT, (stretch(clauses.sentence, list(content)),), cue.span, (), speaker, span, evidence=evidence)
        yield Said(quotation, attitude, unnamed=speaker is None and span is None)


def _comma_behind(clauses: Clauses, noun: Word) -> int | None:
    """The comma right behind a noun, its genitive (`die Behauptung des Klubs, ...`) or a separated particle (`wies den Vorwurf zurück, ...`)."""
    words = clauses.sentence.words
    at = max(noun_phrase(clauses, noun.index)) + 1
    if at < len(words) and words[at].text in _PARTICLES:
        at += 1
    return at if at + 1 < len(words) and words[at].text == "," else None


def _content(clauses: Clauses, first: int, lexicon: Lexicon) -> range | None:
    """The clause that starts at a word: to the comma before a finite indicative verb, or to the end; None for relative clauses."""
    words = clauses.sentence.words
    while first + 1 < len(words) and words[first].upos == "PUNCT":
        first += 1  # zu dem Ergebnis, „dass ...“
    stop = next((i for i in range(first, len(words) - 1) if words[i].text == "," and _is_told(words[i + 1], lexicon)), len(words))
    while stop > first and words[stop - 1].upos == "PUNCT":
        stop -= 1
    inside = words[first:stop]
    infinitive = any(word.text == "zu" and word.upos == "PART" for word in inside) and not any(word.features.get("VerbForm") == "Fin" for word in inside)
    reports = words[first].text.lower() in _STARTS or infinitive or any(mood_of(word, None) in _KONJUNKTIV for word in inside if word.features.get("VerbForm") == "Fin")
    relative = "Rel" in words[first].features.get("PronType", "") and words[first].text.lower() not in _STARTS
    return range(first, stop) if inside and reports and not relative else None


def _is_told(word: Word, lexicon: Lexicon) -> bool:
    """Whether the sentence goes on here with its own verb; verbs of saying are told by their forms, whatever the network takes them for."""
    if word.upos not in _NO_VERBS and any(verb_lemma(word.text, word.lemma, particle, lexicon) in lexicon.speech.verbs for particle in _PARTICLES):
        return True
    return word.features.get("VerbForm") == "Fin" and mood_of(word, None) is Mood.INDICATIVE


def _denial(clauses: Clauses, content: range, lexicon: Lexicon) -> tuple[Word, Attitude] | None:
    """A verb of denying outside the clause."""
    for word in clauses.sentence.words:
        if word.index in content or word.upos in _NO_VERBS:
            continue
        for particle in _PARTICLES:
            attitude = lexicon.speech.verbs.get(verb_lemma(word.text, word.lemma, particle, lexicon))
            if attitude is not None and attitude.name == "deny":
                return word, attitude
    return None


def _denier(clauses: Clauses, cue: Word, noun: Word, content: range, cast: Cast) -> tuple[str | None, Span | None]:
    """The subject of the verb of denying; else the nominal right behind it, or the one before it."""
    words, predicate = clauses.sentence.words, clauses.predicates.get(cue.index)
    nominal = [
        w.index for w in words if w.upos in ("NOUN", "PROPN", "PRON") and w.index not in content and w.index != noun.index and not never_nominative(clauses.sentence, w.index)
    ]
    subject = [predicate.subject] if predicate is not None and predicate.subject in nominal else []
    behind = [i for i in nominal if i > cue.index and all(words[k].upos != "PUNCT" for k in range(cue.index, i))]
    before = [i for i in nominal if i < cue.index]
    at = next(iter([*subject, *behind, *before]), None)
    return (entity_at(cast, clauses, at), stretch(clauses.sentence, noun_phrase(clauses, at))) if at is not None else (None, None)


def _owner(clauses: Clauses, noun: Word, cast: Cast) -> tuple[str | None, Span | None]:
    """Whose claim it is: `die Behauptung [des Klubs]`, `[wir] sind der Meinung`, `[einige] vertreten die Ansicht`."""
    predicate, holder = clauses.predicates.get(noun.index), clauses.predicates.get(noun.head)
    subject = predicate.subject if predicate is not None and predicate.copular else None
    if holder is not None and noun.index in (*holder.objects, *holder.obliques) and holder.voice is Voice.ACTIVE:
        subject = holder.subject
    at = next((child for child in clauses.sentence.children[noun.index] if clauses.sentence.words[child].relation == "nmod"), subject)
    return (entity_at(cast, clauses, at), stretch(clauses.sentence, noun_phrase(clauses, at))) if at is not None else (None, None)
