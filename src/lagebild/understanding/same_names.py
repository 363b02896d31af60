"""Whether two names are one: in part, in the genitive, or abbreviated."""

from collections.abc import Iterable

from lagebild.domain.entity import EntityKind

_PLACES = (EntityKind.PLACE, EntityKind.FACILITY)
_SHORTEST = 4  # letters of a name that stands for a longer one by its beginning: Juventus, Lazio
_LEGAL = frozenset({"ag", "gmbh", "se", "kg", "inc.", "inc", "ltd.", "ltd", "corp.", "plc", "e.v.", "s.a."})


def is_same_name(new: list[str], known: list[str], known_kind: EntityKind, new_kind: EntityKind) -> bool:
    """Whether words in lower case are those of a known name, or enough of them."""
    if new == known or [*new[:-1], new[-1].removesuffix("s")] == [*known[:-1], known[-1].removesuffix("s")]:
        return True
    shorter, longer = sorted((new, known), key=len)
    if known_kind is EntityKind.PERSON:
        last = shorter[-1].removesuffix("s") == longer[-1].removesuffix("s")
        inside = set(shorter[:-1]) <= set(longer) and (shorter[-1] in longer or last)
        return len(shorter) < len(longer) and inside and (last or shorter[0] == longer[0]) and (new_kind is EntityKind.PERSON or len(new) == 1)
    if known_kind is new_kind is EntityKind.ORGANISATION and len(shorter) < len(longer) and shorter == longer[: len(shorter)]:
        return set(longer[len(shorter) :]) <= _LEGAL or (len(shorter) == 1 and len(shorter[0]) >= _SHORTEST and not shorter[0].endswith(("er", "e", "es")))
    # "Raumfahrtzentrum Wostotschny" and "Kosmodrom Wostotschny" are one site.
    return known_kind in _PLACES and new_kind in _PLACES and EntityKind.FACILITY in (known_kind, new_kind) and new[-1] == known[-1]


def is_abbreviation(name: str, names: Iterable[str]) -> bool:
    """`GDL` for `Gewerkschaft Deutscher Lokführer`: the capitals of a name of several words, or the other way round."""
    return any(_is_short_for(name, other) or _is_short_for(other, name) for other in names)


def _is_short_for(short: str, whole: str) -> bool:
    words = whole.replace("-", " ").split()
    initials = "".join(word[0] for word in words if word[0].isupper())
    return len(words) > 2 and short.isalpha() and short.isupper() and short == initials.upper() and len(short) > 1  # noqa: PLR2004
