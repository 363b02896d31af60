"""Rules for times that no days can be said for: now, once, some day."""

from collections.abc import Callable

from lagebild.domain.event import Tense
from lagebild.domain.moment import Basis, TimeKind
from lagebild.understanding import calendars
from lagebild.understanding.time_words import At, Read

_LONGEST = 5  # words of a phrase
_ATTRIBUTES = frozenset({"heutig", "derzeitig", "jetzig", "gegenwärtig", "damalig", "seinerzeitig"})
_IDIOMS = frozenset({("so", "bald"), ("früher", "oder")})


def vague_phrase(here: At) -> Read | None:
    """Das Amt gab [vor kurzem] neue Zahlen bekannt."""
    words = [here.text(ahead).lower() for ahead in range(_LONGEST)]
    length, code = next(((n, code) for n in range(_LONGEST, 1, -1) if (code := here.lexicon.phrases.get(" ".join(words[:n])))), (0, None))
    return Read(here.at + length, TimeKind.DATE, None, code, Basis.UNRESOLVED) if code else None


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
    general = not here.daily and here.tense is not Tense.PAST and here.text(-1).lower() != "ab"
    return Read(here.at + 1, TimeKind.DATE, None, "PRESENT_REF", Basis.UNRESOLVED) if of_age or general else None


def vague_time(here: At) -> Read | None:
    """[Derzeit] ruhen die Gespräche."""
    text, vague = here.text().lower(), here.lexicon.vague
    code = vague.get(text) or (vague.get(here.stem()) if here.stem() in _ATTRIBUTES else None)
    return Read(here.at + 1, TimeKind.DATE, None, code, Basis.UNRESOLVED) if code and not _IDIOMS & {(here.text(-1).lower(), text), (text, here.text(1))} else None


VAGUE_RULES: tuple[Callable[[At], Read | None], ...] = (vague_phrase, up_to_today, nowadays)
