"""Which way and how far: the compass in words, and when a stated distance is still true."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.domain.geography import Measured, Stated, Verdict
from lagebild.understanding.bearings import compass, direction_of, judge_distance

POINTS: Sequence[str] = "N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split()
degrees = st.floats(-720, 720)


@pytest.mark.parametrize(
    ("word", "point"),
    [
        ("nördlich", "N"),
        ("nordöstlich", "NE"),
        ("östlich", "E"),
        ("südöstlich", "SE"),
        ("südlich", "S"),
        ("südwestlich", "SW"),
        ("westlich", "W"),
        ("nordwestlich", "NW"),
    ],
)
def test_words_of_the_compass(word: str, point: str) -> None:
    assert direction_of(word) == point


@pytest.mark.parametrize("word", ["", "lich", "nord", "Norden", "nördlichen", "freundlich", "nordisch", "örtlich"])
def test_other_words_point_nowhere(word: str) -> None:
    assert direction_of(word) is None


@pytest.mark.parametrize(("number", "point"), list(enumerate(POINTS)))
def test_each_point_reaches_halfway_to_its_neighbours(number: int, point: str) -> None:
    middle = number * 22.5
    assert [compass(middle + off) for off in (-11.2, 0, 11.2)] == [point] * 3
    assert compass(middle + 11.3) == POINTS[(number + 1) % 16]


@given(degrees)
def test_a_full_turn_changes_nothing(bearing: float) -> None:
    point = POINTS.index(compass(bearing)) * 22.5
    assert abs((bearing - point + 180) % 360 - 180) <= 11.25 + 1e-6
    assert compass(-1e-20) == "N"


@pytest.mark.parametrize(
    ("stated", "km", "agrees"),
    [
        (Stated(130), 111, True),
        (Stated(130), 149, True),
        (Stated(130), 110, False),
        (Stated(130), 150, False),
        (Stated(130, "about"), 149, True),
        (Stated(5), 2.1, True),  # a few kilometres are from which square to which
        (Stated(5), 8.1, False),
        (Stated(100, "more"), 400, True),
        (Stated(100, "more"), 95.1, True),
        (Stated(100, "more"), 94.9, False),
        (Stated(100, "less"), 2, True),
        (Stated(100, "less"), 104.9, True),
        (Stated(100, "less"), 105.1, False),
        (Stated(), 9_000, True),
    ],
)
def test_distances_have_some_slack(stated: Stated, km: float, *, agrees: bool) -> None:
    verdict, measured, _ = judge_distance(stated, km, None)
    assert verdict is (Verdict.AGREES if agrees else Verdict.DISAGREES)
    assert measured == Measured(km, None)


@pytest.mark.parametrize(
    ("direction", "bearing", "agrees"),
    [
        ("N", 49, True),
        ("N", 311, True),
        ("N", 51, False),
        ("N", 309, False),
        ("NE", 84, True),
        ("NE", 86, False),
        ("NE", 4, False),
        ("NW", 354, True),
        ("NW", 356, False),
        ("S", 0, False),
        ("W", -90, True),
    ],
)
def test_a_main_direction_is_said_more_loosely(direction: str, bearing: float, *, agrees: bool) -> None:
    assert judge_distance(Stated(direction=direction), 40, bearing)[0] is (Verdict.AGREES if agrees else Verdict.DISAGREES)


def test_one_of_two_that_is_wrong_is_a_disagreement() -> None:
    assert judge_distance(Stated(150, "about", "NW"), 88.34, 320.44) == (
        Verdict.DISAGREES,
        Measured(88.3, 320.4),
        "stated ~ 150 km NW, measured 88 km NW: distance disagrees and direction agrees",
    )
    assert judge_distance(Stated(90, None, "S"), 88.34, 320.44)[2] == "stated 90 km S, measured 88 km NW: distance agrees and direction disagrees"


def test_a_direction_that_cannot_be_measured_is_not_judged() -> None:
    assert judge_distance(Stated(30, "more", "W"), 31, None) == (Verdict.AGREES, Measured(31, None), "stated > 30 km W, measured 31 km: distance agrees")


@given(st.floats(0, 20_000), degrees, st.sampled_from([None, "about", "more", "less"]))
def test_the_truth_always_agrees(km: float, bearing: float, modifier: str | None) -> None:
    assert judge_distance(Stated(km, modifier, compass(bearing)), km, bearing)[0] is Verdict.AGREES
