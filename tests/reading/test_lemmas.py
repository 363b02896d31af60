"""Lemma scripts: what training writes, reading can follow."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.pipeline import Pipeline
from lagebild.reading.lemmas import apply_script

CORPORA = Path(__file__).parents[2] / "training" / "corpora.py"


@pytest.fixture(scope="module")
def lemma_script() -> Callable[[str, str], str]:
    if not CORPORA.exists():
        pytest.skip("the training scripts are not here")
    spec = importlib.util.spec_from_file_location("corpora", CORPORA)
    assert spec is not None and spec.loader is not None
    corpora = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(corpora)
    except ImportError as error:
        pytest.skip(f"the training scripts want what is not installed: {error}")
    return corpora.lemma_script


lower = st.text("abcdeghilmnorstuzäöüß-", min_size=1, max_size=14)
written = lower | lower.map(str.capitalize)


@given(written, written)
def test_a_script_makes_the_lemma_it_was_made_from(lemma_script: Callable[[str, str], str], word: str, lemma: str) -> None:
    assert apply_script(word, lemma_script(word, lemma)) == lemma


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("ging", "gehen"),
        ("angekommen", "ankommen"),
        ("anzukommen", "ankommen"),
        ("zugezogen", "zuziehen"),
        ("gegeben", "geben"),
        ("Häusern", "Haus"),
        ("Der", "der"),
        ("grünen", "Grüne"),
        ("ist", "sein"),
        ("Straßen", "Straße"),
        ("größten", "groß"),
        ("NATO", "NATO"),
        ("18-Jährige", "18-jährig"),
    ],
)
def test_words_of_the_news(lemma_script: Callable[[str, str], str], word: str, lemma: str) -> None:
    assert apply_script(word, lemma_script(word, lemma)) == lemma


def test_words_of_one_inflection_share_a_script(lemma_script: Callable[[str, str], str]) -> None:
    assert lemma_script("angekommen", "ankommen") == lemma_script("mitgenommen", "mitnommen") == "ge|0|0||same"
    assert apply_script("umgezogen", "ge|0|0||same") == "umzogen"


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("ab", "|0|3|en|lower"),  # more to cut than there is
        ("ab", "ge|0|0||same"),  # nothing to take out
        ("gehe", "ge|1|0||lower"),  # not twice
        ("", "|0|1||lower"),
    ],
)
def test_where_a_script_does_not_fit_the_word_stays(word: str, script: str) -> None:
    assert apply_script(word, script) == word


@given(
    st.text(max_size=12),
    st.sampled_from(["", "ge", "zu", "x"]),
    st.integers(0, 1),
    st.integers(0, 20),
    st.text(st.characters(exclude_characters="|"), max_size=4),
    st.sampled_from(["same", "lower", "upper"]),
)
def test_odd_scripts_never_raise(word: str, infix: str, which: int, cut: int, added: str, case: str) -> None:
    assert isinstance(apply_script(word, f"{infix}|{which}|{cut}|{added}|{case}"), str)


def test_every_script_of_the_weights_can_be_followed(pipeline: Pipeline) -> None:
    scripts = pipeline.reader._network.weights.heads["lemma"]  # noqa: SLF001  what the network may choose is not public
    for script in scripts:
        for word in ("", "e", "Häusern", "ge", "gegangen", "zuzugehen", "EU", "ẞ", "İ", "|", "😀"):
            assert isinstance(apply_script(word, script), str)


@pytest.mark.parametrize(("word", "lemma"), [("EU-Staaten", "EU-Staat"), ("NATO-Truppen", "NATO-Truppe"), ("iPhones", "iPhone")])
def test_mixed_words_keep_their_letters_as_far_as_they_stand(lemma_script: Callable[[str, str], str], word: str, lemma: str) -> None:
    assert apply_script(word, lemma_script(word, lemma)) == lemma


@pytest.mark.parametrize(
    ("word", "upos", "lemma"),
    [
        ("Städten", "NOUN", "Stadt"), ("Verwaltungsministers", "NOUN", "Verwaltungsminister"), ("zogen", "VERB", "ziehen"),
        ("Zogen", "VERB", "ziehen"), ("höchsten", "ADJ", "hoch"),
        ("Qxzt", "NOUN", None), ("städten", "NOUN", None), ("Berlin", "PROPN", None), ("", "NOUN", None), ("\udce4", "NOUN", None),
    ],
)  # fmt: skip
def test_the_table_knows_common_words_and_compounds_of_them(pipeline: Pipeline, word: str, upos: str, lemma: str | None) -> None:
    assert pipeline.reader.lemmas.of(word, upos) == lemma
