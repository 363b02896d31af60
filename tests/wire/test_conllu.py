"""CoNLL-U that comes in: whole sentences come through, broken ones are named and passed over."""

from pathlib import Path

import pytest

from lagebild.domain.errors import WireError
from lagebild.wire.conllu import Given, parse_conllu, read_conllu

EMPTY = "_ " * 7


def lines(*written: str) -> bytes:
    return "".join(line.replace(" ", "\t").replace("~", " ") + "\n" for line in written).encode()


FIRST = lines("#~text~=~Im~Hof.", f"1-2 Im {EMPTY}_", f"1 In {EMPTY}_", f"2 dem {EMPTY}_", f"3 Hof {EMPTY}SpaceAfter=No", f"4 . {EMPTY}_")
SECOND = lines(f"1 Ruhe {EMPTY}_", f"1.1 ist {EMPTY}_")


def read(content: bytes) -> list[Given | WireError]:
    return list(parse_conllu(content.splitlines(keepends=True), "a.conllu"))


def test_sentences_keep_their_comments_and_words() -> None:
    first, second = read(FIRST + b"\n" + SECOND)
    assert isinstance(first, Given) and isinstance(second, Given)
    assert first.comments == ("# text = Im Hof.",)
    assert first.forms == ("In", "dem", "Hof", ".")
    assert second.forms == ("Ruhe",)


@pytest.mark.parametrize("content", [FIRST.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + FIRST, FIRST.rstrip(b"\n"), b"\n\n" + FIRST + b"\n\n"])
def test_line_ends_marks_and_blank_lines_do_not_matter(content: bytes) -> None:
    (found,) = read(content)
    assert isinstance(found, Given)
    assert found.forms == ("In", "dem", "Hof", ".")


@pytest.mark.parametrize(
    ("broken", "line", "said"),
    [
        (b"1 Hof _ _ _ _ _ _ _ _\n", 1, "here are 1"),
        (b"1\tHof\n", 1, "CoNLL-U has 10 columns parted by tabs"),
        (SECOND.replace(b"Ruhe\t_", b"Ruhe\t"), 1, "none of them empty"),
        (b"# a\n" + SECOND.replace(b"1\tR", b"2\tR"), 2, "word 2 stands where word 1 is due"),
        (SECOND.replace(b"1.1", b"x"), 2, "'x' is no id of a word"),
        (SECOND.replace(b"Ruhe", b"R\xfche"), 1, "broken UTF-8 at byte 4"),
        (b"# nothing else\n", 1, "comments without a sentence"),
    ],
)
def test_a_broken_sentence_is_named_and_the_next_is_read(broken: bytes, line: int, said: str) -> None:
    error, after = read(broken + b"\n" + FIRST)
    assert isinstance(error, WireError) and isinstance(after, Given)
    assert str(error).startswith(f"a.conllu, line {line}: ")
    assert said in str(error)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (error,) = read_conllu(tmp_path / "nowhere.conllu")
    assert str(error) == f"{tmp_path / 'nowhere.conllu'}: no such file; check the name"
