"""Phrases that say where something lies: by distance, direction, border, coast, water or the land around it.

Every rule starts at a named place and reads what stands before it. Movements and ranges (`legte 300 Kilometer zurück`, `Reichweite von 300
Kilometern`) have no named place at their end and are therefore never read.
"""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.domain.entity import EntityKind
from lagebild.domain.geography import GeoRelation, Stated
from lagebild.knowledge import Knowledge, Place, PlaceKind
from lagebild.understanding.bearings import direction_of, direction_of_noun
from lagebild.understanding.edges import at_border, at_coast, bordering
from lagebild.understanding.linking import WATERS
from lagebild.understanding.measures import UNITS, Locator, few_before, measure_before
from lagebild.understanding.places_named import Named, View

_AWAY = frozenset({"entfernt", "entfernte", "entfernten", "gelegen", "gelegene", "gelegenen", "weg", "liegend", "liegende", "liegenden", "liegt", "liegen", "lag", "lagen"})
_MIDDLES = frozenset({"zentrum", "herzen", "landesinneren", "inneren"})
_LANDS = (PlaceKind.REGION, PlaceKind.ISLAND)
_COMPASS = ("nordost", "nordwest", "südost", "südwest", "nord", "süd", "ost", "west")
_NO_PLACE = frozenset({"umkreis", "radius", "reichweite", "länge", "tiefe", "höhe", "breite"})
_WAYS = ("strecke", "straße", "autobahn", "trasse", "route", "leitung", "graben")  # their length is no distance
_PARTING = ("liegen", "betragen", "trennen")
_ROADS = frozenset(
    {"straßenkilometer", "autobahnkilometer", "bahnkilometer", "fahrstrecke", "fahrtstrecke", "straßenentfernung", "landweg", "schienenweg", "bahnstrecke", "straßenweg"}
)
_BY_ROAD = frozenset({"straße", "schiene", "zug", "auto", "autobahn", "bahn", "lastwagen", "bus"})


def find_locators(view: View, knowledge: Knowledge) -> Iterator[Locator]:
    """The locators of a sentence, one for each place that one is told from."""
    for named in view.named:
        found = (
            _from_last(view, named)
            or _apart(view, named)
            or _between(view, named)
            or bordering(view, named)
            or at_border(view, named)
            or at_coast(view, named)
            or _direction(view, named)
            or _distance(view, named)
            or _near(view, named)
            or _part_of_land(view, named)
            or _on_water(view, named, knowledge)
            or _in_land(view, named, knowledge)
        )
        if found and not _is_range(view, found):
            yield replace(found, road=_is_by_road(view))


def _direction(view: View, named: Named) -> Locator | None:
    """[rund 60 Kilometer nordöstlich von Hamburg]"""
    at = view.before(named)
    at -= view.text(at) in ("von", "vom")
    # What looks like an adjective before a genitive is the direction: `westlich der Hauptstadt Baku`
    word = next((i for i in range(named.first - 1, max(at - 1, -1), -1) if view.words[i].text.lower().endswith("lich") and direction_of(view.text(i))), None)
    if word is None:
        return None
    direction, measure = direction_of(view.text(word)), measure_before(view, word - 1)
    if measure:
        return Locator(measure.first, named.last, (named,), GeoRelation.DISTANCE, Stated(measure.km, measure.modifier, direction), "distance_and_direction")
    return Locator(word, named.last, (named,), GeoRelation.DIRECTION, Stated(direction=direction), "direction_from_place")


def _distance(view: View, named: Named) -> Locator | None:
    """[40 Kilometer von Kiew entfernt]"""
    at = view.before(named)
    if view.text(at) in ("bis", "nach") or (view.text(at) in ("zur", "zum") and view.text(at - 1) == "bis"):
        return _from_to(view, at, named)
    gate = next((i for i in (at, at - 1) if view.text(i) == "toren" and view.text(i - 1) == "den"), None)
    at = gate - 2 if gate is not None else at
    if view.text(at) not in ("von", "vom", "vor", "zu", "zur", "zum"):
        return None
    if (few := few_before(view, at - 1)) is not None:
        return Locator(few, named.last, (named,), GeoRelation.DISTANCE, Stated(), "near_place")
    return _measured(view, at, named) or (Locator(at, named.last, (named,), GeoRelation.DISTANCE, Stated(), "near_place") if gate is not None else None)


def _measured(view: View, at: int, named: Named) -> Locator | None:
    """The measure around the preposition at a word: before it, before `entfernt` before it, or behind the name."""
    away, distant = view.behind(named.last, lambda word: word.text.lower() in _AWAY, 3), view.text(at - 1) in ("entfernt", "entfernung")
    measure, last = measure_before(view, at - 1 - distant), named.last
    set_off = view.text(at) == "vor" or away is not None or distant or _lies(view)
    if measure and set_off and (view.text(at) in ("von", "vom", "vor") or distant or "entfernung" in (view.text(i) for i in range(measure.first - 3, measure.first))):
        last = away if away is not None and view.text(away).startswith("entfernt") else last
        return Locator(measure.first, last, (named,), GeoRelation.DISTANCE, Stated(measure.km, measure.modifier), "distance_from_place")
    unit = view.behind(named.last, lambda word: word.text in UNITS, 9)
    if view.text(at) in ("von", "vom", "vor") and unit is not None and view.text(unit + 1) in _AWAY and (measure := measure_before(view, unit)):
        return Locator(at, unit + 1, (named,), GeoRelation.DISTANCE, Stated(measure.km, measure.modifier), "distance_from_place")
    return None


def _from_to(view: View, at: int, named: Named) -> Locator | None:
    """[Von Kabul aus sind es 335 Kilometer bis nach Kundus]"""
    start = next((each for each in view.named if each.last < at and view.text(view.before(each)) in ("von", "vom")), None)
    unit = next((i for i in range(len(view.words)) if view.words[i].text in UNITS), None) if start else None
    measure = measure_before(view, unit) if unit else None
    if start is None or measure is None or not any(view.text(i) in ("sind", "beträgt", "liegen") for i in range(len(view.words))):
        return None
    return Locator(view.before(start), named.last, (start,), GeoRelation.DISTANCE, Stated(measure.km, measure.modifier), "distance_from_to")


def _lies(view: View) -> bool:
    return any(word.lemma in ("liegen", "befinden") for word in view.words)


def _near(view: View, named: Named) -> Locator | None:
    """[in der Nähe von Malmö]"""
    at = view.before(named)
    stated = Locator(at, named.last, (named,), GeoRelation.DISTANCE, Stated(), "near_place")
    if view.text(at) in ("nahe", "unweit", "nächst"):
        return stated
    if view.text(at) in ("zu", "zur", "zum") and view.text(at - 1) == "grenznah":
        return Locator(at - 1, named.last, (named,), GeoRelation.BORDER, Stated(), "at_border", "border")
    if view.text(at) in ("von", "bei", "vom", "des") and view.text(at - 1) in ("nahe", "unweit", "nähe"):
        at -= 1
    if view.text(at) == "nähe":
        first = at - 2 if view.text(at - 2) in ("in", "aus") else at - 1 if view.text(at - 1) in ("in", "der") else at
        return replace(stated, first=first)
    if view.text(at) in ("nahe", "unweit"):
        return replace(stated, first=at)
    return stated if view.text(at) == "bei" and view.named_before(at) else None


def _from_last(view: View, named: Named) -> Locator | None:
    """In Wien und im [55 Kilometer entfernten Bratislava]: from the place named before."""
    participle = next((i for i in range(max(0, named.first - 3), named.first) if view.text(i).startswith(("entfernte", "gelegene", "liegende"))), None)
    last = next((each for each in reversed(view.named) if each.last < named.first and each.entity.kind is EntityKind.PLACE), None)
    if participle is None or last is None or any(view.text(i) in ("von", "vom", "der", "zu") for i in range(last.last, participle)):
        return None
    direction = direction_of(view.text(participle - 1))
    measure = measure_before(view, participle - 1 - (direction is not None))
    if measure is None:
        return None
    return Locator(measure.first, named.last, (last,), GeoRelation.DISTANCE, Stated(measure.km, measure.modifier, direction), "distance_from_last_place")


def _apart(view: View, named: Named) -> Locator | None:
    """[Zwischen Wien und Bratislava liegen 55 Kilometer]; [55 Kilometer trennen Wien und Bratislava]"""
    at, other = view.before(named), next((each for each in view.named if each.first > named.last and view.before(each) == named.last + 1), None)
    if other is None or view.text(named.last + 1) != "und" or any(view.text(i).endswith(_WAYS) for i in range(len(view.words))):
        return None
    verb = next((word.index for word in view.words if word.lemma in _PARTING), None)
    unit = next((word.index for word in view.words if word.text in UNITS and (word.index < named.first or word.index > other.last)), None)
    if verb is None or unit is None or (view.text(at) != "zwischen" and view.words[verb].lemma != "trennen" and view.text(len(view.words) - 2) != "auseinander"):
        return None
    if view.words[unit].index + 1 < len(view.words) and view.words[unit + 1].upos == "NOUN" and view.text(unit + 1) != "luftlinie":
        return None  # 30 Kilometer Stau
    measure = measure_before(view, unit)
    first = at if view.text(at) == "zwischen" else named.first
    return Locator(min(first, measure.first), max(unit, other.last), (named,), GeoRelation.DISTANCE, Stated(measure.km, measure.modifier), "distance_apart") if measure else None


def _between(view: View, named: Named) -> Locator | None:
    """[zwischen Mannheim und Karlsruhe]"""
    at = view.before(named)
    if view.text(at) != "zwischen" or view.text(named.last + 1) != "und":
        return None
    other = next((each for each in view.named if each.first > named.last and view.before(each) == named.last + 1), None)
    if other is None or {named.entity.kind, other.entity.kind} == {EntityKind.COUNTRY}:
        return None
    return Locator(at, other.last, (named, other), GeoRelation.BETWEEN, Stated(), "between_places")


def _part_of_land(view: View, named: Named) -> Locator | None:
    """[im Norden Syriens]"""
    at = view.before(named)
    at -= view.text(at) in ("von", "vom")
    direction = direction_of_noun(view.text(at))
    if (direction is None and view.text(at) not in _MIDDLES) or view.words[at].text.islower() or view.text(at - 1) not in ("im", "in", "den", "äußersten"):
        return None
    first = at - 1 - (view.text(at - 2) in ("im", "in") and view.text(at - 1) in ("den", "äußersten"))
    return Locator(first, named.last, (named,), GeoRelation.IN, Stated(direction=direction), "in_part_of_land")


def _on_water(view: View, named: Named, knowledge: Knowledge) -> Locator | None:
    """[am Rhein]"""
    at = named.first - 1
    while at > 0 and (view.text(at) in ("der", "dem", "den", "des") or view.words[at].upos == "ADJ" or view.text(at).endswith(("fluss", "ufer", "strom"))):
        at -= 1
    if view.text(at) not in ("an", "am") or _kind_of_place(named, knowledge) not in WATERS:
        return None
    return Locator(at, named.last, (named,), GeoRelation.ON, Stated(), "on_water")


def _in_land(view: View, named: Named, knowledge: Knowledge) -> Locator | None:
    """Die Stadt Gori [in Georgien]"""
    at, kind = view.before(named), _kind_of_place(named, knowledge)
    land = named.entity.kind is EntityKind.COUNTRY or kind in _LANDS
    if not land:
        return None
    if at >= 0 and view.words[at].text in ("in", "im", "auf") and (view.named_before(at) or _is_lying(view, at)):
        return Locator(at, named.last, (named,), GeoRelation.IN, Stated(direction=_compass_of(view, named)), "in_land")
    if view.text(named.first - 1) == "(" and view.text(named.last + 1) == ")" and view.named_before(named.first):
        return Locator(named.first, named.last, (named,), GeoRelation.IN, Stated(), "land_in_brackets")
    follows = view.at(named.last + 1) or (view.at(named.last + 2) if view.is_class(named.last + 1) else None)
    if view.words[named.first].upos == "ADJ" and follows and follows.whole and follows.entity.kind in (EntityKind.PLACE, EntityKind.FACILITY):
        return Locator(named.first, named.last + 1, (named,), GeoRelation.IN, Stated(direction=_compass_of(view, named)), "adjective_of_land")
    if view.words[named.first].upos == "ADJ" and view.is_class(named.last + 1) and view.text(named.first - 1) in ("eine", "einer", "einem") and view.named_before(named.first - 1):
        return Locator(named.first - 1, named.last + 1, (named,), GeoRelation.IN, Stated(direction=_compass_of(view, named)), "land_set_beside")
    return None


def _compass_of(view: View, named: Named) -> str | None:
    """The direction that begins a word: `ostukrainisch`, `Südostfrankreich`."""
    return next((direction_of_noun(part) for part in _COMPASS if view.text(named.first).startswith(part)), None)


def _is_lying(view: View, at: int) -> bool:
    """Whether the clause around a word says that something lies somewhere."""
    owner = view.clauses.owner[at]
    predicate = view.clauses.predicates.get(owner) if owner is not None else None
    if predicate is not None and predicate.lemma in ("liegen", "befinden", "gelegen"):
        return True
    return view.behind(at, lambda word: word.text.lower().startswith(("gelegen", "liegend")), 4) is not None


def _kind_of_place(named: Named, knowledge: Knowledge) -> PlaceKind | None:
    entry = knowledge.by_id(named.entity.link.id) if named.entity.link else None
    return entry.details.kind if entry and isinstance(entry.details, Place) else None


def _is_range(view: View, locator: Locator) -> bool:
    """`im Umkreis von 30 Kilometern um Kiew` is an area, no place."""
    return any(view.text(at) in _NO_PLACE for at in range(max(0, locator.first - 3), locator.first))


def _is_by_road(view: View) -> bool:
    """Whether the text measures along a road or track: `auf der Straße`, `Fahrtstrecke`."""
    return any(view.text(at) in _ROADS or _is_way(view, at) for at in range(len(view.words)))


def _is_way(view: View, at: int) -> bool:
    return view.text(at) in _BY_ROAD and view.text(at - 1) in ("der", "dem", "die") and view.text(at - 2) in ("auf", "mit", "über")
