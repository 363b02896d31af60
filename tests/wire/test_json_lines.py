"""Rows of JSON Lines: fields, precedence, and what is wrong with a row."""

import json

import pytest

from lagebild.domain.dispatch import dispatch_id
from lagebild.domain.errors import WireError
from lagebild.wire import Overrides
from lagebild.wire.json_lines import is_json_row, parse_json_line

TEXT = "date 2023-09\n\nPegel steigt\n\nBonn (dpa) - Der Rhein steigt."


def row(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_a_row_is_read_like_copy() -> None:
    dispatch = parse_json_line(row(text=TEXT), origin="a.jsonl", row=3)
    assert dispatch.dateline is not None
    assert (dispatch.agency, dispatch.issued, dispatch.title, dispatch.dateline.place) == ("dpa", "2023-09", "Pegel steigt", "Bonn")
    assert (dispatch.origin, dispatch.format, dispatch.encoding) == ("a.jsonl:3", "json-lines", "utf-8")
    assert (dispatch.text, dispatch.id) == (TEXT, dispatch_id("dpa", TEXT))


def test_its_fields_win_over_its_text_and_overrides_over_both() -> None:
    line = row(id="x-1", text=TEXT, issued="2023-09-13", agency="ndz", title="Rhein", language="en", extra=[1])
    dispatch = parse_json_line(line, origin="a.jsonl", row=1)
    assert (dispatch.issued, dispatch.agency, dispatch.title, dispatch.language) == ("2023-09-13", "ndz", "Rhein", "en")
    assert (dispatch.origin, dispatch.id) == ("x-1", dispatch_id("x-1", TEXT))
    said = parse_json_line(line, origin="a.jsonl", row=1, overrides=Overrides("2024", "AFP", "de"))
    assert (said.issued, said.agency, said.language) == ("2024", "AFP", "de")


def test_null_and_blank_fields_count_as_missing_and_a_number_is_an_id() -> None:
    dispatch = parse_json_line(row(id=7, text=TEXT, issued=None, agency=" ", title=""), origin="a.jsonl", row=1)
    assert (dispatch.origin, dispatch.issued, dispatch.agency, dispatch.title) == ("7", "2023-09", "dpa", "Pegel steigt")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b'{"text": "a"', "column 13: broken JSON"),
        (b"{'text': 'a'}", "column 2: broken JSON"),
        (b"[" * 100_000, "cannot be read"),
        (b'{"text": "a", "n": ' + b"1" * 5000 + b"}", "cannot be read"),
        ('{"text": "Köln"}'.encode("latin-1"), "not UTF-8 at byte 12 (0xf6)"),
        (b'["text"]', "found a list"),
        (b"null", "found null"),
        (b'{"txt": "a"}', 'no field "text"'),
        (b'{"text": null}', 'no field "text"'),
        (b'{"text": 5}', '"text" holds a number'),
        (b'{"text": "a", "id": true}', '"id" holds true or false'),
        (b'{"text": "a", "title": {}}', '"title" holds an object'),
        (b'{"text": " "}', '"text": empty'),
        (b'{"text": "a\\u0000b"}', "NUL at character 2"),
        (b'{"text": "ab\\ud83dcd"}', "\\ud83d, a lone surrogate) at character 3"),
        (b'{"text": "a", "agency": "\\udc00"}', '"agency" holds half a character'),
        (b'{"text": "a", "issued": "13.09.2023"}', 'issued "13.09.2023" is no date'),
        (b'{"text": "a", "issued": 2023}', '"issued" holds a number'),
    ],
)
def test_a_broken_row_says_what_is_wrong(line: bytes, found: str) -> None:
    with pytest.raises(WireError, match=r"a\.jsonl, row 4\b") as error:
        parse_json_line(line, origin="a.jsonl", row=4)
    assert found in str(error.value)


@pytest.mark.parametrize(
    ("line", "is_row"),
    [(b' {"text": "a"}\n', True), (b'{"text": 1}', False), (b"{", False), (b'"text"', False), (b'{"id": "a"}', False), (b'{"a":' * 100_000, False)],
)
def test_the_first_line_tells_json_lines_from_copy(line: bytes, is_row: bool) -> None:  # noqa: FBT001  the expectation
    assert is_json_row(line) is is_row
