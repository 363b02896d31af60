"""Sentences of pieces to the arrays that the network is fed: like lengths together, padded."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

BATCH_PIECES = 160  # padded pieces a run: on one thread small batches stay in the cache and pad little (128 to 256 measured a third faster than 1,024)
PAD = 1
_START, _STOP = 0, 2

Pieces = tuple[int, ...]


def batches(lengths: list[int]) -> Iterator[list[int]]:
    """Rows of like length together, at most BATCH_PIECES after padding."""
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and lengths[row] * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def arrays(rows: list[list[Pieces]]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Piece ids (rows, T) with start, stop and padding, and the first and last piece of each word (rows, W)."""
    longest, widest = max(sum(map(len, words)) for words in rows) + 2, max(map(len, rows))
    ids = np.full((len(rows), longest), PAD, np.int64)
    first, last = np.zeros((2, len(rows), widest), np.int64)
    for row, words in enumerate(rows):
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        ends = lengths.cumsum()
        ids[row, : ends[-1] + 2] = [_START, *(piece for word in words for piece in word), _STOP]
        first[row, : len(words)], last[row, : len(words)] = ends - lengths + 1, ends
    return ids, first, last
