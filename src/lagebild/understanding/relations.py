"""Who holds an office where, and who belongs to what."""

from collections.abc import Iterator, Sequence

from lagebild.domain.entity import EntityKind, Relation, RelationKind
from lagebild.domain.event import RoleKind
from lagebild.domain.span import Evidence
from lagebild.understanding.cast import Cast
from lagebild.understanding.events import Told


def find_relations(events: Sequence[Told], cast: Cast) -> Iterator[Relation]:
    """Offices first, then memberships."""
    for entity in cast.entities:
        for role in entity.roles:
            named = (mention.entity for mention in cast.within(role.span) if mention.entity != entity.id and cast.by_id(mention.entity).kind is not EntityKind.PERSON)
            state = (known.id for known in cast.entities if known.kind is EntityKind.COUNTRY and known.country == entity.country and entity.country)
            held = next(named, None) or next(state, None)
            if held is not None:
                yield Relation(RelationKind.ROLE, entity.id, held, role.span, (Evidence(role.span, "role_names_body"),))
    for told in events:
        if told.event.lemma == "angehören":
            parties = {role.role: role.entity for role in told.event.roles}
            member, group = parties.get(RoleKind.ACTOR), parties.get(RoleKind.RECIPIENT)
            if member and group:
                yield Relation(RelationKind.MEMBER, member, group, told.event.trigger, (Evidence(told.event.trigger, "verb_of_belonging"),))
