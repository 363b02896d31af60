"""Files and standard input: what comes out, and that nothing is raised."""

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lagebild.wire
from lagebild.domain.dispatch import Dispatch
from lagebild.domain.errors import WireError
from lagebild.wire import Overrides, read_dispatches, sources

COPY = "Bonn (dpa) - Der Rhein steigt."


def read(path: Path | None) -> list[Dispatch | WireError]:
    return list(read_dispatches(path, Overrides()))


def only(path: Path | None) -> Dispatch:
    (found,) = read(path)
    assert isinstance(found, Dispatch), found
    return found


def refusal(path: Path | None) -> str:
    (found,) = read(path)
    assert isinstance(found, WireError), found
    return str(found)


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_public_names() -> None:
    assert lagebild.wire.__all__ == ("Given", "Overrides", "parse_agency_text", "read_conllu", "read_dispatches")


def test_a_file_of_copy(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", COPY.encode("utf-8-sig"))
    dispatch = only(path)
    assert (dispatch.text, dispatch.origin, dispatch.format, dispatch.encoding) == (COPY, str(path), "agency-text", "utf-8-sig")


@pytest.mark.parametrize("name", ["rows.jsonl", "ROWS.NDJSON", "rows.txt"])
def test_json_lines_by_name_or_by_first_line(tmp_path: Path, name: str) -> None:
    good = json.dumps({"text": COPY}).encode()
    path = written(tmp_path, name, b"\n" + good + b"\n{broken}\n\n" + good + b'\n{"text": 1}')
    found = read(path)
    assert [type(one) for one in found] == [Dispatch, WireError, Dispatch, WireError]
    assert [one.origin for one in found if isinstance(one, Dispatch)] == [f"{path}:2", f"{path}:5"]
    assert [str(one).partition(":")[0] for one in found if isinstance(one, WireError)] == [f"{path}, row 3, column 2", f"{path}, row 6"]


def test_json_lines_behind_a_byte_order_mark(tmp_path: Path) -> None:
    dispatch = only(written(tmp_path, "a.txt", json.dumps({"text": COPY}).encode("utf-8-sig")))
    assert (dispatch.format, dispatch.encoding) == ("json-lines", "utf-8-sig")


def test_copy_that_begins_with_a_brace_is_copy(tmp_path: Path) -> None:
    assert only(written(tmp_path, "a.txt", b"{Der Rhein} steigt.\n")).format == "agency-text"


@pytest.mark.parametrize(("content", "kind"), [(COPY.encode(), "agency-text"), (b'\n{"id": "x", "text": "Der Rhein steigt."}\n', "json-lines")])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, kind: str) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    dispatch = only(None)
    assert (dispatch.format, dispatch.origin) == (kind, "-" if kind == "agency-text" else "x")


def test_leading_blank_lines_are_kept(tmp_path: Path) -> None:
    assert only(written(tmp_path, "a.txt", b"\r\n \r\nDer Rhein.\r\n")).text == "\r\n \r\nDer Rhein.\r\n"


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.txt", b"", "empty"),
        ("a.jsonl", b"\n \n", "blank lines only"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        ("a.jsonl", '{"text": "a"}'.encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_no_dispatch_is_named(tmp_path: Path, name: str, content: bytes, found: str) -> None:
    path = written(tmp_path, name, content)
    message = refusal(path)
    assert message.startswith(f"{path}: ")
    assert found in message


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nirgends.txt") == f"{tmp_path / 'nirgends.txt'}: no such file; check the name"
    assert "a directory" in refusal(tmp_path)
    assert "cannot be read" in refusal(Path("a\0b"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", COPY.encode())
    path.chmod(0)
    assert "no permission" in refusal(path)


def test_a_name_that_is_no_unicode_can_be_written_down(tmp_path: Path) -> None:
    try:
        path = written(tmp_path, os.fsdecode(b"k\xf6ln.txt"), COPY.encode())
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    origin = only(path).origin
    assert origin is not None
    assert origin.encode()


def test_one_dispatch_is_bounded_and_json_lines_only_by_the_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 100)
    assert only(written(tmp_path, "just.txt", b"a" * 100)).text == "a" * 100
    assert "101 bytes, too large" in refusal(written(tmp_path, "large.txt", b"a" * 101))
    assert "too large" in refusal(written(tmp_path, "blank.txt", b"\n" * 101 + b"a"))
    row, long = b'{"text": "Der Rhein steigt."}\n', b'{"text": "' + b"a" * 250 + b'"}\n'
    found = read(written(tmp_path, "rows.jsonl", row * 3 + long + row))
    assert [type(one) for one in found] == [Dispatch] * 3 + [WireError, Dispatch]
    assert "row 4: more than 100 bytes" in str(found[3])
    assert isinstance(found[4], Dispatch)
    assert str(found[4].origin).endswith(":5")


def test_standard_input_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 100)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"a\n" * 51)))
    assert refusal(None).startswith("-: more than 100 bytes, too large")


def test_an_override_that_is_no_date_is_refused_before_anything_is_read() -> None:
    with pytest.raises(WireError, match=r'issued "heute" is no date'):
        Overrides(issued="heute")


BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(st.sampled_from([b"\n", b'{"text":', b'"a"', b"}", b"{", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfc", COPY.encode(), b'"\\ud800"', b"\x00"]), max_size=8).map(b"".join),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=BYTES, name=st.sampled_from(["a.txt", "a.jsonl"]))
def test_any_bytes_give_dispatches_or_refusals(tmp_path: Path, content: bytes, name: str) -> None:
    for found in read(written(tmp_path, name, content)):
        assert isinstance(found, Dispatch) or str(found).startswith(str(tmp_path / name))
