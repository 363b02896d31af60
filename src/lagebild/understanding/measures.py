"""Phrases of place as they were found, and the measures in them."""

from dataclasses import dataclass

from lagebild.domain.geography import GeoRelation, Stated
from lagebild.understanding.numbers import number
from lagebild.understanding.places_named import Named, View

UNITS = {
    **dict.fromkeys(("Kilometer", "Kilometern", "km", "Straßenkilometer", "Autobahnkilometer", "Bahnkilometer", "Luftkilometer", "Flugkilometer"), 1.0),
    **dict.fromkeys(("Meter", "Metern"), 0.001),
    **dict.fromkeys(("Meile", "Meilen"), 1.609344),
    **dict.fromkeys(("Seemeile", "Seemeilen"), 1.852),
}
_ABOUT = frozenset({"rund", "etwa", "circa", "ca.", "zirka", "ungefähr", "knapp", "gut", "fast", "nahezu", "annähernd", "rd."})


@dataclass(frozen=True, slots=True)
class Locator:
    """Where something lies: the words that say so, the place or the two that it is told from; who lies there is another question."""

    first: int
    last: int
    objects: tuple[Named, ...]
    relation: GeoRelation
    stated: Stated
    rule: str
    feature: str | None = None
    road: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    first: int
    km: float
    modifier: str | None


def few_before(view: View, unit: int) -> int | None:
    """The first word of a measure without a number: `nur wenige Kilometer`."""
    if not 0 < unit < len(view.words) or view.words[unit].text not in UNITS or view.text(unit - 1) not in ("wenige", "wenigen", "weniger"):
        return None
    return unit - 2 if view.text(unit - 2) == "nur" else unit - 1


def measure_before(view: View, unit: int) -> Measure | None:
    """The measure that ends with a unit: `mehr als 1500 Kilometer`; a word such as `Luftlinie` may follow it."""
    while view.text(unit) in ("luftlinie", "weiter", "weit", ")", "(") and unit > 0:
        unit -= 1
    factor = UNITS.get(view.words[unit].text) if 0 < unit < len(view.words) else None
    value = number(view.words[unit - 1].text) if factor else None
    if factor is None or value is None:
        return None
    before, two = view.text(unit - 2), view.text(unit - 3)
    if before == "als" and two in ("mehr", "weniger"):
        return Measure(unit - 3, value * factor, "more" if two == "mehr" else "less")
    if before in _ABOUT:
        return Measure(unit - 2, value * factor, "about")
    if before in ("keine", "keinen", "kaum"):
        return Measure(unit - 2, value * factor, "less")
    if before in ("über", "mindestens", "wenigstens"):
        return Measure(unit - 2, value * factor, "more")
    return Measure(unit - 2, value * factor, "less") if before in ("unter", "höchstens", "maximal") else Measure(unit - 1, value * factor, None)
