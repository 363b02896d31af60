"""The days that a period may have begun and ended on, from EDTF: `2014`, `2014~`, `2014-05`, `2014-05-25`."""

import re
from calendar import monthrange

BEFORE_ALL, AFTER_ALL = "0000-01-01", "9999-12-31"
_MARK = re.compile("[~?%]")


def first_day(edtf: str | None) -> str:
    """The first day that EDTF may mean, of what is not known the first of all; with a mark, a year early."""
    return _bounds(edtf)[0] if edtf else BEFORE_ALL


def last_day(edtf: str | None) -> str:
    """The last day that EDTF may mean, of what is still open the last of all; with a mark, a year late."""
    return _bounds(edtf)[1] if edtf else AFTER_ALL


def _bounds(edtf: str) -> tuple[str, str]:
    plain = _MARK.sub("", edtf)
    year, month, day = [*plain.split("-"), "", ""][:3]
    if plain != edtf:
        return f"{int(year) - 1:04}-01-01", f"{int(year) + 1:04}-12-31"
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    return f"{year}-{month}-{day or '01'}", f"{year}-{month}-{day or monthrange(int(year), int(month))[1]}"
