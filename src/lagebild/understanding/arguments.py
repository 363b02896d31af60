"""The roles around an event: who acts, on whom, with what, where."""

from lagebild.domain.document import Word
from lagebild.domain.entity import EntityKind
from lagebild.domain.event import RoleKind
from lagebild.lexicon import Lexicon
from lagebild.lexicon.tables import EventEntry
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate, Voice
from lagebild.understanding.parties import ACTORS, AT, PLACES, Argument, add, is_of, is_somebody
from lagebild.understanding.phrases import antecedent, entity_at, is_dative, is_relative, preposition

_OPEN = ("xcomp", "advcl", "ccomp", "acl", "conj")  # infinitives whose subject another clause tells
_AGENT = ("von", "durch", "seitens")


def arguments_of_verb(clauses: Clauses, predicate: Predicate, entry: EventEntry, cast: Cast, lexicon: Lexicon) -> list[Argument]:
    """Subject, objects and prepositional phrases of a verb, by what the lexicon says of it; one filler a role, items apart."""
    found: list[Argument] = []
    subject = subject_of(clauses, predicate, lexicon)
    obliques = [*predicate.obliques, *_loose(clauses, predicate, cast)]
    agent = next((word for word in obliques if preposition(clauses.sentence, word) in _AGENT), None)
    if predicate.voice is Voice.PASSIVE:
        add(found, RoleKind.ACTOR, agent, clauses, cast)
        add(found, _patient(clauses, predicate, subject, cast, lexicon), subject, clauses, cast)
    elif entry.transfer == "receive":  # erhalten, bekommen: whoever gives acts
        giver = next((word for word in obliques if preposition(clauses.sentence, word) in entry.recipient and is_of(cast, clauses, word, ACTORS)), None)
        add(found, RoleKind.ACTOR, giver, clauses, cast)
        add(found, RoleKind.RECIPIENT, subject, clauses, cast)
    else:
        add(found, _doer(clauses, predicate, subject, entry, cast, lexicon), subject, clauses, cast)
    if not any(argument.role is RoleKind.RECIPIENT for argument in found):
        add(found, RoleKind.RECIPIENT, _recipient(clauses, predicate, entry, cast, lexicon, {argument.word for argument in found}), clauses, cast)
    taken = {argument.word for argument in found}
    if (told_of := _unnamed_antecedent(clauses, predicate)) is not None and told_of not in taken:
        add(found, RoleKind.ACTOR if predicate.subject is None and predicate.voice is Voice.ACTIVE else RoleKind.ITEM, told_of, clauses, cast)
    found.extend(Argument(RoleKind.ITEM, word, entity_at(cast, clauses, word)) for word in predicate.objects if word not in taken and _is_thing(clauses, word, cast))
    things = [word for word in obliques if preposition(clauses.sentence, word) in entry.thing and not is_of(cast, clauses, word, ACTORS)]
    found.extend(Argument(RoleKind.ITEM, word, None) for word in things if word not in taken)
    taken.update(things)
    place = next((word for word in obliques if word not in taken and preposition(clauses.sentence, word) in AT and is_of(cast, clauses, word, PLACES)), None)
    add(found, RoleKind.PLACE, place, clauses, cast)
    instrument = next(
        (word for word in obliques if word not in taken and preposition(clauses.sentence, word) in ("mit", "per", "mithilfe") and entity_at(cast, clauses, word) is None), None
    )
    add(found, RoleKind.INSTRUMENT, instrument, clauses, cast)
    return found


def _loose(clauses: Clauses, predicate: Predicate, cast: Cast) -> list[int]:
    """Prepositional phrases that trees hang on a name or a means, which take none: `Nordkorea [von Russland] Technik erhalten`."""
    sentence = clauses.sentence
    governors = [word for word in (predicate.subject, *predicate.objects, *predicate.obliques) if word is not None]
    takers = [word for word in governors if sentence.words[word].upos == "PROPN" or preposition(sentence, word) in ("mit", "per")]
    return [child for word in takers for child in sentence.children[word] if preposition(sentence, child) and (clauses.number, child) in cast.at]


def _unnamed_antecedent(clauses: Clauses, predicate: Predicate) -> int | None:
    """`die Boote, die Kenia bekommt`: the noun of a relative clause whose pronoun trees take for an article."""
    if predicate.relation != "acl" or predicate.finite is None or predicate.mark is not None:
        return None
    words = clauses.sentence.words
    own = clauses.clause(predicate.word)
    if any(is_relative(words[i]) for i in own) or predicate.objects:
        return None
    first = next((i for i in own if words[i].upos != "PUNCT"), None)
    return words[predicate.word].head if first is not None and words[first].text in ("der", "die", "das", "den") and words[first].upos == "DET" else None


def subject_of(clauses: Clauses, predicate: Predicate, lexicon: Lexicon) -> int | None:
    """The subject; of a relative pronoun its noun, of an infinitive what the verb above makes it."""
    if predicate.subject is not None:
        return antecedent(clauses, predicate, predicate.subject)
    if predicate.parent is None or predicate.finite is not None or predicate.relation not in _OPEN:
        return None
    above = clauses.predicates[predicate.parent]
    if above.lemma in lexicon.events.object_control and predicate.relation != "advcl":
        return above.subject if above.voice is Voice.PASSIVE and not above.objects else next(iter(above.objects), None)
    return subject_of(clauses, above, lexicon)


def _patient(clauses: Clauses, predicate: Predicate, subject: int | None, cast: Cast, lexicon: Lexicon) -> RoleKind:
    affected = predicate.lemma in lexicon.events.affecting
    return RoleKind.RECIPIENT if affected or (subject is not None and is_somebody(clauses, subject, cast, lexicon)) else RoleKind.ITEM


def _doer(clauses: Clauses, predicate: Predicate, subject: int | None, entry: EventEntry, cast: Cast, lexicon: Lexicon) -> RoleKind:
    """Who does it or is so; what it happens to where nobody does: `[die Preise] stiegen`, `[vier Menschen] starben`."""
    thing = subject is not None and not is_somebody(clauses, subject, cast, lexicon) and not any(_is_thing(clauses, word, cast) for word in predicate.objects)
    return RoleKind.ITEM if entry.undergone or (thing and predicate.lemma in lexicon.events.happenings) else RoleKind.ACTOR


def _recipient(clauses: Clauses, predicate: Predicate, entry: EventEntry, cast: Cast, lexicon: Lexicon, taken: set[int]) -> int | None:
    """Where the lexicon says that the recipient stands; else the object that is somebody, datives first."""
    words = clauses.sentence.words
    for place in entry.recipient:
        if place == "dat":
            candidates = [w for w in predicate.objects if words[w].features.get("Case") == "Dat" or words[w].relation == "iobj"]
        elif place == "acc":
            candidates = [w for w in predicate.objects if words[w].features.get("Case") != "Dat"]
        else:
            candidates = [w for w in predicate.obliques if preposition(clauses.sentence, w) == place]
        somebody = (w for w in candidates if w not in taken and (entity_at(cast, clauses, w) is not None or is_somebody(clauses, w, cast, lexicon)))
        if (word := next(somebody, None)) is not None:
            return word
    left = [w for w in predicate.objects if w not in taken and not _is_reflexive(words[w])]
    somebody = [w for w in left if is_somebody(clauses, w, cast, lexicon)]
    dative = [w for w in left if (len(predicate.objects) > 1 or predicate.voice is Voice.PASSIVE) and is_dative(clauses, w)]
    # Networks slip on case and attach datives loosely; a bare noun phrase that is somebody still receives.
    loose = [w for w in predicate.obliques if w not in taken and not preposition(clauses.sentence, w) and is_of(cast, clauses, w, ACTORS[:-1])]
    # "lieferte [der Ukraine] Munition": hung on the goods like the first part of a name.
    inner = [
        c
        for w in predicate.objects
        for c in clauses.sentence.children[w]
        if c < w and words[c].upos == "PROPN" and not preposition(clauses.sentence, c) and is_of(cast, clauses, c, ACTORS)
    ]
    # "stellt die Bank [Kirgistan] Geld bereit": hung on the subject like a name beside it
    subject = predicate.subject if predicate.objects else None
    behind = [
        c
        for c in (clauses.sentence.children[subject] if subject is not None else ())
        if c > (subject or 0) and words[c].relation == "appos" and (clauses.number, c) in cast.at and cast.by_id(cast.at[clauses.number, c]).kind is EntityKind.COUNTRY
    ]
    affected = [w for w in left if predicate.lemma in lexicon.events.affecting and _is_thing(clauses, w, cast)]
    return next(iter([*affected, *dative, *somebody, *loose, *((*inner, *behind) if entry.transfer in ("supply", "give", "promise") else ())]), None)


def _is_thing(clauses: Clauses, word: int, cast: Cast) -> bool:
    """Whether an object is more than `sich` or an empty `es`."""
    return not _is_reflexive(clauses.sentence.words[word]) and (clauses.sentence.words[word].upos != "PRON" or (clauses.number, word) in cast.at)


def _is_reflexive(word: Word) -> bool:
    return word.features.get("Reflex") == "Yes" or word.text.lower() == "sich"
