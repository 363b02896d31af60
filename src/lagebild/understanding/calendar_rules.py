"""Rules for times with a name of their own: decades and centuries, holidays, weekends, half-years, and what a day, week or year begins and ends with."""

import re
from collections.abc import Callable

from lagebild.domain.moment import Basis, TimeKind
from lagebild.understanding import calendars, holidays
from lagebild.understanding.adjectives import adjective_stem
from lagebild.understanding.time_words import YEAR, At, Read, number_at, singular

_DECADE = re.compile(r"(1[5-9]\d0|20\d0|[1-9]0)(?:er|-er|ern|-ern)n?")
_CENTURY = re.compile(r"(\d{1,2})\.")
_LASTING = re.compile(r"(?P<number>.*?)-?(?P<unit>jähr|monat|wöch|tag|täg|stünd|minüt)(?:ig|lang)(?:e[mnrs]?)?")
_AGE = 12  # years from which "-jährig" is the age of somebody more often than how long something takes
_UNITS = {"jähr": "Y", "monat": "M", "wöch": "W", "tag": "D", "täg": "D", "stünd": "TH", "minüt": "TM"}
_LONG = {"jahrelang": "PXY", "monatelang": "PXM", "wochenlang": "PXW", "tagelang": "PXD", "stundenlang": "PTXH", "minutenlang": "PTXM", "jahrzehntelang": "PXDE"}
_SEVERAL = frozenset({"einige", "einigen", "mehrere", "mehreren", "wenige", "wenigen", "ein paar", "viele", "vielen"})


def decade(here: At) -> Read | None:
    """Die Halle wurde in den [1990er Jahren] gebaut."""
    match = _DECADE.fullmatch(here.text())
    if match is None:
        return None
    named = here.text(1) in ("Jahre", "Jahren", "Jahrs") or here.text(-1).lower() in ("der", "den", "die")
    start = int(match[1]) if len(match[1]) == len("1990") else 1900 + int(match[1])
    days = calendars.Days(f"{start // 10}X", f"{start:04}-01-01", f"{start + 9:04}-12-31")
    return here.dated(1 + (here.text(1) in ("Jahre", "Jahren")), days, f"{start // 10}", explicit=True) if named else None


def century(here: At) -> Read | None:
    """Die Kirche stammt aus dem [16. Jahrhundert]."""
    match = _CENTURY.fullmatch(here.text())
    if match is None or singular(here, 1) != "Jahrhundert" or not 1 <= int(match[1]) <= 21:  # noqa: PLR2004
        return None
    first = int(match[1]) - 1
    return here.dated(2, calendars.Days(f"{first:02}XX", f"{first:02}00-01-01", f"{first:02}99-12-31") if first else None, f"{first:02}", explicit=True)


def holiday(here: At) -> Read | None:
    """Die Geschäfte bleiben an [Karfreitag] geschlossen."""
    name = here.text().removesuffix("s") if here.text() not in holidays.NAMES else here.text()
    if name not in holidays.NAMES:
        return None
    explicit = bool(YEAR.fullmatch(here.text(1)))
    if explicit:
        day = holidays.day_of(name, int(here.text(1)))
        return here.dated(2, calendars.day(day), explicit=True)
    if here.issued is None:
        return here.dated(1, None)
    return here.dated(1, calendars.day(holidays.nearest(name, here.issued.first, here.tense)))


def weekend(here: At) -> Read | None:
    """Am [Wochenende] wird es wärmer."""
    if not here.text().startswith("Wochenend") or here.text() not in ("Wochenende", "Wochenendes", "Wochenenden"):
        return None
    shift = here.lexicon.shifts.get(adjective_stem(here.text(-1).lower()))
    days = calendars.weekend(here.issued, here.tense, shift) if here.issued else None
    return here.dated(1, days, f"{calendars.week_of(days)}-WE" if days else "XXXX-WXX-WE")


def half_of_year(here: At) -> Read | None:
    """Im [ersten Halbjahr] sank der Umsatz."""
    number = here.lexicon.ordinals.get(adjective_stem(here.text().lower()))
    if number not in (1, 2) or here.text(1) not in ("Halbjahr", "Halbjahres", "Jahreshälfte"):
        return None
    explicit = bool(YEAR.fullmatch(here.text(2)))
    year = int(here.text(2)) if explicit else here.issued.year if here.issued else None
    days = calendars.half(number, year) if year else None
    return here.dated(2 + explicit, days, f"{year or 'XXXX'}-H{number}", explicit=explicit)


def neighbouring_unit(here: At) -> Read | None:
    """Der Umsatz lag über dem des [Vorjahres]."""
    unit = {"Vorjahr": "Y", "Vormonat": "M", "Vorwoche": "W", "Vorquartal": "Q", "Folgejahr": "+Y"}.get(here.text().removesuffix("s").removesuffix("e"))
    if unit is None:
        return None
    return here.dated(1, calendars.shifted(unit[-1], 1 if unit[0] == "+" else -1, here.issued) if here.issued else None)


def neighbouring_day(here: At) -> Read | None:
    """Am [Vortag] war noch verhandelt worden."""
    shift = {"Vortag": -1, "Vorabend": -1, "Folgetag": 1}.get(here.text().removesuffix("s").removesuffix("e"))
    if shift is None or here.last is None:
        return None
    day = calendars.plus(here.last, shift)
    return here.told(1, TimeKind.DATE, calendars.day(day), day.isoformat())


def part_of_unit(here: At) -> Read | None:
    """Der Bericht kommt [Ende des Jahres]."""
    modifier = here.lexicon.modifiers.get(here.text())
    if modifier is None:
        return None
    at = 1 + (here.text(1) in ("des", "der", "dieses", "dieser"))
    shift = here.lexicon.shifts.get(adjective_stem(here.text(at).lower()))
    at += shift is not None
    unit = here.lexicon.units.get(singular(here, at))
    if at == 1 or unit not in ("W", "M", "Q", "Y"):
        return None
    days = calendars.shifted(unit, shift or 0, here.issued) if here.issued else None
    return here.dated(at + 1, calendars.part(days, modifier) if days else None, days.edtf if days else "XXXX-XX-XX", modifier)


def lasting(here: At) -> Read | None:
    """Nach [dreijähriger] Haft kam er frei."""
    text = here.text().lower()
    stem = adjective_stem(text) if not text.endswith("lang") else text
    if code := _LONG.get(stem) or ("PXY" if stem == "langjährig" else None):
        return Read(here.at + 1, TimeKind.DURATION, None, code, Basis.EXPLICIT)
    match = _LASTING.fullmatch(text)
    number = number_of(match["number"], here) if match else None
    if match is None or number is None or (match["unit"] == "jähr" and (number > _AGE or here.words[here.at].upos == "NOUN")):
        return None  # der 43-Jährige: an age
    unit = _UNITS[match["unit"]]
    return Read(here.at + 1, TimeKind.DURATION, None, f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}", Basis.EXPLICIT)


def number_of(text: str, here: At) -> int | None:
    """The number that begins `dreijährig`, `43-jährig`, `einwöchig`."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else here.lexicon.numbers.get(text)  # noqa: PLR2004


def several_units(here: At) -> Read | None:
    """Der Umbau dauerte [mehrere Jahre]."""
    unit = here.lexicon.units.get(singular(here, 1))
    if unit is None or here.text().lower() not in _SEVERAL:
        return None
    before = here.text(-1).lower()
    if before == "vor":
        return Read(here.at + 2, TimeKind.DATE, None, "PAST_REF", Basis.UNRESOLVED)
    return Read(here.at + 2, TimeKind.DURATION, None, f"PTX{unit[1]}" if unit in ("TS", "TM", "TH") else f"PX{unit}", Basis.EXPLICIT)


def units_untold(here: At) -> Read | None:
    """Die Straße ist [seit Jahren] gesperrt."""
    unit = here.lexicon.units.get(singular(here, 1))
    if here.text().lower() != "seit" or unit is None or not here.text(1).endswith("n") or number_at(here, 1) is not None:
        return None
    return Read(here.at + 2, TimeKind.DURATION, None, f"PTX{unit[1]}" if unit in ("TS", "TM", "TH") else f"PX{unit}", Basis.EXPLICIT)


def rate(here: At) -> Read | None:
    """Der Hof braucht 300 Liter [pro Tag]."""
    unit = here.lexicon.units.get(singular(here, 1))
    if here.text().lower() not in ("pro", "je") or unit is None:
        return None
    return Read(here.at + 2, TimeKind.SET, None, f"PT1{unit[1]}" if unit in ("TS", "TM", "TH") else f"P1{unit}", Basis.EXPLICIT)


CALENDAR_RULES: tuple[Callable[[At], Read | None], ...] = (
    decade,
    century,
    holiday,
    weekend,
    half_of_year,
    neighbouring_unit,
    neighbouring_day,
    part_of_unit,
    lasting,
    several_units,
    units_untold,
    rate,
)
