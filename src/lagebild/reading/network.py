"""Words in, what the network says of each word out, in batches of sentences of like length."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from lagebild.reading.batches import PAD, Pieces, arrays, batches
from lagebild.reading.names import NameTags
from lagebild.reading.trees import best_tree
from lagebild.reading.weights import Weights

LONGEST_PIECES = 510  # the encoder has 512 positions, two are taken by its start and end
_UNKNOWN = 3  # the piece for what is none
_REMEMBERED = 200_000  # words, about 40 MB: a long run meets ever new names and numbers
_LONGEST_FORM = 100  # letters of a word that are cut into pieces
_LONGEST_WORD = 12  # pieces of a word that are looked at: web addresses would else fill the window

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Said:
    """What the network says of a sentence; every list has one entry a word, `heads` are 0 for the root, i for the i-th word.

    `begins` is how likely (0 to 1) another sentence begins with the word: copy without full stops runs sentences together.
    """

    upos: list[str]
    features: list[tuple[int, ...]]
    lemmas: list[int]
    names: list[str]
    begins: list[float]
    heads: list[int]
    relations: list[str]


class Network:
    """Runs the weights over sentences; remembers the pieces of words it has met."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._pieces: dict[str, Pieces] = {}
        self._features: dict[tuple[int, ...], Mapping[str, str]] = {}
        self._names = NameTags(weights.heads["names"])
        self._word_start = weights.tokenizer.token_to_id("▁")

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Said]:
        """What is said of each sentence, in the order given."""
        if len(self._pieces) > _REMEMBERED:
            self._pieces.clear()
        self._learn_pieces({word for sentence in sentences for word in sentence if word not in self._pieces})
        pieces = [self._fit([self._pieces[word] for word in sentence]) for sentence in sentences]
        lengths = [sum(map(len, words)) + 2 for words in pieces]
        said: dict[int, Said] = {}
        for batch in batches(lengths):
            said |= zip(batch, self._run([pieces[row] for row in batch]), strict=True)
        return [said[row] for row in range(len(sentences))]

    def features(self, chosen: tuple[int, ...]) -> Mapping[str, str]:
        """The morphological features that a tuple of choices stands for; equal choices share one mapping."""
        found = self._features.get(chosen)
        if found is None:
            values = ((name, self.weights.heads[name][index]) for name, index in zip(self.weights.features, chosen, strict=True))
            found = self._features[chosen] = {name: value for name, value in values if value}
        return found

    def _learn_pieces(self, words: set[str]) -> None:
        """Cut new words into pieces; a bare word-start piece before others says nothing and is dropped, as in training."""
        forms = sorted(words)
        # A word of 10,000 letters is told by its beginning; a lone surrogate is no text to the tokenizer.
        looked_at = [form[:_LONGEST_FORM].encode("utf8", "replace").decode("utf8") for form in forms]
        for form, encoding in zip(forms, self.weights.tokenizer.encode_batch(looked_at, add_special_tokens=False), strict=True):
            ids = encoding.ids[1:] if len(encoding.ids) > 1 and encoding.ids[0] == self._word_start else encoding.ids
            self._pieces[form] = tuple(ids[:_LONGEST_WORD]) or (_UNKNOWN,)

    @staticmethod
    def _fit(words: list[Pieces]) -> list[Pieces]:
        """Shorten the longest words of a sentence that would not fit the window; no word is lost."""
        allowed = _LONGEST_WORD
        while allowed > 1 and sum(map(len, words)) > LONGEST_PIECES:
            allowed = max(allowed - 1, 1)
            words = [word[:allowed] for word in words]
        return words

    def _run(self, rows: list[list[Pieces]]) -> Iterator[Said]:
        ids, first, last = arrays(rows)
        fed = {"embedded": self.weights.embed(ids), "mask": ids != PAD, "first": first, "last": last}
        # onnxruntime types what comes out as anything at all; the order and shapes are those of training/export.py.
        outputs = cast("tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], Floats, Floats, Floats, Floats, Floats]", self.weights.session.run(None, fed))  # pyright: ignore[reportUnknownMemberType]
        upos, features, lemmas, names, begins, arcs, dependents, heads = outputs
        inventory = self.weights.heads
        trees = [best_tree(arcs[row, : len(words), : len(words) + 1]) for row, words in enumerate(rows)]
        labels = self._labels(trees, dependents, heads)
        for row, words in enumerate(rows):
            n = len(words)
            yield Said(
                [inventory["upos"][tag] for tag in upos[row, :n].tolist()],
                [tuple(chosen) for chosen in features[row, :n].tolist()],
                lemmas[row, :n].tolist(),
                self._names.best(names[row, :n]),
                begins[row, :n].tolist(),
                trees[row],
                labels[row],
            )

    def _labels(self, trees: list[list[int]], dependents: NDArray[np.float32], heads: NDArray[np.float32]) -> list[list[str]]:
        """The relation of every arc of the trees, by the bilinear form over its two ends."""
        rows = np.repeat(np.arange(len(trees)), [len(tree) for tree in trees])
        positions = np.concatenate([np.arange(len(tree)) for tree in trees])
        ends = np.concatenate([np.asarray(tree) for tree in trees])
        scores = _bilinear(dependents[rows, positions], self.weights.labels, heads[rows, ends])
        best = iter(scores.argmax(1).tolist())
        return [[self.weights.heads["relation"][next(best)] for _ in tree] for tree in trees]


def _bilinear(left: NDArray[np.float32], form: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n, 64), (relations, 65, 65), (n, 64) -> (n, relations)."""
    one = np.ones((len(left), 1), np.float32)
    left, right = np.concatenate([left, one], 1), np.concatenate([right, one], 1)
    relations, width, _ = form.shape
    turned = left @ form.transpose(1, 0, 2).reshape(width, relations * width)
    return np.matmul(turned.reshape(-1, relations, width), right[:, :, None])[:, :, 0]
