"""Rules for times that no days can be said for: now, once, some day."""

from collections.abc import Callable

from lagebild.domain.event import Tense
from lagebild.domain.moment import Basis, TimeKind
from lagebild.understanding import calendars
from lagebild.understanding.time_words import At, Read

_LONGEST = 5  # words of a phrase
_ATTRIBUTES = frozenset({"heutig", "damalig"})
_OF = frozenset({"des", "der", "eines", "einer"})
_IDIOMS = frozenset({("so", "bald"), ("früher", "oder")})


def vague_phrase(here: At) -> Read | None:
    """Das Amt gab [vor kurzem] neue Zahlen bekannt."""
    words = [here.text(ahead).lower() for ahead in range(_LONGEST)]
    length, code = next(((n, code) for n in range(_LONGEST, 1, -1) if (code := here.lexicon.phrases.get(" ".join(words[:n])))), (0, None))
    if code is None or here.text(length) in _OF:
        return None  # zur Zeit des Unfalls
    return _vague(here, length, code, " ".join(words[:length]))


def _vague(here: At, length: int, code: str, words: str) -> Read:
    """`damals` is when the text spoke of last."""
    days = here.then if words in here.lexicon.then else None
    return here.told(length, TimeKind.DATE, days, code)


def up_to_today(here: At) -> Read | None:
    """Die Täter sind bis [heute] nicht gefunden."""
    if here.text().lower() != "heute" or here.text(-1).lower() != "bis":
        return None
    days = calendars.offset(here.issued, 0) if here.issued else None
    return here.dated(1, days, "PRESENT_REF")


def nowadays(here: At) -> Read | None:
    """Der [heute] 46-jährige Zeuge schwieg."""
    if here.text().lower() != "heute":
        return None
    of_age = here.text(1)[:1].isdigit() and here.text(1).lower().rstrip("enrms").endswith("jährig")
    general = not here.daily and here.tense is not Tense.PAST and here.text(-1).lower() != "ab" and here.text(1).capitalize() not in here.lexicon.dayparts
    return Read(here.at + 1, TimeKind.DATE, None, "PRESENT_REF", Basis.UNRESOLVED) if of_age or general else None


def vague_time(here: At) -> Read | None:
    """[Derzeit] ruhen die Gespräche."""
    text, vague = here.text().lower(), here.lexicon.vague
    code = vague.get(text) or (vague.get(here.stem()) if here.stem() in _ATTRIBUTES else None)
    return _vague(here, 1, code, text) if code and not _IDIOMS & {(here.text(-1).lower(), text), (text, here.text(1))} else None


VAGUE_RULES: tuple[Callable[[At], Read | None], ...] = (vague_phrase, up_to_today, nowadays)
