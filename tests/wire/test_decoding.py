"""Bytes to text, and what is no text."""

import gzip

import pytest

from lagebild.domain.errors import WireError
from lagebild.wire.decoding import decode

UMLAUTS = "Köln grüßt Łódź – „schön“."
WESTERN = "Köln grüßt die Welt."


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (UMLAUTS.encode(), UMLAUTS, "utf-8"),
        (UMLAUTS.encode("utf-8-sig"), UMLAUTS, "utf-8-sig"),
        (UMLAUTS.encode("utf-16"), UMLAUTS, "utf-16"),
        (b"\xfe\xff" + UMLAUTS.encode("utf-16-be"), UMLAUTS, "utf-16"),
        (WESTERN.encode("latin-1"), WESTERN, "latin-1"),
        ("„Köln“ – schön".encode("cp1252"), "„Köln“ – schön", "cp1252"),
        ("Öl".encode("latin-1"), "Öl", "latin-1"),
        (b"Zeile\r\nZeile\r\n", "Zeile\r\nZeile\r\n", "utf-8"),
        ("K\u00adö\u00a0l u\u0308".encode(), "K\u00adö\u00a0l u\u0308", "utf-8"),
        ("\x01bdt0123 4 pl 120  dpa 0456\r\n\x02Kurze Meldung aus Köln, nur ein Satz.\x03\x7f".encode(), None, "utf-8"),
    ],
)
def test_encodings_are_told_apart_and_named(content: bytes, text: str | None, encoding: str) -> None:
    decoded = decode(content, "a.txt")
    assert decoded == (text if text is not None else content.decode(), encoding)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "white space"),
        ("\ufeff\u200b".encode(), "white space"),
        (b"\xef\xbb\xbf", "white space"),
        (b"Text\x00Text", "NUL at character 5"),
        (b"\x1b[31m\x01\x02\x03 rot", "control characters"),
        ("Köln".encode("utf-16-le"), "NUL"),
        (gzip.compress(b"Text" * 50), "NUL"),
        (UMLAUTS.encode("utf-16")[:-1], "broken UTF-16"),
        (("Grüße aus Köln an die Würzburger " * 3).encode()[:-2] + b"\xc3", "broken UTF-8 at byte"),
        (("ü" * 20).encode("utf-8-sig") + b"\xff", "broken UTF-8 at byte 44"),
        ("Привет, мир и все остальные".encode("cp1251"), "convert it to UTF-8"),
        (b"ab\x81cd\xfc", "convert it to UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_by_name(content: bytes, found: str) -> None:
    with pytest.raises(WireError, match=r"a\.txt: ") as error:
        decode(content, "a.txt")
    assert found in str(error.value)
