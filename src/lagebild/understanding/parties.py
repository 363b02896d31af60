"""Who fills a role around an event: words, with the entities they name."""

from dataclasses import dataclass

from lagebild.domain.entity import EntityKind
from lagebild.domain.event import RoleKind
from lagebild.lexicon import Lexicon
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.phrases import entity_at
from lagebild.understanding.settling import names_people

AT = ("in", "bei", "an", "auf", "nach", "vor", "nahe", "unweit", "über", "aus")
PLACES = (EntityKind.PLACE, EntityKind.FACILITY, EntityKind.COUNTRY)
ACTORS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.GROUP, EntityKind.PLACE)
_PERSONAL = frozenset("ich mich mir du dich dir er ihn ihm sie ihr wir uns ihnen jemand jemanden jemandem niemand niemanden niemandem wer wen wem".split())


@dataclass(frozen=True, slots=True)
class Argument:
    """A word in a role, with its entity if it has one."""

    role: RoleKind
    word: int
    entity: str | None


def add(found: list[Argument], role: RoleKind, word: int | None, clauses: Clauses, cast: Cast) -> None:
    if word is not None and word not in {argument.word for argument in found} and clauses.sentence.words[word].text.lower() != "es":
        found.append(Argument(role, word, entity_at(cast, clauses, word)))


def is_of(cast: Cast, clauses: Clauses, word: int, kinds: tuple[EntityKind, ...]) -> bool:
    entity = entity_at(cast, clauses, word)
    return entity is not None and cast.by_id(entity).kind in kinds


def is_somebody(clauses: Clauses, word: int, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether a word names who can act: an entity that can, an office, a noun for people or for a body of them, a personal pronoun."""
    if clauses.sentence.words[word].text.lower() in _PERSONAL:
        return True
    entity = entity_at(cast, clauses, word)
    return cast.by_id(entity).kind in ACTORS if entity is not None else names_people(clauses.sentence.words[word], lexicon)
