"""A record as a reader at a terminal sees it."""

import re
from typing import IO

from rich.console import Console, Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from lagebild.domain.record import Record
from lagebild.exports.entries import picture_of
from lagebild.exports.picture import Fact, Picture
from lagebild.exports.tables import COLUMNS, STYLES, listed, phrase, plain, table
from lagebild.lexicon.labels import Labels

WIDEST = 140
_FILLING = re.compile(r"[ ]+$", re.MULTILINE)
_TEXT_WIDTH = 100


def console(file: IO[str] | None = None, *, no_color: bool = False) -> Console:
    """A console of at most 140 columns that interprets nothing in what it prints."""
    made = Console(file=file, no_color=no_color or None, highlight=False, markup=False, emoji=False)
    made.width = min(made.width, WIDEST)
    return made


def rendered(picture: RenderableType, screen: Console) -> str:
    """What a console would print, for the caller to write; without the blanks that only fill lines up."""
    with screen.capture() as captured:
        screen.print(picture)
    return _FILLING.sub("", captured.get())


def situation(record: Record, labels: Labels, width: int) -> RenderableType:
    """All of a record: head, findings by kind, text with marks. Parts without findings are left out."""
    picture = picture_of(record, labels)
    parts: list[RenderableType] = [_head(picture, labels)]
    for group in picture.groups:
        if group.name == "cues":
            parts += [Text(), listed(group, labels)]
        elif group.name in COLUMNS:
            parts += [_heading(labels.heading(group.name)), table(group, labels, width)]
    if not picture.groups:
        parts += [Text(), Text(labels.phrase("no_findings"))]
    parts += [_heading(labels.heading("text")), Constrain(Padding(marked_text(picture), (0, 2)), _TEXT_WIDTH), Text()]
    return Group(*parts)


def marked_text(picture: Picture) -> Text:
    """The dispatch's text: names underlined, triggers in the style of their certainty."""
    text = plain(picture.text)
    for entry in picture.entries():
        for mark in entry.marks:
            for word in mark.style.split():
                if word in STYLES:
                    text.stylize(STYLES[word], mark.span.start, mark.span.stop)
    text.rstrip()
    return text


def _head(picture: Picture, labels: Labels) -> RenderableType:
    line = Text(" · ").join(_named(fact, labels) for fact in picture.facts)
    return Group(Rule(style="dim"), plain(picture.title, "bold"), line)


def _named(fact: Fact, labels: Labels) -> Text:
    return Text.assemble((f"{labels.field(fact.name)} ", "dim"), phrase(fact.words))


def _heading(words: str) -> RenderableType:
    return Group(Text(), Text(words, style="bold underline"))
