"""Findings of a kind as a table for a terminal."""

from collections.abc import Iterator

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from lagebild.exports.picture import Entry, Group, Words, joined
from lagebild.exports.register import NEGATED
from lagebild.exports.visible import visible
from lagebild.lexicon.labels import Labels

_NARROW = 100
_GAP = 2
# What a finding looks like, by the words of its marks' style; certainty is in symbols and words too, never in colour alone.
STYLES = {
    "certain": "bold green",
    "probable": "bold blue",
    "possible": "bold yellow",
    "unknown": "bold magenta",
    "negative": "reverse",
    "plain": "not bold",
    "name": "underline",
    "time": "italic",
    "agrees": "green",
    "disagrees": "red",
}
# Columns made of several facts.
_JOINED = {"when_where": ("when", "where"), "setting": ("when", "where", "occasion")}
# The columns of each part behind its first; a column without any words is left out.
COLUMNS = {
    "claims": ("source", "certainty", "when", "where"),
    "statements": ("when", "where"),
    "quotations": ("cue", "kind", "setting"),
    "transfers": ("item", "amount", "stage", "source", "certainty"),
    "geography": ("stated", "measured", "verdict", "reason"),
    "entities": ("kind", "roles", "country", "mentions", "relations"),
    "times": ("meaning", "span_of_days", "basis"),
}


def plain(words: str, style: str = "") -> Text:
    """Words from anywhere, with no way to act on the terminal."""
    return Text(visible(words), style=style)


def phrase(words: Words, strong: str = "bold") -> Text:
    return Text().join(plain(part.text, strong if part.strong else "") for part in words)


def listed(group: Group, labels: Labels) -> Text:
    """What stands elsewhere in full: ids and first words on one line."""
    words = [Text.assemble((visible(entry.id), "dim"), " ", visible(entry.head[0].text)) for entry in group.entries]
    return Text.assemble((f"{labels.heading(group.name)}: ", "dim"), Text(", ").join(words))


def table(group: Group, labels: Labels, width: int) -> Table:
    shown = [name for name in COLUMNS[group.name] if any(_words(entry, name) for entry in group.entries)]
    if width < _NARROW and "when" in shown and "where" in shown:
        shown = [*(name for name in shown if name not in _JOINED["when_where"]), "when_where"]
    head = [Text(), Text(labels.head(group.name)), *(Text(labels.field(name)) for name in shown)]
    strong = "italic" if group.name == "quotations" else "bold"
    rows = [[plain(entry.id, "dim"), phrase(entry.head, strong), *_cells(entry, shown)] for entry in group.entries]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    widths = _widths([head, *rows], width)
    for words, least in zip(head, widths, strict=True):
        table.add_column(words, width=least, overflow="fold")
    for row in rows:
        table.add_row(*map(_settled, row, widths))
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


def _settled(cell: Text, width: int) -> Text:
    """A negation on a line of its own where it does not fit; rich would part the symbol from its word."""
    before, tied, _ = cell.plain.partition(f", {NEGATED}")
    if not tied or cell_len(cell.plain) <= width:
        return cell
    return Text("\n").join((cell[: len(before) + 1], cell[len(before) + len(", ") :]))


def _cells(entry: Entry, columns: list[str]) -> Iterator[Text]:
    for name in columns:
        cell = phrase(_words(entry, name))
        if name in ("certainty", "verdict"):
            denied = any("negative" in mark.style for mark in entry.marks)
            cell.stylize("bold red" if denied else STYLES.get(entry.kind, ""))
        yield cell


def _words(entry: Entry, column: str) -> Words:
    return joined([entry.fact(name) for name in _JOINED.get(column, (column,))])
