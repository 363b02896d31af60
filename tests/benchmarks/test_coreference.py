"""The measures of coreference, on the example that the paper on CEAF (Luo 2005) works through."""

import pytest
from coreference import b_cubed, ceaf_e, f1, muc

TRUTH = [frozenset({1, 2, 3, 4, 5}), frozenset({6, 7}), frozenset({8, 9, 10, 11, 12})]
JOINED = [frozenset({1, 2, 3, 4, 5}), frozenset({6, 7, 8, 9, 10, 11, 12})]
ALL = [frozenset(range(1, 13))]


def test_gold_against_gold_is_whole() -> None:
    for measure in (muc, b_cubed, ceaf_e):
        assert measure(TRUTH, TRUTH) == (1, 1)


@pytest.mark.parametrize(("response", "links", "mentions", "entities"), [(JOINED, 94.7, 86.5, 73.3), (ALL, 90.0, 54.5, 29.4)])
def test_the_example_of_the_paper(response: list[frozenset[int]], links: float, mentions: float, entities: float) -> None:
    assert f1(*muc(TRUTH, response)) == pytest.approx(links, abs=0.1)
    assert f1(*b_cubed(TRUTH, response)) == pytest.approx(mentions, abs=0.1)
    assert f1(*ceaf_e(TRUTH, response)) == pytest.approx(entities, abs=0.1)
