"""The Reader: every character of headlines and body comes back, from nothing else, the same every time."""

import random
from collections.abc import Sequence

import pytest

from lagebild.domain.dispatch import Dispatch, Section, SectionKind
from lagebild.domain.document import Document, Sentence
from lagebild.domain.span import Span
from lagebild.lexicon import Lexicon
from lagebild.pipeline import Pipeline
from lagebild.reading import Reader
from lagebild.reading.parts import LONGEST
from lagebild.reading.words import split

GERMAN = Lexicon.of("de")
NEWS = (
    "Der Minister sagte, die Brücke könne frühestens im März öffnen; er hätte sie lieber früher geöffnet. „Größere Mängel gäbe es nicht“, hieß es. "
    "Übrigens fänden Prüfungen künftig häufiger statt.\n\nIn Münster und Köln wüssten die Behörden nichts davon. Ärzte dürften kommen."
)
LINES = (
    "Der Zug nach Bonn fiel aus.",
    "Die Regierung in Wien will dem Nachbarland am Donnerstag zwei Millionen Euro überweisen, sagte Ministerin Anna Weil.",
    "„Wir wissen es nicht“, sagte der Sprecher.",
    "Nein.",
    "Ob die Werft schließt, ist nach Angaben der Gewerkschaft unklar.",
    "Karl Sandweg wies den Vorwurf zurück, die Anwohner seien nicht gewarnt worden.",
)


@pytest.fixture
def reader(pipeline: Pipeline) -> Reader:
    return pipeline.reader


def dispatch(text: str, *sections: tuple[SectionKind, int, int]) -> Dispatch:
    kept = sections or ((SectionKind.BODY, 0, len(text)),)
    return Dispatch("d", text, "de", sections=tuple(Section(kind, Span(start, stop)) for kind, start, stop in kept))


def texts(document: Document) -> list[str]:
    return [word.text for sentence in document.sentences for word in sentence.words]


def letters(text: str) -> str:
    return "".join(text.split())


def assert_well_formed(document: Document) -> None:
    """Words say where they stand, and every sentence is a tree over its words."""
    text = document.dispatch.text
    for sentence in document.sentences:
        assert [word.index for word in sentence.words] == list(range(len(sentence.words)))
        assert all(word.text == word.span.of(text) for word in sentence.words)
        assert [word.head for word in sentence.words].count(-1) == 1
        assert all(-1 <= word.head < len(sentence.words) and word.head != word.index for word in sentence.words)
        assert all(0 <= name.first < name.stop <= len(sentence.words) for name in sentence.names)


@pytest.mark.parametrize(
    "form", [NEWS, NEWS.replace("ü", "u\u0308").replace("ö", "o\u0308"), NEWS.replace(" ", "\u00a0"), NEWS.replace("te ", "t\u00ade "), NEWS.replace("\n", "\r\n")]
)
def test_umlauts_and_konjunktiv_come_back_as_they_came(reader: Reader, form: str) -> None:
    document = reader.read(dispatch(form), GERMAN)
    assert_well_formed(document)
    assert "".join(texts(document)) == letters(form)
    assert document.dispatch.text == form


def test_umlauts_stay_in_lemmas(reader: Reader) -> None:
    lemmas = {word.text: word.lemma for sentence in reader.read(dispatch(NEWS), GERMAN).sentences for word in sentence.words}
    assert (lemmas["Brücke"], lemmas["Köln"], lemmas["könne"]) == ("Brücke", "Köln", "können")


def test_a_sentence_of_two_thousand_words_loses_none(reader: Reader) -> None:
    text = "Die Liste nennt " + ", ".join(f"Ort {number}" for number in range(666)) + "."
    document = reader.read(dispatch(text), GERMAN)
    assert_well_formed(document)
    assert len(texts(document)) == 3 + 3 * 666 > 2_000
    assert "".join(texts(document)) == letters(text)
    assert max(len(sentence.words) for sentence in document.sentences) <= LONGEST


def test_a_word_of_ten_thousand_letters_loses_none(reader: Reader) -> None:
    word = "Donaudampfschiff" * 625
    document = reader.read(dispatch(f"Das {word} liegt in Linz."), GERMAN)
    assert_well_formed(document)
    assert texts(document) == ["Das", word, "liegt", "in", "Linz", "."]


def test_a_sentence_of_long_words_alone_loses_none(reader: Reader) -> None:
    words = [f"{number}Xyzqwvolkjäöü" * 4 for number in range(LONGEST)]  # more pieces than the encoder has positions
    document = reader.read(dispatch(" ".join(words)), GERMAN)
    assert_well_formed(document)
    assert texts(document) == words


def test_only_headlines_and_body_are_read(reader: Reader) -> None:
    parts = {
        SectionKind.HEADER: "bdt0123 pl 90",
        SectionKind.HEADLINE: "Zug entgleist",
        SectionKind.DATELINE: "Bonn (nda) -",
        SectionKind.BODY: "Ein Zug ist entgleist.",
        SectionKind.CREDIT: "nda kw yyzz a1",
    }
    text, sections = "", list[tuple[SectionKind, int, int]]()
    for kind, part in parts.items():
        sections.append((kind, len(text), len(text) + len(part)))
        text += f"{part}\n"
    document = reader.read(dispatch(text, *sections), GERMAN)
    assert_well_formed(document)
    assert texts(document) == ["Zug", "entgleist", "Ein", "Zug", "ist", "entgleist", "."]


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_a_text_without_words_is_an_empty_document(reader: Reader, text: str) -> None:
    sections = (Section(SectionKind.BODY, Span(0, len(text))),) if text else ()
    assert reader.read(Dispatch("d", text, "de", sections=sections), GERMAN).sentences == ()


def test_the_same_dispatch_gives_the_same_document(reader: Reader) -> None:
    first = reader.read(dispatch(NEWS), GERMAN)
    reader.read(dispatch(" ".join(LINES)), GERMAN)  # what was read in between leaves no trace
    assert reader.read(dispatch(NEWS), GERMAN) == first
    assert Reader.load().read(dispatch(NEWS), GERMAN) == first


def tokens(line: str) -> Sequence[tuple[Span, str]]:
    (words,) = split(line, GERMAN.abbreviations)
    return [(Span(start, stop), line[start:stop]) for start, stop in words]


def choices(sentences: Sequence[Sentence]) -> list[tuple[str, int]]:
    return [(word.upos, word.head) for sentence in sentences for word in sentence.words]


@pytest.fixture(scope="session")
def alone(pipeline: Pipeline) -> list[Sentence]:
    return [next(pipeline.reader.read_words([tokens(line)])) for line in LINES]


def shuffled(seed: int) -> list[int]:
    return random.Random(seed).sample(range(len(LINES)), len(LINES))  # noqa: S311  no secret


@pytest.mark.parametrize("seed", range(3))
def test_sentences_come_back_in_the_order_given(reader: Reader, seed: int) -> None:
    order = shuffled(seed)
    read = reader.read_words([tokens(LINES[at]) for at in order])
    assert [[word.text for word in sentence.words] for sentence in read] == [[text for _, text in tokens(LINES[at])] for at in order]


def test_sentences_read_together_are_much_like_those_read_alone(reader: Reader, alone: list[Sentence]) -> None:
    """A row that got another's answer, or that sees its padding, would change far more than the rounding of a batch does."""
    pairs = list(zip(choices(list(reader.read_words([tokens(line) for line in LINES]))), choices(alone), strict=True))
    assert sum(one != other for one, other in pairs) <= len(pairs) / 10
