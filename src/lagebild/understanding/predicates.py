"""Trees to predicates: which words say what happens, and all that German says about them with small words."""

from dataclasses import dataclass

from lagebild.domain.document import Sentence, Word
from lagebild.domain.event import Tense
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import Clauses, Predicate, Voice, marks_between
from lagebild.understanding.moods import Mood, mood_of
from lagebild.understanding.negations import negation_of
from lagebild.understanding.parentheses import turn_parenthesis
from lagebild.understanding.settling import animate_subject, settle_arguments
from lagebild.understanding.verbs import is_preterite, verb_lemma

_CLAUSAL = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "csubj:pass", "orphan"})
_VERBAL = ("VERB", "AUX")
_SHOWING = ("zeigen", "geben", "äußern")
# A closed class, so the form tells, whatever the tree calls it.
_SUBORDINATORS = frozenset(("ob", "dass", "daß", "wenn", "falls", "sofern", "weil", "obwohl", "nachdem", "bevor", "damit", "sodass", "wonach"))


def analyse(sentence: Sentence, number: int, lexicon: Lexicon) -> Clauses:
    """Find the predicates of a sentence; `number` is its place in the document."""
    heads = [word.index for word in sentence.words if _is_predicate(sentence, word)]
    owner = _owners(sentence, frozenset(heads))
    predicates: dict[int, Predicate] = {}
    for head in _outermost_first(sentence, heads):
        predicates[head] = _predicate(sentence, head, owner, predicates, lexicon)
    for cue in [p for p in predicates.values() if p.lemma in lexicon.speech.verbs]:
        turn_parenthesis(sentence, cue, predicates)
    return Clauses(sentence, number, dict(sorted(predicates.items())), owner)


def is_verbal(word: Word) -> bool:
    """Whether a word is a verb, by its part of speech or by an inflection that only verbs have: networks take `wies` for a preposition."""
    return word.upos in _VERBAL or word.features.get("VerbForm") == "Fin"


def _is_predicate(sentence: Sentence, word: Word) -> bool:
    if word.relation in ("aux", "aux:pass", "cop", "amod", "compound:prt", "punct", "case", "mark", "det", "advmod"):
        return False
    if _is_auxiliary_infinitive(sentence, word):
        return False
    if is_verbal(word) and not (word.relation in ("nmod", "obl", "compound", "appos") and "VerbForm" not in word.features):
        return word.relation in _CLAUSAL or word.relation == "conj" or word.features.get("VerbForm") == "Fin"
    return any(sentence.words[child].relation in ("cop", "aux", "aux:pass") for child in sentence.children[word.index])


def _is_auxiliary_infinitive(sentence: Sentence, word: Word) -> bool:
    """The `haben` of `gelogen zu haben`, the `wollen` of `verkaufen zu wollen`, which trees hang below their verb like a clause of its own."""
    modal = word.lemma in ("wollen", "können", "müssen", "dürfen", "sollen") and word.index > 0 and sentence.words[word.index - 1].text == "zu"
    return (
        (modal or word.lemma in ("haben", "sein", "werden"))
        and word.relation == "xcomp"
        and word.features.get("VerbForm") == "Inf"
        and word.head >= 0
        and is_verbal(sentence.words[word.head])
    )


def _owners(sentence: Sentence, heads: frozenset[int]) -> tuple[int | None, ...]:
    """For every word the nearest predicate at or above it."""
    owner: list[int | None] = [None] * len(sentence.words)
    for word in sentence.words:
        at = word.index
        for _ in sentence.words:
            if at in heads:
                owner[word.index] = at
                break
            at = sentence.words[at].head
            if at < 0:
                break
    return tuple(owner)


def _outermost_first(sentence: Sentence, heads: list[int]) -> list[int]:
    return sorted(heads, key=lambda head: _depth(sentence, head))


def _depth(sentence: Sentence, word: int) -> int:
    depth = 0
    while (word := sentence.words[word].head) >= 0:
        depth += 1
    return depth


@dataclass(frozen=True, slots=True)
class _Verbs:
    """The auxiliaries, modals and copulas of a predicate, which of them is a modal and which verb is inflected; `lent` by the predicate above."""

    words: list[Word]
    modal: int | None
    finite: Word | None
    passive: bool
    lent: bool = False


def _verbs_of(sentence: Sentence, word: Word, children: list[Word], above: Predicate | None, lexicon: Lexicon) -> _Verbs:
    auxiliaries = [child for child in children if child.relation in ("aux", "aux:pass", "cop") or _is_auxiliary_infinitive(sentence, child)]
    own = [verb for verb in auxiliaries if not marks_between(sentence, verb.index, word.index)]
    own += _left_to_the_last(sentence, word, own)
    finite = _finite(word, own)
    moved = verb_lemma(word.text, word.lemma, "", lexicon) in lexicon.strong.sein  # "sind ausgerückt" is no passive, whatever the tree says
    passive = any(verb.relation == "aux:pass" and not (moved and verb.lemma == "sein") for verb in own) or (_is_headline(sentence, word, own) and not moved)
    # "hat empfangen und zugesichert", "soll geführt und geplündert haben", whatever form the network takes "haben" for
    infinite = all(verb.features.get("VerbForm") == "Inf" or (verb.text.lower() in _ENDS and verb.index > word.index) for verb in own)
    if above is not None and word.relation == "conj" and infinite and word.features.get("VerbForm") != "Fin" and above.finite is not None:
        lent = [sentence.words[i] for i in above.verbs]
        return _Verbs([*lent, *own], above.modal, _at(sentence, above.finite), passive if own else above.voice is Voice.PASSIVE, lent=True)
    if above is not None and word.relation in ("xcomp", "ccomp") and finite is None and above.lemma in lexicon.hedges.modals and above.finite is not None:
        # "will Filialen schließen": some trees hang the infinitive below its modal verb.
        return _Verbs([sentence.words[above.word], *own], above.word, _at(sentence, above.finite), passive)
    return _Verbs(own, next((verb.index for verb in own if verb.lemma in lexicon.hedges.modals), None), finite, passive)


def _is_headline(sentence: Sentence, word: Word, verbs: list[Word]) -> bool:
    """Whether a participle is the only verb: `Bankier zu Haft [verurteilt]`."""
    alone = not verbs and word.features.get("VerbForm") == "Part" and word.relation == "root"
    return alone and not any(other.features.get("VerbForm") == "Fin" for other in sentence.words)


_ENDS = ("haben", "sein", "werden", "worden")  # close a chain of verbs, for all that are joined in it


def _left_to_the_last(sentence: Sentence, word: Word, own: list[Word]) -> list[Word]:
    """Verbs that stand once, behind the last of those joined: `getötet und zerstört worden`, `dass er schnell auslösen und resistent sein soll`."""
    open_ended = word.features.get("VerbForm") in ("Part", "Inf") and not any(verb.text.lower() in _ENDS for verb in own)
    last = next((sentence.words[child] for child in reversed(sentence.children[word.index]) if sentence.words[child].relation == "conj"), None)
    if not open_ended or last is None or last.upos not in ("VERB", "AUX", "ADJ"):
        return []
    shared = [sentence.words[child] for child in sentence.children[last.index] if sentence.words[child].relation in ("aux", "aux:pass") and child > last.index]
    finite = any(verb.features.get("VerbForm") == "Fin" for verb in own)
    if finite:
        return [verb for verb in shared if verb.text.lower() in _ENDS and word.features.get("VerbForm") == "Part"]
    return shared if word.upos in _VERBAL else []


def _at(sentence: Sentence, index: int | None) -> Word | None:
    return sentence.words[index] if index is not None else None


def _predicate(sentence: Sentence, head: int, owner: tuple[int | None, ...], known: dict[int, Predicate], lexicon: Lexicon) -> Predicate:
    word, children = sentence.words[head], [sentence.words[child] for child in sentence.children[head]]
    # Networks hang an argument on the auxiliary now and then.
    children += [sentence.words[below] for child in children if child.relation in ("aux", "aux:pass") for below in sentence.children[child.index]]
    parent = owner[word.head] if word.head >= 0 else None
    above = known.get(parent) if parent is not None else None
    group = _verbs_of(sentence, word, children, above, lexicon)
    verbs, finite = group.words, group.finite
    copular = not is_verbal(word) and any(verb.relation == "cop" for verb in verbs)
    subject, objects = settle_arguments(sentence, children, finite.index if finite and not group.lent else None, lexicon, passive=group.passive, alone=word.relation != "conj")
    if subject is None and above is not None and (word.relation == "conj" or group.modal == above.word):
        subject = above.subject
    lemma = _stance(word, children, lexicon) or (verb_lemma(word.text, word.lemma, _particle(sentence, word, children, owner, lexicon), lexicon) if is_verbal(word) else word.lemma)
    if lemma in lexicon.speech.verbs and subject is not None:
        subject, objects = animate_subject(sentence, subject, objects, lexicon)
    past = finite is word and is_preterite(word.text.lower(), lemma, lexicon)
    mood = mood_of(finite, sentence.words[subject] if subject is not None else None)
    negation = negation_of(sentence, head, children, lexicon)
    return Predicate(
        word=head,
        lemma=lemma,
        finite=finite.index if finite else None,
        verbs=tuple(verb.index for verb in verbs),
        modal=group.modal,
        subject=subject,
        objects=objects,
        obliques=tuple(child.index for child in children if child.relation in ("obl", "obl:agent", "nmod", "advmod", "advcl", "expl") and child.upos not in ("ADV", "VERB", "AUX")),
        mark=next((child.index for child in children if child.relation == "mark" or child.text.lower() in _SUBORDINATORS), None),
        parent=parent,
        relation=word.relation,
        voice=Voice.PASSIVE if group.passive else Voice.ACTIVE,
        mood=mood,
        tense=_tense(
            word, finite, verbs, group.modal, above, past=past, perfect=_is_perfect(children, verbs, lemma, lexicon) or _is_headline(sentence, word, verbs), copular=copular
        ),
        negation=above.negation if group.lent and negation is None and above is not None and not _is_set_against(children) else negation,
        copular=copular,
    )


def _particle(sentence: Sentence, word: Word, children: list[Word], owner: tuple[int | None, ...], lexicon: Lexicon) -> str:
    """The separated particle: as the tree says, or a small word at the end of the clause or before an infinite form that makes a known verb with this one."""
    marked = next((child.text.lower() for child in children if child.relation == "compound:prt"), "")
    if marked:
        return marked
    if word.features.get("VerbForm") != "Fin":
        beside = next((child.text for child in children if child.relation in ("xcomp", "advmod") and child.index == word.index - 1 and child.text.islower()), "")
        return beside if beside and f"{beside}{word.lemma}" in lexicon.verbs else ""
    for other in sentence.words[word.index + 1 :]:
        last = other.upos in ("ADP", "ADV", "ADJ") and other.text.islower() and owner[other.index] == word.index and _ends_clause(sentence, other.index)
        if last and verb_lemma(word.text, word.lemma, other.text, lexicon) in lexicon.verbs:
            return other.text
        if other.head == word.index and _ends_clause(sentence, other.index) and f"{other.text}{word.lemma}" in lexicon.verbs:
            return other.text  # "gab ein Sprecher bekannt", which networks take for a verb
    return ""


def _stance(word: Word, children: list[Word], lexicon: Lexicon) -> str | None:
    """`zeigte sich [überzeugt]`: the adjective that says what somebody thinks."""
    if word.lemma not in _SHOWING:
        return None
    return next((child.lemma for child in children if child.relation == "xcomp" and child.upos in ("ADJ", "ADV", "VERB") and child.lemma in lexicon.speech.verbs), None)


def _ends_clause(sentence: Sentence, word: int) -> bool:
    if word + 1 == len(sentence.words):
        return True
    behind = sentence.words[word + 1]
    return behind.upos in ("PUNCT", "CCONJ") and behind.text not in ("„", "»", "‚", "(")  # "riet zu „Ruhe“": a preposition


def _finite(word: Word, verbs: list[Word]) -> Word | None:
    return next((verb for verb in [*verbs, word] if verb.features.get("VerbForm") == "Fin"), None)


def _tense(word: Word, finite: Word | None, verbs: list[Word], modal: int | None, above: Predicate | None, *, past: bool, perfect: bool, copular: bool) -> Tense:
    """When the event is, seen from the writing: by the finite verb, its auxiliaries and, for infinitives, the clause above."""
    if finite is None:
        return Tense.PAST if perfect else above.tense if above else Tense.PRESENT
    if (past or finite.features.get("Tense") == "Past") and mood_of(finite, None) is Mood.INDICATIVE and finite.lemma != "dürfen":
        return Tense.PAST
    if perfect or any(verb.text.lower() == "worden" for verb in verbs):
        return Tense.PAST
    future = any(verb.lemma == "werden" and verb.relation == "aux" for verb in verbs) and not _is_participle(word)
    if future or (modal is not None and not copular and word.lemma not in ("sein", "haben")):
        return Tense.FUTURE
    return Tense.PRESENT


def _is_perfect(children: list[Word], verbs: list[Word], lemma: str, lexicon: Lexicon) -> bool:
    """`hat geliefert`, `geliefert haben`, `ist angekommen`, `ist geliefert worden`; not `ist zu liefern`, nor the state `ist gesperrt`."""
    infinitive = any(child.text.lower() == "zu" and child.relation == "mark" for child in children)
    moved = lemma in lexicon.strong.sein or any(verb.text.lower() == "worden" for verb in verbs)
    return any(
        verb.relation in ("aux", "aux:pass", "cop", "xcomp") and (verb.lemma == "haben" or (verb.lemma == "sein" and verb.relation != "cop" and moved and not infinitive))
        for verb in verbs
    )


def _is_set_against(children: list[Word]) -> bool:
    """Whether `sondern` joins it to what is negated."""
    return any(child.text.lower() == "sondern" for child in children)


def _is_participle(word: Word) -> bool:
    """By its form too: networks take `empfangen` behind `hat` for an infinitive."""
    return word.features.get("VerbForm") == "Part" or (word.upos != "NOUN" and ("ge" in word.text.lower()[:5] or not word.text.lower().endswith("en")))
