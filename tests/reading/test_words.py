"""Sentences and words. In the lines of these tests a bar is the expectation: it stands where something is cut without white space.

Der Zug hält am 12. September|.       two words more than blanks show
Er ging.| Sie blieb.                  two sentences
"""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lagebild.lexicon import Lexicon
from lagebild.reading.words import split

ABBREVIATIONS = Lexicon.of("de").abbreviations

# Pieces that news is made of, so that what hypothesis builds from them reaches the rules.
PIECES = (
    *("Dr. ", "12.", " September", "XIV. ", "W. ", "z.B.", "usw. ", "Mio.", "1.500,50", "19:30 ", "https://beispiel.de/a.", "a.b@beispiel.de ", "EU-Staaten ", "Rüstungs- "),
    *("„", "“", "»", "«", '"', "``", "''", "(", ")", ".", "...", "…", "!", "?", ": ", ",", "-", "–", "--", " ", "\n", "\n\n", "\r\n", "\t"),
    *("Bun\u00addes", "\u00a0", "u\u0308", "\u0308", "\u200d", "\u202e", "😀", "ß", "Der ", "er ", "1"),
)
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=200))


def sentences(text: str) -> list[str]:
    return [text[words[0][0] : words[-1][1]] for words in split(text, ABBREVIATIONS)]


def words(text: str) -> list[str]:
    return [text[start:stop] for sentence in split(text, ABBREVIATIONS) for start, stop in sentence]


@pytest.mark.parametrize(
    "line",
    [
        "Prof. Dr. Anna Weil traf ca. 30 Gäste|, u.a. aus Bonn|, bzw. deren Vertreter|.",
        "Die Anlage kostete 3,5 Mio. Euro|, d.h. 1.500,50 Euro je Meter|.",
        "Am 12. September beginnt der 3. Weltkongress der Imker|.",
        "Ludwig XIV. regierte im 17. Jahrhundert|.",
        "Der 1. Strafsenat und die 2. Kammer tagten|.",
        "George W. Bush und J. K. Linden kamen|.",
        "Die U.S. Navy ankert seit 19:30 Uhr|, das Spiel endete 2:1|.",
        "Siehe https://www.beispiel.de/a?b=c&d=e-f|, dann www.beispiel.de/lage|.",
        "(|https://beispiel.de/lage|)|: „|https://beispiel.de|“",
        "Anfragen an lage-dienst@presse.beispiel.de|.",
        "EU-Staaten|, 18-Jährige und Rüstungs- und Exportfragen|.",
        "Müller’s Atom-U-Boote der Groß-|, Klein- und R&D-Abteilung|.",
        "Die Bun\u00addes\u00adwehr verlegt Sol\u00addaten|.",
        "Rund 30|\u00a0|Kilometer|\u202f|nördlich|.",
        "Mu\u0308nchens A\u0308rzte u\u0308ben|.",
        "Er kam|... |Sie ging|…",
        "``|Gut|''|, sagte er|.",
        "Berlin (|dpa|) – Der Preis|/|Wert stieg um 5|%|.",
        "Ein 😀 im Text|!",
    ],
)
def test_words(line: str) -> None:
    assert words(line.replace("|", "")) == line.replace("|", " ").split()


@pytest.mark.parametrize(
    "line",
    [
        # abbreviations
        "Das sagte Dr. Huber.| Danach ging er.",
        "Es kamen Lkw, Busse usw.| Der Verkehr stand.",
        "Das Werk kostete 5 Mio. Euro.| Die Bahn zahlt.",
        "Die Firma Nordlicht Inc.| Der Chef schwieg.",
        # ordinals, numbers
        "Er kommt am 12. September.| Sie kommt am 13. Oktober.",
        "Er kommt am 12.| Danach ruht der Verkehr.",
        "Das Team liegt auf Rang 3.| Der Trainer ist zufrieden.",
        "Der 3. Zivilsenat tagte.| Er vertagte sich.",
        "Das war 1998.| Der Fluss stieg.",
        "Der Preis stieg um 3,5 Prozent.| 12 Händler klagten.",
        # initials
        "George W. Bush kam.| Er blieb.",
        "Er wohnt in Block W.| Das Haus ist alt.",
        # web addresses
        "Mehr auf https://beispiel.de/lage.html.| Die Seite ist neu.",
        # quotation marks behind the end
        "„Wir gehen.“| Er blieb.",
        "»Wir gehen.«| Er blieb.",
        '"Wir gehen."| Er blieb.',
        "(Er blieb.)| Sie ging.",
        "Sie fragte: „Warum?“| Niemand wusste es.",
        "Er rief „Halt!“ und lief.| Sie blieb.",
        "„Wir gehen“, sagte er.| „Wir bleiben.“",
        "Er ging.| „Gut.“| – So war es.",
        # no end
        "Er kam am Dienstag. und ging",
        "Version 2.0 und Ende.Anfang",
        # other ends
        "Er ging ...| Sie blieb …| Dann war Ruhe!| Wirklich?| Ja.",
        # lines of their own
        "Zug entgleist|\n|Bonn (dpa) - Ein Zug ist entgleist.|\nVerletzt wurde niemand.",
        "Erster Absatz ohne Punkt|\n\n|Zweiter Absatz",
        "Erste Zeile|\r\nZweite Zeile",
    ],
)
def test_sentences(line: str) -> None:
    assert sentences(line.replace("|", "")) == [part.strip() for part in line.split("|") if part.strip()]


def test_a_spaced_date_ends_no_sentence() -> None:
    text = "Der Vertrag vom 5. 6. 2023 gilt."
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0\u2003"])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert split(text, ABBREVIATIONS) == []


PARAGRAPHS = (
    (
        "Die Feuerwehr hat am Dienstag im Hafen von Emden einen Brand in einer Lagerhalle gelöscht. Verletzt wurde nach Angaben der Polizei niemand. "
        "Die Halle des Getreidehändlers war am frühen Morgen in Brand geraten, mehr als hundert Helfer waren im Einsatz."
    ),
    "Die Ermittler schließen Brandstiftung nicht aus. „Wir stehen am Anfang“, sagte ein Sprecher. Den Schaden schätzt der Eigentümer auf rund 3,5 Millionen Euro.",
)


@pytest.mark.parametrize("width", range(64, 70))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_hard_wrapped_copy_has_the_sentences_of_one_paragraph_a_line(width: int, line_end: str) -> None:
    wrapped = [line_end.join(textwrap.wrap(paragraph, width, break_on_hyphens=False)) for paragraph in PARAGRAPHS]
    found = [" ".join(sentence.split()) for sentence in sentences(f"{line_end}{line_end}".join(wrapped))]
    assert found == sentences("\n".join(PARAGRAPHS))
    assert len(found) == 6


def test_a_full_line_of_wrapped_copy_that_ends_with_a_bracket_goes_on() -> None:
    lines = (
        "Die Polizei sperrte den Platz vor dem Rathaus (und den Markt)",
        "bis zum frühen Abend, weil dort ein herrenloser Koffer gefunden",
        "worden war, den Fachleute zunächst nicht öffnen wollten; er war",
        "leer, wie sich am Ende zeigte, und wird nun im Fundbüro verwahrt",
        "bis sich sein Besitzer meldet.",
    )
    assert len(sentences("\n".join(lines))) == 1


def test_a_short_line_above_wrapped_copy_is_a_sentence() -> None:
    body = "\n".join(textwrap.wrap(" ".join(PARAGRAPHS), 66))
    assert sentences(f"Lagerhalle in Emden abgebrannt\n{body}")[0] == "Lagerhalle in Emden abgebrannt"


@given(texts)
@example("Der\x1cZug\x85hielt\u2028.")
def test_words_lie_in_order_and_cover_every_character_that_is_not_blank(text: str) -> None:
    found = split(text, ABBREVIATIONS)
    flat = [word for sentence in found for word in sentence]
    assert all(found) and all(start < stop for start, stop in flat)
    assert all(first[1] <= second[0] for first, second in pairwise(flat))
    covered = [at for start, stop in flat for at in range(start, stop)]
    assert covered == [at for at, character in enumerate(text) if not character.isspace()]


@given(texts)
def test_no_mark_is_cut_off_its_letter(text: str) -> None:
    starts = [start for sentence in split(text, ABBREVIATIONS) for start, _ in sentence]
    assert not [start for start in starts if text[start] in "\u0300\u0308\u036f" and text[start - 1 : start].isalpha()]


@given(st.lists(st.sampled_from(["Er ging am 3. Mai.", "„Gut“, sagte Dr. Weil.", "Das kostet 5 Mio. Euro!", "Warum?"]), max_size=6))
def test_paragraphs_are_read_as_if_alone(paragraphs: list[str]) -> None:
    assert sentences("\n\n".join(paragraphs)) == [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
