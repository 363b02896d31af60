"""What a time of the text means, in words."""

import re
from calendar import monthrange

from lagebild.domain.moment import Time, TimeKind
from lagebild.lexicon.labels import Labels

_CHOICE = {"[": "one_of", "{": "all_of"}
_SEASON = re.compile(r"(\d{4})-(2[1-4]|3[3-6])")
_COUNTED = re.compile(r"P(T?)(\d+(?:\.\d+)?)([A-Z]+)")
_CLOCK = re.compile(r"(?:XXXX-XX-XX)?T(\d\d:\d\d)")
_FEW = 2  # days that are all named beside a word; more are counted there and named where the times stand


def meaning(time: Time, labels: Labels) -> str:
    """The days, the length or the hour that a time means; nothing where only a day of issue could tell."""
    if time.edtf:
        return days(time.edtf, labels)
    return f" {labels.phrase('to')} ".join(filter(None, (_value(end, labels, again=time.kind is TimeKind.SET) for end in time.timex.value.split("/"))))


def _value(value: str, labels: Labels, *, again: bool) -> str:
    if clock := _CLOCK.fullmatch(value):
        return f"{clock[1]} {labels.phrase('clock')}".rstrip()
    if counted := _COUNTED.fullmatch(value):
        return _counted(counted[2], counted[1] + counted[3], labels, again=again)
    return labels.tables["references"].get(value, "")


def days(edtf: str, labels: Labels, most: int | None = None) -> str:
    """EDTF in words: a choice of days is counted where there are more than `most`."""
    if choice := _CHOICE.get(edtf[:1]):
        return _choice(choice, edtf[1:-1].split(","), labels, most)
    if season := _SEASON.fullmatch(edtf):
        return f"{labels.open_word('seasons', season[2])} {season[1]}"
    return f" {labels.phrase('to')} ".join(end.replace("T", " ") for end in edtf.split("/"))


def days_in_passing(time: Time, labels: Labels) -> str:
    """Short enough to stand in brackets behind the words of the text."""
    return days(time.edtf, labels, _FEW) if time.edtf else ""


def bounds(time: Time, labels: Labels) -> str:
    """The first and the last day, where they say more than what the time means: `Ende 2026` is the last third of 2026."""
    edtf, first, last = time.edtf or "", time.earliest or "", time.latest or ""
    if (first in edtf and last in edtf) or (first, last) == _calendar_bounds(edtf):
        return ""
    return f" {labels.phrase('to')} ".join((first, last))


def _calendar_bounds(edtf: str) -> tuple[str, str] | None:
    """The first and the last day of a whole year or month."""
    if re.fullmatch(r"\d{4}", edtf):
        return f"{edtf}-01-01", f"{edtf}-12-31"
    if month := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", edtf):
        return f"{edtf}-01", f"{edtf}-{monthrange(int(month[1]), int(month[2]))[1]}"
    return None


def _choice(kind: str, named: list[str], labels: Labels, most: int | None) -> str:
    if ".." in named[0]:
        first, _, last = named[0].partition("..")
        return f"{labels.phrase('day_between')} {first} {labels.phrase('and')} {last}"
    if most is not None and len(named) > most:
        return labels.phrase("one_of_days").format(len(named))
    return f"{labels.phrase(kind)} {', '.join(named)}"


def _counted(number: str, unit: str, labels: Labels, *, again: bool) -> str:
    one, _, many = labels.open_word("units", unit).partition("/")
    words = f"{number} {one if number == '1' else many or one}"
    if not again:
        return words
    return f"{labels.phrase('each')} {one}" if number == "1" else f"{labels.phrase('every')} {words}"
