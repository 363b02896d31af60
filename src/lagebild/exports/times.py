"""Times of the text in words."""

from lagebild.domain.moment import Time
from lagebild.exports.days import bounds, meaning
from lagebild.exports.picture import Entry, Mark, Part, fact
from lagebild.exports.register import Register


def time_entry(register: Register, time: Time) -> Entry:
    return Entry(
        time.id,
        time.kind,
        (Part(register.words(time.span), strong=True),),
        (
            *fact("kind", register.labels.word(time.kind)),
            *fact("meaning", meaning(time, register.labels)),
            *fact("span_of_days", bounds(time, register.labels)),
            *fact("basis", register.labels.word(time.basis)),
        ),
        marks=(Mark(time.span, f"time {time.kind}"),),
        evidence=time.evidence,
    )
