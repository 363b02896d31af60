"""Long sentences lose nothing, and sentences that run together are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.domain.span import Span
from lagebild.lexicon import Lexicon
from lagebild.pipeline import Pipeline
from lagebild.reading.parts import LONGEST, SURE, at_beginnings, parts
from lagebild.reading.words import divide

GERMAN = Lexicon.of("de")


def tokens(words: list[str]) -> list[tuple[Span, str]]:
    return [(Span(at, at + 1), word) for at, word in enumerate(words)]


@given(st.lists(st.sampled_from(["Wort", ",", ";", "–"]), min_size=1, max_size=700))
def test_parts_are_short_and_together_the_whole(words: list[str]) -> None:
    cut = list(parts(tokens(words)))
    assert [token for part in cut for token in part] == tokens(words)
    assert all(1 <= len(part) <= LONGEST for part in cut)


def test_a_long_sentence_is_cut_behind_a_mark() -> None:
    words = ["Wort"] * 100 + [";"] + ["Wort"] * 100
    assert [len(part) for part in parts(tokens(words))] == [101, 100]


def test_sentences_are_cut_where_one_surely_begins() -> None:
    words = tokens(["Kurse", "fallen", "Der", "Dax", "gab", "nach"])
    assert [len(part) for part in at_beginnings(words, [0.99, 0, SURE + 0.01, SURE - 0.01, 0, 0])] == [2, 4]


def test_a_given_sentence_longer_than_the_window_stays_one_tree(pipeline: Pipeline) -> None:
    words = ["Die", "Liste", "nennt", *(word for number in range(400) for word in ("Ort", str(number), ","))]
    (sentence,) = pipeline.reader.read_words([tokens(words)])
    assert [word.text for word in sentence.words] == words
    assert [word.head for word in sentence.words].count(-1) == 1
    for word in sentence.words:
        at, steps = word, 0
        while at.head >= 0:
            at, steps = sentence.words[at.head], steps + 1
            assert steps <= len(words)


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("Im", ["In", "dem"]), ("zur", ["zu", "der"]), ("fürs", ["für", "das"]), ("EU-Staaten", ["EU", "-", "Staaten"]), ("Vor-", ["Vor", "-"]),
        ("50 000", ["50", "000"]),
        ("18-Jähriger", ["18", "-", "Jähriger"]), ("2023-24", ["2023-24"]), ("2:1", ["2:1"]),
        ("-", ["-"]), ("Haus", ["Haus"]), ("https://a-b.example/c-d", ["https://a-b.example/c-d"]), ("a-b@c-d.example", ["a-b@c-d.example"]),
    ],
)  # fmt: skip
def test_words_as_treebanks_divide_them(word: str, divided: list[str]) -> None:
    assert divide(word, GERMAN.contractions) == divided
