"""Steps 3 and 5: train the teacher, then with what it says of raw text the network that ships.

    python training/train.py --shared ../shared/data --base build/base --out build/teacher --layers 12 --steps 1500 --seed 1
    python training/train.py --shared ../shared/data --base build/base --silver build/silver.jsonl --lemmas build/lemmas.gz --out build/run --steps 3000 --seed 1

Steps draw batches from pools in the proportions of TEACHER or STUDENT. A checkpoint is written every 200 steps; the same command goes on from it.
"""

import argparse
import collections
import gzip
import json
import random
import time
from pathlib import Path

import corpora
import torch
from corpora import FEATURES, NAME_TAGS, Sentence
from network import Linear, Network, load_embeddings
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from lagebild.lexicon import Lexicon
from lagebild.reading.lemmas import Lemmas

BATCH_PIECES = 1_500
ENCODER_RATE, HEADS_RATE = 2e-4, 1e-3  # what the project's notes measured best in short runs
WARM_UP = 0.05
ROUNDED = 0.75  # from this share of the steps on, linear layers round as int8 will
LEAST_LEMMA_SCRIPT = 3
LEAST_VALUE = 10  # rarer values of a feature are slips of the annotation more often than not
IGNORE = -100
# Share of the steps. German trees are 20k words against 204k English ones, so they come round far more often.
TEACHER = {"german": 0.34, "english": 0.40, "germeval": 0.20, "smartdata": 0.06}
STUDENT = {"german": 0.21, "english": 0.13, "germeval": 0.15, "smartdata": 0.05, "corpus": 0.15, "raw": 0.25, "joined": 0.06}
AVERAGE = 0.998  # decay of the running average of the weights that is exported: less noise than the last step's


def read_pools(shared: Path, silver: Path | None, lemmas: Path, rng: random.Random) -> dict[str, list[Sentence]]:
    """The sentences of each pool; without `silver` only those that people annotated."""
    lexicon = Lexicon.of("de")
    german = corpora.german_trees(shared, surface=True)
    raw = corpora.read_silver(silver, Lemmas(gzip.decompress(lemmas.read_bytes()))) if silver else []
    known = {tuple(sentence.words): sentence for sentence in raw}
    pools = {
        "german": [*german, *corpora.german_trees(shared, surface=False)],
        "english": corpora.read_trees(shared / "trees-english-ewt/train.conllu.gz", "en", surface=True),
        "germeval": corpora.filled(corpora.read_germeval(shared / "entities-germeval/dev.tsv.gz"), known),
        "smartdata": corpora.filled(corpora.read_smartdata(shared / "entities-smartdata/train.json.gz", lexicon), known),
        "corpus": corpora.filled(corpora.read_corpus(shared, lexicon), known),
        "joined": corpora.joined([*german, *raw[::4]], rng),
    }
    named = {tuple(sentence.words) for name in ("germeval", "smartdata", "corpus") for sentence in pools[name]}
    return pools | {"raw": [sentence for words, sentence in known.items() if words not in named]}


def inventory(pools: dict[str, list[Sentence]]) -> dict[str, list[str]]:
    """What each head can say; index 0 of a feature is "the word has none"."""
    trees = [*pools["german"], *pools["english"]]
    said: dict[str, list[str]] = {"upos": sorted({tag for s in trees for tag in s.upos or [] if tag})}
    for name in FEATURES:
        seen = collections.Counter(f[name] for s in trees for f in s.features or [] if name in f)
        said[name] = ["", *sorted(value for value, n in seen.items() if n >= LEAST_VALUE)]
    said["lemma"] = corpora.lemma_scripts([*pools["german"], *pools["german"], *pools["english"], *pools["raw"]], LEAST_LEMMA_SCRIPT)
    said["relation"] = sorted({label for s in trees for label in s.relations or [] if label})
    said["names"] = list(NAME_TAGS)
    said["begins"] = ["", "begins"]
    return said


def encode(sentence: Sentence, pieces: dict[str, list[int]], said: dict[str, dict[str, int]]) -> dict:
    """Piece ids, first and last piece of each word, and the targets of each head that has any."""
    ids, first, last = [0], [], []
    for word in sentence.words:
        first.append(len(ids))
        ids.extend(pieces[word])
        last.append(len(ids) - 1)
    row: dict = {"ids": [*ids, 2], "first": first, "last": last}
    index = lambda head, value: IGNORE if value is None else said[head].get(value, IGNORE)  # noqa: E731
    if sentence.upos and sentence.features and sentence.relations and sentence.heads:
        row["upos"] = [index("upos", tag) for tag in sentence.upos]
        for name in FEATURES:
            row[name] = [IGNORE if name in sentence.silent else index(name, f.get(name, "")) for f in sentence.features]
        row["heads"] = [IGNORE if head is None else head for head in sentence.heads]
        row["relation"] = [index("relation", label) for label in sentence.relations]
        row["begins"] = [0] * len(first)
    if sentence.lemmas:
        row["lemma"] = [IGNORE if lemma is None else index("lemma", corpora.lemma_script(word, lemma)) for word, lemma in zip(sentence.words, sentence.lemmas, strict=True)]
    if sentence.names:
        row["names"] = [index("names", tag) for tag in sentence.names]
        row["partial_names"] = sentence.partial_names
    if sentence.begins:
        row["begins"] = [int(begins) for begins in sentence.begins]
    return row


def piece_table(words: set[str], tokenizer: Tokenizer) -> dict[str, list[int]]:
    """Pieces of each word, at most 12; a bare word-start piece before others is dropped, as at run time."""
    forms = sorted(words)
    encodings = tokenizer.encode_batch(forms, add_special_tokens=False)
    mark = tokenizer.token_to_id("▁")
    return {form: ((e.ids[1:] if len(e.ids) > 1 and e.ids[0] == mark else e.ids) or [3])[:12] for form, e in zip(forms, encodings, strict=True)}


def batches(rows: list[dict], rng: random.Random) -> list[list[dict]]:
    """Rows of like length and the same layers together, so that little is padded; in random order."""
    order = sorted((row for row in rows if len(row["ids"]) <= 250), key=lambda row: ("upos" in row, len(row["ids"]) + rng.random() * 8))
    out, current = [], []
    for row in order:
        if current and (len(row["ids"]) * (len(current) + 1) > BATCH_PIECES or row.keys() != current[0].keys()):
            out.append(current)
            current = []
        current.append(row)
    out.append(current)
    rng.shuffle(out)
    return out


def pad(rows: list[dict], name: str, value: int) -> Tensor:
    longest = max(len(row[name]) for row in rows)
    return torch.tensor([[*row[name], *[value] * (longest - len(row[name]))] for row in rows])


def loss_of(network: Network, embeddings: Tensor, rows: list[dict]) -> Tensor:
    ids = pad(rows, "ids", 1)
    first, last = pad(rows, "first", 0), pad(rows, "last", 0)
    output = network(embeddings[ids], ids != 1, first, last)
    cross = lambda scores, target: nn.functional.cross_entropy(scores.flatten(0, -2), target.flatten(), ignore_index=IGNORE)  # noqa: E731
    loss = torch.zeros(())
    if "lemma" in rows[0]:
        loss = loss + cross(output["lemma"], pad(rows, "lemma", IGNORE))
    if "names" in rows[0]:
        loss = loss + names_loss(output["names"], pad(rows, "names", IGNORE), partial=rows[0]["partial_names"])
    if "begins" in rows[0]:
        loss = loss + cross(output["begins"], pad(rows, "begins", IGNORE))
    if "upos" in rows[0]:
        loss = loss + cross(output["upos"], pad(rows, "upos", IGNORE))
        targets = {name: pad(rows, name, IGNORE) for name in FEATURES}
        loss = loss + sum((0.3 * cross(output[name], target) for name, target in targets.items() if (target != IGNORE).any()), torch.zeros(()))
        loss = loss + tree_loss(network, output, rows)
    return loss


def tree_loss(network: Network, output: dict[str, Tensor], rows: list[dict]) -> Tensor:
    heads, labels = pad(rows, "heads", IGNORE), pad(rows, "relation", IGNORE)
    lengths = torch.tensor([len(row["heads"]) for row in rows])
    outside = torch.arange(output["arc"].shape[2])[None, None, :] > lengths[:, None, None]
    arcs = output["arc"].masked_fill(outside, -1e4)
    loss = nn.functional.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=IGNORE)
    row, position = (heads != IGNORE).nonzero(as_tuple=True)
    scores = network.label_scores(output["label_dependent"][row, position], output["label_head"][row, heads[row, position]])
    return loss + nn.functional.cross_entropy(scores, labels[row, position], ignore_index=IGNORE)


def names_loss(scores: Tensor, target: Tensor, *, partial: bool) -> Tensor:
    """Cross entropy; where O may hide kinds that the corpus does not annotate, O stands for all of them together."""
    known = target != IGNORE
    scores, target = scores[known], target[known]
    allowed = nn.functional.one_hot(target, scores.shape[-1]).bool()
    if partial:
        hidden = torch.tensor([tag == "O" or tag.endswith(("OTH", "LOCderiv")) for tag in NAME_TAGS])
        allowed = allowed | ((target == 0)[:, None] & hidden)
    return (torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~allowed, -1e4), -1)).mean()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--silver", type=Path, help="what the teacher says of raw text; without it, this is the teacher")
    parser.add_argument("--lemmas", type=Path, help="the table of lemmas, needed with --silver")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--steps", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    shares = STUDENT if options.silver else TEACHER
    pools = read_pools(options.shared, options.silver, options.lemmas, rng)
    said = inventory(pools)
    index = {head: {value: i for i, value in enumerate(values)} for head, values in said.items()}
    pieces = piece_table({w for pool in pools.values() for s in pool for w in s.words}, Tokenizer.from_file(str(options.base / "tokenizer.json")))
    rows = {name: [encode(s, pieces, index) for s in pool if s.words] for name, pool in pools.items()}
    (options.out / "inventory.json").write_text(json.dumps({"seed": options.seed, "layers": options.layers, "heads": said}, ensure_ascii=False, indent=1))
    print({name: (len(pool), sum(len(s.words) for s in pool)) for name, pool in pools.items()}, {head: len(v) for head, v in said.items()}, flush=True)

    network = Network({head: len(values) for head, values in said.items()}, options.layers)
    network.load_base(options.base)
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE))
    embeddings = load_embeddings(options.base)
    encoder = [p for name, p in network.named_parameters() if name.startswith(("position", "norm", "layers"))]
    heads = [p for name, p in network.named_parameters() if not name.startswith(("position", "norm", "layers"))]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEADS_RATE}], weight_decay=0.01)
    rate = lambda step: min(step / (WARM_UP * options.steps), (options.steps - step) / (options.steps * (1 - WARM_UP)))  # noqa: E731
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)

    step, saved = 0, options.out / "checkpoint.pt"
    if saved.exists():
        state = torch.load(saved, weights_only=False)
        step = state["step"]
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        rng.seed(options.seed + step)
    queues: dict[str, list[list[dict]]] = {name: [] for name in shares}
    began, words, losses = time.monotonic(), 0, dict.fromkeys(shares, 0.0)
    while step < options.steps:
        Linear.rounding = bool(options.silver) and step >= ROUNDED * options.steps
        pool = rng.choices(list(shares), list(shares.values()))[0]
        queues[pool] = queues[pool] or batches(rows[pool], rng)
        batch = queues[pool].pop()
        loss = loss_of(network, embeddings, batch)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        average.update_parameters(network)
        step += 1
        words += sum(len(row["first"]) for row in batch)
        losses[pool] = 0.95 * losses[pool] + 0.05 * loss.item() if losses[pool] else loss.item()
        if step % 50 == 0:
            print(step, {name: round(value, 3) for name, value in losses.items()}, f"{words / (time.monotonic() - began):.0f} words/s", flush=True)
        if step % 200 == 0 or step == options.steps:
            parts = {"network": network, "average": average, "optimiser": optimiser, "schedule": schedule}
            torch.save({"step": step} | {name: part.state_dict() for name, part in parts.items()}, saved)


if __name__ == "__main__":
    main()
