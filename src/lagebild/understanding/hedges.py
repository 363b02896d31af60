"""Words around a predicate that say how certain it is: modals, adverbs, negation, conditions, questions; a rule each."""

from collections.abc import Callable
from dataclasses import dataclass

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.document import Word
from lagebild.domain.event import Tense
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import Clauses, Predicate, marks_between
from lagebild.understanding.moods import Mood

_COME_ABOUT = ("können", "müssen", "dürfen")  # "konnte fliehen", "musste gehen": it came about


@dataclass(frozen=True, slots=True)
class Hedge:
    """One effect on a claim and the word that has it; `hearsay` where it hides its source."""

    evidence: Evidence
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    tense: Tense | None = None
    hearsay: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """A predicate in its clause; `reported` where its Konjunktiv only marks speech."""

    clauses: Clauses
    predicate: Predicate
    lexicon: Lexicon
    reported: bool

    def span(self, word: int) -> Span:
        return self.clauses.sentence.words[word].span


def modal(stand: Stand) -> Hedge | None:
    """Der Zug [dürfte] am Abend ankommen. -> probable"""
    index = stand.predicate.modal
    if index is None:
        return None
    verb = stand.clauses.sentence.words[index]
    effect = stand.lexicon.hedges.modals[verb.lemma]
    mood = _mood(stand, index)
    perfect = any(stand.clauses.sentence.words[i].lemma in ("haben", "sein") and stand.clauses.sentence.words[i].relation == "aux" for i in stand.predicate.verbs if i != index)
    if verb.lemma in _COME_ABOUT and verb.features.get("Tense") == "Past" and mood is Mood.INDICATIVE:
        return None
    certainty = effect.konjunktiv if mood is Mood.KONJUNKTIV_2 else effect.perfect if perfect else effect.plain
    if verb.lemma == "sollen" and (mood is Mood.KONJUNKTIV_1 or (verb.features.get("Tense") == "Past" and not perfect)):
        certainty = Certainty.UNKNOWN  # "solle zurücktreten": a demand told on
    hearsay = verb.lemma == "sollen" and mood is Mood.INDICATIVE and verb.features.get("Tense") != "Past" and (perfect or stand.predicate.copular)
    return Hedge(Evidence(verb.span, "modal"), certainty, hearsay=hearsay) if certainty is not Certainty.CERTAIN else None


def _mood(stand: Stand, verb: int) -> Mood:
    return stand.predicate.mood if verb == stand.predicate.finite else Mood.NONE


def hedging_adverb(stand: Stand) -> Hedge | None:
    """Der Schuppen wurde [vermutlich] angezündet. -> probable"""
    found = None
    for word in stand.clauses.sentence.words:
        grade = stand.lexicon.hedges.adverbs.get(word.text.lower()) if word.upos in ("ADV", "ADJ") and word.relation != "amod" else None
        if grade is None or stand.clauses.owner[word.index] != stand.predicate.word or _is_in_noun_phrase(stand, word):
            continue
        if found is None or grade.weaker(found.certainty) is grade:
            found = Hedge(Evidence(word.span, "hedging_adverb"), grade, hearsay=word.text.lower() == "angeblich")
    return found


def _is_in_noun_phrase(stand: Stand, word: Word) -> bool:
    """`die angeblich gestohlenen Bilder`: the adverb is the participle's, not the verb's."""
    return word.head >= 0 and word.head != stand.predicate.word and stand.clauses.sentence.words[word.head].relation in ("amod", "acl")


def negation(stand: Stand) -> Hedge | None:
    """Der Zeuge erkannte den Mann [nicht]. -> negative"""
    if stand.predicate.negation is None:
        return None
    return Hedge(Evidence(stand.span(stand.predicate.negation), "negation"), polarity=Polarity.NEGATIVE)


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


def purpose(stand: Stand) -> Hedge | None:
    """Sie reiste nach Genf, [um] den Vertrag zu unterzeichnen. -> unknown"""
    mark = _um_without_comma(stand) or next(
        (
            w
            for w in stand.clauses.sentence.children[stand.predicate.word]
            if stand.clauses.sentence.words[w].text.lower() in ("um", "damit") and stand.clauses.sentence.words[w].relation == "mark"
        ),
        None,
    )
    if mark is None:
        return None
    return Hedge(Evidence(stand.span(mark), "purpose"), Certainty.UNKNOWN, tense=Tense.FUTURE)


def _um_without_comma(stand: Stand) -> int | None:
    """`rückten aus um den Brand zu löschen`: networks take it for a preposition."""
    words, predicate = stand.clauses.sentence.words, stand.predicate
    if predicate.finite is not None or predicate.mark is None or words[predicate.mark].text.lower() != "zu":
        return None
    own = stand.clauses.clause(predicate.word)
    return next((i for i in own if words[i].text.lower() == "um" and i < predicate.mark and words[i + 1].upos != "NUM" and i == min(own)), None)


def to_be_done(stand: Stand) -> Hedge | None:
    """Die Gebühren [sind] bis Montag zu erstatten. -> unknown"""
    words, predicate = stand.clauses.sentence.words, stand.predicate
    if predicate.finite is None or predicate.mark is None or words[predicate.finite].lemma != "sein" or predicate.lemma in _SEEN:
        return None
    if words[predicate.mark].text.lower() != "zu" or predicate.mark != predicate.word - 1:
        return None
    return Hedge(Evidence(stand.span(predicate.finite), "to_be_done"), Certainty.UNKNOWN, tense=Tense.FUTURE)


_SEEN = ("sehen", "hören", "erkennen", "lesen", "finden", "spüren", "beobachten", "erfahren", "verzeichnen", "beklagen", "verdanken")  # "ist zu sehen" is seen


def irrealis(stand: Stand) -> Hedge | None:
    """Ohne den Vertrag [wäre] das Werk geschlossen worden. -> unknown"""
    if stand.reported or stand.predicate.mood is not Mood.KONJUNKTIV_2 or stand.predicate.finite is None or stand.predicate.modal == stand.predicate.finite:
        return None
    return Hedge(Evidence(stand.span(stand.predicate.finite), "irrealis"), Certainty.UNKNOWN)


RULES: tuple[Callable[[Stand], Hedge | None], ...] = (modal, hedging_adverb, negation, condition, consequence, question, indirect_question, purpose, to_be_done, irrealis)
