"""Annotated articles as records: the lines of the notation built into the dataclasses that lagebild itself writes."""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from annotation import OFFSETS, Line, NotationError, read_stored

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.claim import Claim, Source, SourceKind
from lagebild.domain.dispatch import Dispatch
from lagebild.domain.entity import Entity, EntityKind, Form, Mention, Relation, RelationKind, Role
from lagebild.domain.event import Code, Event, EventRole, RoleKind, Tense
from lagebild.domain.geography import Geography, GeoRelation, Stated, Verdict
from lagebild.domain.moment import Basis, Time, TimeKind, Timex
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.record import Record
from lagebild.domain.span import Span
from lagebild.domain.transfer import Amount, Category, Stage, Transfer

HERE = Path(__file__).parent
FORMS = {"n": Form.NAME, "d": Form.NOMINAL, "p": Form.PRONOUN}
POLARITIES = {"+": Polarity.POSITIVE, "-": Polarity.NEGATIVE}
PLOVER = frozenset("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
MOODS = {"k1": "Sub1", "k2": "Sub2", "imp": "Imp"}


@dataclass(frozen=True, slots=True)
class Article:
    """A text of the corpus, the sentences it was read in, and where it comes from."""

    id: str
    title: str
    day: str
    text: str
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated article; `moods` are the finite verbs in Konjunktiv or imperative. `whole` is false where only names,
    coreference and quotations were annotated.
    """

    article: Article
    record: Record
    moods: dict[Span, str]
    whole: bool


def read_articles(path: Path) -> dict[str, Article]:
    """The articles of a file of the quotation set; its labels are not looked at (they are not for commercial use)."""
    with gzip.open(path, "rt", encoding="utf8") as rows:
        return {article.id: article for article in map(_article, map(json.loads, rows))}


def _article(row: dict[str, Any]) -> Article:
    number, _, title = row["documentName"].partition(" - ")
    title, _, day = title.rpartition(" (")
    text = row["originalText"]
    return Article(number, title, day.rstrip(")"), text, tuple((s["charBegin"], s["charBegin"] + len(s["text"].rstrip())) for s in row["sentences"]))


def load(split: str, shared: Path) -> Iterator[Gold]:
    """The annotated articles of `train` or `dev`, joined with their text. Raises NotationError where the text is another one."""
    return load_folder(HERE / split, shared, split)


def load_folder(folder: Path, shared: Path, split: str) -> Iterator[Gold]:
    """The annotations of a folder, joined with the texts of a split."""
    articles = read_articles(shared / f"data/quotations/{split}.jsonl.gz")
    for path in sorted(folder.glob("*.ann")):
        fields, lines = read_stored(path.read_text("utf8"))
        article = articles[path.stem]
        if fields["sha256"] != sha256(article.text.encode()).hexdigest():
            raise NotationError(f"{path.name}: annotated on another text than the one that lies in {split}.jsonl.gz; fetch the corpus again")
        yield build(article, lines, whole=fields["layers"] == "whole")


def build(article: Article, lines: Sequence[Line], *, whole: bool = True) -> Gold:
    """Raises NotationError at the first line that cannot be read; `problems` lists them all."""
    builder = _Builder(article)
    for line in lines:
        builder.read(line)
    return Gold(article, builder.record(), builder.moods, whole)


def problems(article: Article, lines: Sequence[Line]) -> list[str]:
    """What is wrong with the located lines of an article, a message a line."""
    builder, found = _Builder(article), list[str]()
    for line in lines:
        try:
            builder.read(line)
        except (NotationError, ValueError, KeyError, IndexError) as error:
            found.append(f"{article.id}, line {line.number}: {builder.shown(line)!r}: {error}")
    return found


@dataclass
class _Builder:
    article: Article
    entities: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    mentions: list[Mention] = field(default_factory=list[Mention])
    relations: list[Relation] = field(default_factory=list[Relation])
    times: list[Time] = field(default_factory=list[Time])
    quotations: list[Quotation] = field(default_factory=list[Quotation])
    events: list[Event] = field(default_factory=list[Event])
    claims: list[Claim] = field(default_factory=list[Claim])
    transfers: list[Transfer] = field(default_factory=list[Transfer])
    geography: list[Geography] = field(default_factory=list[Geography])
    moods: dict[Span, str] = field(default_factory=dict[Span, str])

    def shown(self, line: Line) -> str:
        return OFFSETS.sub(lambda m: "{" + self.article.text[int(m[1]) : int(m[2])] + "}", str(line))

    def read(self, line: Line) -> None:
        if line.kind in MOODS:
            self.moods.update((span(token), MOODS[line.kind]) for token in line.tokens)
            return
        reader = getattr(self, f"_{line.kind}", None)
        if reader is None:
            raise NotationError(f"no such kind of line: {line.kind!r}; there are S e m role rel t q v x g k1 k2 imp")
        plain = [token for token in line.tokens if not re.match(r"\w+=", token)]
        reader(plain, [(key, value) for key, _, value in (token.partition("=") for token in line.tokens if re.match(r"\w+=", token))])

    def _e(self, plain: list[str], named: list[tuple[str, str]]) -> None:
        key, kind, at, *form = plain
        if key in self.entities:
            raise NotationError(f"the entity {key} is there already; write `m {key} ...`")
        only(named, "country")
        self.entities[key] = {"kind": EntityKind(kind), "roles": [], "country": dict(named).get("country")}
        self._m([key, at, *form], [])

    def _m(self, plain: list[str], named: list[tuple[str, str]]) -> None:
        key, at, *form = plain
        only(named)
        self.mentions.append(Mention(self.entity(key), span(at), FORMS[form[0] if form else "n"]))

    def _role(self, plain: list[str], named: list[tuple[str, str]]) -> None:
        key, at = plain
        only(named)
        self.entities[self.entity(key)]["roles"].append(Role(self.words(span(at)), span(at)))

    def _rel(self, plain: list[str], named: list[tuple[str, str]]) -> None:
        kind, subject, object_, *at = plain
        only(named)
        where = span(at[0]) if at else self.near(subject, 0)
        self.relations.append(Relation(RelationKind(kind), self.entity(subject), self.entity(object_), where))

    def _t(self, plain: list[str], named: list[tuple[str, str]]) -> None:
        at, kind, value, *basis = plain
        only(named)
        kind, day = TimeKind(kind), None if value == "-" else value
        edtf = day if kind in (TimeKind.DATE, TimeKind.TIME) else None
        found = Basis(basis[0]) if basis else Basis.UNRESOLVED if day is None else Basis.EXPLICIT
        self.times.append(Time(f"t{len(self.times) + 1}", span(at), kind, edtf, None, None, found, Timex(kind.upper(), value)))

    def _q(self, plain: list[str], named: list[tuple[str, str]]) -> None:
        kind, *contents = plain
        only(named, "cue", "frame", "by", "to", "at")
        given = dict(named)
        spans = tuple(map(span, contents))
        if not spans:
            raise NotationError("a quotation needs its content")
        speaker, speaker_span = self.party(given["by"], spans[0].start) if "by" in given else (None, None)
        cue, occasion = (span(given[name]) if name in given else None for name in ("cue", "at"))
        frame = tuple(span(value) for name, value in named if name == "frame")
        addressee = self.party(given["to"], spans[0].start)[0] if "to" in given else None
        self.quotations.append(Quotation(f"q{len(self.quotations) + 1}", QuotationKind(kind), spans, cue, frame, speaker, speaker_span, addressee, occasion))

    def _v(self, plain: list[str], named: list[tuple[str, str]]) -> None:
        at, *labels = plain
        trigger = span(at)
        roles = tuple(self.role_of(name, value, trigger) for name, value in named if name not in ("by", "cue"))
        known = {*PLOVER, *Tense, *Certainty, *POLARITIES}
        if strange := [label for label in labels if label not in known]:
            raise NotationError(f"not a type, tense, certainty or polarity: {' '.join(strange)}")
        code = next((Code(label) for label in labels if label in PLOVER), None)
        tense = Tense(next((label for label in labels if label in {*Tense}), "past"))
        certainty = Certainty(next((label for label in labels if label in {*Certainty}), "certain"))
        polarity = POLARITIES[next((label for label in labels if label in POLARITIES), "+")]
        number = len(self.events) + 1
        self.events.append(Event(f"v{number}", trigger, self.words(trigger), tense, code, roles))
        source = self.source(dict(named).get("by", "agency"), dict(named).get("cue"), trigger)
        self.claims.append(Claim(f"c{number}", f"v{number}", self.sentence(trigger), source, certainty, polarity))

    def role_of(self, name: str, value: str, trigger: Span) -> EventRole:
        entity, where = self.party(value, trigger.start)
        time = next((time.id for time in self.times if where and time.span.start < where.stop and where.start < time.span.stop), None) if name == "time" else None
        if where is None:
            raise NotationError(f"{name}={value}: no words")
        return EventRole(RoleKind(name), where, entity, time)

    def source(self, written: str, cue: str | None, trigger: Span) -> Source:
        inner, *outer = written.split("<")
        via = tuple(self.source(one, None, trigger) for one in outer)
        at = span(cue) if cue else None
        if inner == "agency":
            return Source(SourceKind.AGENCY, cue=at, via=via)
        if inner.startswith("?"):
            return Source(SourceKind.UNNAMED, None, self.words(span(inner[1:])) if inner[1:] else None, at, via)
        return Source(SourceKind.ENTITY, self.entity(inner), self.name(inner), at, via)

    def _x(self, plain: list[str], named: list[tuple[str, str]]) -> None:
        supplier, recipient, item, category, stage, at = plain
        only(named, "value", "unit", "amount")
        given, hangs = dict(named), span(at)
        claim = next((c.id for c, e in zip(self.claims, self.events, strict=True) if e.trigger == hangs), None)
        if claim is None:
            raise NotationError("the last words must be the trigger of an event of this article, on a line before")
        amount = Amount(float(given["value"]), given.get("unit"), span(given["amount"])) if "value" in given else None
        gives, gets = (None if key == "-" else self.entity(key) for key in (supplier, recipient))
        self.transfers.append(Transfer(f"x{len(self.transfers) + 1}", gives, gets, span(item), Category(category), Stage(stage), claim, amount))

    def _g(self, plain: list[str], named: list[tuple[str, str]]) -> None:
        at, subject, object_, relation = plain
        only(named, "km", "mod", "dir", "feature")
        given = dict(named)
        stated = Stated(float(given["km"]) if "km" in given else None, given.get("mod"), given.get("dir"))
        found = Geography(
            f"g{len(self.geography) + 1}", span(at), self.entity(subject), None if object_ == "-" else self.entity(object_),
            GeoRelation(relation), stated, Verdict.UNCLEAR, "", given.get("feature"),
        )  # fmt: skip
        self.geography.append(found)

    def party(self, value: str, near: int) -> tuple[str | None, Span | None]:
        """`key`, `key@1:5` or `@1:5`: the entity, if one is meant, and where it stands."""
        key, at, _ = value.partition("@")
        if not at:
            return self.entity(key), self.near(key, near)
        where = span(value[len(key) :])
        return (self.entity(key) if key else next((m.entity for m in self.mentions if m.span == where), None)), where

    def near(self, key: str, position: int) -> Span:
        """The mention of an entity that stands in the sentence of a position, else the last before it, else its first."""
        mine = [m.span for m in self.mentions if m.entity == self.entity(key)]
        start, stop = next(((a, b) for a, b in self.article.sentences if a <= position < b), (position, position))
        inside = [m for m in mine if start <= m.start < stop]
        before = [m for m in mine if m.start < position]
        return min(inside, key=lambda m: abs(m.start - position)) if inside else (before[-1:] or mine)[0]

    def entity(self, key: str) -> str:
        if key not in self.entities:
            raise NotationError(f"no entity {key!r}; declare it first with `e {key} KIND {{words}}`")
        return key

    def name(self, key: str) -> str:
        mine = [m for m in self.mentions if m.entity == key]
        named = [m for m in mine if m.form is Form.NAME] or mine
        return self.words(max(named, key=lambda m: m.span.stop - m.span.start).span)

    def names(self, key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.words(m.span) for m in self.mentions if m.entity == key and m.form is Form.NAME))

    def words(self, where: Span) -> str:
        return where.of(self.article.text)

    def sentence(self, where: Span) -> Span:
        return next((Span(a, b) for a, b in self.article.sentences if a <= where.start < b), where)

    def record(self) -> Record:
        entities = tuple(Entity(key, said["kind"], self.name(key), self.names(key), tuple(said["roles"]), said["country"]) for key, said in self.entities.items())
        dispatch = Dispatch(id=self.article.id, text=self.article.text, language="de", title=self.article.title, issued=self.article.day)
        by_place = lambda found: tuple(sorted(found, key=lambda one: one.span.start))  # noqa: E731
        return Record(
            dispatch, tuple(Span(a, b) for a, b in self.article.sentences), entities, by_place(self.mentions), by_place(self.times),
            tuple(self.quotations), tuple(self.events), tuple(self.claims), tuple(self.transfers), by_place(self.geography), tuple(self.relations),
        )  # fmt: skip


def span(written: str) -> Span:
    """`@12:20` as a span."""
    if not (found := OFFSETS.fullmatch(written)):
        raise NotationError(f"words in braces belong here, not {written!r}")
    return Span(int(found[1]), int(found[2]))


def only(named: list[tuple[str, str]], *allowed: str) -> None:
    if strange := [key for key, _ in named if key not in allowed]:
        raise NotationError(f"no such part here: {', '.join(strange)}; there {'are ' + ' '.join(allowed) if allowed else 'is none'}")
