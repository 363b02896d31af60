"""Words between marks inside reported speech: what of it was said just so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.domain.dispatch import SectionKind
from lagebild.domain.document import Document
from lagebild.domain.quotation import QuotationKind
from lagebild.domain.span import Evidence, Span
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.quotations import Around, Said, is_name, is_title_of_work, touched_by
from lagebild.understanding.quotes import Quoted, find_quoted


def with_fragments(document: Document, clauses: Sequence[Clauses], said: Sequence[Said]) -> list[Said]:
    """What was said, with the marked words inside reported speech as quotations of their own; what holds them is then mixed."""
    direct = [span for one in said if one.quotation.kind is QuotationKind.DIRECT for span in one.quotation.spans]
    reported = [one for one in said if one.quotation.kind is not QuotationKind.DIRECT]
    around, fragments = Around(reported), list[Said]()
    for quoted in _quoted(document):
        holders = around.outer_first(quoted.inner)
        if holders and not any(span.overlaps(quoted.inner) for span in direct) and _is_said(clauses, quoted):
            fragments.append(_fragment(holders[-1], quoted))
    marked = [fragment.quotation.spans[0] for fragment in fragments]
    return [*(_mixed(_held(one, around), marked) for one in said), *fragments]


def _held(one: Said, around: Around) -> Said:
    """Marked words with their nearest source: `Wie die Agentur meldete, haben [laut der Studie] Kinder „wenig Platz“`."""
    nobody = one.quotation.kind is QuotationKind.DIRECT and one.quotation.speaker is None and one.quotation.speaker_span is None and one.quotation.cue is not None
    holder = next(iter(around.outer_first(one.quotation.spans[0])[-1:]), None) if one.loose or nobody else None
    if holder is None or holder.quotation.cue == one.quotation.cue:
        return one
    return replace(holder, quotation=replace(holder.quotation, kind=QuotationKind.DIRECT, spans=one.quotation.spans, evidence=one.quotation.evidence))


def _quoted(document: Document) -> Iterator[Quoted]:
    for section in document.dispatch.sections:
        if section.kind in (SectionKind.BODY, SectionKind.HEADLINE):
            yield from find_quoted(document.dispatch.text, section.span)


def _is_said(clauses: Sequence[Clauses], quoted: Quoted) -> bool:
    """Not a name or a title: a word that is no noun, or a noun that is not the name of something."""
    sentences = touched_by(clauses, quoted.outer)
    inside = [(one, word) for one in sentences for word in one.sentence.words if quoted.inner.contains(word.span) and word.upos != "PUNCT"]
    if not inside or is_title_of_work(sentences[0], quoted) or is_name([word for _, word in inside]):
        return False
    named = {(one.number, i) for one in sentences for name in one.sentence.names for i in range(name.first, name.stop)}
    return not all(word.upos == "PROPN" or (one.number, word.index) in named for one, word in inside)


def _fragment(holder: Said, quoted: Quoted) -> Said:
    evidence = (Evidence(quoted.outer, "words_between_marks"),)
    return replace(holder, quotation=replace(holder.quotation, kind=QuotationKind.DIRECT, spans=(quoted.inner,), evidence=evidence))


def _mixed(one: Said, marked: Sequence[Span]) -> Said:
    mixed = one.quotation.kind is QuotationKind.INDIRECT and any(part.contains(span) for part in one.quotation.spans for span in marked)
    return replace(one, quotation=replace(one.quotation, kind=QuotationKind.MIXED)) if mixed else one
