"""Where the dispatch says that things lie, checked against coordinates."""

from collections.abc import Iterator, Sequence

from lagebild.domain.entity import EntityKind
from lagebild.domain.geography import Geography
from lagebild.domain.span import Evidence
from lagebild.knowledge import Knowledge
from lagebild.lexicon import Lexicon
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.locators import find_locators
from lagebild.understanding.measures import Locator
from lagebild.understanding.phrases import stretch
from lagebild.understanding.places_located import located
from lagebild.understanding.places_named import Named, View
from lagebild.understanding.verdicts import judge


def find_geography(clauses: Sequence[Clauses], cast: Cast, lexicon: Lexicon, knowledge: Knowledge) -> Iterator[Geography]:
    """The geographic statements of a document, each with its verdict; where nothing named lies there, nothing is stated."""
    number, latest = 0, None
    for one in clauses:
        view = View(one, cast, lexicon)
        before: tuple[Locator, Named] | None = None
        for locator in sorted(find_locators(view, knowledge), key=lambda found: found.first):
            subject = located(view, locator, before, latest)
            if subject is None or subject.entity.id in {named.entity.id for named in locator.objects}:
                continue
            before = (locator, subject)
            number += 1
            yield _checked(f"g{number}", view, locator, subject, knowledge)
        latest = next((named for named in reversed(view.named) if named.entity.kind is EntityKind.PLACE), None)


def _checked(identity: str, view: View, locator: Locator, subject: Named, knowledge: Knowledge) -> Geography:
    verdict, measured, reason = judge(locator, subject.entity, knowledge)
    span = stretch(view.clauses.sentence, list(range(locator.first, locator.last + 1)))
    first, *others = locator.objects
    return Geography(
        identity,
        span,
        subject.entity.id,
        first.entity.id,
        locator.relation,
        locator.stated,
        verdict,
        reason,
        locator.feature,
        measured,
        (Evidence(span, locator.rule),),
        others[0].entity.id if others else None,
    )
