"""Clauses that leave open whether something is so: conditions and what follows from them, questions, infinitives; a rule each."""

from lagebild.domain.certainty import Certainty
from lagebild.domain.event import Tense
from lagebild.domain.span import Evidence
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import Clauses, Predicate, marks_between
from lagebild.understanding.moods import Mood
from lagebild.understanding.stands import Hedge, Stand


def condition(stand: Stand) -> Hedge | None:
    """[Falls] der Damm bricht, wird das Dorf geräumt. -> unknown"""
    mark = _condition_mark(stand.clauses, stand.predicate, stand.lexicon)
    return Hedge(Evidence(stand.span(mark), "condition"), Certainty.UNKNOWN, tense=Tense.FUTURE) if mark is not None else None


def consequence(stand: Stand) -> Hedge | None:
    """[Falls] der Damm bricht, räumt die Feuerwehr das Dorf. -> unknown"""
    for other in stand.clauses.predicates.values():
        if other.parent == stand.predicate.word and other.relation in ("advcl", "acl", "ccomp") and not marks_between(stand.clauses.sentence, other.word, stand.predicate.word):
            mark = _condition_mark(stand.clauses, other, stand.lexicon)
            if mark is not None:
                return Hedge(Evidence(stand.span(mark), "consequence"), Certainty.UNKNOWN, tense=Tense.FUTURE)
    return None


def _condition_mark(clauses: Clauses, predicate: Predicate, lexicon: Lexicon) -> int | None:
    """The word that makes a clause a condition: wenn, falls; or its verb in front (`Sollte X scheitern, ...`)."""
    words = clauses.sentence.words
    if predicate.mark is not None and words[predicate.mark].text.lower() in lexicon.hedges.conditions:
        # "wenn sie kein Angebot vorlegten" is unreal beside a Konjunktiv II, and a time in the past beside an indicative.
        governor = clauses.predicates.get(predicate.parent) if predicate.parent is not None else None
        unreal = governor is not None and governor.mood is Mood.KONJUNKTIV_2
        return None if predicate.tense is Tense.PAST and words[predicate.mark].text.lower() == "wenn" and not unreal else predicate.mark
    noun = words[predicate.word].head
    if noun >= 0 and predicate.mark is not None and words[noun].lemma in lexicon.hedges.condition_nouns:
        return noun
    if predicate.relation == "advcl" and predicate.mark is None and predicate.finite is not None:
        first = next((i for i in clauses.clause(predicate.word) if words[i].upos != "PUNCT"), None)
        if first is not None and first == predicate.finite and words[first].features.get("VerbForm") == "Fin":
            return first
    return 0 if predicate.finite == 0 and predicate.relation == "root" and _turns(clauses, predicate) else None


def _turns(clauses: Clauses, predicate: Predicate) -> bool:
    """`Verläuft der Test gut, würde ein Flug folgen`: verb first, and verb first again behind the comma; no question, no order."""
    words = clauses.sentence.words
    comma = next((word.index for word in words if word.text == ","), None)
    behind = words[comma + 1] if comma is not None and comma + 1 < len(words) else None
    if behind is None or words[-1].text in ("?", "!") or predicate.subject is None or words[0].features.get("Mood") == "Imp":
        return False
    return behind.features.get("VerbForm") == "Fin" and predicate.word < behind.index


def question(stand: Stand) -> Hedge | None:
    """Kommt der Minister zum Gipfel[?] -> unknown"""
    last = next((word for word in reversed(stand.clauses.sentence.words) if word.text not in '"“”«»‘’)'), None)
    if last is None or last.text != "?" or stand.predicate.relation not in ("root", "ccomp", "conj", "parataxis"):
        return None
    return Hedge(Evidence(last.span, "question"), Certainty.UNKNOWN)


def indirect_question(stand: Stand) -> Hedge | None:
    """Der Richter prüft, [ob] der Zeuge gelogen hat. -> unknown"""
    mark = stand.predicate.mark
    if mark is None or stand.clauses.sentence.words[mark].text.lower() not in stand.lexicon.hedges.question_marks:
        return None
    return Hedge(Evidence(stand.span(mark), "indirect_question"), Certainty.UNKNOWN)


def asked(stand: Stand) -> Hedge | None:
    """Nicht bekannt ist, [wer] das Haus besitzt. -> unknown"""
    clauses, predicate, lexicon = stand.clauses, stand.predicate, stand.lexicon
    above = clauses.predicates.get(predicate.parent) if predicate.parent is not None else None
    first = wh_word(clauses, predicate, lexicon)
    if above is None or first is None or predicate.relation == "acl" or predicate.finite is None or predicate.tense is Tense.PAST:
        return None
    doubted = above.negation is not None or above.lemma in lexicon.hedges.asking
    return Hedge(Evidence(stand.span(first), "asked"), Certainty.UNKNOWN) if doubted else None


def wh_word(clauses: Clauses, predicate: Predicate, lexicon: Lexicon) -> int | None:
    """The question word that a clause begins with."""
    words = [clauses.sentence.words[i] for i in clauses.clause(predicate.word) if clauses.sentence.words[i].upos != "PUNCT"]
    asks = bool(words) and (words[0].text.lower() in lexicon.hedges.question_words or words[0].lemma in lexicon.hedges.question_words)
    return words[0].index if asks else None


def open_infinitive(stand: Stand) -> Hedge | None:
    """Es liegt am Rat, darüber [zu] entscheiden. -> unknown"""
    clauses, predicate, lexicon = stand.clauses, stand.predicate, stand.lexicon
    words = clauses.sentence.words
    perfect = any(words[verb].text.lower() in ("haben", "sein") for verb in predicate.verbs)
    if predicate.finite is not None or predicate.relation not in ("xcomp", "acl", "ccomp", "csubj") or perfect:
        return None
    mark = next((child for child in clauses.sentence.children[predicate.word] if words[child].text.lower() == "zu"), None)
    above = clauses.predicates.get(predicate.parent) if predicate.parent is not None else None
    if (mark is None and "zu" not in words[predicate.word].text[1:-2]) or above is None or above.relation == predicate.relation == "xcomp":
        return None
    if _is_decided(above.lemma, lexicon) or _is_decided(words[words[predicate.word].head].lemma, lexicon):
        return None
    return Hedge(Evidence(stand.span(mark if mark is not None else predicate.word), "open_infinitive"), Certainty.UNKNOWN, tense=Tense.FUTURE)


def _is_decided(governing: str, lexicon: Lexicon) -> bool:
    """Whether the word says itself what becomes of its infinitive."""
    hedges, speech = lexicon.hedges, lexicon.speech
    return (
        governing in hedges.coming_about or governing in speech.verbs or governing in hedges.predicates or governing in hedges.modals or speech.reported_by(governing) is not None
    )
