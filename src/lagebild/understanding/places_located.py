"""Who lies where a phrase says."""

from lagebild.domain.entity import EntityKind
from lagebild.domain.geography import GeoRelation
from lagebild.understanding.measures import Locator
from lagebild.understanding.phrases import antecedent
from lagebild.understanding.places_named import Named, View

_LYING = ("liegen", "befinden", "gelegen", "entfernen", "entfernt", "sein", "trennen", "stehen", "errichten", "stationieren", "grenzen", "angrenzen")
_ATTRIBUTES = ("gelegene", "liegende", "entfernte", "befindliche")
_TOLD_WITH = ("distance_from_to", "distance_apart", "distance_from_last_place", "adjective_of_land")  # the phrase holds what lies there, behind what it is told from
_SHORT = 2  # words of an article and a class noun
_REACH = 7  # words between what lies there and a phrase that is set behind it


def located(view: View, locator: Locator, before: tuple[Locator, Named] | None, latest: Named | None) -> Named | None:
    """The named place that lies there: behind a participle, right before, the subject of lying, or that of the phrase before.

    `latest` is the last town named in the sentence before, which `die Stadt` means.
    """
    if locator.rule in _TOLD_WITH:
        return next((named for named in view.named if named.first > locator.objects[0].last), None)
    if described := _described(view, locator):
        return described
    set_apart = view.text(locator.first - 1) in (",", "(", "–", "-")
    subject = _subject(view, locator)
    if subject is not None and not set_apart:
        pronoun, word = subject
        found = view.at(word) or _beside(view, word) or _meant(view, word, latest) or _relative(view, pronoun)
        return found or _set_behind(view, locator)
    return _set_before(view, locator, before) or _of_the_same(view, locator, before) or _set_behind(view, locator)


def _set_behind(view: View, locator: Locator) -> Named | None:
    """Gut 400 Kilometer östlich von Kiew, in [Charkiw], fiel der Strom aus."""
    at = locator.last + 1 + (view.text(locator.last + 1) == ",")
    if view.text(at) not in ("in", "im", "bei", "auf") or (at == locator.last + 1 and locator.first > 1):
        return None
    found = next((named for named in view.named if at < named.first <= at + _SHORT), None)
    return found if found and found.entity.kind is not EntityKind.COUNTRY else None


def _set_before(view: View, locator: Locator, before: tuple[Locator, Named] | None) -> Named | None:
    """In [Uvalde] in Texas, 130 Kilometer westlich von San Antonio: the town lies there, not the land."""
    named = view.named_before(locator.first)
    if named and named.entity.kind is EntityKind.COUNTRY and locator.relation is not GeoRelation.BORDER:
        return None  # seit seinem Einsatz in Somalia in Afghanistan
    return before[1] if before and named in before[0].objects else named


def _described(view: View, locator: Locator) -> Named | None:
    """Das 70 Kilometer nordwestlich von Bremen gelegene [Wilhelmshaven]"""
    participle = view.behind(locator.last, lambda word: word.text.lower().startswith(_ATTRIBUTES), 2)
    if participle is None:
        participle = locator.last if view.text(locator.last).startswith(_ATTRIBUTES) else None
    if participle is None:
        return None
    return next((named for named in view.named if participle < named.first <= participle + 4), None)


def _of_the_same(view: View, locator: Locator, before: tuple[Locator, Named] | None) -> Named | None:
    """Two phrases in a row tell of one place: `160 Kilometer südlich von A und 185 Kilometer östlich von B`."""
    if before is None or before[0].relation is GeoRelation.BETWEEN:
        return None
    gap = range(before[0].last + 1, locator.first)
    return before[1] if gap and len(gap) <= 2 and all(view.text(at) in (",", "und", "sowie", "oder") for at in gap) else None  # noqa: PLR2004


def _subject(view: View, locator: Locator) -> tuple[int, int] | None:
    """The subject of lying, and what it stands for: Die Stadt [Lwiw] liegt rund 60 Kilometer von der Grenze zu Polen entfernt."""
    owner = view.clauses.owner[locator.first]
    predicate = view.clauses.predicates.get(owner) if owner is not None else None
    while predicate is not None and predicate.lemma not in _LYING and predicate.parent is not None:
        predicate = view.clauses.predicates.get(predicate.parent)
    if predicate is not None and predicate.subject is None and predicate.relation == "conj" and predicate.parent is not None:
        subject = view.clauses.predicates[predicate.parent].subject  # das von Schiiten bewohnt wird und nördlich von Bagdad liegt
        return (subject, subject) if subject is not None and predicate.lemma in _LYING else None
    if predicate is None or predicate.lemma not in _LYING or predicate.subject is None:
        return None
    return predicate.subject, antecedent(view.clauses, predicate, predicate.subject)


def _beside(view: View, word: int) -> Named | None:
    """The name beside a class noun: `die Stadt Lwiw`."""
    return next((named for named in view.named if word < named.first <= word + 2), None) if view.is_class(word) else None


def _meant(view: View, word: int, latest: Named | None) -> Named | None:
    """`die Stadt`, `sie`: the town named last."""
    if not (view.is_class(word) and view.text(word - 1) in ("die", "der", "das")) and view.text(word) not in ("sie", "er", "es"):
        return None
    return next((named for named in reversed(view.named) if named.last < word and named.entity.kind is not EntityKind.COUNTRY), latest)


def _relative(view: View, word: int) -> Named | None:
    """The clause hangs on another noun than the one before its pronoun more often than the pronoun means another."""
    if view.text(word) not in ("der", "die", "das", "welche", "welcher", "welches"):
        return None
    return next((named for named in reversed(view.named) if word - _REACH < named.last < word), None)
