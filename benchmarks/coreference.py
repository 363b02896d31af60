"""Who is who, on other people's terms: the Potsdam Commentary Corpus (editorials), by MUC, B³ and CEAF-e and their mean, the CoNLL F1.

    PYTHONPATH=corpus:benchmarks python benchmarks/coreference.py

The set (licence NC) is measured on; nothing of it is kept. It marks every noun phrase that is taken up again, things and thoughts too; lagebild marks
persons, organisations, places and groups. So recall is bounded, and the figure is a report, no aim. Two mentions are the same when they have the same
head in our tree; mentions that are taken up nowhere count on neither side.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from quotations import assign

from lagebild.domain.dispatch import Dispatch, Section, SectionKind
from lagebild.domain.document import Document
from lagebild.domain.span import Span
from lagebild.pipeline import Pipeline
from lagebild.understanding import understand

SHARED = Path(__file__).parent.parent.parent / "shared"
PCC = Path("data/coreference-pcc/coreference")

Figures = dict[str, float]
Chains = list[frozenset[int]]


def texts(folder: Path) -> Iterator[tuple[str, str, list[list[Span]]]]:
    """Name, text (words with a blank between them) and chains of each editorial."""
    for path in sorted((folder / "basedata").glob("*_words.xml")):
        name, text, words = path.name.removesuffix("_words.xml"), "", dict[str, Span]()
        for word in ET.parse(path).getroot():  # noqa: S314  a file of ours
            words[word.get("id") or ""] = Span(len(text), len(text) + len(word.text or " "))
            text += f"{word.text or ' '} "
        yield name, text, _chains(ET.parse(folder / f"markables/{name}_primmark_level.xml").getroot(), words)  # noqa: S314


def _chains(marked: ET.Element, words: dict[str, Span]) -> list[list[Span]]:
    spans, chain_of = dict[str, Span](), dict[str, str]()
    for mark in marked:
        first, _, last = (mark.get("span") or "").split(",")[0].partition("..")
        if first in words:
            spans[mark.get("id") or ""] = Span(words[first].start, words[last or first].stop)
            chain_of[mark.get("id") or ""] = mark.get("anaphor_antecedent") or ""
    chains: dict[str, list[Span]] = {}
    for mark in spans:
        root, seen = mark, {mark}
        while chain_of.get(root) in spans and chain_of[root] not in seen:
            root = chain_of[root]
            seen.add(root)
        chains.setdefault(root, []).append(spans[mark])
    return [chain for chain in chains.values() if len(chain) > 1]


def heads(document: Document, chains: Sequence[Sequence[Span]]) -> Chains:
    """Chains as sets of the places of their heads: the word of a span whose governor stands outside it."""
    found = (frozenset(head for span in chain if (head := _head(document, span)) is not None) for chain in chains)
    return [chain for chain in found if len(chain) > 1]


def _head(document: Document, span: Span) -> int | None:
    for sentence in document.sentences:
        inside = [word for word in sentence.words if span.overlaps(word.span) and word.upos not in ("PUNCT", "ADP", "DET")]
        if inside:
            return next((word.span.start for word in inside if word.head < 0 or sentence.words[word.head] not in inside), inside[-1].span.start)
    return None


def muc(gold: Chains, found: Chains) -> tuple[float, float]:
    return _links(gold, found), _links(found, gold)


def _links(these: Chains, those: Chains) -> float:
    """The share of the links in these chains that those keep (Vilain et al. 1995)."""
    kept = total = 0
    for chain in these:
        parts = {next((i for i, other in enumerate(those) if mention in other), ("alone", mention)) for mention in chain}
        kept += len(chain) - len(parts)
        total += len(chain) - 1
    return kept / max(1, total)


def b_cubed(gold: Chains, found: Chains) -> tuple[float, float]:
    return _overlap(gold, found), _overlap(found, gold)


def _overlap(these: Chains, those: Chains) -> float:
    """For each mention the share of its chain that stands in its other chain, on average (Bagga and Baldwin 1998)."""
    mentions = [(mention, chain) for chain in these for mention in chain]
    shares = (len(chain & next((other for other in those if mention in other), frozenset())) / len(chain) for mention, chain in mentions)
    return sum(shares) / max(1, len(mentions))


def ceaf_e(gold: Chains, found: Chains) -> tuple[float, float]:
    """Chains one to one by the greatest sum of their likeness, phi 4 (Luo 2005)."""
    alike = [[2 * len(one & other) / (len(one) + len(other)) for other in found] for one in gold]
    same = sum(alike[i][j] for i, j in assign(alike)) if gold and found else 0.0
    return same / max(1, len(gold)), same / max(1, len(found))


def f1(recall: float, precision: float) -> float:
    return 200 * recall * precision / max(1e-9, recall + precision)


def coreference(pipeline: Pipeline, shared: Path) -> Figures:
    """Over all texts: each measure weighed by the chains of a text, as if they were one."""
    gold, found, offset = Chains(), Chains(), 0
    for name, text, chains in texts(shared / PCC):
        dispatch = Dispatch(name, text, "de", issued="2003", sections=(Section(SectionKind.BODY, Span(0, len(text))),))
        document = pipeline.reader.read(dispatch, pipeline.lexicon)
        record = understand(document, pipeline.lexicon, pipeline.knowledge)
        ours = [[mention.span for mention in record.mentions if mention.entity == entity.id] for entity in record.entities]
        for side, theirs in ((gold, chains), (found, ours)):
            side.extend(frozenset(head + offset for head in chain) for chain in heads(document, theirs))
        offset += len(text) + 1
    measures = {"muc": f1(*muc(gold, found)), "b3": f1(*b_cubed(gold, found)), "ceaf_e": f1(*ceaf_e(gold, found))}
    return {f"pcc_{name}": figure for name, figure in measures.items()} | {"pcc_conll_f1": sum(measures.values()) / 3}


if __name__ == "__main__":
    print(coreference(Pipeline.load(), SHARED))
