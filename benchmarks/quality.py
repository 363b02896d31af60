"""How well lagebild reads, on what trained nothing; run by `make quality`.

    PYTHONPATH=corpus python benchmarks/quality.py [--weights FOLDER] [--page FILE]

Prints a line a figure, writes them as a page, and fails where one is worse than its bound in floors.toml. The data lies beside the repository in
../shared (see its README for what each set is and its licence), our own in corpus/; a figure whose data is absent is named as skipped.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import coreference
import deliveries
import linking
import own
import places
import quotations
import times
import treebanks
from misses import misses

from lagebild.codec import encode
from lagebild.domain.dispatch import Dispatch
from lagebild.knowledge import Knowledge
from lagebild.lexicon import Lexicon
from lagebild.pipeline import Pipeline
from lagebild.reading import Reader
from lagebild.reading.weights import SHIPPED
from lagebild.wire import Overrides, read_dispatches

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
WIKINEWS = Path("data/quotations/dev.jsonl.gz")
NEWS_100 = Path("data/linking-news100")
SEED = Path("seed/dispatch.txt")

Figures = dict[str, float]
Measure = Callable[[Pipeline, Path], Figures]


@dataclass(frozen=True, slots=True)
class Bound:
    """What a figure must not be worse than, and what was asked for, if anything was; for a share of errors both are ceilings."""

    floor: float | None = None
    ceiling: float | None = None
    asked: float | None = None

    def is_kept_by(self, figure: float) -> bool:
        return figure >= self.floor if self.floor is not None else self.ceiling is not None and figure <= self.ceiling

    def told(self) -> str:
        return f"{'>=' if self.floor is not None else '<='} {self.floor if self.floor is not None else self.ceiling:g}"


def seed(pipeline: Pipeline, shared: Path) -> Figures:
    """The real dispatch that lagebild began with, by the score of its gold file."""
    scorer = load_script(shared / "tools/score_record.py")
    dispatch = next(found for found in read_dispatches(shared / SEED, Overrides()) if isinstance(found, Dispatch))
    rows = scorer.score(json.loads((shared / "seed/gold.json").read_text("utf8")), scorer.Record(json.loads(encode(pipeline.read(dispatch)))))
    points = [ok for found in rows.values() for ok, _ in found]
    return {"seed_score": 100 * sum(points) / len(points)}


def load_script(path: Path) -> ModuleType:
    """A script as a module."""
    spec = spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# What is measured, under the headings of the page, each with what it needs of ../shared.
MEASURES: dict[str, tuple[tuple[Measure, Path | None], ...]] = {
    "Reading": (
        (treebanks.trees, treebanks.GSD_TEST),
        (treebanks.segmentation, treebanks.GSD_TEST),
        (treebanks.names, treebanks.GERMEVAL_TEST),
        (own.names, WIKINEWS),
        (own.moods, WIKINEWS),
    ),
    "Who and where": (
        (lambda pipeline, shared: linking.news100(pipeline, shared)[0], NEWS_100),
        (lambda pipeline, _: linking.common_words(pipeline)[0], None),
        (lambda pipeline, _: places.geography(pipeline, "test"), None),
        (places.on_dev, WIKINEWS),
    ),
    "Who says what, how certain, what happened": (
        (quotations.quotations, WIKINEWS),
        (times.krauts, times.KRAUTS),
        (lambda pipeline, _: deliveries.transfers(pipeline, "test"), None),
        (own.records, WIKINEWS),
        (coreference.coreference, coreference.PCC),
        (seed, SEED),
    ),
}


def figures(pipeline: Pipeline, measures: tuple[tuple[Measure, Path | None], ...]) -> Iterator[tuple[str, float]]:
    for measure, needed in measures:
        if needed and not (SHARED / needed).exists():
            print(f"skipped: {needed} is not in ../shared")
            continue
        yield from measure(pipeline, SHARED).items()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=SHIPPED, help="another network than the shipped one")
    parser.add_argument("--page", type=Path, help="write the figures there too")
    chosen = parser.parse_args()
    pipeline = Pipeline(Reader.load(chosen.weights), Lexicon.of("de"), Knowledge.load())
    bounds = {name: Bound(**bound) for name, bound in tomllib.loads((HERE / "floors.toml").read_text("utf8"))["quality"].items()}
    wrong, page = list[str](), list[str]()
    for heading, measures in MEASURES.items():
        page.append(f"\n### {heading}\n\n| | figure | asked for | held |\n|---|---|---|---|")
        for name, figure in figures(pipeline, measures):
            bound = bounds[name]
            print(f"{name:32}{figure:8.2f}   {bound.told()}", flush=True)
            page.append(f"| {name.replace('_', ' ')} | {figure:.1f} | {'' if bound.asked is None else f'{bound.asked:g}'} | {bound.told()} |")
            if not bound.is_kept_by(figure):
                wrong.append(f"{name} is {figure:.2f}, which is not {bound.told()}")
    if chosen.page:
        rows = [f"| {layer} | {kind} | {n} |" for layer, kind, n in misses(pipeline, SHARED)] if (SHARED / WIKINEWS).exists() else []
        told = (HERE / "quality.md").read_text("utf8").replace("DATE", f"{datetime.now(UTC):%Y-%m-%d}").replace("FIGURES\n", "\n".join([*page, ""]))
        told = told.replace("MISSES\n", "\n".join(["| layer | what | how often |", "|---|---|---|", *rows, ""]))
        chosen.page.write_text(told, "utf8")
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
