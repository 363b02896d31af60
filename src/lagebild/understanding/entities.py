"""Who is who: mentions of one person, place or body gathered into entities, in the order of the text."""

from collections.abc import Iterator, Mapping, Sequence

from lagebild.domain.dispatch import Dispatch
from lagebild.domain.document import Document
from lagebild.domain.entity import Entity, EntityKind, Form, Mention
from lagebild.domain.span import Evidence, Span
from lagebild.knowledge import Knowledge
from lagebild.lexicon import Lexicon
from lagebild.understanding.antecedents import for_counterpart, for_country, for_description, for_pronoun
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.figures import Figure, recent
from lagebild.understanding.found import Found
from lagebild.understanding.linking import Sought
from lagebild.understanding.mentions import find_mentions
from lagebild.understanding.name_links import find_link
from lagebild.understanding.phrases import antecedent
from lagebild.understanding.same_names import is_abbreviation, is_same_name
from lagebild.understanding.scene import Scene, scene_of

_PLACES = (EntityKind.PLACE, EntityKind.FACILITY)


def resolve_entities(document: Document, clauses: Sequence[Clauses], lexicon: Lexicon, knowledge: Knowledge) -> Cast:
    """Gather the entities of a document; pronouns of the first and second person wait for the quotations."""
    figures: list[Figure] = []
    at: dict[tuple[int, int], str] = {}
    scene = scene_of(document, lexicon, knowledge)
    for found in _wrapping(document.dispatch, scene):
        _enter(figures, found, _figure_for_name(figures, found))
    for number, sentence in enumerate(document.sentences):
        subjects = {predicate.subject for predicate in clauses[number].predicates.values()}
        for found in find_mentions(sentence, number, scene):
            figure = _resolve(figures, found, clauses[number], at, lexicon)
            if figure is not None and found.head >= 0:
                for word in sentence.words:
                    if found.span.contains(word.span):
                        at[number, word.index] = figure.id
                at[number, found.head] = figure.id
                if found.head in subjects:
                    figure.subject_in.add(number)
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


def _resolve(figures: list[Figure], found: Found, clauses: Clauses, at: Mapping[tuple[int, int], str], lexicon: Lexicon) -> Figure | None:
    if beside := _beside(figures, found, clauses, at):
        return _enter(figures, found, beside)
    if found.form is Form.NAME or found.rule == "adjective_of_country":
        return _enter(figures, found, _figure_for_name(figures, found))
    if found.form is Form.PRONOUN:
        figure = for_pronoun(figures, found, clauses, at)
        return _enter(figures, found, figure) if figure else None
    if found.kind is EntityKind.COUNTRY:
        figure = for_country(figures, found, clauses, at, lexicon)
        return _enter(figures, found, figure) if figure else None
    if found.possessed and found.name in lexicon.names.counterparts:
        return _enter(figures, found, for_counterpart(figures, found, clauses, at))
    return _enter(figures, found, for_description(figures, found, lexicon))


def _beside(figures: list[Figure], found: Found, clauses: Clauses, at: Mapping[tuple[int, int], str]) -> Figure | None:
    """Whom a name or description is set beside: `Ministerpräsident Thailands, Abhisit Vejjajiva`, `Andrew Wetzler, ein Anwalt`, `Bundespolizei (BPol)`."""
    words = clauses.sentence.words
    if (subject := _predicated_of(found, clauses, at)) is not None:
        same = figures[int(subject[1:]) - 1]
        return same if same.kind is found.kind else None
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


def _predicated_of(found: Found, clauses: Clauses, at: Mapping[tuple[int, int], str]) -> str | None:
    """`[Lena Brandstätter] ist die Chefin der Werft`: of whom a description is the predicate."""
    predicate = clauses.predicates.get(found.head)
    if predicate is None or not predicate.copular or predicate.subject is None or found.plural or found.form is not Form.NOMINAL:
        return None
    return at.get((clauses.number, antecedent(clauses, predicate, predicate.subject)))


def _enter(figures: list[Figure], found: Found, figure: Figure | None) -> Figure:
    """Note a mention with its figure, or with a new one."""
    if figure is None:
        figure = Figure(f"e{len(figures) + 1}", found.kind, [found.name], plural=found.plural)
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


def _figure_for_name(figures: list[Figure], found: Found) -> Figure | None:
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
    described = (figure for figure in recent(figures, found.sentence) if not figure.proper and not figure.plural and figure.kind is EntityKind.PERSON)
    return next((figure for figure in described if figure.names[0].split()[-1] in offices), None) if offices else None


def _entity(figure: Figure) -> Entity:
    return Entity(figure.id, figure.kind, figure.name, tuple(figure.names), tuple(figure.roles), figure.country, figure.link, figure.position)
