"""Who gives and who gets, around an event that moves goods: its roles, and what stands beside it where they are empty."""

from collections.abc import Iterator

from lagebild.domain.entity import EntityKind
from lagebild.domain.event import RoleKind
from lagebild.lexicon import Lexicon
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses, Predicate
from lagebild.understanding.events import Told
from lagebild.understanding.parties import ACTORS, is_of
from lagebild.understanding.phrases import entity_at, head_of, preposition

_FROM, _TO = ("von", "aus", "durch", "bei", "seitens"), ("an", "nach", "für")

Parties = tuple[str, ...]


def parties_of(told: Told, cast: Cast, lexicon: Lexicon) -> tuple[Parties, Parties]:
    """Suppliers and recipients; whoever holds an office of a state gives and takes for that state."""
    acting, receiving = _filling(told, RoleKind.ACTOR, cast), _filling(told, RoleKind.RECIPIENT, cast)
    if told.entry.transfer in ("acquire", "demand"):  # kaufen, fordern: who acts receives
        suppliers, recipients = receiving or _beside(told, _FROM, cast), acting
    elif told.entry.transfer == "receive":
        suppliers, recipients = acting or _beside(told, _FROM, cast), receiving
    else:
        suppliers, recipients = acting, receiving or _beside(told, _TO, cast)
    if told.predicate is None:
        suppliers = suppliers or _beside(told, ("durch", "aus"), cast) or _acting_above(told, cast, lexicon)
    given = tuple(_for_the_state(party, cast, lexicon) for party in suppliers)
    return given, tuple(state for party in recipients if (state := _for_the_state(party, cast, lexicon)) not in given)


def governing_verb(told: Told) -> str | None:
    """The verb whose object or subject an event noun is: `stellte die Lieferungen ein`."""
    above = _above(told)
    return above.lemma if above else None


def _above(told: Told) -> Predicate | None:
    head = told.clauses.sentence.words[told.word].head
    return told.clauses.predicates.get(head) if told.predicate is None else None


def _acting_above(told: Told, cast: Cast, lexicon: Lexicon) -> Parties:
    """Wer die Lieferung [einstellt, plant, prüft], who would deliver."""
    above = _above(told)
    if above is None or told.word not in above.objects or above.subject is None or above.lemma not in lexicon.events.trading | lexicon.events.stopping:
        return ()
    entity = entity_at(cast, told.clauses, above.subject)
    return (entity,) if entity is not None and cast.by_id(entity).kind in ACTORS else ()


def _filling(told: Told, role: RoleKind, cast: Cast) -> Parties:
    """The entities in a role; a name set beside a noun says who it is."""
    filling = [each for each in told.event.roles if each.role is role and each.entity is not None]
    heads = [head_of(told.clauses.sentence, each.span) for each in filling]
    named = [_name_beside(told.clauses, word, cast) if word is not None else None for word in heads]
    return tuple(dict.fromkeys(name or each.entity for name, each in zip(named, filling, strict=True) if each.entity is not None))


def _name_beside(clauses: Clauses, word: int, cast: Cast) -> str | None:
    """`der Firma [Aerovale]`: who is meant bears a name."""
    for child in clauses.sentence.children[word]:
        other = clauses.sentence.words[child]
        if child > word and other.upos == "PROPN" and other.relation in ("appos", "flat", "nmod") and not preposition(clauses.sentence, child):
            entity = cast.at.get((clauses.number, child))
            if entity is not None and cast.by_id(entity).kind in (EntityKind.ORGANISATION, EntityKind.PERSON):
                return entity
    return None


def _beside(told: Told, prepositions: tuple[str, ...], cast: Cast) -> Parties:
    """The party behind a preposition, at the verb or within the phrase of the noun."""
    for word in _around(told):
        if preposition(told.clauses.sentence, word) in prepositions and is_of(cast, told.clauses, word, ACTORS):
            named = _name_beside(told.clauses, word, cast) or entity_at(cast, told.clauses, word)
            return (named,) if named is not None else ()
    return ()


def _around(told: Told) -> Iterator[int]:
    if told.predicate is not None:
        yield from told.predicate.obliques
        yield from (below for word in (*told.predicate.obliques, *told.predicate.objects) for below in told.clauses.sentence.children[word])
        return
    yield from (word for word in told.clauses.subtree(told.word) if word != told.word)
    above = _above(told)
    yield from above.obliques if above else ()


def _for_the_state(entity: str, cast: Cast, lexicon: Lexicon) -> str:
    person = cast.by_id(entity)
    if person.kind is not EntityKind.PERSON or person.country is None or not any(_is_office(role.title, lexicon) for role in person.roles):
        return entity
    return next((state.id for state in cast.entities if state.kind is EntityKind.COUNTRY and state.country == person.country), entity)


def _is_office(title: str, lexicon: Lexicon) -> bool:
    return any(word in lexicon.titles.offices or word.lower().endswith(lexicon.titles.office_heads) for word in title.split())
