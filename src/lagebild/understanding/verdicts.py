"""Whether what a dispatch states about where things lie is so.

The bounds are ours: what a careful editor would let stand. Where the coordinates cannot tell, the verdict is unclear and says why.
"""

import math

from lagebild.domain.entity import Entity, EntityKind, Position
from lagebild.domain.geography import GeoRelation, Measured, Verdict
from lagebild.knowledge import Knowledge, Place, PlaceKind, bearing, distance_km
from lagebild.understanding.bearings import compass, is_toward, judge_distance, toward_in
from lagebild.understanding.measures import Locator

Judged = tuple[Verdict, Measured | None, str]

_AT_BORDER, _OFF_BORDER = 30.0, 60.0  # km within which a town is at a border, beyond which it is not
_AT_COAST, _OFF_COAST = 15.0, 30.0
_AT_REGION = 120.0  # km from the middle of a region whose bounds are not known
_SHARE, _KM_OF_DEGREE = 0.15, 100.0  # of half the diagonal of the country
_NOT_NEAR = 200.0
_BETWEEN, _NOT_BETWEEN = 1.4, 1.8  # the way over the place as a multiple of the straight way
_ROAD = 2.2  # times the straight line that a road may be long
_WIDE_WATERS = (PlaceKind.OCEAN, PlaceKind.SEA)


def judge(locator: Locator, subject: Entity, knowledge: Knowledge) -> Judged:  # noqa: PLR0911  a case a line
    """The verdict on a statement, what was measured, and the reason with both numbers."""
    if subject.position is None:
        return _unclear(f"no coordinates are known for {subject.name}")
    target = locator.objects[0].entity
    if locator.relation is GeoRelation.BETWEEN:
        return _judge_between(subject.position, target, locator.objects[1].entity)
    if locator.relation is GeoRelation.BORDER:
        return _judge_border(locator, subject, subject.position, target, knowledge)
    if locator.feature == "coast":
        return _judge_coast(locator, subject, subject.position, target, knowledge)
    if locator.relation is GeoRelation.ON:
        return _judge_water(subject, subject.position, target, knowledge)
    if locator.relation is GeoRelation.IN:
        return _judge_land(locator, subject, subject.position, target, knowledge)
    return _judge_places(locator, subject.position, target)


def _unclear(reason: str, measured: Measured | None = None) -> Judged:
    return Verdict.UNCLEAR, measured, reason


def _judge_places(locator: Locator, position: Position, target: Entity) -> Judged:
    if target.position is None:
        return _unclear(f"no coordinates are known for {target.name}")
    if target.kind is EntityKind.COUNTRY:
        return _unclear(f"{target.name} is a country; from which point of it is not said")
    km, toward = distance_km(target.position, position), bearing(target.position, position)
    measured = Measured(round(km, 1), round(toward, 1))
    if locator.stated.km is None and locator.stated.direction is None:
        far = km > _NOT_NEAR
        return Verdict.DISAGREES if far else Verdict.UNCLEAR, measured, f"stated near, measured {km:.0f} km {compass(toward)}"
    if locator.road and locator.stated.km is not None:
        return _judge_road(locator.stated.km, measured)
    return judge_distance(locator.stated, km, toward)


def _judge_road(stated: float, measured: Measured) -> Judged:
    """A road is no shorter than the straight line; how much longer, the coordinates do not tell."""
    possible = 0.85 * measured.km <= stated <= _ROAD * measured.km
    reason = f"stated {stated:g} km by road, measured {measured.km:.0f} km in a straight line"
    return Verdict.UNCLEAR if possible else Verdict.DISAGREES, measured, reason


def _judge_between(position: Position, one: Entity, other: Entity) -> Judged:
    if one.position is None or other.position is None:
        return _unclear(f"no coordinates are known for {one.name if one.position is None else other.name}")
    straight = max(distance_km(one.position, other.position), 1.0)
    way = distance_km(one.position, position) + distance_km(position, other.position)
    reason = f"stated between {one.name} and {other.name}, which are {straight:.0f} km apart, measured {way:.0f} km over it"
    measured = Measured(round(way, 1))
    if way <= max(_BETWEEN * straight, straight + 2 * _AT_COAST):
        return Verdict.AGREES, measured, reason
    return (Verdict.DISAGREES if way > _NOT_BETWEEN * straight else Verdict.UNCLEAR), measured, reason


def _judge_border(locator: Locator, subject: Entity, position: Position, target: Entity, knowledge: Knowledge) -> Judged:
    here, there = subject.country, target.country
    if len(locator.objects) > 1:
        here, there = target.country, locator.objects[1].entity.country
    if here is None or there is None:
        return _unclear(f"it is not known in which country {subject.name if here is None else target.name} lies")
    if here == there:
        return _unclear(f"{subject.name} lies in {target.name} itself")
    km = knowledge.distance_to_border(position, here, there)
    if km is None:
        return Verdict.DISAGREES, None, f"{here} and {there} have no border on land"
    if subject.kind is EntityKind.COUNTRY:
        return Verdict.AGREES, None, f"{here} and {there} have a border on land"
    if locator.stated.km is not None:
        return judge_distance(locator.stated, km, None)
    return _within(km, _AT_BORDER, _OFF_BORDER, f"stated at the border of {here} and {there}, measured {km:.0f} km")


def _within(km: float, near: float, far: float, reason: str) -> Judged:
    verdict = Verdict.AGREES if km <= near else Verdict.DISAGREES if km > far else Verdict.UNCLEAR
    return verdict, Measured(round(km, 1)), reason


def _judge_coast(locator: Locator, subject: Entity, position: Position, target: Entity, knowledge: Knowledge) -> Judged:
    """Of a country's coast, or of a water's: the Pacific's is that of the country in which the place lies."""
    if target.kind is not EntityKind.COUNTRY:
        return _judge_water(subject, position, target, knowledge)
    code = target.country or ""
    km = knowledge.shapes.distance_to_coast(position, code)
    if km is None:
        return Verdict.DISAGREES, None, f"no coast is known of {target.name}"
    if locator.stated.km is not None:
        return judge_distance(locator.stated, km, None)
    return _within(km, _AT_COAST, _OFF_COAST, f"stated at the coast of {target.name}, measured {km:.0f} km")


def _judge_water(subject: Entity, position: Position, target: Entity, knowledge: Knowledge) -> Judged:
    place, water = _place(subject, knowledge), _place(target, knowledge)
    if water is None:
        return _unclear(f"nothing is known of {target.name}")
    if place is not None and water.name in place.on:
        return Verdict.AGREES, None, f"{subject.name} lies on {', '.join(place.on)}"
    if water.coasts and subject.country and subject.country not in water.coasts and water.country != subject.country:
        return Verdict.DISAGREES, None, f"{target.name} does not reach {subject.country}"
    km = knowledge.shapes.distance_to_coast(position, subject.country or "") if water.kind in _WIDE_WATERS else None
    if km is not None and km > _OFF_COAST:
        return Verdict.DISAGREES, Measured(round(km, 1)), f"stated on {target.name}, measured {km:.0f} km to the coast"
    if place is not None and place.on and knowledge.is_lain_on(water.name):
        return Verdict.DISAGREES, None, f"{subject.name} lies on {', '.join(place.on)}"
    # The knowledge does not hold every brook: a water that is missing does not disprove the statement.
    return _unclear(f"it is not known whether {subject.name} lies on {target.name}")


def _place(entity: Entity, knowledge: Knowledge) -> Place | None:
    entry = knowledge.by_id(entity.link.id) if entity.link else None
    return entry.details if entry and isinstance(entry.details, Place) else None


def _judge_land(locator: Locator, subject: Entity, position: Position, target: Entity, knowledge: Knowledge) -> Judged:
    if target.kind is not EntityKind.COUNTRY:
        return _judge_region(locator, subject, position, target, knowledge)
    code = target.country or ""
    inside = subject.country == code or (subject.country is None and knowledge.shapes.contains(code, position))
    if not inside:
        return Verdict.DISAGREES, None, f"{subject.name} lies in {subject.country or 'another country'}, stated {code}"
    if locator.stated.direction is None:
        return Verdict.AGREES, None, f"{subject.name} lies in {code}"
    return _judge_part(locator.stated.direction, position, code, knowledge)


def _judge_part(direction: str, position: Position, code: str, knowledge: Knowledge) -> Judged:
    """The north of a country is what lies north of its middle, whatever its size."""
    if not knowledge.shapes.has(code):
        return _unclear(f"the shape of {code} is not known")
    middle, height, width = knowledge.shapes.middle(code)
    off = toward_in(direction, (position.lat - middle.lat) / height, ((position.lon - middle.lon + 180) % 360 - 180) / width)
    toward, km = bearing(middle, position), distance_km(middle, position)
    reason = f"stated {direction} of {code}, measured {km:.0f} km {compass(toward)} of its middle"
    verdict = Verdict.AGREES if off > 0.0 else Verdict.DISAGREES if off < -0.25 else Verdict.UNCLEAR  # noqa: PLR2004  a quarter of the way to the edge
    return verdict, Measured(round(km, 1), round(toward, 1)), reason


def _judge_region(locator: Locator, subject: Entity, position: Position, target: Entity, knowledge: Knowledge) -> Judged:
    """Regions have a middle and no bounds here; how large one may be goes by its country."""
    if target.position is None:
        return _unclear(f"no coordinates are known for {target.name}")
    km, toward = distance_km(target.position, position), bearing(target.position, position)
    reason = f"stated in {target.name}, measured {km:.0f} km {compass(toward)} of its middle"
    if subject.country and target.country and subject.country != target.country:
        return Verdict.DISAGREES, Measured(round(km, 1), round(toward, 1)), f"{subject.name} lies in {subject.country}, {target.name} in {target.country}"
    fits = locator.stated.direction is None or is_toward(locator.stated.direction, toward)
    return (Verdict.AGREES if km <= _reach(target.country, knowledge) and fits else Verdict.UNCLEAR), Measured(round(km, 1), round(toward, 1)), reason


def _reach(code: str | None, knowledge: Knowledge) -> float:
    """Kilometres from the middle of a region within which one is surely in it."""
    if code is None or not knowledge.shapes.has(code):
        return _AT_REGION
    _, height, width = knowledge.shapes.middle(code)
    return max(_AT_REGION, _SHARE * math.hypot(height, width) * _KM_OF_DEGREE)
