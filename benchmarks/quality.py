"""How well lagebild reads, on data that trained nothing; run by `make quality`.

    python benchmarks/quality.py [--weights FOLDER]

Prints a line a figure and fails where one is below its floor in floors.toml. The data lies beside the repository in
../shared (see its README for what each set is and its licence); a figure whose data is absent is named as skipped.
"""

import argparse
import gzip
import importlib.util
import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import own

from lagebild.codec import encode
from lagebild.domain.dispatch import Dispatch
from lagebild.domain.span import Span
from lagebild.knowledge import Knowledge
from lagebild.lexicon import Lexicon
from lagebild.pipeline import Pipeline
from lagebild.reading import Reader
from lagebild.reading.weights import SHIPPED
from lagebild.wire import Overrides, read_dispatches

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
MEASURED = 488  # the sentences of GSD test from here on; those before trained the network (training/corpora.py)
GSD_TEST = SHARED / "data/trees-german-gsd/test.conllu.gz"
GERMEVAL_TEST = SHARED / "data/entities-germeval/test.tsv.gz"
WIKINEWS = SHARED / "data/quotations/dev.jsonl.gz"
SEED = SHARED / "seed/dispatch.txt"

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of CoNLL-U: a syntactic word or the range line of a contraction."""

    id: str
    form: str
    lemma: str
    upos: str
    head: str
    relation: str


def read_conllu(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Sentences as their text and their lines, empty nodes left out."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        for block in file.read().strip().split("\n\n"):
            lines = block.split("\n")
            text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
            fields = [line.split("\t") for line in lines if line[0] != "#"]
            yield text, [Row(f[0], f[1], f[2], f[3], f[6], f[7]) for f in fields if "." not in f[0]]


def trees(pipeline: Pipeline) -> Figures:
    """The second half of GSD test with its words given: accuracies over all words, relations without subtypes."""
    gold = [[row for row in rows if "-" not in row.id] for _, rows in list(read_conllu(GSD_TEST))[MEASURED:]]
    given = [[(Span(i, i + 1), row.form) for i, row in enumerate(rows)] for rows in gold]
    right = dict.fromkeys(("upos", "uas", "las", "lemma"), 0)
    for rows, sentence in zip(gold, pipeline.reader.read_words(given), strict=True):
        for row, word in zip(rows, sentence.words, strict=True):
            head = word.head + 1 == int(row.head)
            right["upos"] += word.upos == row.upos
            right["uas"] += head
            right["las"] += head and word.relation.split(":")[0] == row.relation.split(":")[0]
            right["lemma"] += word.lemma == row.lemma
    return {f"gsd_{name}": 100 * n / sum(map(len, gold)) for name, n in right.items()}


def segmentation(pipeline: Pipeline) -> Figures:
    """The second half of GSD test as running text: F1 of sentences by their offsets, and of syntactic words by theirs and their form."""
    text, sentences, words = "", set[Span](), set[tuple[Span, str]]()
    for line, rows in list(read_conllu(GSD_TEST))[MEASURED:]:
        at, inside, span = 0, 0, Span(0, 1)
        for row in rows:
            first, _, last = row.id.partition("-")
            if last or int(first) > inside:
                at = line.index(row.form, at)
                span = Span(len(text) + at, len(text) + at + len(row.form))
                at += len(row.form)
                inside = int(last) if last else inside
            if not last:
                words.add((span, row.form))
        sentences.add(Span(len(text), len(text) + len(line)))
        text += line + " "
    found = list(pipeline.reader.parse(text, pipeline.lexicon))
    return {
        "gsd_raw_sentence_f1": f1(sentences, {sentence.span for sentence in found}),
        "gsd_raw_word_f1": f1(words, {(word.span, word.text) for sentence in found for word in sentence.words}),
    }


def names(pipeline: Pipeline) -> Figures:
    """GermEval 2014 test, outer chunks of PER, LOC and ORG: strict F1."""
    with gzip.open(GERMEVAL_TEST, "rt", encoding="utf8") as file:
        blocks = [[line.split("\t") for line in block.split("\n") if line and line[0] != "#"] for block in file.read().strip().split("\n\n")]
    gold, found = set[tuple[int, int, int, str]](), set[tuple[int, int, int, str]]()
    given = [[(Span(i, i + 1), row[1]) for i, row in enumerate(rows)] for rows in blocks if rows]
    for number, (rows, sentence) in enumerate(zip(filter(None, blocks), pipeline.reader.read_words(given), strict=True)):
        gold.update((number, *chunk) for chunk in chunks([row[2] for row in rows]))
        found.update((number, name.first, name.stop, name.kind) for name in sentence.names if name.kind in ("PER", "LOC", "ORG"))
    return {"germeval_f1": f1(gold, found)}


def chunks(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """B- and I- tags of the three kinds as (first, stop, kind); derivations and parts of compounds are no names here."""
    start, kind = 0, ""
    for position, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            yield start, position, kind
            kind = ""
        if tag in ("B-PER", "B-LOC", "B-ORG"):
            start, kind = position, tag[2:]


def seed(pipeline: Pipeline) -> Figures:
    """The real dispatch that lagebild began with, by the score of its gold file."""
    scorer = load_script(SHARED / "tools/score_record.py")
    dispatch = next(found for found in read_dispatches(SEED, Overrides()) if isinstance(found, Dispatch))
    rows = scorer.score(json.loads((SHARED / "seed/gold.json").read_text("utf8")), scorer.Record(json.loads(encode(pipeline.read(dispatch)))))
    points = [ok for found in rows.values() for ok, _ in found]
    return {"seed_score": 100 * sum(points) / len(points)}


def load_script(path: Path) -> ModuleType:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def f1(gold: Iterable[Any], found: Iterable[Any]) -> float:
    gold, found = set(gold), set(found)
    return 200 * len(gold & found) / (len(gold) + len(found))


CEILINGS = ("own_unreal_told_as_fact",)  # the lower the better
MEASURES: tuple[tuple[Callable[[Pipeline], Figures], Path], ...] = (
    (trees, GSD_TEST),
    (segmentation, GSD_TEST),
    (names, GERMEVAL_TEST),
    (lambda pipeline: own.names(pipeline, SHARED), WIKINEWS),
    (lambda pipeline: own.moods(pipeline, SHARED), WIKINEWS),
    (lambda pipeline: own.records(pipeline, SHARED), WIKINEWS),
    (seed, SEED),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=SHIPPED, help="another network than the shipped one")
    pipeline = Pipeline(Reader.load(parser.parse_args().weights), Lexicon.of("de"), Knowledge.load())
    floors = tomllib.loads((HERE / "floors.toml").read_text("utf8"))["quality"]
    wrong: list[str] = []
    for measure, needed in MEASURES:
        if not needed.exists():
            print(f"{measure.__name__}: skipped, {needed.name} is not in ../shared")
            continue
        for name, figure in measure(pipeline).items():
            print(f"{name:32}{figure:8.2f}   floor {floors[name]:.1f}", flush=True)
            if (figure > floors[name]) if name in CEILINGS else (figure < floors[name]):
                wrong.append(f"{name} is {figure:.2f}, its floor {floors[name]}")
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
