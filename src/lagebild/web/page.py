"""Records on one self-contained HTML page: no file beside it, no request anywhere."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Self

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from lagebild.domain.record import Record
from lagebild.exports.entries import certainty_symbols, picture_of
from lagebild.exports.picture import Entry, Picture
from lagebild.lexicon.labels import Labels
from lagebild.understanding.examples import EXAMPLES
from lagebild.web.segments import Segment, laid_over, segments

_FOLDER = resources.files("lagebild.web")
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A dispatch on the page; `anchor` (`d1`) goes before the ids of its findings, `first` says at which segment each stands."""

    anchor: str
    picture: Picture
    segments: tuple[Segment, ...]
    first: dict[str, int]

    @classmethod
    def of(cls, number: int, picture: Picture) -> Self:
        pieces = tuple(segments(picture.text, laid_over(picture)))
        first: dict[str, int] = {}
        for piece in pieces:
            for finding in piece.ids:
                first.setdefault(finding, piece.start)
        return cls(f"d{number}", picture, pieces, first)

    def targets(self, findings: tuple[str, ...]) -> str:
        return " ".join(f"{self.anchor}-{finding}" for finding in findings)

    def proof(self, entry: Entry) -> list[tuple[str, str]]:
        """The words and the rule of each piece of evidence."""
        return [(" ".join(evidence.span.of(self.picture.text).split()), evidence.rule) for evidence in entry.evidence]


def page(records: Sequence[Record], labels: Labels) -> str:
    """The page of a run, in the words of a language."""
    sheets = [Sheet.of(number, picture_of(record, labels)) for number, record in enumerate(records, start=1)]
    title = sheets[0].picture.title if len(sheets) == 1 else f"{len(sheets)} {labels.phrase('dispatches')}"
    return _template().render(sheets=sheets, title=title, labels=labels, examples=EXAMPLES, legend=certainty_symbols(labels), css=_own("page.css"), js=_own("page.js"))


def write_page(records: Sequence[Record], target: Path, labels: Labels) -> None:
    """Write the page whole or not at all; what is no plain file (a pipe) is written to as it is. Raises OSError."""
    content = page(records, labels).translate(_SURROGATES).encode("utf8")
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    goal = target.resolve()
    draft = goal.with_name(f".{goal.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(goal)
    finally:
        draft.unlink(missing_ok=True)


@cache
def _template() -> Template:
    world = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return world.from_string((_FOLDER / "page.html.j2").read_text("utf8"))


def _own(name: str) -> Markup:
    """A file of this folder, ours and therefore put in as it is."""
    return Markup((_FOLDER / name).read_text("utf8"))  # noqa: S704
