"""Bytes to text, and what is no text."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from lagebild.domain.errors import WireError

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_C1 = re.compile(rb"[\x80-\x9f]")
_HIGH = bytes(range(0x80, 0x100))
_ESCAPED = re.compile(r"[\udc80-\udcff]")
_ENCODED = re.compile(r"[^\x00-\x7f\udc80-\udcff]")
_MOST_CONTROLS = 0.1  # the old wires frame a dispatch in half a dozen; of random bytes one in nine is one
_MOST_HIGH = 0.3  # French, the most accented of the Western languages, stays under 0.1


def decode(content: bytes, origin: str) -> tuple[str, str]:
    """The text without its byte order mark, and the name of its encoding; raises WireError on what is no text."""
    text, encoding = _decode(content, origin)
    fault = fault_in(text)
    if fault:
        raise WireError(f"{origin}: {fault}")
    return text, encoding


def fault_in(text: str) -> str | None:
    """Why this is no text to read: blank, or binary; nothing if it is fine."""
    if not text.strip("\ufeff\u200b \t\r\n") or text.isspace():
        return "empty or white space only; give the words of a dispatch"
    if "\x00" in text:
        return f"binary, not text (NUL at character {text.index(chr(0)) + 1}); save the dispatch as UTF-8 text"
    controls = len(text) - len(_CONTROL.sub("", text))
    if controls > len(text) * _MOST_CONTROLS:
        return f"binary, not text ({controls} control characters among {len(text)}); save the dispatch as UTF-8 text"
    return None


def _decode(content: bytes, origin: str) -> tuple[str, str]:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        try:
            return content.decode("utf-16"), "utf-16"
        except UnicodeDecodeError as broken:
            raise WireError(f"{origin}: broken UTF-16 at byte {broken.start + 1}; save the dispatch as UTF-8 again") from broken
    marked = content.startswith(BOM_UTF8)
    try:
        return content.decode("utf-8")[marked:], "utf-8-sig" if marked else "utf-8"
    except UnicodeDecodeError as broken:
        if marked or _is_damaged_utf8(content):
            found = f"byte {broken.start + 1} (0x{broken.object[broken.start]:02x})"
            raise WireError(f"{origin}: broken UTF-8 at {found}; save the dispatch as UTF-8 again") from broken
    return _decode_western(content, origin)


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether more sequences are good UTF-8 than are not: then a byte was lost, and Latin-1 would turn every umlaut to rubbish."""
    text = content.decode("utf-8", "surrogateescape")
    return len(_ENCODED.sub("", text)) < len(_ESCAPED.sub("", text))


def _decode_western(content: bytes, origin: str) -> tuple[str, str]:
    if b"\x00" in content:
        raise WireError(f"{origin}: binary, not text (NUL at byte {content.index(0) + 1}); save the dispatch as UTF-8 text")
    encoding = "cp1252" if _C1.search(content) else "latin-1"
    high = len(content) - len(content.translate(None, _HIGH))
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = ""
    if not text or (high > 8 and high > len(content) * _MOST_HIGH):  # noqa: PLR2004  "Öl für Köln" is short, not foreign
        raise WireError(f"{origin}: neither UTF-8 nor Latin-1 or Windows-1252 text ({high} of {len(content)} bytes are not ASCII); convert it to UTF-8")
    return text, encoding
