"""The roles around an event that a noun names."""

from lagebild.domain.event import RoleKind
from lagebild.lexicon import Lexicon
from lagebild.lexicon.tables import EventEntry
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate, Voice
from lagebild.understanding.parties import AT, PLACES, Argument, add, is_of, is_somebody
from lagebild.understanding.phrases import entity_at, is_dative, preposition


def arguments_of_noun(clauses: Clauses, noun: int, entry: EventEntry, cast: Cast, lexicon: Lexicon) -> list[Argument]:
    """Roles of an event noun: `nordkoreanische Waffenlieferungen an Russland`, `der Angriff der Rebellen auf den Ort`, `[Die Partei] äußerte Kritik`."""
    found: list[Argument] = []
    for child in clauses.sentence.children[noun]:
        if child not in clauses.predicates and (role := _role(clauses, child, entry, cast, lexicon)) is not None:
            add(found, role, child, clauses, cast)
    found = _once(found)
    above = _deed_around(clauses, noun, lexicon)
    if above is not None and not any(argument.role is RoleKind.ACTOR for argument in found):
        add(found, RoleKind.ACTOR, above.subject, clauses, cast)
        if not any(argument.role is RoleKind.RECIPIENT for argument in found):
            add(found, RoleKind.RECIPIENT, next((word for word in above.objects if word != noun and is_dative(clauses, word)), None), clauses, cast)
    return found


def _role(clauses: Clauses, child: int, entry: EventEntry, cast: Cast, lexicon: Lexicon) -> RoleKind | None:
    word, governed = clauses.sentence.words[child], preposition(clauses.sentence, child)
    somebody = is_somebody(clauses, child, cast, lexicon)
    if entity_at(cast, clauses, child) is None and not (somebody and word.upos == "NOUN"):
        return None
    genitive = not governed and (word.relation == "det:poss" or (word.relation == "nmod" and word.features.get("Case") == "Gen"))
    if word.upos == "ADJ" or governed in ("durch", "von", "seitens", "zwischen") or genitive:
        return RoleKind.ACTOR
    if governed in entry.recipient or (governed in ("an", "auf", "gegen", "mit", "für") and somebody):
        return RoleKind.RECIPIENT
    return RoleKind.PLACE if governed in AT and is_of(cast, clauses, child, PLACES) else None


def _deed_around(clauses: Clauses, noun: int, lexicon: Lexicon) -> Predicate | None:
    """The verb that is one deed with its object: `[die Bahn] traf eine Entscheidung`, `[der Rat] erteilte [der Firma] ein Verbot`."""
    above = clauses.predicates.get(clauses.sentence.words[noun].head)
    if above is None or noun not in above.objects or above.subject in (None, noun) or above.voice is Voice.PASSIVE:
        return None
    return above if above.lemma in lexicon.events.doing else None


def _once(found: list[Argument]) -> list[Argument]:
    seen: set[RoleKind] = set()
    return [argument for argument in found if not (argument.role in seen or seen.add(argument.role))]
