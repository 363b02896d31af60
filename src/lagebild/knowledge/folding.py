"""Names written in more than one way: what transliterations of one name share, and offices in the feminine.

Peskow and Peskov, Selenskyj and Zelensky, Tymoschenko and Timoshenko differ in letters that stand for the same sound in German, English and
French; the folded name keeps one letter for each of those groups. It is a key to look up, no pronunciation.
"""

import re
import unicodedata

_SOUNDS = (  # tried from the left, the longest first
    (r"schtsch|stschs?|shch|sch|sh|zh|ß|ss|z|s", "s"),
    (r"dsch|dzh|dj|ij|yj|iy|yy|ii|ei|ai|ay|ey|y|j|i", "i"),
    (r"tsch|tch|cz|ch|kh|x", "x"),
    (r"ck|q|c|k", "k"),
    (r"ow\b|ov\b|off\b", "ov"),
    (r"ew\b|ev\b|eff\b|jew\b|yev\b", "ev"),
    (r"ph|f", "f"),
    (r"w|v", "v"),
    (r"th|t|dt", "t"),
    (r"dh|d", "d"),
    (r"gh|g", "g"),
    (r"oe|o|oh", "o"),
    (r"ou|ue|u|uh", "u"),
    (r"ae|a|ah", "a"),
    (r"h", ""),
)
_SOUND = re.compile("|".join(f"({pattern})" for pattern, _ in _SOUNDS))
_DOUBLED = re.compile(r"([^ ])\1+")
_FEMININE = re.compile(r"(?<=[a-zäöü]{4})in(?:nen)?\b")


def folded(name: str) -> str:
    """The same for all transliterations of a name: `vladimir putin` for Wladimir and Vladimir Putin."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(letter))
    sounds = _SOUND.sub(lambda match: _SOUNDS[(match.lastindex or 1) - 1][1], re.sub(r"[’'ʻ`.]", "", plain).replace("-", " "))
    return _DOUBLED.sub(r"\1", sounds)


def office_key(title: str) -> str:
    """An office whoever holds it: `präsident` for Präsidentin, `vorsitzende` for Vorsitzender."""
    word = _FEMININE.sub("", title.casefold())
    return word.removesuffix("r") if word.endswith("ender") else word
