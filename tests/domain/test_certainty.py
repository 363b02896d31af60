"""The algebra of hedges: of two on one claim the weaker counts, whichever stands first."""

from itertools import product

import pytest

from lagebild.domain.certainty import Certainty, Polarity


def test_the_grades_run_from_certain_to_unknown() -> None:
    assert [grade.value for grade in Certainty] == ["certain", "probable", "possible", "unknown"]


@pytest.mark.parametrize("grade", Certainty)
def test_weaker_is_idempotent(grade: Certainty) -> None:
    assert grade.weaker(grade) is grade


@pytest.mark.parametrize(("one", "other"), list(product(Certainty, repeat=2)))
def test_weaker_is_commutative_and_one_of_the_two(one: Certainty, other: Certainty) -> None:
    assert one.weaker(other) is other.weaker(one)
    assert one.weaker(other) in (one, other)


@pytest.mark.parametrize(("one", "other", "third"), list(product(Certainty, repeat=3)))
def test_weaker_is_associative(one: Certainty, other: Certainty, third: Certainty) -> None:
    assert one.weaker(other).weaker(third) is one.weaker(other.weaker(third))


@pytest.mark.parametrize("grade", Certainty)
def test_certain_adds_nothing_and_unknown_wins(grade: Certainty) -> None:
    assert grade.weaker(Certainty.CERTAIN) is grade
    assert grade.weaker(Certainty.UNKNOWN) is Certainty.UNKNOWN


def test_a_possible_probability_is_possible() -> None:
    assert Certainty.PROBABLE.weaker(Certainty.POSSIBLE) is Certainty.POSSIBLE


def test_reversing_twice_changes_nothing() -> None:
    assert Polarity.POSITIVE.reversed() is Polarity.NEGATIVE
    assert Polarity.NEGATIVE.reversed() is Polarity.POSITIVE
