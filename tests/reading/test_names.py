"""Tags that make names, and the best of them."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lagebild.reading.names import NameTags

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def fits(tags: tuple[str, ...]) -> bool:
    return all(not tag.startswith("I-") or before[2:] == tag[2:] for before, tag in pairwise(("O", *tags)))


@given(arrays(np.float32, st.tuples(st.integers(1, 4), st.just(len(TAGS))), elements=st.floats(-8, 8, width=32)))
def test_the_best_of_all_tags_that_fit(scores: np.ndarray) -> None:
    best = tuple(NameTags(TAGS).best(scores))
    assert fits(best)

    def total(tags: tuple[str, ...]) -> float:
        return sum(float(row[TAGS.index(tag)]) for row, tag in zip(scores, tags, strict=True))

    assert total(best) >= max(total(tags) for tags in product(TAGS, repeat=len(scores)) if fits(tags)) - 1e-3


def test_a_name_does_not_change_its_kind() -> None:
    scores = np.array([[0, 5, 0, 4, 0], [0, 0, 2, 0, 4]], np.float32)
    assert NameTags(TAGS).best(scores) == ["B-LOC", "I-LOC"]
