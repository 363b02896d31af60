"""Numbers in figures and in words."""

import re
from collections.abc import Mapping

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,7}")
_PARTS = (("tausend", 1000), ("hundert", 100))


def number_of(text: str, numbers: Mapping[str, int]) -> int | None:
    """`30.000`, `zwölf`, `fünfundzwanzig`, `zweihundertdreißig`; `numbers` has the simple ones."""
    if text[:1].isdigit():
        return int(text.replace(".", "")) if text.isascii() and _GROUPED.fullmatch(text) else None
    return _in_words(text.lower(), numbers)


def _in_words(text: str, numbers: Mapping[str, int]) -> int | None:
    if text in numbers:
        return numbers[text]
    for word, scale in _PARTS:
        before, found, behind = text.partition(word)
        if found:
            times, rest = (_in_words(before, numbers) if before else 1), (_in_words(behind.removeprefix("und"), numbers) if behind else 0)
            return None if times is None or rest is None else times * scale + rest
    ones, found, tens = text.partition("und")
    return numbers[tens] + numbers[ones] if found and ones in numbers and tens in numbers else None
