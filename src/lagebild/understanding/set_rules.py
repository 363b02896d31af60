"""Rules for what comes again and again."""

from collections.abc import Callable

from lagebild.understanding.time_amounts import amount_at, quantity
from lagebild.understanding.time_words import At, Read, unit_at

_OF_TIMES = {"im": ("Jahr", "Monat", "Quartal"), "am": ("Tag",), "die": ("Woche", "Stunde", "Minute")}
_GOES_ON = frozenset({"der", "des", "nach", "vor", "zuvor", "darauf", "danach", "von", "seit"})


def part_of_days(here: At) -> Read | None:
    """Das Geschäft öffnet [morgens] früher."""
    text = here.text().lower()
    code = here.lexicon.dayparts.get(text.removesuffix("s").capitalize()) if text.endswith("s") and (here.text().islower() or not here.at) else None
    return here.again(1, f"XXXX-XX-XXT{code}") if code else None


def regular_time(here: At) -> Read | None:
    """Die Fähre verkehrt [täglich]."""
    code = here.lexicon.sets.get(here.text().lower()) or here.lexicon.sets.get(here.stem())
    return here.again(1, code) if code else None


def each_time(here: At) -> Read | None:
    """Der Ausschuss tagt [jeden zweiten Donnerstag im Monat]."""
    if here.stem() != "jed":
        return None
    number = here.lexicon.ordinals.get(here.stem(1))
    at = 2 if number or (here.upos(1) == "ADJ") else 1
    value = _named(here, at, number or 1)
    return here.again(at + 1 + 2 * (here.text(at + 1) in ("im", "der") and unit_at(here, at + 2) is not None), value) if value else None


def _named(here: At, at: int, number: int) -> str | None:
    """What returns: a unit, a weekday or a part of it, a month, a season, a part of the day."""
    text, lexicon = here.text(at), here.lexicon
    if unit := unit_at(here, at):
        return quantity(str(number), unit)
    if name := next((day for day in lexicon.weekdays if text.startswith(day)), None):
        part = lexicon.dayparts.get(text.removeprefix(name).capitalize())
        return f"XXXX-WXX-{lexicon.weekdays[name] + 1}" + (f"T{part}" if part else "") if part or text == name else None
    if text == "Wochenende":
        return "XXXX-WXX-WE"
    if text in lexicon.months:
        return f"XXXX-{lexicon.months[text]:02}"
    code = lexicon.dayparts.get(text)
    return f"XXXX-XX-XXT{code}" if code else None


def every_so_many(here: At) -> Read | None:
    """Gewählt wird [alle vier Jahre]."""
    amount = amount_at(here, 1) if here.text().lower() == "alle" else None
    return here.again(amount.words + 1, amount.value) if amount and here.text(1).lower() not in ("beide", "ein", "eine") else None


def times_per_unit(here: At) -> Read | None:
    """Der Rat tagt [zweimal im Jahr]."""
    if not here.text().endswith(("mal", "mals")):
        return None
    code = here.lexicon.sets.get(here.stem(1))
    if code:
        return here.again(2, code)
    unit = _of_unit(here, 1)
    return here.again(3, quantity("1", unit)) if unit else None


def unit_by_unit(here: At) -> Read | None:
    """Der Pegel steigt [Jahr für Jahr]."""
    unit = unit_at(here, 0) if here.text(1) in ("für", "um", "zu") and here.text() == here.text(2) else None
    return here.again(3, quantity("1", unit)) if unit else None


def rate(here: At) -> Read | None:
    """Der Hof braucht 300 Liter [pro Tag]."""
    if here.text().lower() in ("pro", "je"):
        unit = unit_at(here, 1)
        return here.again(2, quantity("1", unit)) if unit and unit not in ("TS", "TM", "TH") else None  # 50 Kilometer pro Stunde
    counted = any(here.upos(ahead) == "NUM" or here.text(ahead).endswith("mal") for ahead in (-1, -2, -3))
    unit = _of_unit(here, 0) if counted and here.text().islower() else None
    return here.again(2, quantity("1", unit)) if unit else None


def _of_unit(here: At, at: int) -> str | None:
    """Im Monat, am Tag, in der Woche, die Stunde: nothing behind it says which."""
    if here.text(at) in ("pro", "je"):
        return unit_at(here, at + 1)
    if here.text(at + 1) not in _OF_TIMES.get(here.text(at), ()) or here.text(at + 2) in _GOES_ON or here.text(at + 2)[:1].isdigit():
        return None
    return unit_at(here, at + 1)


SET_RULES: tuple[Callable[[At], Read | None], ...] = (
    times_per_unit,
    each_time,
    every_so_many,
    regular_time,
    part_of_days,
    unit_by_unit,
    rate,
)
