"""How well names are linked: News-100 against DBpedia's German titles, and common words that are also names of places.

News-100 (licence NC: measured on, nothing of it kept) links names to DBpedia. What kind of thing each of its 371 targets is we judged by hand;
`news100_kinds.tsv` has that by the first twelve digits of the target's sha256. A link is right when the entry bears the target's title as a name.
"""

import gzip
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from lagebild.domain.dispatch import Dispatch, Section, SectionKind
from lagebild.domain.entity import Form
from lagebild.domain.record import Record
from lagebild.domain.span import Span
from lagebild.knowledge import Knowledge, Place
from lagebild.pipeline import Pipeline

HERE = Path(__file__).parent
_LANDS = ("place", "country")
_NAMESPACE = "{http://topics.labs.bluekiwi.de/schemes/xml-corpus-schema-1.0.0}"

Named = tuple[Span, str]


def articles(shared: Path) -> Iterator[tuple[str, list[Named]]]:
    """The texts of News-100, each with its names and the address that each is linked to."""
    with gzip.open(shared / "data" / "linking-news100" / "german_corpus.xml.gz") as file:
        root = ET.parse(file).getroot()  # noqa: S314  a file of ours
    for document in root.iter(f"{_NAMESPACE}Document"):
        text, names = "", list[Named]()
        for part in document.iterfind(f"{_NAMESPACE}TextWithNamedEntities/*"):
            words = part.text or ""
            if part.tag.endswith("NamedEntityInText"):
                names.append((Span(len(text), len(text) + len(words)), part.get("uri") or ""))
            text += words
        yield text, names


def kinds() -> dict[str, str]:
    rows = (line.split("\t") for line in (HERE / "news100_kinds.tsv").read_text("utf8").splitlines())
    return {target: kind for target, kind in rows}  # noqa: C416  each row is a pair


def digest(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:12]


def title(address: str) -> str:
    return unquote(address.rsplit("/", 1)[-1]).replace("_", " ")


def is_right(knowledge: Knowledge, entry: str, address: str) -> bool:
    """Whether the entry bears the title, without what stands in its parentheses, and no other place that bears it is better known."""
    wanted = title(address)
    found = knowledge.candidates(wanted) or knowledge.candidates(wanted.partition(" (")[0])
    return entry in [candidate.entry.id for candidate in found if not isinstance(candidate.entry.details, Place) or candidate.entry.weight >= found[0].entry.weight - 0.1]


def read(pipeline: Pipeline, text: str) -> Record:
    return pipeline.read(Dispatch(digest(text), text, "de", issued="2010-06", sections=(Section(SectionKind.BODY, Span(0, len(text))),)))


def news100(pipeline: Pipeline, shared: Path) -> tuple[dict[str, float], Counter[tuple[str, str, str]]]:
    """F1 of links of places and countries by mention, and what went wrong as (what, words, link)."""
    judged, counted, wrong = kinds(), Counter[str](), Counter[tuple[str, str, str]]()
    for text, names in articles(shared):
        record = read(pipeline, text)
        linked = {entity.id: entity.link.id for entity in record.entities if entity.link and entity.kind in ("place", "country", "facility")}
        found = {mention.span: linked[mention.entity] for mention in record.mentions if mention.form is Form.NAME and mention.entity in linked}
        gold = {span: address for span, address in names if judged[digest(address)] in _LANDS}
        others = {span for span, address in names if judged[digest(address)] not in _LANDS}
        for span, address in gold.items():
            entry = next((found.pop(other) for other in list(found) if other.overlaps(span)), None)
            counted["gold"] += 1
            if entry and is_right(pipeline.knowledge, entry, address):
                counted["right"] += 1
                counted["found"] += 1
            else:
                counted["found"] += entry is not None
                wrong["missed" if entry is None else "other", text[span.start : span.stop], f"{entry} for {title(address)}"] += 1
        for span, entry in found.items():
            if any(span.overlaps(other) for other in others):
                counted["found"] += 1
                wrong["is none", text[span.start : span.stop], entry] += 1
    precision, recall = counted["right"] / counted["found"], counted["right"] / counted["gold"]
    return {"news100_place_links_f1": 200 * precision * recall / (precision + recall)}, wrong


def common_words(pipeline: Pipeline) -> tuple[dict[str, float], list[str]]:
    """Of sentences of ours with a common word that is also a place's name, the share in which it is linked as the place."""
    lines = [line.split("\t") for line in (HERE / "common_words.tsv").read_text("utf8").splitlines()]
    wrong: list[str] = []
    for word, sentence in lines:
        record = read(pipeline, sentence)
        placed = {entity.id for entity in record.entities if entity.link and entity.kind in ("place", "facility")}
        at = Span(sentence.index(word), sentence.index(word) + len(word))
        if any(mention.span.overlaps(at) and mention.entity in placed for mention in record.mentions):
            wrong.append(sentence)
    return {"common_words_linked": 100 * len(wrong) / len(lines)}, wrong
