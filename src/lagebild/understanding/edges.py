"""Phrases of place at a border or a coast."""

from lagebild.domain.geography import GeoRelation, Stated
from lagebild.understanding.bearings import direction_of_noun
from lagebild.understanding.measures import Locator, few_before, measure_before
from lagebild.understanding.places_named import Named, View


def at_border(view: View, named: Named) -> Locator | None:
    """[rund 60 Kilometer von der Grenze zu Polen]"""
    at = view.before(named)
    border = at - 1 if view.text(at) in ("zu", "zum", "zur", "mit", "nach") else at if view.words[named.first].upos == "ADJ" else None
    pair = [each for each in view.named if each.first == named.first]
    if pair[0] is not named:
        return None
    if view.words[named.first].upos == "ADJ":
        border = view.behind(named.last, lambda word: word.text.lower().startswith(("grenz", "staatsgrenz", "landesgrenz")), 1)
    if border is None or not view.text(border).startswith(("grenz", "staatsgrenz", "landesgrenz")):
        return None
    start = border - 1 if view.words[named.first].upos != "ADJ" else named.first - 1
    while start > 0 and (view.text(start) in ("der", "dem", "die", "zur") or view.words[start].upos == "ADJ"):
        start -= 1
    last = max(border, named.last)
    measure = measure_before(view, start - 1) if view.text(start) in ("von", "vor", "bis", "zur") else None
    if view.text(start) == "von" and (few := few_before(view, start - 1)) is not None:
        return Locator(few, last, tuple(pair), GeoRelation.BORDER, Stated(), "at_border", "border")
    if measure:
        return Locator(measure.first, last, tuple(pair), GeoRelation.BORDER, Stated(measure.km, measure.modifier), "distance_to_border", "border")
    if view.text(start) in ("an", "nahe", "im", "am", "in", "unweit", "entlang", "hinter", "jenseits", "diesseits") or view.text(start - 1) in ("nahe", "unweit"):
        return Locator(start, last, tuple(pair), GeoRelation.BORDER, Stated(), "at_border", "border")
    return None


def bordering(view: View, named: Named) -> Locator | None:
    """Polen [grenzt an die Ukraine]"""
    at = view.before(named)
    first = next((each for each in reversed(view.named) if each.last < named.first), None)
    while first is not None and view.text(at) in ("und", ",", "sowie") and at - first.last <= _APART:
        at, first = view.before(first), next((each for each in reversed(view.named) if each.last < first.first), None)
    owner = view.clauses.owner[named.first]
    if view.text(at) != "an" or owner is None or view.clauses.predicates[owner].lemma not in ("grenzen", "angrenzen"):
        return None
    start = view.before(named)
    return Locator(owner if at == start and owner < start else start, named.last, (named,), GeoRelation.BORDER, Stated(), "bordering", "border")


_APART = 3  # words between places set in a row


def at_coast(view: View, named: Named) -> Locator | None:
    """[40 Kilometer vor der Küste Libyens]"""
    adjective = view.words[named.first].upos == "ADJ"
    whole = view.text(named.last) if view.text(named.last).endswith("küste") else None
    at = named.last if whole else named.last + 1 if adjective else view.before_article(named)
    at -= not adjective and not whole and view.text(at) in ("von", "vom")
    if not view.text(at).endswith("küste"):
        return None
    start = min(at, named.first) - 1
    while start > 0 and (view.text(start) in ("der", "die") or view.words[start].upos == "ADJ"):
        start -= 1
    last = max(at, named.last)
    measure = measure_before(view, start - 1) if view.text(start) in ("von", "vor") else None
    if measure:
        return Locator(measure.first, last, (named,), GeoRelation.DISTANCE, Stated(measure.km, measure.modifier), "distance_to_coast", "coast")
    direction = direction_of_noun(view.text(at).removesuffix("küste"))
    if view.text(start) in ("an", "am", "vor", "entlang", "unweit", "nahe"):
        return Locator(start, last, (named,), GeoRelation.ON, Stated(direction=direction), "on_coast", "coast")
    return None
