"""CoNLL-U that goes out says where every word stands, and what was given comes back as it was given."""

from lagebild.domain.span import Span
from lagebild.exports.conllu import conllu, conllu_given
from lagebild.lexicon import Lexicon
from lagebild.pipeline import Pipeline
from lagebild.wire.conllu import Given, parse_conllu

TEXT = "Am Montag sprach Petra Lindqvist  im EU-Parlament in Straßburg. Es kamen 50 000 Gäste!"


def printed(pipeline: Pipeline, text: str) -> str:
    return "".join(conllu(sentence, text, f"s{number}") for number, sentence in enumerate(pipeline.reader.parse(text, Lexicon.of("de")), 1))


def given(content: str) -> list[Given]:
    return [found for found in parse_conllu(content.encode().splitlines(keepends=True), "-") if isinstance(found, Given)]


def test_offsets_and_spaces_give_the_text_back(pipeline: Pipeline) -> None:
    for sentence in given(printed(pipeline, TEXT)):
        inside = 0
        for line in sentence.lines:
            first, _, last = line[0].partition("-")
            if int(first) <= inside:
                assert "start_char" not in line[9]
                continue
            inside = int(last or 0)
            place = dict(part.split("=") for part in line[9].split("|"))
            start, stop = int(place["start_char"]), int(place["end_char"])
            assert TEXT[start:stop] == line[1]
            assert (place.get("SpaceAfter") == "No") == (stop < len(TEXT) and not TEXT[stop].isspace())


def test_contractions_compounds_and_names(pipeline: Pipeline) -> None:
    first = given(printed(pipeline, TEXT))[0]
    rows = {line[0]: line for line in first.lines}
    assert rows["1-2"][1:3] == ("Am", "_")
    assert [rows[number][1] for number in ("1", "2", "3")] == ["An", "dem", "Montag"]
    assert first.forms[-6:-3] == ("EU", "-", "Parlament")
    assert {line[1] for line in first.lines if "NE=B-PER" in line[9]} == {"Petra"}
    assert {line[1] for line in first.lines if "NE=I-PER" in line[9]} == {"Lindqvist"}
    assert "# text = Am Montag sprach Petra Lindqvist im EU-Parlament in Straßburg." in first.comments


def test_what_is_given_stays_and_the_rest_is_read_anew(pipeline: Pipeline) -> None:
    words = ["1-2 Im _ _ _ _ _ _ _ _", "1 In X X APPR A=B 9 x _ NE=B-OTH|Gloss=in", "2 dem X X _ _ 1 x _ _", "3 Hof X X _ _ 1 x _ _", "4 blieb X X _ _ 1 x _ _"]
    content = "\n".join(["# sent_id = 7", *(line.replace(" ", "\t") for line in words)])
    (sentence,) = given(content)
    (read,) = pipeline.reader.read_words([[(Span(at, at + 1), form) for at, form in enumerate(sentence.forms)]])
    (back,) = given(conllu_given(sentence, read))
    assert back.comments == sentence.comments
    assert [line[:2] for line in back.lines] == [line[:2] for line in sentence.lines]
    assert back.lines[0] == sentence.lines[0]
    assert back.lines[1][2:5] == ("in", "ADP", "APPR") and back.lines[1][9] == "Gloss=in"
    assert min(line[6] for line in back.lines[1:]) == "0"
