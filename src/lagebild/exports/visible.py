"""Text from outside, made safe for a terminal."""

import re

_LONE_RETURN = re.compile(r"\r(?!\n)")
# ESC becomes ␛ and so on; C1 controls (some terminals obey them), lone surrogates (no output encoding takes them)
# and the overrides that make text run backwards have no picture of their own.
_SHOWN = (
    {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t\r"}
    | {0x0D: " ", 0x7F: "␡"}
    | dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)), "\ufffd")
)


def visible(text: str) -> str:
    """The text with every control character shown instead of sent; one character for one, so that spans still fit."""
    return _LONE_RETURN.sub("\n", text).translate(_SHOWN)
