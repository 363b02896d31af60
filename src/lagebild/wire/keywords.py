"""Keyword lines above a dispatch: `Eil:`, `(Zusammenfassung 1430)`, `Meldung zurückgezogen`, `Ukraine/Konflikte/`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.domain.dispatch import Status
from lagebild.domain.span import Span
from lagebild.wire.lines import trimmed

# Words that only ever announce what a dispatch is: a colon or a dash behind them is enough.
_PLAIN = {
    "urgent": r"eil(?:meldung|nachricht)?|flash|breaking(?:\s+news)?",
    "correction": r"(?:berichtigte|korrigierte)\s+(?:neu)?fassung|berichtigung|berichtigt|korrektur|korrigiert|korr(?:-bericht)?|richtigstellung|correction|corrected",
    "update": r"(?:gesamt|tages)?-?zusammenfassung|neufassung|aktualisiert|aktualisierung|roundup|aktualisierte\s+fassung|erweiterte\s+fassung|update|ergänzung|ergänzt",
    "cancelled": r"meldung\s+zurückgezogen|meldungsrückzug|bitte\s+nicht\s+(?:mehr\s+)?verwenden",
    "neutral": r"wiederholung|wdh|achtung(?:\s+redaktion(?:en)?)?|hinweis\s+an\s+(?:die\s+)?redaktion(?:en)?|utl|unterzeile",
}
# Words that headlines begin with too, "Rückzug: Meier gibt auf": they need a line or brackets of their own, or capitals.
_AMBIGUOUS = {"urgent": "blitz(?:meldung)?", "update": "neu|zf", "cancelled": "rückzug|zurückgezogen|storno|storniert|widerruf", "neutral": "überblick|vorschau|extra|hintergrund"}
_STATUS = {"urgent": Status.URGENT, "correction": Status.CORRECTION, "update": Status.UPDATE, "cancelled": Status.CANCELLED, "neutral": None}


def _any_of(*tables: dict[str, str]) -> str:
    """One group a status, so that the group that matched tells it."""
    choices = {status: "|".join(table[status] for table in tables if status in table) for status in _STATUS}
    return "(?:" + "|".join(f"(?P<{status}>{words})" for status, words in choices.items() if words) + r")\b"


_ANY, _SURE = _any_of(_PLAIN, _AMBIGUOUS), _any_of(_PLAIN)
_COUNT = r"(?:[0-9]{1,2}\.?\s+)?"  # 2. Zusammenfassung
_NUMBER = r"(?:\s+[0-9]{1,2}(?:[:.]?[0-9]{2})?(?:\s+Uhr)?)?"  # Zusammenfassung 1430
_NOISE = r"[+*!#=\s]*"
_LINE_END = r"(?=[\r\n\v\f\x85\u2028\u2029]|\Z)"
_BRACKETED = re.compile(rf"[(\[]{_NOISE}{_COUNT}{_ANY}[^()\[\]]{{0,600}}[)\]]\s*?(?::|=(?=\s*?{_LINE_END}))?", re.IGNORECASE)
_ALONE = re.compile(rf"{_NOISE}(?:{_COUNT}{_ANY}{_NUMBER}[^\w\r\n(\[]*)+(?={_LINE_END}|[(\[])", re.IGNORECASE)
_ANNOUNCED = re.compile(rf"{_NOISE}{_COUNT}{_SURE}{_NUMBER}(?:/[^\W\d_]+)?(?:\.?\s*(?::|\+{{2,3}}|\*+)|\s+[-–—|](?=\s))", re.IGNORECASE)
_SHOUTED = re.compile(rf"{_NOISE}{_COUNT}{_ANY}{_NUMBER}\s*[-–—:|]?\s*(?=(?P<next>[\w«»„“\"]+))", re.IGNORECASE)
# A whole line that takes a dispatch back, in a desk's own words.
_WITHDRAWN = re.compile(
    r"""
    .*\b(?:bitte\s+nicht\s+(?:mehr\s+)?verwenden|nicht\s+mehr\s+zu\s+verwenden)\b.*
    | \W*(?:achtung\W+(?:redaktionen\W+)?)?(?:(?:die|diese|unsere)\s+)?(?:meldung|eilmeldung)\b.{0,80}\bzurückgezogen\b.*
    | \W*r(?:ü|u\u0308)ckzug\s*:.*\b(?:meldung|fassung|verwenden)\b.*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PART = r"[^\W_](?:[^\W_]|[ .&’'-](?=[^\W_])|\.(?=/))*"
_SLUG = re.compile(rf"(?:{_PART}/)+(?=\s|\Z)|{_PART}(?:[^\S\r\n]?/[^\S\r\n]?{_PART}){{2,}}(?=\s*?{_LINE_END})")
_REACH = 600  # characters; no keyword line is longer
_MOST = 8  # keywords in a line


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword or slug as it stands in the copy; `status` is null for words that say nothing of the kind."""

    span: Span
    status: Status | None = None
    topics: tuple[str, ...] = ()


def keywords_at(text: str, start: int, stop: int) -> Iterator[Keyword]:
    """The keywords that a line begins with, one after the other; one in brackets may run on over further lines."""
    for _ in range(_MOST):
        span = trimmed(text, start, stop)
        keyword = _keyword(text, span) if span else None
        if keyword is None:
            return
        yield keyword
        start = keyword.span.stop


def keywords_among(text: str, line: Span) -> Iterator[Keyword]:
    """The keywords that stand between the bars or crosses of a header line: `ndz0061 ++ EIL ++ 04.04.2025`."""
    parts = list(re.finditer(r"[^|+]+", line.of(text)))
    for part in parts if len(parts) > 1 else ():
        span = trimmed(text, line.start + part.start(), line.start + part.end())
        keyword = _keyword(text, span) if span else None
        if keyword:
            yield keyword


def _keyword(text: str, line: Span) -> Keyword | None:
    stop = min(line.stop, line.start + _REACH)
    slug = _SLUG.match(text, line.start, stop)
    if slug:
        return Keyword(Span(*slug.span()), topics=tuple(part.strip() for part in slug.group().split("/") if part.strip()))
    if stop == line.stop and _WITHDRAWN.fullmatch(text, line.start, stop):
        return Keyword(line, Status.CANCELLED)
    for match in (_BRACKETED.match(text, line.start), _ALONE.match(text, line.start, stop), _ANNOUNCED.match(text, line.start, stop)):
        if match:
            return _found(text, match)
    shouted = _SHOUTED.match(text, line.start, stop)
    return _found(text, shouted) if shouted and shouted.group().isupper() and not shouted["next"].isupper() else None


def _found(text: str, match: re.Match[str]) -> Keyword | None:
    status = next(_STATUS[name] for name in _STATUS if match.groupdict().get(name))
    span = trimmed(text, *match.span())
    return Keyword(span, status) if span else None
