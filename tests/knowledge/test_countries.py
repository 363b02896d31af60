from collections import defaultdict

import pytest

from lagebild.knowledge import Knowledge
from lagebild.knowledge.names import ADJECTIVE_ENDINGS

KNOWN = Knowledge.load()


def test_there_is_every_state() -> None:
    states = [country for country in KNOWN.countries.values() if country.part_of is None]
    assert len(states) == 193 + 5  # members of the United Nations; Vatikan, Palästina, Kosovo, Taiwan, Westsahara
    assert all(country.adjective and country.masculine and country.feminine and country.plural and country.capital for country in states)


def test_territories_belong_to_a_state() -> None:
    assert all(country.part_of in KNOWN.countries for country in KNOWN.countries.values() if country.part_of)


def test_adjectives_are_distinct_but_for_the_two_kongos() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for country in KNOWN.countries.values():
        for stem in filter(None, (country.adjective, *country.more_adjectives)):
            owners[stem].add(country.code)
    assert {stem: codes for stem, codes in owners.items() if len(codes) > 1} == {"kongolesisch": {"CD", "CG"}}


def test_names_and_demonyms_belong_to_one_country() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for country in KNOWN.countries.values():
        for name in {country.name, *country.variants}:
            owners[name].add(country.code)
        for noun in filter(None, {country.masculine, country.feminine, country.plural, *country.more_demonyms}):
            owners[noun].add(country.code)
    assert {word: codes for word, codes in owners.items() if len(codes) > 1} == {word: {"CD", "CG"} for word in ("Kongolese", "Kongolesin", "Kongolesen")}


@pytest.mark.parametrize("ending", ADJECTIVE_ENDINGS)
def test_every_adjective_is_found_in_every_inflection(ending: str) -> None:
    for country in KNOWN.countries.values():
        if country.adjective and country.code != "CG":
            for word in (country.adjective + ending, country.adjective[0].upper() + country.adjective[1:] + ending):
                assert KNOWN.country_of_adjective(word) is country, word


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("russischen", "RU"),
        ("Russische", "RU"),
        ("nordkoreanische", "KP"),
        ("südkoreanischer", "KR"),
        ("US-amerikanische", "US"),
        ("amerikanisches", "US"),
        ("US-", "US"),
        ("US-Truppen", "US"),
        ("weißrussischem", "BY"),
        ("deutscher", "DE"),
        ("Schweizer", "CH"),
        ("Luxemburger", "LU"),
        ("ostukrainischen", "UA"),
        ("nordirischen", "GB"),
        ("südsudanesisch", "SS"),
        ("saudi-arabischen", "SA"),
    ],
)
def test_country_of_adjective(word: str, code: str) -> None:
    found = KNOWN.country_of_adjective(word)
    assert found is not None and found.code == code


@pytest.mark.parametrize("word", ["", "-", "koreanisch", "arabischen", "politischen", "RUSSISCH", "russischstämmig", "prorussischen", "Russland", "US", "EU-", "ische"])
def test_no_adjective_of_a_country(word: str) -> None:
    assert KNOWN.country_of_adjective(word) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Russen", "RU"),
        ("Russin", "RU"),
        ("Russinnen", "RU"),
        ("Nordkoreaners", "KP"),
        ("Nordkoreanern", "KP"),
        ("Ukrainerin", "UA"),
        ("Ukrainerinnen", "UA"),
        ("Deutscher", "DE"),
        ("Deutschen", "DE"),
        ("Deutschem", "DE"),
        ("Israelis", "IL"),
        ("Iren", "IE"),
        ("Jemeniten", "YE"),
        ("US-Amerikaners", "US"),
        ("Amerikanern", "US"),
        ("Zyprioten", "CY"),
        ("Filipinas", "PH"),
        ("Ungarn", "HU"),
    ],
)
def test_country_of_demonym(word: str, code: str) -> None:
    found = KNOWN.country_of_demonym(word)
    assert found is not None and found.code == code


@pytest.mark.parametrize("word", ["", "russen", "Koreaner", "Bayern", "Berliner", "Deutsch", "Araber"])
def test_no_demonym_of_a_country(word: str) -> None:
    assert KNOWN.country_of_demonym(word) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russland", "RU"),
        ("Russlands", "RU"),
        ("Russischen Föderation", "RU"),
        ("USA", "US"),
        ("Vereinigten Staaten", "US"),
        ("Vereinigte Königreich", "GB"),
        ("Vereinigten Königreichs", "GB"),
        ("Großbritanniens", "GB"),
        ("Niederlanden", "NL"),
        ("Vereinigten Arabischen Emiraten", "AE"),
        ("Palästinensischen Gebieten", "PS"),
        ("Demokratischen Republik Kongo", "CD"),
        ("Republik Kongo", "CG"),
        ("Laos", "LA"),
        ("Laos’", "LA"),
        ("Iraks", "IQ"),
        ("Nigers", "NE"),
        ("Nigerias", "NG"),
        ("Heiligen Stuhls", "VA"),
    ],
)
def test_country(name: str, code: str) -> None:
    found = KNOWN.country(name)
    assert found is not None and found.code == code


@pytest.mark.parametrize("name", ["", "s", "russland", "RUSSLAND", "Amerika", "Korea", "Russlandpolitik", "in Russland", "Kuban"])
def test_no_country(name: str) -> None:
    assert KNOWN.country(name) is None


def test_every_country_is_found_by_its_names_and_their_genitives() -> None:
    for country in KNOWN.countries.values():
        for name in (country.name, *country.variants):
            assert KNOWN.country(name) == country
            assert KNOWN.country(name + "s") is country
