"""Whom a pronoun or a description means: the latest that agrees, as far as form and office tell."""

from collections.abc import Mapping, Sequence

from lagebild.domain.entity import EntityKind
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.figures import Figure, foremost, recent
from lagebild.understanding.found import Found

_WHOLE_TEXT = 10**6  # sentences
_BODIES = (EntityKind.ORGANISATION, EntityKind.GROUP)

At = Mapping[tuple[int, int], str]


def for_pronoun(figures: Sequence[Figure], found: Found, clauses: Clauses, at: At) -> Figure | None:
    """`er`, `ihm`, `dieser`: the latest person that agrees, or the latest body or group that does."""
    mates = clause_mates(found, clauses, at)
    near = [figure for figure in foremost(figures, found.sentence) if figure.id not in mates]
    if found.plural:
        return next((figure for figure in near if figure.plural and figure.kind in _BODIES), None)
    if found.gender is None:
        return None
    persons = (figure for figure in near if figure.kind is EntityKind.PERSON and not figure.plural and figure.gender in (found.gender, None))
    bodies = (figure for figure in near if figure.kind in _BODIES and not figure.plural and figure.gender == found.gender)
    return next(persons, None) or next(bodies, None)


def for_counterpart(figures: Sequence[Figure], found: Found, clauses: Clauses, at: At) -> Figure | None:
    """`seinem Gast`: the latest person who is not the one that the possessive means, the subject."""
    mates = clause_mates(found, clauses, at)
    return next((figure for figure in recent(figures, found.sentence) if figure.kind is EntityKind.PERSON and figure.proper and figure.id not in mates), None)


def for_country(figures: Sequence[Figure], found: Found, clauses: Clauses, at: At, lexicon: Lexicon) -> Figure | None:
    """`das Land`: the latest country; `dem Nachbarland`: the latest that is not the clause's own subject."""
    noun = found.name.split()[-1]
    mates = clause_mates(found, clauses, at) if noun in lexicon.names.other_countries else set[str]()
    return next((figure for figure in recent(figures, found.sentence) if figure.kind is EntityKind.COUNTRY and figure.id not in mates and found.definite), None)


def for_description(figures: Sequence[Figure], found: Found, lexicon: Lexicon) -> Figure | None:
    """`der Minister`: who is known to hold the office, or holds it in the text; else whoever was described so before."""
    if found.link and (same := next((figure for figure in reversed(figures) if figure.link and figure.link.id == found.link.id), None)):
        return same
    noun = found.name.split()[-1]
    known = next((figure for figure in recent(figures, found.sentence, _WHOLE_TEXT) if _is_described(figure, found, noun)), None)
    if known is not None or not _points_back(found, noun, lexicon):
        return known
    return next((figure for figure in foremost(figures, found.sentence) if figure.kind is found.kind and figure.proper and figure.gender in (found.gender, None)), None)


def _points_back(found: Found, noun: str, lexicon: Lexicon) -> bool:
    """Whether a description may mean somebody named before: `der 66-Jährige`, and without more words `das Unternehmen`."""
    if found.plural or not found.definite or found.possessed or found.country:
        return False
    return found.kind is EntityKind.PERSON or (found.kind is EntityKind.ORGANISATION and found.bare and noun.lower().endswith(lexicon.names.stand_ins))


def clause_mates(found: Found, clauses: Clauses, at: At) -> set[str]:
    """Who else is an argument of the same predicate: a pronoun or description never means one of them."""
    owner = clauses.owner[found.head] if found.head >= 0 else None
    if owner is None:
        return set()
    predicate = clauses.predicates[owner]
    words = [word for word in (predicate.subject, *predicate.objects) if word is not None and word != found.head]
    return {at[clauses.number, word] for word in words if (clauses.number, word) in at}


def _is_described(figure: Figure, found: Found, noun: str) -> bool:
    """Whether a figure holds the office, has the noun in its name (`die Staatsanwaltschaft`), or was described by the same noun or a compound with it."""
    sole = found.definite and not found.plural and found.country in (figure.country, None)
    heads = {word for role in figure.roles for word in role.title.split() if word[:1].isupper()}
    if sole and any(head == noun or head.lower().endswith(noun.lower()) for head in heads):
        return True
    if figure.proper:
        return sole and figure.kind is found.kind and any(noun in name.split()[:-1] for name in figure.names)
    if figure.names[0] == found.name:
        return figure.plural == found.plural and (found.definite or found.plural)
    earlier = figure.names[0].split()[-1]
    if found.plural and figure.plural and found.definite and earlier == noun:
        return True
    return sole and not figure.plural and figure.kind is found.kind and earlier.lower().endswith(noun.lower())
