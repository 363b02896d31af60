"""A candidate for a mention, before anybody knows who is who."""

from dataclasses import dataclass

from lagebild.domain.entity import EntityKind, Form, Link, Position, Role
from lagebild.domain.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate: `name` in base form, `head` the word that trees attach to, `link` the entry of the knowledge that it is,

    `bare` if no name, no genitive and no clause stands with it.
    """

    sentence: int
    head: int
    span: Span
    name: str
    kind: EntityKind
    form: Form
    rule: str
    link: Link | None = None
    country: str | None = None
    position: Position | None = None
    gender: str | None = None
    plural: bool = False
    definite: bool = False
    possessed: bool = False
    bare: bool = False
    roles: tuple[Role, ...] = ()
