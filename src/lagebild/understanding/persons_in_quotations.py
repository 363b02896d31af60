"""Who `ich` and `Sie` are inside what somebody says."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.domain.document import Document
from lagebild.domain.entity import Form, Mention
from lagebild.domain.quotation import QuotationKind
from lagebild.domain.span import Evidence
from lagebild.understanding.cast import Cast
from lagebild.understanding.quotations import Around, Said

_SPEAKER = frozenset({"ich", "mich", "mir", "mein", "meine", "meinen", "meinem", "meiner"})
_ADDRESSEE = frozenset({"Sie", "Ihnen", "du", "dich", "dir"})


def with_quoted_persons(document: Document, cast: Cast, said: Sequence[Said]) -> Cast:
    """The cast with first and second persons of direct speech added."""
    around = Around([one for one in said if one.quotation.kind is QuotationKind.DIRECT])
    mentions, at = list(cast.mentions), dict(cast.at)
    for number, sentence in enumerate(document.sentences):
        for word in sentence.words:
            first, second = word.text.lower() in _SPEAKER, word.text in _ADDRESSEE and word.index > 0
            inner = around.outer_first(word.span)[-1:] if first or second else []
            entity = (inner[0].quotation.speaker if first else inner[0].quotation.addressee) if inner else None
            if entity is not None:
                mentions.append(Mention(entity, word.span, Form.PRONOUN, (Evidence(word.span, "first_person_in_quotation" if first else "second_person_in_quotation"),)))
                at[number, word.index] = entity
    return replace(cast, mentions=tuple(sorted(mentions, key=lambda mention: (mention.span.start, mention.span.stop))), at=at)
