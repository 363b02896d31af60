"""JSON Lines: a row is an object with `text` and, if known, `id`, `issued`, `agency`, `title` and `language`."""

import json
import re
from dataclasses import replace
from typing import Any, cast

from lagebild.domain.dispatch import Dispatch, dispatch_id
from lagebild.domain.errors import WireError
from lagebild.wire.agency_text import parse_agency_text
from lagebild.wire.decoding import fault_in
from lagebild.wire.edtf import is_edtf
from lagebild.wire.overrides import Overrides

_FIELDS = ("text", "id", "issued", "agency", "title", "language")
_HALF_PAIR = re.compile(r"[\ud800-\udfff]")


def parse_json_line(line: bytes, *, origin: str, row: int, encoding: str = "utf-8", overrides: Overrides | None = None) -> Dispatch:
    """The dispatch of a row: overrides win over its fields, its fields over its text. Raises WireError naming the row and what is wrong."""
    where = f"{origin}, row {row}"
    fields = _fields(_object(line, where), where)
    text, said = fields["text"], overrides or Overrides()
    merged = Overrides(said.issued or fields.get("issued"), said.agency or fields.get("agency"), said.language or fields.get("language"))
    dispatch = parse_agency_text(text, origin=fields.get("id") or f"{origin}:{row}", encoding=encoding, overrides=merged)
    identity = fields.get("id") or dispatch.agency or ""
    return replace(dispatch, id=dispatch_id(identity, text), title=fields.get("title") or dispatch.title, format="json-lines")


def is_json_row(line: bytes) -> bool:
    """Whether a line is a JSON object with a string `text`: so begins a JSON Lines file of any name."""
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        row: object = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and isinstance(cast("dict[str, object]", row).get("text"), str)


def _object(line: bytes, where: str) -> dict[str, object]:
    try:
        row: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as broken:
        raise WireError(f"{where}: not UTF-8 at byte {broken.start + 1} (0x{broken.object[broken.start]:02x}); JSON Lines are UTF-8, convert the file") from broken
    except json.JSONDecodeError as broken:
        raise WireError(f"{where}, column {broken.colno}: broken JSON ({broken.msg}); write one complete object in each line") from broken
    except (ValueError, RecursionError) as broken:
        raise WireError(f"{where}: JSON that cannot be read ({type(broken).__name__}: {broken}); write one flat object in each line") from broken
    if not isinstance(row, dict):
        raise WireError(f'{where}: found {_kind(row)}, not an object; write {{"text": "..."}}')
    return cast("dict[str, object]", row)


def _fields(row: dict[str, object], where: str) -> dict[str, str]:
    """The fields we know, each checked; those that are null or blank count as not there."""
    if row.get("text") is None:
        raise WireError(f'{where}: no field "text"; put the dispatch there')
    fields = {name: _string(row[name], name, where) for name in _FIELDS if row.get(name) is not None}
    fault = fault_in(fields["text"])
    if fault:
        raise WireError(f'{where}: field "text": {fault}')
    fields = {name: value for name, value in fields.items() if value.strip()}
    if not is_edtf(fields.get("issued", "XXXX")):
        raise WireError(f'{where}: issued "{fields["issued"]}" is no date; write it as 2023-09-13, 2023-09-13T14:30+02:00, or shorter if less is known: 2023-09')
    return fields


def _string(value: object, name: str, where: str) -> str:
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise WireError(f'{where}: field "{name}" holds {_kind(value)}, not a string; put it in quotation marks or leave it out')
    half = _HALF_PAIR.search(value)
    if half:
        raise WireError(f'{where}: field "{name}" holds half a character (\\u{ord(half.group()):04x}, a lone surrogate) at character {half.start() + 1}; write the row again')
    return value


def _kind(value: object) -> str:
    kinds: dict[type, str] = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}
    return kinds.get(type(value), "null")
