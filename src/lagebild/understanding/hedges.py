"""Words around a predicate that say how certain it is: modals, adverbs, negation, purposes; a rule each. All rules stand together at the end."""

from collections.abc import Callable

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.document import Word
from lagebild.domain.event import Tense
from lagebild.domain.span import Evidence
from lagebild.lexicon.tables import Modal
from lagebild.understanding.clauses import Predicate
from lagebild.understanding.moods import Mood
from lagebild.understanding.open_clauses import asked, condition, consequence, indirect_question, open_infinitive, question
from lagebild.understanding.stands import Hedge, Stand

_COME_ABOUT = ("können", "müssen", "dürfen")  # "konnte fliehen", "musste gehen": it came about


def modal(stand: Stand) -> Hedge | None:
    """Der Zug [dürfte] am Abend ankommen. -> probable"""
    index = stand.predicate.modal
    if index is None:
        return None
    verb, predicate = stand.clauses.sentence.words[index], stand.predicate
    mood = _mood(stand, index)
    if verb.lemma in _COME_ABOUT and verb.features.get("Tense") == "Past" and mood is Mood.INDICATIVE:
        return None
    if verb.lemma in _COME_ABOUT and (having := _having(stand, verb)) is not None:
        return Hedge(Evidence(verb.span, "modal"), polarity=Polarity.NEGATIVE) if predicate.mood is Mood.KONJUNKTIV_2 and predicate.finite == having else None
    perfect = any(_closes_perfect(stand.clauses.sentence.words[i]) for i in predicate.verbs if i != index)
    certainty = _certainty_of(stand.lexicon.hedges.modals[verb.lemma], predicate, mood, perfect=perfect)
    if verb.lemma == "sollen" and verb.features.get("Tense") == "Past" and not perfect:
        certainty = Certainty.UNKNOWN  # "sollte zurücktreten"
    state = predicate.lemma in stand.lexicon.events.states
    hearsay = verb.lemma == "sollen" and mood is Mood.INDICATIVE and verb.features.get("Tense") != "Past" and (perfect or state or predicate.copular)
    tense = Tense.PRESENT if hearsay and state and not perfect else None
    return Hedge(Evidence(verb.span, "modal"), certainty, tense=tense, hearsay=hearsay) if certainty is not Certainty.CERTAIN else None


def _closes_perfect(verb: Word) -> bool:
    """`soll eingetreten [sein]`, whatever the network calls it; not the copula of `soll sicher sein`."""
    return verb.lemma in ("haben", "sein") and verb.relation in ("aux", "aux:pass")


def _having(stand: Stand, modal: Word) -> int | None:
    """The `haben` of `hat nicht kommen können`, `hätte kommen müssen`: it came about, or in Konjunktiv II it did not."""
    if modal.features.get("VerbForm") == "Fin":
        return None
    words = stand.clauses.sentence.words
    return next((i for i in stand.predicate.verbs if words[i].lemma == "haben" and words[i].features.get("VerbForm") == "Fin"), None)


def _certainty_of(effect: Modal, predicate: Predicate, mood: Mood, *, perfect: bool) -> Certainty:
    if mood is Mood.KONJUNKTIV_2:
        return effect.konjunktiv
    if perfect:
        return effect.perfect
    special = effect.reported if mood is Mood.KONJUNKTIV_1 else effect.state if predicate.copular else effect.negated if predicate.negation is not None else None
    return special or effect.plain


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
    if mark is None or (stand.predicate.finite is not None and stand.clauses.sentence.words[mark].text.lower() == "um"):
        return None  # "der Damm, um den sie streiten"
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
    if stand.reported or stand.predicate.mood is not Mood.KONJUNKTIV_2 or stand.predicate.finite is None:
        return None
    if stand.predicate.modal is not None:
        return None  # `modal` reads "könnte kommen" and "hätte kommen müssen"
    return Hedge(Evidence(stand.span(stand.predicate.finite), "irrealis"), Certainty.UNKNOWN)


RULES: tuple[Callable[[Stand], Hedge | None], ...] = (
    modal,
    hedging_adverb,
    negation,
    condition,
    consequence,
    question,
    indirect_question,
    asked,
    open_infinitive,
    purpose,
    to_be_done,
    irrealis,
)
