"""Rules for weeks, months and years that are reckoned from the day of issue."""

from collections.abc import Callable

from lagebild.domain.moment import TimeKind
from lagebild.understanding import calendars
from lagebild.understanding.time_words import YEAR, At, Read, singular

_YEARS_ON = {"darauf": 1, "danach": 1, "zuvor": -1, "davor": -1, "vorher": -1, "selb": 0, "gleich": 0, "jen": 0, "folgend": 1, "darauffolgend": 1}
_HALF = 6  # months


def shifted_unit(here: At) -> Read | None:
    """Sie siegte in der [vergangenen Woche]."""
    shift = here.shift()
    unit = here.lexicon.units.get(singular(here, 1))
    if shift is None or unit not in ("W", "M", "Q", "Y", "DE", "CE", "ML") or not (here.text(1) in here.lexicon.units or here.text(1).endswith("s")):
        return None
    days = calendars.shifted(unit, shift, here.issued) if here.issued else None
    explicit = unit == "Y" and bool(YEAR.fullmatch(here.text(2)))
    return None if explicit else here.dated(2, days, "XXXX-WXX" if days is None and unit == "W" else None)


def shifted_month_or_season(here: At) -> Read | None:
    """Im [vergangenen Mai] wurde gewählt."""
    shift, month, season = here.shift(), here.lexicon.months.get(here.text(1)), here.lexicon.seasons.get(here.text(1))
    if shift is None or (month is None and season is None):
        return None
    days, issued = None, here.issued
    if issued and month is not None:
        year = issued.year + (shift if issued.month and ((month >= issued.month) == (shift < 0)) else 0)
        days = calendars.month(month, year) if calendars.is_year(year) else None
    elif issued and season is not None:
        days = calendars.season(season, issued.year + min(shift, 0)) if calendars.is_year(issued.year + min(shift, 0)) else None
    return here.dated(2, days)


def this_year(here: At) -> Read | None:
    """Die Ernte fällt [heuer] gut aus."""
    if here.text().lower() != "heuer" and here.stem() not in ("diesjährig", "heurig"):
        return None
    return here.dated(1, calendars.year(here.issued.year) if here.issued else None)


def year_told(here: At) -> Read | None:
    """Das Museum schloss 2019 und öffnete im [Jahr darauf]."""
    year = here.then.earliest[:4] if here.then else f"{here.last.year}" if here.last else None
    shift = _YEARS_ON.get(here.text(1).lower())
    if here.text() != "Jahr" or shift is None:
        shift = _YEARS_ON.get(here.stem()) if here.text(1) in ("Jahr", "Jahre", "Jahres") else None
    if shift is None or year is None:
        return None
    return here.told(2, TimeKind.DATE, calendars.year(int(year) + shift) if calendars.is_year(int(year) + shift) else None, f"{int(year) + shift:04}")


def turn_of_year(here: At) -> Read | None:
    """Im [neuen Jahr] steigt die Steuer."""
    issued = here.issued
    if here.stem() not in ("neu", "alt") or here.text(1) != "Jahr" or issued is None or issued.month is None:
        return None
    shift = int(issued.month > _HALF) if here.stem() == "neu" else -int(issued.month <= _HALF)
    return here.dated(2, calendars.shifted("Y", shift, issued))


def year_of_something(here: At) -> Read | None:
    """Sie wurde zur Sportlerin des [Jahres] gewählt."""
    if (here.text(-1), here.text()) != ("des", "Jahres") or here.text(1)[:1].isdigit() or here.upos(-2) != "NOUN":
        return None
    return here.dated(1, calendars.shifted("Y", 0, here.issued) if here.issued else None)


def neighbouring_unit(here: At) -> Read | None:
    """Der Umsatz lag über dem des [Vorjahres]."""
    unit = {"Vorjahr": "Y", "Vormonat": "M", "Vorwoche": "W", "Vorquartal": "Q", "Folgejahr": "+Y"}.get(here.text().removesuffix("s").removesuffix("e"))
    if unit is None:
        return None
    return here.dated(1, calendars.shifted(unit[-1], 1 if unit[0] == "+" else -1, here.issued) if here.issued else None)


RELATIVE_RULES: tuple[Callable[[At], Read | None], ...] = (
    shifted_month_or_season,
    shifted_unit,
    neighbouring_unit,
    this_year,
    year_told,
    turn_of_year,
    year_of_something,
)
