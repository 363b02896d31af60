"""How well German is read: the trees, words and sentences of UD German GSD, and the names of GermEval 2014."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lagebild.domain.span import Span
from lagebild.pipeline import Pipeline

MEASURED = 488  # the sentences of GSD test from here on; those before trained the network (training/corpora.py)
GSD_TEST = Path("data/trees-german-gsd/test.conllu.gz")
GERMEVAL_TEST = Path("data/entities-germeval/test.tsv.gz")

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


def trees(pipeline: Pipeline, shared: Path) -> Figures:
    """The second half of GSD test with its words given: accuracies over all words, relations without subtypes."""
    gold = [[row for row in rows if "-" not in row.id] for _, rows in list(read_conllu(shared / GSD_TEST))[MEASURED:]]
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


def segmentation(pipeline: Pipeline, shared: Path) -> Figures:
    """The second half of GSD test as running text: F1 of sentences by their offsets, and of syntactic words by theirs and their form."""
    text, sentences, words = "", set[Span](), set[tuple[Span, str]]()
    for line, rows in list(read_conllu(shared / GSD_TEST))[MEASURED:]:
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


def names(pipeline: Pipeline, shared: Path) -> Figures:
    """GermEval 2014 test, outer chunks of PER, LOC and ORG: strict F1."""
    with gzip.open(shared / GERMEVAL_TEST, "rt", encoding="utf8") as file:
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


def f1(gold: Iterable[Any], found: Iterable[Any]) -> float:
    gold, found = set(gold), set(found)
    return 200 * len(gold & found) / (len(gold) + len(found))
