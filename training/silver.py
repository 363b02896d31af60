"""Step 3: the teacher reads raw German text; what it is sure of trains the network that ships.

    python training/silver.py --shared ../shared/data --base build/base --run build/teacher --out build/silver.jsonl

Reads Wikinews articles, minutes of the Bundestag and the texts of the corpora of names, and writes a JSON line a sentence. A tag or an
arc that the teacher gives less than SURE is left unsaid (None; a feature that it is sure is absent is left out).
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

import corpora
import torch
from corpora import FEATURES, Sentence
from gold import read_articles
from network import Network, load_embeddings
from tokenizers import Tokenizer
from torch.optim.swa_utils import AveragedModel
from train import batches, encode, pad, piece_table

from lagebild.lexicon import Lexicon
from lagebild.reading.trees import best_tree
from lagebild.reading.words import divide, split

SURE = 0.8
EVERY = 40  # of 130,000 paragraphs of minutes: news is what counts


def raw_sentences(shared: Path, lexicon: Lexicon) -> Iterator[list[str]]:
    """Words as they stand in the text, and every third sentence once more divided as treebanks do."""
    texts = [article.text for article in read_articles(shared / "quotations/train.jsonl.gz").values()]
    with gzip.open(shared / "raw-bundestag/paragraphs.txt.gz", "rt", encoding="utf8") as lines:
        texts += [line.strip() for number, line in enumerate(lines) if number % EVERY == 0]
    named = [*corpora.read_germeval(shared / "entities-germeval/dev.tsv.gz"), *corpora.read_smartdata(shared / "entities-smartdata/train.json.gz", lexicon)]
    read = [[text[start:stop] for start, stop in sentence] for text in texts for sentence in split(text, lexicon.abbreviations)]
    for number, words in enumerate([*read, *(sentence.words for sentence in named)]):
        yield words
        if number % 3 == 0:
            yield [part for word in words for part in divide(word, lexicon.contractions)]


def load(run: Path) -> tuple[Network, dict[str, list[str]]]:
    inventory = json.loads((run / "inventory.json").read_text("utf8"))
    average = AveragedModel(Network({head: len(values) for head, values in inventory["heads"].items()}, inventory["layers"]))
    average.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=False)["average"])
    return average.module.eval(), inventory["heads"]


def label(network: Network, embeddings: torch.Tensor, rows: list[dict], heads: dict[str, list[str]]) -> Iterator[dict]:
    """What the network says of each row where it is sure; None where it is not."""
    ids, first, last = pad(rows, "ids", 1), pad(rows, "first", 0), pad(rows, "last", 0)
    said = network(embeddings[ids], ids != 1, first, last)
    tags = {name: said[name].softmax(-1).max(-1) for name in ("upos", *FEATURES, "names")}
    for number, row in enumerate(rows):
        n = len(row["first"])
        sure = lambda name, at: heads[name][int(tags[name].indices[number, at])] if tags[name].values[number, at] > SURE else None  # noqa: B023, E731
        arcs = said["arc"][number, :n, : n + 1]
        tree = torch.tensor(best_tree(arcs.numpy()))
        labels = network.label_scores(said["label_dependent"][number, :n], said["label_head"][number, tree]).softmax(-1).max(-1)
        chance = arcs.softmax(-1)[torch.arange(n), tree]
        yield {
            "words": row["words"],
            "upos": [sure("upos", at) for at in range(n)],
            "features": [{name: value for name in FEATURES if (value := sure(name, at)) != ""} for at in range(n)],
            "heads": [int(head) if chance[at] > SURE else None for at, head in enumerate(tree)],
            "relations": [heads["relation"][int(labels.indices[at])] if chance[at] > SURE and labels.values[at] > SURE else None for at in range(n)],
            "names": [sure("names", at) for at in range(n)],
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("shared", "base", "run", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    network, heads = load(options.run)
    embeddings = load_embeddings(options.base)
    sentences = [Sentence(words=words) for words in {tuple(words): words for words in raw_sentences(options.shared, Lexicon.of("de"))}.values() if 3 <= len(words) <= 70]
    pieces = piece_table({word for sentence in sentences for word in sentence.words}, Tokenizer.from_file(str(options.base / "tokenizer.json")))
    rows = [encode(sentence, pieces, {}) | {"words": sentence.words} for sentence in sentences]
    print(len(rows), "sentences", sum(len(row["first"]) for row in rows), "words", flush=True)
    with torch.no_grad(), options.out.open("w", encoding="utf8") as out:
        for batch in batches(rows, random.Random(0)):
            out.writelines(json.dumps(said, ensure_ascii=False) + "\n" for said in label(network, embeddings, batch, heads))


if __name__ == "__main__":
    main()
