"""Whether what a dispatch states about where things lie is so."""

from lagebild.domain.entity import Entity, EntityKind
from lagebild.domain.geography import GeoRelation, Measured, Stated, Verdict
from lagebild.knowledge import Knowledge, bearing, distance_km
from lagebild.understanding.bearings import judge_distance

Judged = tuple[Verdict, Measured | None, str]


def judge(relation: GeoRelation, stated: Stated, subject: Entity, target: Entity, knowledge: Knowledge) -> Judged:
    """The verdict on a statement, what was measured, and the reason with both numbers."""
    if subject.position is None:
        return _unclear(f"no coordinates are known for {subject.name}")
    if relation is GeoRelation.IN:
        agrees = subject.country == target.country
        return Verdict.AGREES if agrees else Verdict.DISAGREES, None, f"{subject.name} lies in {subject.country or 'no country'}, stated {target.country}"
    if relation is GeoRelation.ON:
        return _judge_water(subject, target, knowledge)
    if relation is GeoRelation.BORDER:
        return _judge_border(stated, subject, target, knowledge)
    return _judge_places(stated, subject, target)


def _unclear(reason: str) -> Judged:
    return Verdict.UNCLEAR, None, reason


def _judge_water(subject: Entity, water: Entity, knowledge: Knowledge) -> Judged:
    place = knowledge.place(subject.name)
    if place is None or not place.on:
        return _unclear(f"it is not known on which waters {subject.name} lies")
    # The knowledge does not hold every brook: a water that is missing does not disprove the statement.
    return Verdict.AGREES if water.name in place.on else Verdict.UNCLEAR, None, f"{subject.name} lies on {', '.join(place.on)}"


def _judge_border(stated: Stated, subject: Entity, target: Entity, knowledge: Knowledge) -> Judged:
    if subject.position is None or subject.country is None or target.country is None:
        return _unclear(f"it is not known in which country {subject.name if subject.country is None else target.name} lies")
    km = knowledge.distance_to_border(subject.position, subject.country, target.country)
    return judge_distance(stated, km, None) if km is not None else _unclear(f"no border of {subject.country} and {target.country} is known")


def _judge_places(stated: Stated, subject: Entity, target: Entity) -> Judged:
    if target.kind is EntityKind.COUNTRY:
        return _unclear(f"{target.name} is a country; from which point of it is not said")
    if target.position is None or subject.position is None:
        return _unclear(f"no coordinates are known for {target.name}")
    return judge_distance(stated, distance_km(target.position, subject.position), bearing(target.position, subject.position))
