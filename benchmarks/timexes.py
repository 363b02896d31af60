"""How well expressions of time are found and resolved: KRAUTS (Die Zeit and Dolomiten-100), as TempEval-3 counts.

    PYTHONPATH=benchmarks python benchmarks/timexes.py [--misses 50]

The set (licence CC BY-NC 4.0) is measured on and read for errors; nothing of it is kept. An expression counts as found when it overlaps one of the
gold's; its value counts when it also is the gold's, drawn as the set draws it: `vor [zwei Jahren]` is P2Y there (all 21 of the kind).
The set brings HeidelTime's own output, which is counted the same way.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from lagebild.domain.dispatch import Dispatch, Section, SectionKind
from lagebild.domain.moment import Time
from lagebild.domain.span import Span
from lagebild.pipeline import Pipeline

SHARED = Path(__file__).parent.parent.parent / "shared"
FOLDER = Path("data/times-krauts")
PARTS = ("DieZeit", "Dolomiten-100")

Figures = dict[str, float]
Timexes = dict[Span, str]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text, the day it was written, and the values of its expressions."""

    name: str
    text: str
    day: str
    timexes: Timexes


def annotated(folder: Path) -> Iterator[Annotated]:
    for path in sorted(folder.glob("*.tml")):
        root = ET.parse(path).getroot()  # noqa: S314  a file of ours
        text, timexes = "", Timexes()
        body = root.find("TEXT")
        text = (body.text or "") if body is not None else ""
        for child in body if body is not None else ():
            words = "".join(child.itertext())
            if child.tag == "TIMEX3" and words:
                timexes[Span(len(text), len(text) + len(words))] = child.get("value") or ""
            text += words + (child.tail or "")
        yield Annotated(path.name, text, root.find("DCT/TIMEX3").get("value"), timexes)  # type: ignore[union-attr]  # every file has one


def read(pipeline: Pipeline, article: Annotated) -> Timexes:
    """Ours, as TIMEX3 values."""
    dispatch = Dispatch(article.name, article.text, "de", issued=article.day[:10], sections=(Section(SectionKind.BODY, Span(0, len(article.text))),))
    return {time.span: _as_drawn(time, article.text, pipeline) for time in pipeline.read(dispatch).times}


def _as_drawn(time: Time, text: str, pipeline: Pipeline) -> str:
    """The value as the set has it: in `vor zwei Jahren` the duration is marked, and not the year that it leads to; `die letzten Jahre` are some years."""
    words, table = time.span.of(text).split(), pipeline.lexicon.times
    unit = next((table.units[form] for form in (words[-1], words[-1][:-1], words[-1][:-2]) if form in table.units), None)
    if unit is None or unit[0] == "T":
        return time.timex.value
    number = next((int(word) if word.isdigit() else table.numbers.get(word.lower()) for word in words[:-1] if word.isdigit() or word.lower() in table.numbers), None)
    if words[0].lower() in ("vor", "in") and number is not None:
        return f"P{number}{unit}"
    return f"PX{unit}" if time.timex.value == "PAST_REF" and words[-1] not in table.units else time.timex.value


def count(gold: Timexes, found: Timexes, into: Counter[str]) -> Iterator[tuple[str, Span]]:
    """Add what is right to the counts, and give what is wrong: missed, extra or other value, with its span."""
    left = dict(found)
    into.update(gold=len(gold), found=len(found))
    for span, value in gold.items():
        same = min((other for other in left if other.overlaps(span)), key=lambda other: (left[other] != value, abs(other.start - span.start)), default=None)
        if same is None:
            yield "missed", span
            continue
        right = left.pop(same) == value
        into.update(overlapping=1, equal=same == span, value=right)
        if not right:
            yield "value", span
    yield from (("extra", span) for span in left)


def figures(counts: Counter[str]) -> Figures:
    total = max(1, counts["gold"] + counts["found"])
    return {"times_relaxed_f1": 200 * counts["overlapping"] / total, "times_value_f1": 200 * counts["value"] / total, "times_strict_f1": 200 * counts["equal"] / total}


def times(pipeline: Pipeline, shared: Path) -> Figures:
    counts = Counter[str]()
    for part in PARTS:
        for article in annotated(shared / FOLDER / part):
            list(count(article.timexes, read(pipeline, article), counts))
    return figures(counts)


def heideltime(shared: Path, part: str) -> Figures:
    """HeidelTime's output in the same set by the same count: it must be about what its authors give."""
    counts, other = Counter[str](), {article.name: article.timexes for article in annotated(shared / FOLDER / f"{part}_Heideltime")}
    for article in annotated(shared / FOLDER / part):
        list(count(article.timexes, other.get(article.name, {}), counts))
    return figures(counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    chosen, pipeline, counts = parser.parse_args(), Pipeline.load(), Counter[str]()
    for part in PARTS:
        of_part = Counter[str]()
        for article in annotated(SHARED / FOLDER / part):
            found = read(pipeline, article)
            for what, span in count(article.timexes, found, of_part):
                if chosen.misses:
                    ours = next((f"{other.of(article.text)!r} {value}" for other, value in found.items() if other.overlaps(span)), "-")
                    around = article.text[max(0, span.start - 50) : span.stop + 30].replace("\n", " ")
                    print(f"{what}\t{span.of(article.text)!r} {article.timexes.get(span, '')}\t{ours}\t{article.day}\t{around}")
        counts += of_part
        print(part, figures(of_part), "HeidelTime", heideltime(SHARED, part))
    print(figures(counts))


if __name__ == "__main__":
    main()
