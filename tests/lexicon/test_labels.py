import importlib
import pkgutil
from enum import StrEnum

import pytest

import lagebild.domain
from lagebild.domain.certainty import Certainty
from lagebild.lexicon.labels import LANGUAGES, Labels


def enums() -> set[type[StrEnum]]:
    modules = [importlib.import_module(f"lagebild.domain.{found.name}") for found in pkgutil.iter_modules(lagebild.domain.__path__)]
    return {thing for module in modules for thing in vars(module).values() if isinstance(thing, type) and issubclass(thing, StrEnum) and thing is not StrEnum}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_every_enum_has_a_word(language: str) -> None:
    labels = Labels.of(language)
    assert len(enums()) > 10
    assert all(labels.word(member) for enum in enums() for member in enum)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_enum_has_words_for_values_that_are_gone(language: str) -> None:
    known = {enum.__name__: {member.value for member in enum} for enum in enums()}
    tables = {name: set(words) for name, words in Labels.of(language).tables.items() if name[0].isupper()}
    assert tables == known


def test_both_languages_have_the_same_keys() -> None:
    german, english = ({name: set(words) for name, words in Labels.of(language).tables.items()} for language in LANGUAGES)
    assert german == english


def test_the_languages_differ() -> None:
    assert Labels.of("de").word(Certainty.PROBABLE) == "wahrscheinlich"
    assert Labels.of("en").word(Certainty.PROBABLE) == "probable"


def test_another_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="choose one of de, en"):
        Labels.of("fr")


def test_a_word_of_a_growing_list_stands_for_itself() -> None:
    assert Labels.of("de").open_word("directions", "NW") == "nordwestlich"
    assert Labels.of("de").open_word("plover", "DANCE") == "DANCE"
