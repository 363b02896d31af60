"""The roles around an event that a noun names."""

from collections.abc import Iterator

from lagebild.domain.event import RoleKind
from lagebild.lexicon.tables import EventEntry
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.entities import Cast
from lagebild.understanding.parties import ACTORS, AT, PLACES, Argument, add, is_of
from lagebild.understanding.phrases import entity_at, preposition


def arguments_of_noun(clauses: Clauses, noun: int, entry: EventEntry, cast: Cast) -> list[Argument]:
    """Roles of an event noun: `nordkoreanische Waffenlieferungen an Russland`, `der Angriff der Rebellen auf den Ort`."""
    found: list[Argument] = []
    sentence = clauses.sentence
    for child in _dependents(clauses, noun):
        word, governed = sentence.words[child], preposition(sentence, child)
        entity = entity_at(cast, clauses, child)
        if entity is None:
            continue
        if word.upos == "ADJ" or governed in ("durch", "von", "seitens") or (not governed and word.relation in ("nmod", "det:poss") and word.features.get("Case") == "Gen"):
            add(found, RoleKind.ACTOR, child, clauses, cast)
        elif governed in entry.recipient or (governed in ("an", "auf", "gegen", "mit", "für") and is_of(cast, clauses, child, ACTORS)):
            add(found, RoleKind.RECIPIENT, child, clauses, cast)
        elif governed in AT and is_of(cast, clauses, child, PLACES):
            add(found, RoleKind.PLACE, child, clauses, cast)
    return _once(found)


def _dependents(clauses: Clauses, noun: int) -> Iterator[int]:
    """What hangs on a noun, one step down through its phrase."""
    for child in clauses.sentence.children[noun]:
        if child not in clauses.predicates:
            yield child


def _once(found: list[Argument]) -> list[Argument]:
    seen: set[RoleKind] = set()
    return [argument for argument in found if not (argument.role in seen or seen.add(argument.role))]
