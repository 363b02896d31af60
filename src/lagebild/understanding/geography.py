"""Where the dispatch says that things lie, checked against coordinates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.domain.document import Word
from lagebild.domain.entity import EntityKind
from lagebild.domain.geography import Geography, GeoRelation, Stated
from lagebild.domain.span import Evidence, Span
from lagebild.knowledge import Knowledge
from lagebild.understanding.bearings import direction_of
from lagebild.understanding.clauses import Clauses, Predicate
from lagebild.understanding.entities import Cast
from lagebild.understanding.numbers import number
from lagebild.understanding.phrases import antecedent, is_relative, preposition, stretch
from lagebild.understanding.verdicts import judge

_UNITS = {"Kilometer": 1.0, "Kilometern": 1.0, "km": 1.0, "Meter": 0.001, "Metern": 0.001, "Meilen": 1.609344, "Seemeilen": 1.852}
_LIES = frozenset({"liegen", "befinden", "entfernt", "gelegen", "entfernen", "sein", "trennen"})
_ABOUT = frozenset({"rund", "etwa", "circa", "ca.", "ungefähr", "knapp", "gut", "fast", "nahezu", "annähernd"})
_SITES = (EntityKind.PLACE, EntityKind.FACILITY)
_REACH = 9  # words behind the unit in which its reference stands
_ARTICLES = frozenset({"der", "die", "das", "dem", "den", "des"})


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a rule read: subject and object are entity ids, words the first and last word of the statement."""

    subject: str
    object: str
    relation: GeoRelation
    stated: Stated
    words: tuple[int, int]
    rule: str
    feature: str | None = None


def find_geography(clauses: Sequence[Clauses], cast: Cast, knowledge: Knowledge) -> Iterator[Geography]:
    """The geographic statements of a document, each with its verdict."""
    number = 0
    for one in clauses:
        for statement in (*_distances(one, cast), *_lying(one, cast)):
            number += 1
            yield _checked(f"g{number}", one, statement, cast, knowledge)


def _distances(clauses: Clauses, cast: Cast) -> Iterator[_Statement]:
    words = clauses.sentence.words
    for unit in words:
        factor = _UNITS.get(unit.text)
        value = number(words[unit.index - 1].text) if factor and unit.index else None
        if factor is None or value is None:
            continue
        reference = _reference(clauses, unit.index, cast) or _reference_before(clauses, unit.index, cast)
        if reference is None:
            continue
        word, direction, feature = reference
        subject = _described(clauses, word, cast) or _subject(clauses, unit.index, cast)
        target = cast.at[clauses.number, word]
        if subject is None or subject == target:
            continue
        first, modifier = _modifier(words, unit.index - 1)
        relation = GeoRelation.BORDER if feature else GeoRelation.DISTANCE
        yield _Statement(
            subject,
            target,
            relation,
            Stated(value * factor, modifier, direction),
            (min(first, word), max(unit.index, word)),
            "distance_to_border" if feature else "distance_from_place",
            feature,
        )


def _modifier(words: Sequence[Word], number: int) -> tuple[int, str | None]:
    """Where the measure begins and how exact it is: `rund`, `mehr als`, `weniger als`."""
    before = words[number - 1].text.lower() if number else ""
    two = words[number - 2].text.lower() if number > 1 else ""
    if before == "als" and two in ("mehr", "weniger"):
        return number - 2, "more" if two == "mehr" else "less"
    if before in _ABOUT:
        return number - 1, "about"
    if before in ("über", "mindestens"):
        return number - 1, "more"
    return (number - 1, "less") if before in ("unter", "höchstens", "maximal") else (number, None)


def _reference(clauses: Clauses, unit: int, cast: Cast) -> tuple[int, str | None, str | None] | None:
    """The place that is measured from, the direction, and `border` where it is a border: `nördlich von Kiew`, `von der Grenze zu Polen`."""
    words, direction, feature = clauses.sentence.words, None, None
    for word in words[unit + 1 : unit + 1 + _REACH]:
        text = word.text.lower()
        direction = direction or direction_of(text)
        if text in ("grenze", "landesgrenze", "staatsgrenze"):
            feature = "border"
        elif (clauses.number, word.index) in cast.at and word.upos in ("PROPN", "NOUN"):
            entity = cast.by_id(cast.at[clauses.number, word.index])
            placed = entity.kind in (*_SITES, EntityKind.COUNTRY)
            return (word.index, direction, feature) if placed and (direction or feature or _is_from(words, unit, word.index)) else None
        elif word.upos == "PUNCT" or word.upos in ("VERB", "AUX"):
            return None
    return None


def _reference_before(clauses: Clauses, unit: int, cast: Cast) -> tuple[int, str | None, str | None] | None:
    """Lübeck ist von [Hamburg] 60 Kilometer entfernt."""
    words = clauses.sentence.words
    if unit + 1 >= len(words) or words[unit + 1].text not in ("entfernt", "weg"):
        return None
    named = [i for i in range(max(0, unit - _REACH), unit) if _site_at(clauses, i, cast) and preposition(clauses.sentence, i) == "von"]
    return (named[-1], None, None) if named else None


def _described(clauses: Clauses, reference: int, cast: Cast) -> str | None:
    """Das 70 Kilometer nordwestlich von Bremen gelegene [Wilhelmshaven]."""
    following = clauses.sentence.words[reference + 1] if reference + 1 < len(clauses.sentence.words) else None
    if following is None or not following.text.startswith(("gelegene", "entfernte", "liegende")):
        return None
    return _site_at(clauses, following.head, cast) if following.head >= 0 else None


def _is_from(words: Sequence[Word], unit: int, place: int) -> bool:
    """`30 Kilometer von Kiew entfernt`: measured from, with the word that says that this is a distance."""
    between = {word.text.lower() for word in words[unit + 1 : place]}
    behind = {word.text.lower() for word in words[place + 1 : place + 3]}
    return bool(between & {"von", "vom", "vor", "bis"}) and (
        bool(behind & {"entfernt", "gelegen", "gelegene", "gelegenen", "entfernte", "entfernten", "weg"}) or "entfernt" in between
    )


def _subject(clauses: Clauses, unit: int, cast: Cast) -> str | None:
    """What lies there: the subject of a verb of lying, or the place that the measure is set behind by a comma."""
    words = clauses.sentence.words
    owner = clauses.owner[unit]
    predicate = clauses.predicates[owner] if owner is not None else None
    if predicate is not None and predicate.lemma in _LIES and predicate.subject is not None:
        return _site(clauses, predicate, cast)
    first, _ = _modifier(words, unit - 1)
    if first >= 2 and words[first - 1].text in (",", "(", "etwa"):  # noqa: PLR2004
        return _site_at(clauses, first - 2, cast)
    return None


def _site(clauses: Clauses, predicate: Predicate, cast: Cast) -> str | None:
    subject = predicate.subject
    if subject is None:
        return _site_at(clauses, clauses.sentence.words[predicate.word].head, cast) if predicate.relation == "acl" else None
    word = antecedent(clauses, predicate, subject)
    site = _site_at(clauses, word, cast)
    if site is None and (is_relative(clauses.sentence.words[subject]) or clauses.sentence.words[subject].text.lower() in _ARTICLES):
        # The clause hangs on another noun than the one before its pronoun more often than the pronoun means another.
        before = [i for i in range(subject) if (clauses.number, i) in cast.at and _site_at(clauses, i, cast)]
        return _site_at(clauses, before[-1], cast) if before else None
    return site


def _site_at(clauses: Clauses, word: int, cast: Cast) -> str | None:
    entity = cast.at.get((clauses.number, word))
    return entity if entity is not None and cast.by_id(entity).kind in _SITES else None


def _lying(clauses: Clauses, cast: Cast) -> Iterator[_Statement]:
    """`liegt an der Ostsee`, `liegt in Polen`: on a water, in a country."""
    for predicate in clauses.predicates.values():
        if predicate.lemma not in ("liegen", "befinden") or (subject := _site(clauses, predicate, cast)) is None:
            continue
        for word in _between_commas(clauses, predicate.word):
            governed = preposition(clauses.sentence, word)
            target = cast.at.get((clauses.number, word)) or _first_part(clauses, word, cast)
            if target is None or target == subject:
                continue
            relation = GeoRelation.ON if governed == "an" else GeoRelation.IN if governed == "in" and cast.by_id(target).kind is EntityKind.COUNTRY else None
            if relation:
                yield _Statement(subject, target, relation, Stated(), (_first_of(clauses, word), word), f"lies_{relation}")


def _first_of(clauses: Clauses, noun: int) -> int:
    """Where a prepositional phrase begins: its preposition, if it has one."""
    return min([noun, *(child for child in clauses.sentence.children[noun] if clauses.sentence.words[child].relation == "case")])


def _between_commas(clauses: Clauses, verb: int) -> range:
    """The words of a clause as the commas bound it, whatever the tree hangs on what."""
    stops = [word.index for word in clauses.sentence.words if word.upos == "PUNCT"]
    first = max((i for i in stops if i < verb), default=-1) + 1
    return range(first, min((i for i in stops if i > verb), default=len(clauses.sentence.words)))


def _first_part(clauses: Clauses, word: int, cast: Cast) -> str | None:
    """The `Pazifik` of `Pazifik-Küste`."""
    span = clauses.sentence.words[word].span
    return next((mention.entity for mention in cast.within(span) if mention.span.start == span.start), None)


def _checked(identity: str, clauses: Clauses, statement: _Statement, cast: Cast, knowledge: Knowledge) -> Geography:
    subject, target = cast.by_id(statement.subject), cast.by_id(statement.object)
    verdict, measured, reason = judge(statement.relation, statement.stated, subject, target, knowledge)
    first, last = statement.words
    words = clauses.sentence.words
    span: Span = stretch(clauses.sentence, list(range(first, min(last + 1, len(words)))))
    return Geography(identity, span, subject.id, target.id, statement.relation, statement.stated, verdict, reason, statement.feature, measured, (Evidence(span, statement.rule),))
