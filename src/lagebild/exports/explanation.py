"""Why a finding is in the record: its sentence, its fields, and which words and which rule said so."""

from collections import Counter
from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lagebild.domain.errors import NotFound
from lagebild.domain.record import Record
from lagebild.domain.span import Span
from lagebild.exports.entries import picture_of
from lagebild.exports.picture import Entry, Picture
from lagebild.exports.tables import phrase
from lagebild.exports.visible import visible
from lagebild.lexicon.labels import Labels


def explanation(record: Record, finding: str, labels: Labels, examples: Mapping[str, str]) -> RenderableType:
    """What speaks for a finding (`c3`, `q1`); `examples` gives a line of news by rule. Raises NotFound with the ids there are."""
    picture = picture_of(record, labels)
    entry = next((entry for entry in picture.entries() if entry.id == finding), None)
    if entry is None:
        there = _ranges([entry.id for entry in picture.entries()]) or labels.phrase("no_findings")
        raise NotFound(f"there is no finding {finding} in “{picture.title}”; there are: {there}")
    head = Text.assemble((f"{visible(entry.id)}  ", "dim"), phrase(entry.head))
    return Group(head, Text(), *_sentences(picture, entry), _fields(entry, labels), Text(), _evidence(picture, entry, labels, examples))


def _ranges(ids: list[str]) -> str:
    """`c1 to c34, q1`: the ids of each kind are counted through."""
    kinds: dict[str, list[str]] = {}
    for each in sorted(ids, key=lambda each: (len(each), each)):
        kinds.setdefault(each[:1], []).append(each)
    return ", ".join(alike[0] if len(alike) == 1 else f"{alike[0]} to {alike[-1]}" for alike in kinds.values())


def _sentences(picture: Picture, entry: Entry) -> list[RenderableType]:
    """The sentences (outside of sentences, the lines) that hold the finding's words, the words in [brackets], for a pipe has no bold."""
    marks = _merged(mark.span for mark in entry.marks)
    inside = [span for span in picture.record.sentences if any(span.overlaps(mark) for mark in marks)]
    outside = [_line(picture.record, mark) for mark in marks if not any(span.overlaps(mark) for span in inside)]
    return [Padding(_bracketed(picture.text, span, marks), (0, 2, 1, 2)) for span in sorted({*inside, *outside})]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The words in order, what lies over one another as one."""
    merged: list[Span] = []
    for span in sorted(set(spans)):
        if merged and merged[-1].overlaps(span):
            merged[-1] = Span(merged[-1].start, max(merged[-1].stop, span.stop))
        else:
            merged.append(span)
    return merged


def _line(record: Record, mark: Span) -> Span:
    """What stands on a line beside the sentences on it."""
    text = record.dispatch.text
    starts = [text.rfind("\n", 0, mark.start) + 1, *(span.stop for span in record.sentences if span.stop <= mark.start)]
    stops = [text.find("\n", mark.stop) % (len(text) + 1), *(span.start for span in record.sentences if span.start >= mark.stop)]
    return Span(max(starts), min(stops))


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
    """Each rule with the words that it read and its own line of news."""
    if not entry.evidence:
        return Text(labels.phrase("no_evidence"), style="dim")
    read: dict[str, Counter[str]] = {}
    for evidence in entry.evidence:
        words = f"{labels.phrase('open_quote')}{_one_line(evidence.span.of(picture.text))}{labels.phrase('close_quote')}"
        read.setdefault(evidence.rule, Counter())[words] += 1
    lines: list[RenderableType] = [Text(labels.field("evidence"), style="bold")]
    for rule, counted in read.items():
        quoted = ", ".join(words if times == 1 else f"{words} ({times}×)" for words, times in counted.items())
        lines.append(Padding(Text.assemble(quoted, (f"  {labels.phrase('rule')} {visible(rule)}", "dim")), (0, 0, 0, 2)))
        if example := examples.get(rule):
            lines.append(Padding(Text(f"{labels.phrase('example')}: {_one_line(example)}", "dim italic"), (0, 0, 0, 6)))
    return Group(*lines)
