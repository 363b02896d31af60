"""Why a finding is in the record: its sentence, its fields, and which words and which rule said so."""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lagebild.domain.errors import NotFound
from lagebild.domain.record import Record
from lagebild.domain.span import Span
from lagebild.exports.entries import picture_of
from lagebild.exports.picture import Entry, Picture
from lagebild.exports.terminal import phrase
from lagebild.exports.visible import visible
from lagebild.lexicon.labels import Labels


def explanation(record: Record, finding: str, labels: Labels, examples: Mapping[str, str]) -> RenderableType:
    """What speaks for a finding (`c3`, `q1`); `examples` gives a line of news by rule. Raises NotFound with the ids there are."""
    picture = picture_of(record, labels)
    entry = next((entry for entry in picture.entries() if entry.id == finding), None)
    if entry is None:
        there = ", ".join(entry.id for entry in picture.entries()) or labels.phrase("no_findings")
        raise NotFound(f"there is no finding {finding} in “{picture.title}”; there are: {there}")
    head = Text.assemble((f"{visible(entry.id)}  ", "dim"), phrase(entry.head))
    return Group(head, Text(), *_sentences(picture, entry), _fields(entry, labels), Text(), _evidence(picture, entry, labels, examples))


def _sentences(picture: Picture, entry: Entry) -> list[RenderableType]:
    """The sentences that hold the finding's words, the words in [brackets], for a pipe has no bold."""
    marks = sorted({mark.span for mark in entry.marks})
    touched = [span for span in picture.record.sentences if any(span.overlaps(mark) for mark in marks)] or marks
    return [Padding(_bracketed(picture.text, span, marks), (0, 2, 1, 2)) for span in touched]


def _bracketed(text: str, sentence: Span, marks: list[Span]) -> Text:
    shown, at = Text(), sentence.start
    for mark in marks:
        start, stop = max(mark.start, at), min(mark.stop, sentence.stop)
        if start < stop:
            shown.append(_one_line(text[at:start])).append(f"[{_one_line(text[start:stop])}]", "bold")
            at = stop
    return shown.append(_one_line(text[at : sentence.stop]))


def _one_line(words: str) -> str:
    return visible(words).replace("\n", " ").replace("\t", " ")


def _fields(entry: Entry, labels: Labels) -> Table:
    table = Table.grid(padding=(0, 2))
    for fact in entry.facts:
        table.add_row(Text(labels.field(fact.name), style="dim"), phrase(fact.words))
    return table


def _evidence(picture: Picture, entry: Entry, labels: Labels, examples: Mapping[str, str]) -> RenderableType:
    if not entry.evidence:
        return Text(labels.phrase("no_evidence"), style="dim")
    lines = [Text(labels.field("evidence"), style="bold")]
    for evidence in entry.evidence:
        words = f"{labels.phrase('open_quote')}{_one_line(evidence.span.of(picture.text))}{labels.phrase('close_quote')}"
        line = Text.assemble("  ", words, (f"  {labels.phrase('rule')} {visible(evidence.rule)}", "dim"))
        if example := examples.get(evidence.rule):
            line.append(f"\n      {labels.phrase('example')}: {visible(example)}", "dim italic")
        lines.append(line)
    return Group(*lines)
