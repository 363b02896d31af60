"""A record as a reader at a terminal sees it."""

import re
from collections.abc import Iterator
from typing import IO

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from lagebild.domain.record import Record
from lagebild.exports.entries import picture_of
from lagebild.exports.picture import Entry, Fact, Picture, Words, joined
from lagebild.exports.picture import Group as Findings
from lagebild.exports.visible import visible
from lagebild.lexicon.labels import Labels

WIDEST = 140
_FILLING = re.compile(r"[ ]+$", re.MULTILINE)
_TEXT_WIDTH = 100
_NARROW = 100
_GAP = 2
# What a finding looks like, by the words of its marks' style; certainty is in symbols and words too, never in colour alone.
_STYLES = {
    "certain": "bold green",
    "probable": "bold blue",
    "possible": "bold yellow",
    "unknown": "bold magenta",
    "negative": "reverse",
    "name": "underline",
    "time": "italic",
    "agrees": "green",
    "disagrees": "red",
}
# The columns of each part behind its first; a column without any words is left out.
_COLUMNS = {
    "entities": ("kind", "roles", "country", "mentions", "relations"),
    "claims": ("source", "certainty", "when", "where"),
    "quotations": ("kind", "occasion"),
    "transfers": ("item", "amount", "stage", "certainty"),
    "geography": ("stated", "measured", "verdict", "reason"),
    "times": ("meaning", "span_of_days", "basis"),
}


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
        if group.name in _COLUMNS:
            parts += [_heading(labels.heading(group.name)), _table(group, labels, width)]
    parts += [_heading(labels.heading("text")), Constrain(Padding(marked_text(picture), (0, 2)), _TEXT_WIDTH), Text()]
    return Group(*parts)


def plain(words: str, style: str = "") -> Text:
    """Words from anywhere, with no way to act on the terminal."""
    return Text(visible(words), style=style)


def phrase(words: Words, strong: str = "bold") -> Text:
    return Text().join(plain(part.text, strong if part.strong else "") for part in words)


def marked_text(picture: Picture) -> Text:
    """The dispatch's text: names underlined, triggers in the style of their certainty."""
    text = plain(picture.text)
    for entry in picture.entries():
        for mark in entry.marks:
            for word in mark.style.split():
                if word in _STYLES:
                    text.stylize(_STYLES[word], mark.span.start, mark.span.stop)
    text.rstrip()
    return text


def _head(picture: Picture, labels: Labels) -> RenderableType:
    line = Text(" · ").join(_named(fact, labels) for fact in picture.facts)
    return Group(Rule(style="dim"), plain(picture.title, "bold"), line)


def _named(fact: Fact, labels: Labels) -> Text:
    return Text.assemble((f"{labels.field(fact.name)} ", "dim"), phrase(fact.words))


def _heading(words: str) -> RenderableType:
    return Group(Text(), Text(words, style="bold underline"))


def _table(group: Findings, labels: Labels, width: int) -> Table:
    shown = [name for name in _COLUMNS[group.name] if any(entry.fact(name) for entry in group.entries)]
    if width < _NARROW and "when" in shown and "where" in shown:
        shown = ["source", "certainty", "when_where"]
    head = [Text(), Text(labels.head(group.name)), *(Text(labels.field(name)) for name in shown)]
    strong = "italic" if group.name == "quotations" else "bold"
    rows = [[plain(entry.id, "dim"), phrase(entry.head, strong), *_cells(entry, shown)] for entry in group.entries]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for words, least in zip(head, _widths([head, *rows], width), strict=True):
        table.add_column(words, width=least, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _widths(rows: list[list[Text]], width: int) -> list[int]:
    """Widths of the columns: words stay whole (up to 18 letters), then the columns that want least get what they want first."""
    columns = [[cell.plain for cell in column] for column in zip(*rows, strict=True)]
    widths = [min(18, max(cell_len(word) for cell in column for word in [*cell.split(" "), ""])) for column in columns]
    wants = [max(map(cell_len, column)) - width for column, width in zip(columns, widths, strict=True)]
    spare = width - sum(widths) - _GAP * (len(columns) - 1)
    for left, at in enumerate(sorted(range(len(columns)), key=wants.__getitem__), -len(columns)):
        share = max(0, min(wants[at], spare // -left))
        widths[at] += share
        spare -= share
    return widths


def _cells(entry: Entry, columns: list[str]) -> Iterator[Text]:
    for name in columns:
        cell = phrase(_when_where(entry) if name == "when_where" else entry.fact(name))
        if name in ("certainty", "verdict"):
            cell.stylize(_STYLES.get(entry.kind, ""))
        yield cell


def _when_where(entry: Entry) -> Words:
    return joined([entry.fact("when"), entry.fact("where")])
