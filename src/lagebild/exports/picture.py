"""A record in words: what the terminal, the page and the explanation show, before each gives it a shape."""

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.domain.dispatch import Dispatch, SectionKind, Status
from lagebild.domain.record import Record
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon.labels import Labels


@dataclass(frozen=True, slots=True)
class Part:
    """A few words; `ref` is the id of the finding that they name, `strong` what the eye should meet first."""

    text: str
    ref: str | None = None
    strong: bool = False


Words = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of a finding; `name` is the key of its label."""

    name: str
    words: Words

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.words)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words in the text that are a finding; `style` says what it is, from the general to the special."""

    span: Span
    style: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding in words; `reach` is what belongs to it in the text without being it, such as a claim's clause."""

    id: str
    kind: str
    head: Words
    facts: tuple[Fact, ...]
    marks: tuple[Mark, ...] = ()
    reach: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def title(self) -> str:
        return "".join(part.text for part in self.head)

    def fact(self, name: str) -> Words:
        """The words of a fact, none where it is not known."""
        return next((fact.words for fact in self.facts if fact.name == name), ())


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one kind; `name` is the key of its heading. Claims stand in three: `claims`, `statements`, `cues`."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All that there is to show of a record; only groups with entries are here."""

    record: Record
    title: str
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]

    @property
    def text(self) -> str:
        return self.record.dispatch.text

    def entries(self) -> Iterator[Entry]:
        for group in self.groups:
            yield from group.entries


def fact(name: str, *words: str | Part | None) -> Iterator[Fact]:
    """A fact of plain words and parts, or nothing where there are no words."""
    parts = tuple(Part(word) if isinstance(word, str) else word for word in words if word)
    if parts:
        yield Fact(name, parts)


def joined(groups: list[Words], between: str = ", ") -> Words:
    """Several words in a row, such as `A, B`."""
    row: list[Part] = []
    for words in groups:
        row += ([Part(between)] if row and words else []) + list(words)
    return tuple(row)


def arrow(giver: Words, receiver: Words) -> Words:
    """`Georgien → Armenien`, as far as either is known."""
    return (*giver, Part(" → " if giver else "→ "), *receiver) if receiver else giver


def title_of(dispatch: Dispatch, labels: Labels) -> str:
    """The title, else the first words of the headline, else of the body; what stands on another line is none of them."""
    if dispatch.title and dispatch.title.strip():
        return " ".join(dispatch.title.split())
    for kind in (SectionKind.HEADLINE, SectionKind.BODY):
        for section in dispatch.sections:
            if section.kind is kind:
                return _first_words(section.span.of(dispatch.text))
    return _first_words(dispatch.text) or labels.phrase("untitled")


def head_facts(dispatch: Dispatch, labels: Labels) -> tuple[Fact, ...]:
    """What the wrapping of a dispatch says."""
    rights = dispatch.rights
    return (
        *fact("agency", dispatch.agency),
        *fact("dateline", dispatch.dateline and dispatch.dateline.place),
        *fact("issued", dispatch.issued.replace("T", " ") if dispatch.issued else labels.phrase("issue_unknown")),
        *fact("status", None if dispatch.status is Status.NEW else labels.word(dispatch.status)),
        *fact("embargo", dispatch.embargo),
        *fact("topics", ", ".join(dispatch.topics)),
        *fact("rights", rights and " ".join(str(part) for part in ("©", rights.year, rights.holder, rights.url) if part)),
        *fact("origin", labels.phrase("standard_input") if dispatch.origin == "-" else dispatch.origin),
    )


def _first_words(text: str, most: int = 12) -> str:
    words = text.strip().partition("\n")[0].split(maxsplit=most)
    return " ".join(words[:most]) + ("…" if len(words) > most else "")
