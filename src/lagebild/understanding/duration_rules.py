"""Rules for how long something takes or how long ago it was."""

import re
from collections.abc import Callable
from dataclasses import replace

from lagebild.domain.event import Tense
from lagebild.domain.moment import Basis, TimeKind
from lagebild.understanding import calendars
from lagebild.understanding.adjectives import adjective_stem
from lagebild.understanding.numerals import number_of
from lagebild.understanding.time_amounts import Amount, amount_at, quantity
from lagebild.understanding.time_words import At, Read, unit_at

_LASTING = re.compile(r"(?P<number>.*?)-?(?P<unit>jähr|monat|wöch|tag|täg|stünd|minüt)(?:ig|lang)(?:e[mnrs]?)?")
_AGE = 12  # years from which "-jährig" is the age of somebody more often than how long something takes
_UNITS = {"jähr": "Y", "monat": "M", "wöch": "W", "tag": "D", "täg": "D", "stünd": "TH", "minüt": "TM"}
_LONG = {"jahrelang": "Y", "monatelang": "M", "wochenlang": "W", "tagelang": "D", "nächtelang": "D", "stundenlang": "TH", "minutenlang": "TM", "jahrzehntelang": "DE"}
_WEEK = re.compile(r"(\d+)-(Stunden|Tage)-Woche")
_BACK, _ON = frozenset({"zuvor", "vorher", "davor", "früher"}), frozenset({"später", "danach", "darauf"})
_BARE = frozenset({"seit", "vor", "nach", "über", "für", "binnen"})
_WITHIN_DAYS = ("TS", "TM", "TH")


def units_ago(here: At) -> Read | None:
    """Er kam [vor zwei Wochen] an."""
    direction = {"vor": -1, "in": 1}.get(here.text().lower())
    amount = amount_at(here, 1) if direction else None
    if direction is None or amount is None or (direction > 0 and (here.tense is Tense.PAST or amount.unit in _WITHIN_DAYS)):
        return None
    days = _reckoned(amount, direction, here.issued)
    if days and amount.most and (other := calendars.ago(amount.unit, direction * int(float(amount.most)), here.issued or calendars.Issued(1))):
        days = calendars.interval(*sorted((days, other), key=lambda end: end.earliest))
    return here.dated(amount.words + 1, days, amount.value if direction < 0 or amount.most or not days else None, amount.modifier)


def units_later(here: At) -> Read | None:
    """[Zwei Tage später] war das Haus leer."""
    amount = amount_at(here, 0)
    word = here.text(amount.words).lower() if amount else ""
    if amount is None or word not in _BACK | _ON:
        return None
    if amount.unit in _WITHIN_DAYS or here.last is None or amount.counted is None:
        return here.lasting(amount.words + 1, amount.value, amount.modifier)
    days = _reckoned(amount, -1 if word in _BACK else 1, calendars.Issued(here.last.year, here.last.month, here.last.day))
    if days and here.issued and here.tense is Tense.PAST and days.earliest > here.issued.last.isoformat():
        days = None  # what came to pass later than a day that the text has not named
    return here.told(amount.words + 1, TimeKind.DATE, days, amount.value)


def _reckoned(amount: Amount, direction: int, issued: calendars.Issued | None) -> calendars.Days | None:
    return calendars.ago(amount.counted[0], direction * amount.counted[1], issued) if issued and amount.counted else None


def units_up_to_now(here: At) -> Read | None:
    """In den [vergangenen fünf Jahren] stiegen die Mieten."""
    shift = here.shift()
    amount = amount_at(here, 1) if shift else None
    if shift is None or amount is None:
        return None
    days = calendars.stretch(amount.counted[0], shift * amount.counted[1], here.issued) if here.issued and amount.counted else None
    return Read(here.at + amount.words + 1, TimeKind.DURATION, days, amount.value, Basis.ISSUED if days else Basis.EXPLICIT, amount.modifier)


def duration(here: At) -> Read | None:
    """Der Streik dauerte [drei Tage]."""
    amount = amount_at(here, 0)
    if amount is None or _is_age(here, amount) or (amount.unit == "D" and here.text() in ("eines", "einem", "ein") and here.text(-1).lower() in ("", "an", "und")):
        return None
    length, value = amount.words, amount.value
    second = amount_at(here, length + 1) if here.text(length) == "und" else None
    if second and (amount.unit in _WITHIN_DAYS) == (second.unit in _WITHIN_DAYS) and amount.unit != second.unit:
        length, value = length + 1 + second.words, value + second.value.removeprefix("PT" if amount.unit in _WITHIN_DAYS else "P")
    return here.lasting(length + (here.text(length) in ("lang", "hindurch")), value, amount.modifier)


def _is_age(here: At, amount: Amount) -> bool:
    """16 Jahre alt, im Alter von 16 Jahren, ab 16 Jahren."""
    if here.stem(amount.words) == "alt" or "Alter" in (here.text(-1), here.text(-2), here.text(-4)):
        return True
    return amount.unit == "Y" and (here.text(-1).lower() == "ab" or (here.text(-1).lower() == "mit" and here.upos(amount.words) != "NOUN"))


def lasting(here: At) -> Read | None:
    """Nach [dreijähriger] Haft kam er frei."""
    text = here.text().lower()
    stem = adjective_stem(text) if not text.endswith("lang") else text
    if unit := _LONG.get(stem) or ("Y" if stem == "langjährig" else None):
        return here.lasting(1, quantity("X", unit))
    match = _LASTING.fullmatch(text)
    number = number_of(match["number"], here.lexicon.numbers) if match else None
    if match is None or number is None or (match["unit"] == "jähr" and (number > _AGE or here.upos() == "NOUN" or here.upos(1) == "PROPN" or here.text(1) in here.lexicon.aged)):
        return None  # der 43-Jährige: an age
    return here.lasting(1, quantity(str(number), _UNITS[match["unit"]]))


def hours_of_week(here: At) -> Read | None:
    """Die Gewerkschaft verlangt die [35-Stunden-Woche]."""
    match = _WEEK.fullmatch(here.text())
    return here.lasting(1, quantity(match[1], "TH" if match[2] == "Stunden" else "D")) if match else None


def several_units(here: At) -> Read | None:
    """Der Umbau dauerte [mehrere Jahre]."""
    two = f"{here.text()} {here.text(1)}".lower()
    at = 1 if here.stem() in here.lexicon.several else 2 if two in here.lexicon.several else 0
    return _many(here, at + (here.upos(at) == "ADJ")) if at else None


def units_untold(here: At) -> Read | None:
    """Die Straße ist [seit Jahren] gesperrt."""
    return _many(here, 1) if here.text().lower() in _BARE else None


def units_by_themselves(here: At) -> Read | None:
    """[Jahre später] kam er frei."""
    many = _many(here, 0) if here.text(1).lower() in _BACK | _ON | {"lang", "hindurch"} and here.upos(-1) not in ("NUM", "DET", "ADJ") else None
    return replace(many, stop=here.at + 2) if many else None


def whole_unit(here: At) -> Read | None:
    """Es schneite den [ganzen Tag]."""
    unit = unit_at(here, 1) if here.stem() in ("ganz", "gesamt") else None
    if unit is None or here.text(1) not in here.lexicon.units or here.text(2)[:1].isdigit() or here.text(2) in here.lexicon.months:
        return None
    return here.lasting(2 + (here.text(2) in ("lang", "über", "hindurch")), quantity("1", unit))


def past_units(here: At) -> Read | None:
    """In den [vergangenen Jahren] stiegen die Mieten."""
    many = _many(here, 1) if here.shift() else None
    return replace(many, kind=TimeKind.DATE, value="FUTURE_REF", basis=Basis.UNRESOLVED) if many and (here.shift() or 0) > 0 else many


def _many(here: At, at: int) -> Read | None:
    unit = unit_at(here, at)
    if unit is None or here.text(at) in here.lexicon.units or here.text(at).endswith("s"):
        return None  # the plural alone
    return here.lasting(at + 1 + (here.text(at + 1) in ("lang", "hindurch")), quantity("X", unit))


DURATION_RULES: tuple[Callable[[At], Read | None], ...] = (
    units_later,
    units_ago,
    units_up_to_now,
    several_units,
    duration,
    lasting,
    hours_of_week,
    units_untold,
    units_by_themselves,
    whole_unit,
    past_units,
)
