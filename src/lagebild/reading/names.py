"""Scores of name tags to tags that make names: no name begins in its middle or changes its kind."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


class NameTags:
    """The tags of the network, `O` and `B-` and `I-` of each kind, and which may follow which."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.tags = tuple(tags)
        inside = [tag[2:] if tag.startswith("I-") else None for tag in tags]
        kinds = [tag[2:] for tag in tags]
        self._barred = np.array([[kind is not None and before != kind for kind in inside] for before in kinds])
        self._penalty = np.where(self._barred, -np.inf, 0.0)

    def best(self, scores: NDArray[np.float32]) -> list[str]:
        """The best tags that fit together, from scores (words, tags)."""
        chosen = scores.argmax(1)
        if not self._barred[np.concatenate([[0], chosen[:-1]]), chosen].any():
            return [self.tags[tag] for tag in chosen.tolist()]
        return [self.tags[tag] for tag in self._viterbi(scores.astype(np.float64))]

    def _viterbi(self, scores: NDArray[np.float64]) -> list[int]:
        """The path of the highest sum; `O` stands before the first word."""
        scores = scores - np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True)) - scores.max(1, keepdims=True)
        best, back = scores[0] + self._penalty[0], list[NDArray[np.int64]]()
        for row in scores[1:]:
            paths = best[:, None] + self._penalty
            back.append(paths.argmax(0))
            best = paths.max(0) + row
        path = [int(best.argmax())]
        for step in reversed(back):
            path.append(int(step[path[-1]]))
        return path[::-1]
