from hypothesis import given
from hypothesis import strategies as st

from lagebild.exports.visible import visible


def test_an_escape_sequence_is_shown_not_sent() -> None:
    assert visible("\x1b[31mrot\x07") == "␛[31mrot␇"


def test_line_ends_become_line_feeds_without_moving_anything() -> None:
    assert visible("a\r\nb\rc") == "a \nb\nc"


def test_text_that_would_run_backwards_is_made_to_run_forward() -> None:
    assert visible("ab\u202ecd\u2066") == "ab\ufffdcd\ufffd"


def test_letters_of_any_script_stay() -> None:
    assert visible("Zürich, Łódź, Київ\tتهران\n") == "Zürich, Łódź, Київ\tتهران\n"


@given(st.text(alphabet=st.characters(min_codepoint=0, max_codepoint=0x2100)))
def test_every_character_keeps_its_place_and_none_controls(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(letter in "\n\t" or not (ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0) for letter in shown)
    shown.encode("utf8")
