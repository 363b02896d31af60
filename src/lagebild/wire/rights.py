"""Notices of rights: © 2023 Nordlicht Presse. Alle Rechte vorbehalten - https://nordlicht.example/rechte"""

import re

from lagebild.domain.dispatch import Rights
from lagebild.domain.span import Span

_FIRST_YEAR = r"(?:(?:19|20)[0-9]{2}\s*[-–]\s*)?"  # of "2019-2023" the latter counts
_NOTICE = re.compile(
    rf"""
    (?P<mark>(?:\(c\)|©|&copy;|\bcopyright\b|\bcopr\.)(?:\s*(?:\(c\)|©|\bcopyright\b|\bby\b|\bbei\b|:))*)
    [\s,]*(?:{_FIRST_YEAR}(?P<before>(?:19|20)[0-9]{{2}})\b[\s,]*(?:(?:by|bei)\s+)?)?
    (?P<holder>[^\W\d_][^\r\n,;|]{{0,80}}?)?
    (?: [\s,]+{_FIRST_YEAR}(?P<behind>(?:19|20)[0-9]{{2}})\b
      | (?=\s*(?:[,;|\r\n]|$|\s[-–—]\s|https?://|www\.|\(|all\ rights|alle\ rechte|(?<=\w\w\w)\.(?:\s|$))) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = ("©", "(c)", "&copy;")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"„“”»«]*[^\s<>\"„“”»«.,;:!?)\]']")


def find_rights(text: str, start: int, stop: int) -> Rights | None:
    """The notice of rights in a line: who holds them, since when, where that is written; its span runs from the mark to the address."""
    notice = _NOTICE.search(text, start, stop)
    if not notice or not notice["holder"]:
        return None
    year = notice["behind"] or notice["before"]
    if not year and not any(sign in notice["mark"].lower() for sign in _SIGNS):
        return None  # "Copyright liegt bei der Stadt" is news, not a notice
    address = _ADDRESS.search(text, notice.end(), stop)
    end = address.end() if address else notice.end()
    return Rights(notice["holder"].strip(), int(year) if year else None, address.group() if address else None, Span(notice.start(), end))
