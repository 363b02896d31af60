"""Plain agency copy to a dispatch: what its wrapping says, and which stretches of it are language."""

from collections.abc import Iterable

from lagebild.domain.dispatch import Dispatch, Section, SectionKind, Status, dispatch_id
from lagebild.domain.span import Span
from lagebild.wire.closings import Credit, read_credit
from lagebild.wire.headers import Header
from lagebild.wire.languages import language_of
from lagebild.wire.lines import trimmed
from lagebild.wire.openings import Opening, read_opening
from lagebild.wire.overrides import Overrides

_LANGUAGE = (SectionKind.HEADLINE, SectionKind.BODY)
_WEIGHTIEST_FIRST = (Status.CANCELLED, Status.CORRECTION, Status.URGENT, Status.UPDATE)


def parse_agency_text(text: str, *, origin: str | None, encoding: str = "utf-8", overrides: Overrides | None = None) -> Dispatch:
    """The dispatch that a text is, whatever it holds; spans count the text's own code points. Never raises."""
    said = overrides or Overrides()
    opening = read_opening(text)
    credit = read_credit(text, opening.stop)
    headers = (*opening.headers, *(credit.headers if credit else ()))
    agency, agency_span = _agency(opening, credit, headers, said)
    sections = _sections(text, opening, credit)
    return Dispatch(
        id=dispatch_id(agency or "", text),
        text=text,
        language=said.language or language_of(" ".join(section.span.of(text) for section in sections if section.kind in _LANGUAGE)),
        title=opening.title,
        agency=agency,
        agency_span=agency_span,
        dateline=opening.dateline.dateline if opening.dateline else None,
        issued=said.issued or _issued(headers, opening.dateline.issued if opening.dateline else None),
        rights=next((header.rights for header in headers if header.rights), None),
        status=_status(opening),
        embargo=next((header.embargo for header in headers if header.embargo), None),
        topics=tuple(topic for keyword in opening.keywords for topic in keyword.topics),
        format="agency-text",
        encoding=encoding,
        origin=origin,
        sections=sections,
    )


def _sections(text: str, opening: Opening, credit: Credit | None) -> tuple[Section, ...]:
    """In the order of the text; without any language in it, the whole text is body."""
    body = trimmed(text, opening.stop, credit.span.start if credit else len(text))
    sections = [*opening.sections]
    if body:
        sections.append(Section(SectionKind.BODY, body))
    if credit:
        sections.append(Section(SectionKind.CREDIT, credit.span))
    if any(section.kind in _LANGUAGE for section in sections):
        return tuple(sections)
    start = len(text) - len(text.lstrip())
    return (Section(SectionKind.BODY, Span(start, len(text.rstrip()))),) if text.strip() else ()


def _agency(opening: Opening, credit: Credit | None, headers: Iterable[Header], said: Overrides) -> tuple[str | None, Span | None]:
    """The agency of the dateline, else of a line `Quelle:`, else of the credits; what the user said has a place in the text only if it agrees."""
    found: list[tuple[str | None, Span | None]] = [(header.agency, header.agency_span) for header in headers if header.agency]
    if opening.dateline:
        found.insert(0, (opening.dateline.agency, opening.dateline.agency_span))
    if credit and credit.agency:
        found.append((credit.agency, credit.agency_span))
    name, span = found[0] if found else (None, None)
    if not said.agency:
        return name, span
    return said.agency, span if name and name.casefold() == said.agency.casefold() else None


def _issued(headers: Iterable[Header], dateline: str | None) -> str | None:
    """What the header says; the day of the dateline where it makes that more precise, and the header's year where the dateline has none."""
    header = next((header.issued for header in headers if header.issued), None)
    if not header or not dateline:
        return header or dateline
    dated = dateline.replace("XXXX", header[:4])
    return dated if dated.startswith(header) else header


def _status(opening: Opening) -> Status:
    said = {keyword.status for keyword in opening.keywords}
    return next((status for status in _WEIGHTIEST_FIRST if status in said), Status.NEW)
