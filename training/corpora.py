"""Readers of the training corpora: each gives sentences of words with whatever layers the corpus has.

A layer a corpus lacks is None and costs nothing in training. Licences stand in the card that `export.py` writes.
"""

import collections
import gzip
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from gold import load

from lagebild.domain.entity import EntityKind, Form
from lagebild.lexicon import Lexicon
from lagebild.reading.lemmas import Lemmas
from lagebild.reading.words import split

FEATURES = ("Case", "Gender", "Number", "Person", "Mood", "Tense", "VerbForm", "Voice", "Degree", "Definite", "PronType", "Poss", "Reflex", "Polarity", "NumType")
KEPT_SUBTYPES = {"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "compound:prt", "det:poss", "expl:pv"}
# What a German or English annotation never says cannot be learned from it: those features are left to the other language.
SILENT = {"en": {"Case", "Gender"}, "de": set()}
TRAINING_HALF = 488  # sentences of GSD test, of 977; benchmarks/treebanks.py measures on the others
NAME_TAGS = ("O", *(f"{edge}-{kind}" for kind in ("PER", "LOC", "ORG", "OTH", "LOCderiv") for edge in "BI"))


@dataclass
class Sentence:
    """One sentence; every layer has one entry a word, None where nothing is known of it."""

    words: list[str]
    upos: list[str | None] | None = None
    features: list[dict[str, str | None]] | None = None  # a feature that is not named is absent, one that is None unknown
    silent: set[str] = field(default_factory=set)
    lemmas: list[str | None] | None = None
    heads: list[int | None] | None = None  # 0 is the root, i the i-th word
    relations: list[str | None] | None = None
    names: list[str | None] | None = None
    begins: list[bool] | None = None  # whether another sentence begins with the word, in sentences run together
    partial_names: bool = False  # O may hide OTH or LOCderiv, which the corpus does not annotate


def read_trees(path: Path, language: str, *, surface: bool) -> list[Sentence]:
    """A CoNLL-U file; with `surface`, words as they stand in the text (im, EU-Staaten), else the treebank's syntactic words."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        blocks = file.read().strip().split("\n\n")
    return [_tree([line.split("\t") for line in block.split("\n") if line[0] != "#"], language, surface=surface) for block in blocks]


def german_trees(shared: Path, *, surface: bool) -> list[Sentence]:
    """The German trees that may train: the development part and the first half of the test part; the second half measures."""
    folder = shared / "trees-german-gsd"
    return [*read_trees(folder / "dev.conllu.gz", "de", surface=surface), *read_trees(folder / "test.conllu.gz", "de", surface=surface)[:TRAINING_HALF]]


def _tree(rows: list[list[str]], language: str, *, surface: bool) -> Sentence:
    groups = _groups(rows) if surface else [[row] for row in rows if row[0].isdigit()]
    new = {row[0]: position for position, group in enumerate(groups, 1) for row in group if row[0].isdigit()} | {"0": 0}
    chosen = []
    for position, group in enumerate(groups, 1):
        members = [row for row in group if row[0].isdigit()]
        outside = [row for row in members if new[row[6]] != position]
        chosen.append(outside[0] if "-" in group[0][0] else outside[-1])
    words = ["".join(row[1] for row in group if "-" not in row[0]) if "-" not in group[0][0] else group[0][1] for group in groups]
    return Sentence(
        words=words,
        upos=[row[3] for row in chosen],
        features=[dict(pair.split("=", 1) for pair in row[5].split("|")) if row[5] != "_" else {} for row in chosen],
        silent=SILENT[language],
        lemmas=[row[2] if len(group) == 1 or "-" in group[0][0] else _joined_lemma(group, row) for group, row in zip(groups, chosen, strict=True)],
        heads=[new[row[6]] for row in chosen],
        relations=[relation(row[7]) for row in chosen],
    )


def relation(label: str) -> str:
    return label if label in KEPT_SUBTYPES else label.split(":", maxsplit=1)[0]


def _joined_lemma(group: list[list[str]], chosen: list[str]) -> str:
    return "".join(row[1] for row in group[:-1]) + group[-1][2] if group[-1] is chosen else "".join(row[1] for row in group)


def _groups(rows: list[list[str]]) -> list[list[list[str]]]:
    """Rows that stand in one surface word: a range line with its words, or words glued by a hyphen."""
    groups: list[list[list[str]]] = []
    inside = 0
    for position, row in enumerate(rows):
        if "." in row[0]:
            continue
        if "-" in row[0]:
            inside = int(row[0].split("-")[1])
            groups.append([row])
        elif int(row[0]) <= inside or (groups and _glued(groups[-1][-1], row, rows, position)):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _glued(before: list[str], row: list[str], rows: list[list[str]], position: int) -> bool:
    if "SpaceAfter=No" not in before[9] or not before[0].isdigit():
        return False
    if row[1] == "-":
        following = rows[position + 1] if position + 1 < len(rows) else None
        return before[1][-1].isalnum() and "SpaceAfter=No" in row[9] and following is not None and following[1][0].isalnum()
    return before[1] == "-" and row[1][0].isalnum() and position >= 2 and rows[position - 2][1][-1].isalnum() and "SpaceAfter=No" in rows[position - 2][9]


def read_germeval(path: Path) -> list[Sentence]:
    """GermEval 2014, outer names; partial compounds (`ORGpart`) count as no name, of the derivations only places are kept."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        blocks = file.read().strip().split("\n\n")
    rows = [[line.split("\t") for line in block.split("\n") if line and line[0] != "#"] for block in blocks]
    return [Sentence(words=[row[1] for row in block], names=[tag if (tag := row[2]) in NAME_TAGS else "O" for row in block]) for block in rows if block]


CORPUS_KINDS = {
    EntityKind.PERSON: "PER",
    EntityKind.ORGANISATION: "ORG",
    EntityKind.COUNTRY: "LOC",
    EntityKind.PLACE: "LOC",
    EntityKind.FACILITY: "LOC",
    EntityKind.PRODUCT: "OTH",
    EntityKind.OTHER: "OTH",
}  # a group is no kind of GermEval's
SMARTDATA_KINDS = {"person": "PER", "organization": "ORG", "organization-company": "ORG", "location": "LOC", "location-city": "LOC", "location-street": "LOC"}


def read_smartdata(path: Path, lexicon: Lexicon) -> Iterator[Sentence]:
    """SmartData: concatenated JSON objects, tweets left out: their words are not news words."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        content = file.read()
    decoder, position = json.JSONDecoder(strict=False), 0
    while (position := _next_object(content, position)) < len(content):
        document, position = decoder.raw_decode(content, position)
        text = document["text"]["string"]
        if text.startswith(("@", "RT ")):
            continue
        mentions = [(m["span"]["start"], m["span"]["end"], SMARTDATA_KINDS[m["type"]]) for m in document["conceptMentions"]["array"] if m["type"] in SMARTDATA_KINDS]
        for sentence in split(text, lexicon.abbreviations):
            words = [text[start:stop] for start, stop in sentence]
            yield Sentence(words=words, names=[_tag(start, mentions) for start, _ in sentence], partial_names=True)


def _next_object(content: str, position: int) -> int:
    while position < len(content) and content[position] != "{":
        position += 1
    return position


def _tag(start: int, mentions: list[tuple[int, int, str | None]]) -> str | None:
    """The tag of the word that starts here; None inside a name of a kind that the network does not tell."""
    inside = [m for m in mentions if m[0] <= start < m[1]]
    if not inside:
        return "O"
    begin, _, kind = max(inside, key=lambda m: m[1] - m[0])
    return f"{'B' if start == begin else 'I'}-{kind}" if kind else None


def read_corpus(shared: Path, lexicon: Lexicon) -> Iterator[Sentence]:
    """The names of the training part of the Lagebild corpus, over the words that lagebild reads."""
    for gold in load("train", shared.parent):
        text = gold.article.text
        kinds = {entity.id: CORPUS_KINDS.get(entity.kind) for entity in gold.record.entities}
        mentions = [(m.span.start, m.span.stop, kinds[m.entity]) for m in gold.record.mentions if m.form is Form.NAME]
        for sentence in split(text, lexicon.abbreviations):
            words = [text[start:stop] for start, stop in sentence]
            yield Sentence(words=words, names=[_tag(start, mentions) for start, _ in sentence], partial_names=True)


def read_silver(path: Path, lemmas: Lemmas) -> list[Sentence]:
    """What the teacher is sure of, with the lemmas that the table knows."""
    with path.open(encoding="utf8") as lines:
        found = [Sentence(**json.loads(line)) for line in lines]
    for sentence in found:
        sentence.lemmas = [lemmas.of(word, upos) if upos else None for word, upos in zip(sentence.words, sentence.upos or [], strict=True)]
    return found


def filled(sentences: Iterable[Sentence], silver: dict[tuple[str, ...], Sentence]) -> list[Sentence]:
    """Sentences of a corpus of names with the trees of the teacher."""
    return [replace(silver[tuple(s.words)], names=s.names, partial_names=s.partial_names) if tuple(s.words) in silver else s for s in sentences]


def joined(sentences: list[Sentence], rng: random.Random) -> list[Sentence]:
    """Two or three sentences run together, half of the time without the full stop between, to learn where one begins."""
    out: list[Sentence] = []
    for position in range(0, len(sentences) - 3, 2):
        words, begins = list[str](), list[bool]()
        for sentence in sentences[position : position + rng.choice((2, 2, 3))]:
            if words and words[-1] in ".!?" and rng.random() < 0.5:
                words, begins = words[:-1], begins[:-1]
            begins += [bool(words), *[False] * (len(sentence.words) - 1)]
            words += sentence.words
        out.append(Sentence(words=words, begins=begins))
    return out


# A lemma as an edit of its word: which infix goes ("ge" in angekommen, "zu" in anzukommen), how many letters from the end,
# what is added, and how the first letter is written. Words of one inflection share one script, so rare words get a lemma too.


def lemma_script(word: str, lemma: str) -> str:
    """The shortest script that makes the lemma of the word, as `infix|which|cut|add|case`."""
    lower, target = word.lower(), lemma.lower()
    case = "same" if lemma[:1] == word[:1] else "lower" if lemma[:1].islower() else "upper"
    best = None
    for infix in ("", "ge", "zu"):
        for which, stem in _without(lower, infix):
            common = len(_common_prefix(stem, target))
            candidate = (len(stem) - common + len(target) - common + bool(infix), infix, which, len(stem) - common, target[common:])
            best = min(best, candidate) if best else candidate
    assert best is not None
    return "|".join(map(str, (*best[1:], case)))


def _without(word: str, infix: str) -> Iterable[tuple[int, str]]:
    if not infix:
        return [(0, word)]
    found = [i for i in range(len(word)) if word.startswith(infix, i)][:2]
    return [(which, word[:i] + word[i + len(infix) :]) for which, i in enumerate(found)]


def _common_prefix(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


def lemma_scripts(sentences: Iterable[Sentence], least: int) -> list[str]:
    """All scripts seen at least so often, frequent ones first."""
    counts: collections.Counter[str] = collections.Counter()
    for sentence in sentences:
        for word, lemma in zip(sentence.words, sentence.lemmas or [], strict=bool(sentence.lemmas)):
            if lemma is not None:
                counts[lemma_script(word, lemma)] += 1
    return [script for script, n in counts.most_common() if n >= least]
