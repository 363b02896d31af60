"""Rules for times in loose words: decades by name, halves of units, phrases for now and then, and how often."""

from collections.abc import Callable

from lagebild.domain.moment import Basis, TimeKind
from lagebild.understanding import calendars
from lagebild.understanding.time_words import At, Read, singular

DECADES = {"zwanzig": 2, "dreißig": 3, "vierzig": 4, "fünfzig": 5, "sechzig": 6, "siebzig": 7, "achtzig": 8, "neunzig": 9}


def named_decade(here: At) -> Read | None:
    """Das Haus stammt aus den [fünfziger Jahren]."""
    text, joined = here.text().lower(), here.text().lower().removesuffix("n").removesuffix("jahre")
    named = joined if joined != text and joined.endswith("er") else text if here.text(1) in ("Jahre", "Jahren") else ""
    ten = DECADES.get(named.removesuffix("er")) if named.endswith("er") else None
    if ten is None:
        return None
    start = 1900 + 10 * ten
    days = calendars.Days(f"{start // 10}X", f"{start:04}-01-01", f"{start + 9:04}-12-31")
    return here.dated(1 + (named == text), days, f"{start // 10}", explicit=True)


def half_units(here: At) -> Read | None:
    """Die Fahrt dauert [eineinhalb Stunden]."""
    ahead = here.text().lower() in ("ein", "eine", "einem", "einer", "einen")
    half, unit = here.lexicon.halves.get(here.text(ahead).lower()), here.lexicon.units.get(singular(here, ahead + 1))
    if half is None or unit is None or (not ahead and half == "0.5"):
        return None
    return Read(here.at + ahead + 2, TimeKind.DURATION, None, f"PT{half}{unit[1]}" if unit[0] == "T" else f"P{half}{unit}", Basis.EXPLICIT)


def vague_phrase(here: At) -> Read | None:
    """[Vor kurzem] wurde das Haus verkauft."""
    code = here.lexicon.vague_phrases.get(f"{here.text()} {here.text(1)}".lower())
    return Read(here.at + 2, TimeKind.DATE, None, code, Basis.UNRESOLVED) if code else None


def how_often(here: At) -> Read | None:
    """Der Rat tagt [einmal im Monat]."""
    unit = here.lexicon.units.get(singular(here, 2))
    if not here.text().lower().endswith("mal") or here.text(1) not in ("im", "am", "pro", "je", "die") or unit is None:
        return None
    return Read(here.at + 3, TimeKind.SET, None, f"PT1{unit[1]}" if unit[0] == "T" and len(unit) > 1 else f"P1{unit}", Basis.EXPLICIT)


def half_hour(here: At) -> Read | None:
    """Der Zug fährt um [halb neun]."""
    hour = here.lexicon.numbers.get(here.text(1).lower()) or (int(here.text(1)) if here.text(1).isdigit() and len(here.text(1)) <= 2 else None)  # noqa: PLR2004
    if here.text().lower() != "halb" or hour is None or not 1 <= hour <= 12 or here.text(-1).lower() not in ("um", "gegen", "bis", "ab", "nach", "vor", "seit"):  # noqa: PLR2004
        return None
    days = calendars.day(here.last) if here.last else None
    return here.told(2 + (here.text(2) == "Uhr"), TimeKind.TIME, days, f"{days.edtf if days else ''}T{hour - 1:02}:30")


VAGUE_RULES: tuple[Callable[[At], Read | None], ...] = (named_decade, half_units, vague_phrase, how_often, half_hour)
