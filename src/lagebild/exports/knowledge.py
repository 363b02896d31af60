"""What is known of somebody or something, in words."""

from collections.abc import Iterator

from lagebild.knowledge import Candidate, Country, Entry, Organisation, Person, Place, Product
from lagebild.knowledge.entries import Office
from lagebild.knowledge.names import key
from lagebild.lexicon.labels import Labels

_WIDTH = 14  # of the column of labels
_NAMES = 12  # names that are shown


def told(candidate: Candidate, names: tuple[str, ...], labels: Labels) -> str:
    """An entry as some lines: name and kind, then what is known, one field a line."""
    entry = candidate.entry
    lines = [f"{entry.name} ({_kind(entry, labels)}) {entry.id}"]
    lines += [f"  {labels.open_word('knowledge_fields', field):<{_WIDTH}}{words}" for field, words in _fields(entry, names, labels)]
    return "\n".join(lines) + "\n"


def _kind(entry: Entry, labels: Labels) -> str:
    details = entry.details
    return labels.open_word("knowledge_kinds", details.kind if isinstance(details, Place | Organisation) else type(details).__name__.lower())


def _fields(entry: Entry, names: tuple[str, ...], labels: Labels) -> Iterator[tuple[str, str]]:
    details = entry.details
    variants: tuple[str, ...] = getattr(details, "variants", ())
    written = {key(name) for name in (entry.name, *variants)}  # of all other names the file has only what their forms share
    others = [*variants, *(name for name in names if name not in written)]
    if others:
        yield "names", ", ".join(others[:_NAMES]) + (f", … ({len(others)})" if len(others) > _NAMES else "")
    if entry.country and not isinstance(details, Country):
        yield "country", entry.country
    if entry.position:
        yield "position", f"{entry.position.lat:.3f}, {entry.position.lon:.3f}"
    if isinstance(details, Place) and details.inhabitants:
        yield "inhabitants", f"{details.inhabitants:,}".replace(",", "\u202f")
    if isinstance(details, Person):
        for office in details.offices:
            yield "office", _held(office, labels)
    if isinstance(details, Organisation) and details.family:
        yield "family", details.family
    if isinstance(details, Product):
        yield "category", details.category
    source = entry.source
    yield "source", f"{source.name} {source.version}, {source.licence}" + (f" – {source.note}" if source.note else "")
    if entry.checked:
        yield "checked", entry.checked


def _held(office: Office, labels: Labels) -> str:
    until = labels.phrase("until_now") if office.last is None else office.last
    return f"{office.title} ({office.of}) {office.first} – {until}"
