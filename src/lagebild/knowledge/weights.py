"""How much one hears of an entry, 0 to 1: a prior for names that several share, by size and rank, not counted in any corpus."""

import math

from lagebild.knowledge.entries import Country, Details, Organisation, Person, Place, PlaceKind

# Countries that German copy writes about most, by the size of what is at stake
_NEAR = frozenset({"DE", "AT", "CH"})
_GREAT = frozenset({"US", "RU", "CN", "FR", "GB", "UA", "IL", "TR", "IT", "PL", "IR", "JP", "IN", "ES"})
_HEADS = ("präsident", "kanzler", "premierminister", "regierungschef", "staatschef", "papst", "könig", "generalsekretär", "oberster führer")
_LARGEST = 8.0  # decimal digits of the inhabitants of the largest towns


def weight_of(details: Details) -> float:
    """The prior of an entry."""
    if isinstance(details, Country):
        return 0.95 if details.part_of is None else 0.8
    if isinstance(details, Place):
        return _weight_of_place(details)
    if isinstance(details, Person):
        return _weight_of_person(details)
    return 0.8 if isinstance(details, Organisation) else 0.7


def chosen(details: Details) -> float:
    """The prior of what somebody wrote down for being in the news: towns among others of their size."""
    return max(weight_of(details), 0.7) + (0.1 if isinstance(details, Place) else 0.0)


def _weight_of_place(place: Place) -> float:
    size = math.log10(max(place.inhabitants or 0, 1)) / _LARGEST
    if place.kind is PlaceKind.CAPITAL:
        return min(0.95, 0.75 + size / 5)
    if place.kind is not PlaceKind.CITY:
        return 0.7
    near = 0.1 if place.country in _NEAR else 0.05 if place.country in _GREAT else 0.0
    return round(min(0.9, size + near), 3)


def _weight_of_person(person: Person) -> float:
    titles = [office.title.lower() for office in person.offices]
    of_state = any(len(office.of) == len("DE") for office in person.offices)
    head = of_state and any(title.startswith(_HEADS) or title.endswith(("kanzler", "kanzlerin")) for title in titles)
    near = 0.1 if person.country in _NEAR | _GREAT else 0.0
    return round((0.85 if head else 0.75 if of_state else 0.65) + near, 3)
