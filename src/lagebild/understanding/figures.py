"""An entity while the text is being read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lagebild.domain.entity import EntityKind, Link, Mention, Position, Role

REACH = 3  # sentences back that a pronoun or description looks for its antecedent


@dataclass(slots=True)
class Figure:
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
    subject_in: set[int] = field(default_factory=set[int])
    mentions: list[tuple[int, int, Mention]] = field(default_factory=list[tuple[int, int, Mention]])

    @property
    def name(self) -> str:
        return max(self.names, key=lambda name: (len(name.split()), -self.names.index(name))) if self.kind is EntityKind.PERSON else self.names[0]


def foremost(figures: Iterable[Figure], sentence: int) -> list[Figure]:
    """Figures within reach as a pronoun sees them: of this sentence the latest first, of earlier ones first the subjects."""
    ranked = sorted(_latest(figures), key=lambda entry: (entry[0], entry[0] < sentence and entry[0] in entry[2].subject_in, entry[1]), reverse=True)
    return [figure for at, _, figure in ranked if sentence - at <= REACH]


def recent(figures: Iterable[Figure], sentence: int, reach: int = REACH) -> list[Figure]:
    """Figures by their latest mention, latest first, within reach."""
    ranked = sorted(_latest(figures), key=lambda entry: entry[:2], reverse=True)
    return [figure for at, _, figure in ranked if sentence - at <= reach]


def _latest(figures: Iterable[Figure]) -> list[tuple[int, int, Figure]]:
    """Where each figure is last spoken of: the sentence, and where in the text."""
    return [(*max((s, m.span.start) for s, _, m in figure.mentions), figure) for figure in figures if figure.mentions]
