"""Amounts of time: `rund zwei Wochen`, `ein halbes Jahr`, `sechs bis acht Monate`."""

import re
from dataclasses import dataclass

from lagebild.understanding.time_words import At, number_at, unit_at


def quantity(number: str, unit: str) -> str:
    """An ISO 8601 length: `P3Y`, `PT2H`; decades and centuries, which it has no letters for, as years."""
    if unit in ("DE", "CE", "ML") and number.isdigit():
        return f"P{int(number) * {'DE': 10, 'CE': 100, 'ML': 1000}[unit]}Y"
    return f"PT{number}{unit[1]}" if unit in ("TS", "TM", "TH") else f"P{number}{unit}"


_MONTHS = {"Y": 12, "DE": 120}


@dataclass(frozen=True, slots=True)
class Amount:
    """`zwei Wochen`: how many of which unit, and the words it takes from where it starts, with what says that it is only about so; `most` in `zwei bis drei Wochen`."""

    number: str
    unit: str
    words: int
    modifier: str | None = None
    most: str | None = None

    @property
    def value(self) -> str:
        return quantity(self.number, self.unit) + (f"/{quantity(self.most, self.unit)}" if self.most else "")

    @property
    def counted(self) -> tuple[str, int] | None:
        """Unit and number to reckon with; of half years the months."""
        if self.number.isdigit():
            return self.unit, int(self.number)
        months = float(self.number) * _MONTHS.get(self.unit, 0)
        return ("M", int(months)) if months and months.is_integer() else None


def amount_at(here: At, ahead: int) -> Amount | None:
    """Rund zwei Wochen, ein halbes Jahr, 150 Millionen Jahre, 17 lange Jahre, 45 Arbeitstage."""
    modifier, at = _about(here, ahead)
    number, at = _number(here, at)
    if number is None:
        return None
    most, at = _number(here, at + 1) if here.text(at) in ("bis", "oder") and number_at(here, at + 1) is not None else (None, at)
    while (unit := _compound(here, at)) is None and here.upos(at) == "ADJ" and here.text(at) != "paar" and at < ahead + 6:
        if (fraction := here.lexicon.fractions.get(here.stem(at))) and number == "1":
            number = fraction
        modifier = modifier or here.lexicon.about.get(here.stem(at))
        at += 1
    return Amount(number, unit, at + 1 - ahead, modifier, most) if unit else None


def _about(here: At, ahead: int) -> tuple[str | None, int]:
    modifier = None
    while word := next((words for words in (here.text(ahead).lower(), f"{here.text(ahead).lower()} {here.text(ahead + 1)}") if words in here.lexicon.about), None):
        modifier = here.lexicon.about[word]
        ahead += 1 + word.count(" ")
    return modifier, ahead


def _number(here: At, at: int) -> tuple[str | None, int]:
    fraction, text = here.lexicon.fractions.get(here.stem(at)), here.text(at)
    if fraction and here.stem(at) != "halb":
        return fraction, at + 1
    if re.fullmatch(r"\d+,\d+", text):
        return text.replace(",", "."), at + 1
    number = number_at(here, at)
    if number is not None and here.text(at + 1) in ("Millionen", "Milliarden"):
        return str(number * (10**6 if here.text(at + 1) == "Millionen" else 10**9)), at + 2
    return (None if number is None else str(number)), at + 1


def _compound(here: At, ahead: int) -> str | None:
    text = here.text(ahead)
    first = next((first for first in here.lexicon.compound_units if text.startswith(first)), "")
    rest = text.removeprefix(first).capitalize() if first else text
    return next((here.lexicon.units[form] for form in (rest, rest[:-1], rest[:-2]) if form in here.lexicon.units), unit_at(here, ahead))
