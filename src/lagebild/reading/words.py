"""Text to sentences of words: where each starts and stops, as code point offsets into the text as received."""

import re
from collections.abc import Iterator, Mapping

from lagebild.lexicon.tables import Abbreviations

Offsets = tuple[int, int]

_INNER = "\u00ad\u200c\u200d\u2060\u0300-\u036f"  # soft hyphen, joiners, combining marks: inside a word, never a boundary
_HYPHEN = "\\-\u2010\u2011"

WORD = re.compile(
    rf"""
      https?://[^\s<>"„“”»«]*[^\s<>"„“”»«.,;:!?)\]']         # a web address without the punctuation behind it
    | www\.[^\s<>"„“”»«]*[^\s<>"„“”»«.,;:!?)\]']
    | (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+                           # a mail address
    | (?:[^\W\d_]\.){{2,}}                                   # z.B.  U.S.
    | (?<![\d.,])\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?![\d.,]*\d)  # 50 000
    | \d+(?:[.,:]\d+)+                                       # 1.500,50  19:30  2:1
    | [\w{_INNER}]+(?:[{_HYPHEN}'’&][\w{_INNER}]+)*(?:[{_HYPHEN}](?=[\s,/]))?  # Atom-U-Boote  18-Jähriger  Rüstungs-
    | \.\.+ | --+ | `` | ''                                   # TeX's quotation marks are in many archives
    | (?<!\S)[:;]-?[()DP](?!\w)                               # a smiley, in what readers write
    | \S
    """,
    re.VERBOSE,
)
_DIVIDED = re.compile(r"(?<=\w)([-\u2010\u2011])(?=[^\W\d])|(?<=[^\W\d])([-\u2010\u2011])|(\s)")  # not between digits: 2:1, 527-1
_TERMINAL = frozenset(".!?…")
_CLOSING = frozenset("\"“”»«'’‘‚)]›‹")
_OPENING = frozenset("\"„“”»«‚‘'([›‹`")
_DASHES = frozenset("-–—")
_ENDS_LINE = frozenset('.!?…:"“”»«)')


def split(text: str, abbreviations: Abbreviations) -> list[list[Offsets]]:
    """Split a text into sentences, each a list of (start, stop) of its words; a text without words gives none."""
    words = list(_join_full_stops(text, [match.span() for match in WORD.finditer(text)], abbreviations))
    wrapped = _is_wrapped(text)
    sentences: list[list[Offsets]] = []
    current: list[Offsets] = []
    for position, word in enumerate(words):
        if current and _starts_sentence(text, words, position, abbreviations, wrapped=wrapped):
            sentences.append(current)
            current = []
        current.append(word)
    return [*sentences, current] if current else sentences


def divide(word: str, contractions: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The syntactic words of a word, as German treebanks have them: `im` is `in dem`, `EU-Staaten` `EU - Staaten`, `50 000` two numbers."""
    if parts := contractions.get(word.lower()):
        return [parts[0].capitalize() if word[0].isupper() else parts[0], *parts[1:]]
    if "@" in word or "//" in word or word.startswith("www."):
        return [word]
    return [part for part in _DIVIDED.split(word) if part and not part.isspace()]


def _join_full_stops(text: str, words: list[Offsets], abbreviations: Abbreviations) -> Iterator[Offsets]:
    """Make one word of an abbreviation, an initial or an ordinal and the full stop glued to it."""
    position = 0
    while position < len(words):
        start, stop = words[position]
        if text.startswith(".", stop) and not text.startswith("..", stop):
            following = words[position + 2] if position + 2 < len(words) else None
            if _owns_full_stop(text[start:stop], _cut(text, following), _cut(text, words[position - 1] if position else None), abbreviations):
                stop += 1
                position += 1
        yield start, stop
        position += 1


def _cut(text: str, word: Offsets | None) -> str:
    return text[word[0] : word[1]] if word else ""


def _owns_full_stop(word: str, following: str, before: str, abbreviations: Abbreviations) -> bool:
    if f"{word}." in abbreviations.inner or f"{word}." in abbreviations.final:
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():  # George W. Bush
        return following[:1].isupper() and following not in abbreviations.starters
    return _is_ordinal(word, following, before, abbreviations)


def _is_ordinal(word: str, following: str, before: str, abbreviations: Abbreviations) -> bool:
    if not ((word.isascii() and word.isdigit() and len(word) < len("100")) or _is_roman(word)) or not following:
        return False
    if following in abbreviations.counted or following[0].islower() or following[0].isdigit() or following in ("-", "–"):
        return True  # "am 5. 6. 2023"
    # "am 12. Danach", "auf Platz 3. Der": a function word starts a sentence; behind an article a number counts a noun.
    return following[0].isupper() and following not in abbreviations.starters and before.lower() in ("der", "die", "das", "dem", "den", "des", "zum", "vom", "beim")


def _is_roman(word: str) -> bool:
    return bool(word) and not word.strip("IVX")


def _starts_sentence(text: str, words: list[Offsets], position: int, abbreviations: Abbreviations, *, wrapped: bool) -> bool:
    """Whether a sentence starts at this word: behind a line end, or behind a terminal mark and before what can start one."""
    start, stop = words[position]
    last_start, last_stop = words[position - 1]
    gap = text[last_stop:start]
    if "\n" in gap and _is_break(text, gap, last_stop, wrapped=wrapped):
        return True
    if not gap or gap.isspace() is False:
        return False
    word, last = text[start:stop], text[last_start:last_stop]
    if not (word[0].isupper() or word[0].isdigit() or word[0] in _OPENING or word[0] in _DASHES):
        return False
    if last in abbreviations.final:
        return word in abbreviations.starters
    return _closes(text, words, position - 1)


def _closes(text: str, words: list[Offsets], position: int) -> bool:
    """Whether the sentence ends with this word: a terminal mark, or closing quotes and brackets glued to one."""
    while position > 0 and text[words[position][0]] in _CLOSING and words[position - 1][1] == words[position][0]:
        position -= 1
    start, stop = words[position]
    return text[start] in _TERMINAL and (stop - start == 1 or text[stop - 1] in ".…")


def _is_break(text: str, gap: str, last_stop: int, *, wrapped: bool) -> bool:
    """A blank line always ends a sentence; a line end does unless the copy is hard-wrapped and the line is full."""
    if gap.count("\n") > 1 or not wrapped:
        return True
    line = last_stop - (text.rfind("\n", 0, last_stop) + 1)
    return line < 40 or (line < 56 and text[last_stop - 1] in _ENDS_LINE)  # noqa: PLR2004  shorter than any full line of wire copy (IPTC 7901: 64-69)


def _is_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width, as on old wire lines: many lines alike in length, most without an end mark."""
    lines = [line for line in text.split("\n") if len(line) > 30]  # noqa: PLR2004
    if len(lines) < 4 or max(map(len, lines)) > 90:  # noqa: PLR2004
        return False
    return sum(line.rstrip()[-1:] in _ENDS_LINE for line in lines) < len(lines) / 2
