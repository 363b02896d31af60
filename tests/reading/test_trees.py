"""Trees from scores: the best there is, with one root, whatever the scores."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.reading.trees import Scores, best_tree, bracketed

BRUTE, LARGE = 4, 14


def arrays(least: int, most: int, values: st.SearchStrategy[float]) -> st.SearchStrategy[Scores]:
    """Scores of sentences from `least` to `most` words."""
    return st.integers(least, most).flatmap(lambda n: st.lists(values, min_size=n * (n + 1), max_size=n * (n + 1)).map(lambda flat: np.array(flat, np.float32).reshape(n, n + 1)))


rough = st.integers(-3, 3).map(float)  # many ties
fine = st.floats(-50, 50, width=32)


def is_tree(heads: list[int]) -> bool:
    """One root, and every word below it."""
    reached = {0}
    while grown := {word for word, head in enumerate(heads, 1) if head in reached} - reached:
        reached |= grown
    return heads.count(0) == 1 and len(reached) == len(heads) + 1


def total(scores: Scores, heads: list[int]) -> float:
    return sum(float(scores[word, head]) for word, head in enumerate(heads))


@given(arrays(1, BRUTE, rough) | arrays(1, BRUTE, fine))
def test_no_tree_is_better(scores: Scores) -> None:
    n = len(scores)
    best = max(total(scores, list(heads)) for heads in product(range(n + 1), repeat=n) if is_tree(list(heads)))
    found = best_tree(scores)
    assert is_tree(found)
    assert total(scores, found) == pytest.approx(best, abs=1e-4)


@given(arrays(BRUTE + 1, LARGE, rough) | arrays(BRUTE + 1, LARGE, fine))
def test_larger_ones_are_trees_too(scores: Scores) -> None:
    assert is_tree(best_tree(scores))


@pytest.mark.parametrize("seed", range(3))
def test_a_sentence_of_the_longest_kind(seed: int) -> None:
    assert is_tree(best_tree(np.random.default_rng(seed).normal(size=(160, 161)).astype(np.float32)))


def test_a_tree_that_greed_finds_is_left_alone() -> None:
    heads = [2, 0, 2, 3]
    scores = np.zeros((4, 5), np.float32)
    scores[range(4), heads] = 1
    assert best_tree(scores) == heads


def test_a_ring_is_broken_where_it_costs_least() -> None:
    #                   root  1    2    3
    scores = np.array([[0.0, 0.0, 9.0, 1.0], [0.0, 9.0, 0.0, 8.0], [5.0, 0.0, 0.0, 0.0]], np.float32)
    assert best_tree(scores) == [2, 3, 0]


def test_two_roots_become_one() -> None:
    scores = np.array([[9.0, 0.0, 1.0], [8.0, 5.0, 0.0]], np.float32)
    assert best_tree(scores) == [0, 1]


def test_a_word_by_itself_is_the_root() -> None:
    assert best_tree(np.array([[-5.0, 5.0]], np.float32)) == [0]


def test_what_stands_in_the_bracket_of_a_verb_is_the_verbs() -> None:
    # Er komme , teilte der Chef am Freitag mit .
    heads = [2, 4, 2, 0, 6, 4, 8, 2, 4, 4]
    relations = ["nsubj", "ccomp", "punct", "root", "det", "nsubj", "case", "obl", "compound:prt", "punct"]
    assert bracketed(heads, relations) == [2, 4, 2, 0, 6, 4, 8, 4, 4, 4]
