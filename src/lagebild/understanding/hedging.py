"""How certain a predicate or an event noun is, by its own hedges and by what governs it."""

from collections.abc import Iterator

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.event import Tense
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon import Lexicon
from lagebild.lexicon.tables import Attitude
from lagebild.understanding.adjectives import adjective_stem
from lagebild.understanding.clauses import Clauses, Predicate, Voice
from lagebild.understanding.hedges import RULES
from lagebild.understanding.moods import Mood
from lagebild.understanding.open_clauses import condition, question, wh_word
from lagebild.understanding.phrases import preposition
from lagebild.understanding.stands import Hedge, Stand

_LINKING = ("bleiben", "sein", "gelten", "erscheinen", "halten")
_GOVERNING_NOUNS = ("prevent", "exclude", "plan", "try", "threaten", "forbid")
_GOVERNED = ("ccomp", "xcomp", "csubj", "csubj:pass", "acl", "advcl")


def hedges_of(stand: Stand, stop_at: Span | None) -> list[Hedge]:
    """All hedges on a predicate: its own, and those of what governs it up to the end of the quotation `stop_at`."""
    found = list(own_hedges(stand))
    below = stand.predicate
    for above in stand.clauses.ancestors(below):
        if stop_at is not None and not stop_at.contains(stand.span(above.word)):
            break
        governor = Stand(stand.clauses, above, stand.lexicon, stand.reported)
        if below.relation in _GOVERNED:
            found.extend(_governing(governor, below))
            if below.relation == "xcomp":
                found.extend(hedge for hedge in own_hedges(governor) if hedge.polarity is Polarity.POSITIVE)
        elif below.relation == "conj":
            found.extend(rule for rule in (condition(governor), question(governor)) if rule)
        below = above
    return found


def own_hedges(stand: Stand) -> Iterator[Hedge]:
    for rule in RULES:
        if (hedge := rule(stand)) is not None:
            yield hedge


def _governing(governor: Stand, below: Predicate) -> Iterator[Hedge]:
    """What a governing predicate or noun does to the clause below it."""
    clauses, lexicon = governor.clauses, governor.lexicon
    attitude = _attitude(governor)
    if below.relation == "advcl" and not _is_wh(clauses, below, lexicon) and (below.mark is None or clauses.sentence.words[below.mark].text.lower() not in ("dass", "ob")):
        attitude = None
    if below.relation == "acl" and below.finite is not None and (below.mark is None or clauses.sentence.words[below.mark].text.lower() not in ("dass", "ob")):
        return  # a relative clause says something of its noun, whatever the sentence makes of that
    if attitude is None:
        return
    if governor.predicate.negation is not None:
        attitude = attitude.under_negation()
    presupposed = attitude.presupposes_questions and _is_wh(clauses, below, lexicon)
    if presupposed and below.tense is Tense.PAST and below.mood is Mood.INDICATIVE:
        return
    yield Hedge(Evidence(governor.span(governor.predicate.word), f"governed_by_{attitude.name}"), attitude.certainty, attitude.polarity, attitude.tense)


def governed_noun(clauses: Clauses, noun: int, predicate: Predicate, lexicon: Lexicon) -> Hedge | None:
    """Die Polizei [verhinderte] einen Anschlag. -> negative; Der Vertrag [sieht] den Verkauf vor. -> probable; Die Helfer [bemühen] sich um die Freilassung. -> unknown;

    Jetzt [droht] ein Streik. -> possible
    """
    attitude = lexicon.hedges.predicates.get(predicate.lemma)
    word = clauses.sentence.words[noun]
    if attitude is None or attitude.name not in _GOVERNING_NOUNS or word.head != predicate.word:
        return None
    if attitude.name == "try" and preposition(clauses.sentence, noun) not in ("um", "für", "nach"):
        return None
    if attitude.name != "try" and preposition(clauses.sentence, noun) not in ("", "auf", "von", "vor"):
        return None  # "verzichtete bis zum Treffen auf Proteste": the Treffen takes place
    doing = noun == predicate.subject and predicate.voice is Voice.ACTIVE
    if doing is not (attitude.name == "threaten") or word.lemma in lexicon.speech.nouns:
        return None  # who prevents is not prevented, but what threatens may come; a demand that is turned down was made
    if predicate.negation is not None:
        attitude = attitude.under_negation()
    return Hedge(Evidence(clauses.sentence.words[predicate.word].span, f"governed_by_{attitude.name}"), attitude.certainty, attitude.polarity, attitude.tense)


def under_investigation(clauses: Clauses, noun: int, lexicon: Lexicon) -> Hedge | None:
    """Die Polizei [ermittelt] wegen Mordes. -> unknown"""
    word = clauses.sentence.words[noun]
    above = clauses.sentence.words[word.head] if word.head >= 0 and preposition(clauses.sentence, noun) == "wegen" else None
    if above is None or above.lemma not in lexicon.hedges.investigating:
        return None
    return Hedge(Evidence(above.span, "under_investigation"), Certainty.UNKNOWN)


def _attitude(governor: Stand) -> Attitude | None:
    """What a governing word does to its clause: the predicate itself, or the adjective beside `bleiben` and its like (`blieb unklar`)."""
    known, words = governor.lexicon.hedges.predicates, governor.clauses.sentence.words
    predicate = governor.predicate
    forms = [predicate.lemma, words[predicate.word].text.lower()]
    if predicate.lemma in _LINKING:
        forms += [words[child].text.lower() for child in governor.clauses.sentence.children[predicate.word]]
    return next((known[form] for form in forms if form in known), None)


def _is_wh(clauses: Clauses, predicate: Predicate, lexicon: Lexicon) -> bool:
    return wh_word(clauses, predicate, lexicon) is not None


def attribute(clauses: Clauses, noun: int, lexicon: Lexicon) -> Hedge | None:
    """Die [geplante] Lieferung der Panzer stockt. -> probable"""
    without = next((child for child in clauses.sentence.children[noun] if clauses.sentence.words[child].text.lower() in lexicon.hedges.negative_prepositions), None)
    if without is not None:
        return Hedge(Evidence(clauses.sentence.words[without].span, "attribute"), polarity=Polarity.NEGATIVE)
    for child in clauses.sentence.children[noun]:
        word = clauses.sentence.words[child]
        grade = lexicon.hedges.attributes.get(word.lemma) if word.relation == "amod" else None
        grade = grade or (lexicon.hedges.attributes.get(adjective_stem(word.text.lower())) if word.relation == "amod" else None)
        if grade is not None:
            future = word.lemma in lexicon.hedges.future_attributes or adjective_stem(word.text.lower()) in lexicon.hedges.future_attributes
            return Hedge(Evidence(word.span, "attribute"), grade, tense=Tense.FUTURE if future else None)
        if word.relation == "det" and word.text.lower().startswith("kein"):
            return Hedge(Evidence(word.span, "attribute"), polarity=Polarity.NEGATIVE)
    return None
