"""How well times are found and dated: KRAUTS, TimeML of 50 articles of Die Zeit and 100 of Dolomiten, counted as TempEval-3 does.

The set's licence is NC: it is measured on and nothing of it kept. `python benchmarks/times.py` first scores what comes with the set,
HeidelTime's own output and the gold itself, so that one sees that the scorer counts as others do.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from lagebild.domain.dispatch import Dispatch, Section, SectionKind
from lagebild.domain.moment import Time
from lagebild.domain.span import Span
from lagebild.pipeline import Pipeline
from lagebild.understanding.predicates import analyse
from lagebild.understanding.times import find_times

SHARED = Path(__file__).parents[2] / "shared"
KRAUTS = Path("data/times-krauts")
PARTS = ("Dolomiten-100", "DieZeit")

_JOINT = re.compile(r"\s+(?:bis|und|oder)\s+(?:(?:zum|zur|zu|auf|den|dem|vom|am|im|der)\s+)?|\s*[-–]\s*", re.IGNORECASE)

Values = Mapping[Span, str]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its day and the TIMEX3 value of each of its times."""

    name: str
    text: str
    day: str
    values: Values


def articles(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*.tml")):
        root = ET.parse(path).getroot()  # noqa: S314  a file of ours
        day, body = root.find("DCT/TIMEX3"), root.find("TEXT")
        assert day is not None
        assert body is not None
        text, values = body.text or "", dict[Span, str]()
        for time in body:
            words = "".join(time.itertext())
            if words:  # times that no word says are not looked for
                values[Span(len(text), len(text) + len(words))] = time.get("value") or ""
            text += words + (time.tail or "")
        yield Article(path.stem, text, day.get("value") or "", values)


@dataclass(slots=True)
class Count:
    """What is counted over all articles, as TempEval-3 does: a time is right where it overlaps one of the gold's."""

    gold: int = 0
    found: int = 0
    overlapping: int = 0
    exact: int = 0
    valued: int = 0

    def add(self, gold: Values, found: Values) -> None:
        pairs = paired(gold, found)
        self.gold += len(gold)
        self.found += len(found)
        self.overlapping += len(pairs)
        self.exact += sum(span == other for span, other in pairs)
        self.valued += sum(gold[span] == found[other] for span, other in pairs)

    def f1(self, right: int) -> float:
        return 200 * right / max(1, self.gold + self.found)

    @property
    def figures(self) -> dict[str, float]:
        return {"times_relaxed_f1": self.f1(self.overlapping), "times_value_f1": self.f1(self.valued), "times_strict_f1": self.f1(self.exact)}


def paired(gold: Values, found: Values) -> list[tuple[Span, Span]]:
    """Each of the gold's times with the first one found that overlaps it and is not yet taken."""
    pairs, left = list[tuple[Span, Span]](), sorted(found, key=lambda span: span.start)
    for span in sorted(gold, key=lambda span: span.start):
        other = next((candidate for candidate in left if candidate.overlaps(span)), None)
        if other is not None:
            left.remove(other)
            pairs.append((span, other))
    return pairs


def read(pipeline: Pipeline, article: Article) -> Values:
    """Our times of an article, as TIMEX3 says them."""
    dispatch = Dispatch(article.name, article.text, "de", issued=article.day, sections=(Section(SectionKind.BODY, Span(0, len(article.text))),))
    document = pipeline.reader.read(dispatch, pipeline.lexicon)
    clauses = [analyse(sentence, number, pipeline.lexicon) for number, sentence in enumerate(document.sentences)]
    return dict(pair for time in find_times(document, clauses, pipeline.lexicon) for pair in ends(time, article.text))


def ends(time: Time, text: str) -> Iterator[tuple[Span, str]]:
    """TIMEX3 has no stretches: `Januar bis März 2008`, one time of ours, is two of its, each with its value."""
    words, (first, _, last) = text[time.span.start : time.span.stop], time.timex.value.partition("/")
    joint = _JOINT.search(words) if last else None
    if joint is None:
        yield time.span, time.timex.value
        return
    yield Span(time.span.start, time.span.start + joint.start()), first
    yield Span(time.span.start + joint.end(), time.span.stop), last


def score(shared: Path, answer: Callable[[str, Article], Values]) -> dict[str, Count]:
    """The count of each part of the set and, as "together", of all of it."""
    counts = {part: Count() for part in (*PARTS, "together")}
    for part in PARTS:
        for article in articles(shared / KRAUTS / part):
            found = answer(part, article)
            counts[part].add(article.values, found)
            counts["together"].add(article.values, found)
    return counts


def krauts(pipeline: Pipeline, shared: Path) -> dict[str, float]:
    """F1 of our times over the whole set: overlapping, overlapping with the same value, and with the same words."""
    return score(shared, lambda _, article: read(pipeline, article))["together"].figures


def show(title: str, counts: Mapping[str, Count]) -> None:
    for part, count in counts.items():
        print(f"{title:12}{part:15}" + "".join(f"{name} {figure:5.1f}   " for name, figure in count.figures.items()), flush=True)


def main() -> None:
    if not (SHARED / KRAUTS).exists():
        sys.exit("skipped, times-krauts is not in ../shared")
    theirs = {(part, article.name): article.values for part in PARTS for article in articles(SHARED / KRAUTS / f"{part}_Heideltime")}
    show("gold", score(SHARED, lambda _, article: article.values))
    show("HeidelTime", score(SHARED, lambda part, article: theirs[part, article.name]))
    pipeline = Pipeline.load()
    show("lagebild", score(SHARED, lambda _, article: read(pipeline, article)))


if __name__ == "__main__":
    main()
