"""Arc scores to trees: the best head for every word, such that the heads make one tree."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def best_tree(scores: Scores) -> list[int]:
    """Heads of n words from scores (n, n + 1), column 0 the root; 0 for the root word, i for the i-th word."""
    heads = [int(head) for head in scores.argmax(1)]
    if heads.count(0) == 1 and _is_tree(heads):
        return heads
    return _single_rooted(scores.astype(np.float64))


def _is_tree(heads: list[int]) -> bool:
    """Whether every word reaches the root."""
    safe = [False] * len(heads)
    for start in range(len(heads)):
        path: list[int] = []
        at = start
        while at >= 0 and not safe[at]:
            if len(path) > len(heads):
                return False
            path.append(at)
            at = heads[at] - 1
        for word in path:
            safe[word] = True
    return True


def _single_rooted(scores: NDArray[np.float64]) -> list[int]:
    """The best tree with one root word: try the words that most want to be it."""
    n = len(scores)
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:, :] = scores
    np.fill_diagonal(square, -np.inf)
    best: tuple[float, list[int]] | None = None
    for root in np.argsort(-scores[:, 0], kind="stable")[:4] + 1:
        only = square.copy()
        only[1:, 0] = -np.inf
        only[root, :] = -np.inf
        only[root, 0] = square[root, 0]
        heads = _chu_liu_edmonds(only)
        total = float(sum(only[word, heads[word]] for word in range(1, n + 1)))
        if best is None or total > best[0]:
            best = total, heads[1:]
    return best[1] if best else []


def _chu_liu_edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Maximum spanning arborescence from node 0; scores[d, h], -inf where no arc; returns the head of each node."""
    heads = [0, *(int(head) for head in scores[1:].argmax(1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [node for node in range(len(heads)) if node not in inside]
    place = {node: position for position, node in enumerate(outside)}
    merged = len(outside)
    smaller = np.full((merged + 1, merged + 1), -np.inf)
    smaller[:merged, :merged] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, cycle)]
    smaller[:merged, merged] = leaving.max(1)
    gain = scores[np.ix_(cycle, outside)] - np.array([scores[node, heads[node]] for node in cycle])[:, None]
    smaller[merged, :merged] = gain.max(0)
    solved = _chu_liu_edmonds(smaller)
    for node in outside[1:]:
        head = solved[place[node]]
        heads[node] = cycle[int(leaving[place[node]].argmax())] if head == merged else outside[head]
    entry = solved[merged]
    broken = cycle[int(gain[:, entry].argmax())]
    heads[broken] = outside[entry]
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """The nodes of some cycle, or none."""
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path: list[int] = []
        at = start
        while at and not state[at]:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if at and at in path:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return []


def bracketed(heads: list[int], relations: list[str]) -> list[int]:
    """Heads (0 the root, i the i-th word) where what stands between a verb and its separated particle belongs to the verb, not to a word before it.

    `..., teilte der Minister am Dienstag mit`: a phrase of the bracket never modifies the clause before.
    """
    mended = heads[:]
    for particle, (verb, relation) in enumerate(zip(heads, relations, strict=True), 1):
        if relation == "compound:prt" and 0 < verb < particle:
            for word in range(verb + 1, particle):
                if 0 < heads[word - 1] < verb:
                    mended[word - 1] = verb
    return mended
