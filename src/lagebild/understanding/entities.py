"""Who is who: mentions of one person, place or body gathered into entities, in the order of the text."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lagebild.domain.dispatch import Dispatch
from lagebild.domain.document import Document
from lagebild.domain.entity import Entity, EntityKind, Form, Link, Mention, Position, Role
from lagebild.domain.span import Evidence, Span
from lagebild.knowledge import Knowledge
from lagebild.lexicon import Lexicon
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.found import Found
from lagebild.understanding.linking import Sought
from lagebild.understanding.mentions import find_mentions
from lagebild.understanding.name_links import find_link
from lagebild.understanding.same_names import is_abbreviation, is_same_name
from lagebild.understanding.scene import Scene, scene_of

_PLACES = (EntityKind.PLACE, EntityKind.FACILITY)
_REACH = 3  # sentences back that a pronoun or description looks for its antecedent


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a document, their mentions, and who stands at (sentence, word)."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    at: Mapping[tuple[int, int], str]

    def by_id(self, entity: str) -> Entity:
        return self.entities[int(entity[1:]) - 1]  # ids count the entities

    def within(self, span: Span) -> Iterator[Mention]:
        """The mentions inside a span; they stand in the order of the text."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        for mention in self.mentions[first : first + span.stop - span.start]:
            if mention.span.start >= span.stop:
                return
            if span.contains(mention.span):
                yield mention


@dataclass(slots=True)
class _Figure:
    """An entity while the text is being read."""

    id: str
    kind: EntityKind
    names: list[str]
    link: Link | None = None
    country: str | None = None
    position: Position | None = None
    gender: str | None = None
    plural: bool = False
    proper: bool = False
    roles: list[Role] = field(default_factory=list[Role])
    mentions: list[tuple[int, int, Mention]] = field(default_factory=list[tuple[int, int, Mention]])

    @property
    def name(self) -> str:
        return max(self.names, key=lambda name: (len(name.split()), -self.names.index(name))) if self.kind is EntityKind.PERSON else self.names[0]


def resolve_entities(document: Document, clauses: Sequence[Clauses], lexicon: Lexicon, knowledge: Knowledge) -> Cast:
    """Gather the entities of a document; pronouns of the first and second person wait for the quotations."""
    figures: list[_Figure] = []
    at: dict[tuple[int, int], str] = {}
    scene = scene_of(document, lexicon, knowledge)
    for found in _wrapping(document.dispatch, scene):
        _enter(figures, found, _figure_for_name(figures, found))
    for number, sentence in enumerate(document.sentences):
        for found in find_mentions(sentence, number, scene):
            figure = _resolve(figures, found, clauses[number], at, lexicon)
            if figure is not None and found.head >= 0:
                for word in sentence.words:
                    if found.span.contains(word.span):
                        at[number, word.index] = figure.id
                at[number, found.head] = figure.id
    return Cast(tuple(_entity(figure) for figure in figures), tuple(sorted((m for f in figures for _, _, m in f.mentions), key=lambda m: (m.span.start, m.span.stop))), at)


def _wrapping(dispatch: Dispatch, scene: Scene) -> Iterator[Found]:
    """The place and the agency that the dateline names."""
    if dispatch.dateline:
        name = dispatch.dateline.place
        entry, link = find_link(name, Sought(EntityKind.PLACE), scene) or (None, None)
        span = Span(dispatch.dateline.span.start, min(dispatch.dateline.span.start + len(name), dispatch.dateline.span.stop))
        known = (link, entry.country, entry.position) if entry else (None, None, None)
        yield Found(-1, -1, span, entry.name if entry else name, EntityKind.PLACE, Form.NAME, "place_in_dateline", *known)
    if dispatch.agency and dispatch.agency_span:
        entry, link = find_link(dispatch.agency, Sought(EntityKind.ORGANISATION), scene) or (None, None)
        yield Found(-1, -1, dispatch.agency_span, dispatch.agency, EntityKind.ORGANISATION, Form.NAME, "agency_in_dateline", link)


def _resolve(figures: list[_Figure], found: Found, clauses: Clauses, at: Mapping[tuple[int, int], str], lexicon: Lexicon) -> _Figure | None:
    if beside := _beside(figures, found, clauses, at):
        return _enter(figures, found, beside)
    if found.form is Form.NAME or found.rule == "adjective_of_country":
        return _enter(figures, found, _figure_for_name(figures, found))
    if found.form is Form.PRONOUN:
        figure = _figure_for_pronoun(figures, found, clauses, at)
        return _enter(figures, found, figure) if figure else None
    if found.kind is EntityKind.COUNTRY:
        figure = _figure_for_country(figures, found, clauses, at, lexicon)
        return _enter(figures, found, figure) if figure else None
    if found.possessed and found.name in lexicon.names.counterparts:
        return _enter(figures, found, _counterpart(figures, found, clauses, at))
    return _enter(figures, found, _figure_for_description(figures, found))


def _beside(figures: list[_Figure], found: Found, clauses: Clauses, at: Mapping[tuple[int, int], str]) -> _Figure | None:
    """Whom a name or description is set beside: `Ministerpräsident Thailands, Abhisit Vejjajiva`, `Andrew Wetzler, ein Anwalt`, `Bundespolizei (BPol)`."""
    words = clauses.sentence.words
    first = next((word.index for word in words if word.span.start == found.span.start), None)
    if first is None or first < 2 or found.head < 0:  # noqa: PLR2004
        return None
    before = at.get((clauses.number, first - 2)) if words[first - 1].text == "(" and found.form is Form.NAME else None
    if before is None and words[found.head].relation == "appos" and found.kind is EntityKind.PERSON and not found.plural:
        before = at.get((clauses.number, words[found.head].head))
    figure = figures[int(before[1:]) - 1] if before else None
    if figure is None or figure.kind is not found.kind or (figure.proper and found.form is Form.NAME and words[first - 1].text != "("):
        return None
    return figure


def _enter(figures: list[_Figure], found: Found, figure: _Figure | None) -> _Figure:
    """Note a mention with its figure, or with a new one."""
    if figure is None:
        figure = _Figure(f"e{len(figures) + 1}", found.kind, [found.name], plural=found.plural)
        figures.append(figure)
    if found.form is Form.NAME or found.rule == "adjective_of_country":
        if not figure.proper and figure.mentions:
            figure.names, figure.kind = [found.name], found.kind
        figure.proper = True
        if found.name not in figure.names:
            figure.names.append(found.name)
        if figure.kind in _PLACES and found.kind is EntityKind.FACILITY:
            figure.kind = EntityKind.FACILITY
            figure.names.sort(key=lambda name: -len(name.split()))
    # A full name tells more than the surname that stood before it, also that we know nobody of that name.
    if figure.link is None or (found.form is Form.NAME and figure.kind is EntityKind.PERSON and " " in found.name and found.name == figure.name):
        figure.link = found.link
    figure.country = figure.country or found.country
    figure.position = figure.position or found.position
    figure.gender = figure.gender or found.gender
    figure.roles.extend(role for role in found.roles if role.title not in {known.title for known in figure.roles})
    figure.mentions.append((found.sentence, found.head, Mention(figure.id, found.span, found.form, (Evidence(found.span, found.rule),))))
    return figure


def _figure_for_name(figures: list[_Figure], found: Found) -> _Figure | None:
    """The latest figure that bears the name, or part of it; else who was described by the office that stands beside it."""
    tokens = found.name.casefold().split()
    for figure in reversed(figures):
        if not figure.proper:
            continue
        if found.link and figure.link and figure.link.id == found.link.id:
            return figure
        if any(is_same_name(tokens, name.casefold().split(), figure.kind, found.kind) for name in figure.names) or is_abbreviation(found.name, figure.names):
            return figure
    offices = {noun for role in found.roles for noun in role.title.split() if noun[:1].isupper()}
    described = (figure for _, _, figure in _recent(figures, found.sentence) if not figure.proper and not figure.plural and figure.kind is EntityKind.PERSON)
    return next((figure for figure in described if figure.names[0].split()[-1] in offices), None) if offices else None


def _recent(figures: Iterable[_Figure], sentence: int) -> list[tuple[int, int, _Figure]]:
    """Figures by their latest mention, latest first, within reach."""
    last = [(*max((s, m.span.start) for s, _, m in figure.mentions), figure) for figure in figures if figure.mentions]
    return sorted((entry for entry in last if sentence - entry[0] <= _REACH), key=lambda entry: entry[:2], reverse=True)


def _clause_mates(found: Found, clauses: Clauses, at: Mapping[tuple[int, int], str]) -> set[str]:
    """Who else is an argument of the same predicate: a pronoun or description never means one of them."""
    owner = clauses.owner[found.head] if found.head >= 0 else None
    if owner is None:
        return set()
    predicate = clauses.predicates[owner]
    words = [word for word in (predicate.subject, *predicate.objects) if word is not None and word != found.head]
    return {at[clauses.number, word] for word in words if (clauses.number, word) in at}


def _figure_for_pronoun(figures: list[_Figure], found: Found, clauses: Clauses, at: Mapping[tuple[int, int], str]) -> _Figure | None:
    """`er`, `ihm`, `ihr`: the latest person that agrees, subjects of sentences before others."""
    if found.gender is None or found.plural:
        return None
    mates = _clause_mates(found, clauses, at)
    candidates = [
        (s, start, f) for s, start, f in _recent(figures, found.sentence) if f.kind is EntityKind.PERSON and not f.plural and f.gender in (found.gender, None) and f.id not in mates
    ]
    if not candidates:
        return None
    return candidates[0][2]


def _counterpart(figures: list[_Figure], found: Found, clauses: Clauses, at: Mapping[tuple[int, int], str]) -> _Figure | None:
    """`seinem Gast`: the latest person who is not the one that the possessive means, the subject."""
    mates = _clause_mates(found, clauses, at)
    return next((figure for _, _, figure in _recent(figures, found.sentence) if figure.kind is EntityKind.PERSON and figure.proper and figure.id not in mates), None)


def _figure_for_country(figures: list[_Figure], found: Found, clauses: Clauses, at: Mapping[tuple[int, int], str], lexicon: Lexicon) -> _Figure | None:
    """`das Land`: the latest country; `dem Nachbarland`: the latest that is not the clause's own subject."""
    noun = found.name.split()[-1]
    mates = _clause_mates(found, clauses, at) if noun in lexicon.names.other_countries else set[str]()
    return next((figure for _, _, figure in _recent(figures, found.sentence) if figure.kind is EntityKind.COUNTRY and figure.id not in mates and found.definite), None)


def _figure_for_description(figures: list[_Figure], found: Found) -> _Figure | None:
    """`der Minister`: who is known to hold the office, or holds it in the text; else whoever was described so before."""
    if found.link and (same := next((figure for figure in reversed(figures) if figure.link and figure.link.id == found.link.id), None)):
        return same
    noun = found.name.split()[-1]
    for _, _, figure in _recent(figures, found.sentence):
        if _is_described(figure, found, noun):
            return figure
    return None


def _is_described(figure: _Figure, found: Found, noun: str) -> bool:
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
    return sole and not figure.plural and figure.kind is found.kind and earlier.lower().endswith(noun.lower())


def _entity(figure: _Figure) -> Entity:
    return Entity(figure.id, figure.kind, figure.name, tuple(figure.names), tuple(figure.roles), figure.country, figure.link, figure.position)
