"""Statements on where things lie, with what the map says, in words."""

from lagebild.domain.geography import Geography, Measured, Stated
from lagebild.exports.picture import Entry, Mark, Part, fact
from lagebild.exports.register import Register
from lagebild.lexicon.labels import Labels
from lagebild.understanding.bearings import compass

_VERDICTS = {"agrees": "✓", "disagrees": "✗", "unclear": "?"}


def geography_entry(register: Register, statement: Geography) -> Entry:
    feature = (Part(f" ({statement.object_feature})"),) if statement.object_feature else ()
    return Entry(
        statement.id,
        statement.verdict,
        (*register.named(statement.subject), Part(f" · {register.labels.word(statement.relation)} · "), *(register.named(statement.object) or (Part("?"),)), *feature),
        (
            *fact("written", register.quoted(register.words(statement.span))),
            *fact("stated", _stated(register.labels, statement.stated)),
            *fact("measured", statement.measured and _measured(register.labels, statement.measured)),
            *fact("verdict", f"{_VERDICTS[statement.verdict]} {register.labels.word(statement.verdict)}"),
            *fact("reason", None if statement.measured else statement.reason),
        ),
        marks=(Mark(statement.span, f"geography {statement.verdict}"),),
        evidence=statement.evidence,
    )


def _stated(labels: Labels, stated: Stated) -> str:
    modifier = stated.modifier and labels.open_word("modifiers", stated.modifier)
    km = None if stated.km is None else f"{stated.km:g} km"
    direction = stated.direction and labels.open_word("directions", stated.direction)
    return " ".join(filter(None, (modifier, km, direction)))


def _measured(labels: Labels, measured: Measured) -> str:
    direction = None if measured.bearing is None else labels.open_word("directions", compass(measured.bearing))
    return " ".join(filter(None, (f"{measured.km:.0f} km", direction)))
