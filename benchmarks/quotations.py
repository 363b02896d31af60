"""How well quotations are read: the German Wikinews set of uhh-lt by its paper's measure, as the README beside the data tells it.

    PYTHONPATH=corpus:benchmarks python benchmarks/quotations.py [--part train] [--misses 50]

The set's labels are not for commercial use (CC BY-NC-SA 4.0): measured on, read for errors on train, nothing of them kept.
Where the set draws its parts by another habit than the record, the record's are redrawn, as counted on train: the frame has in
it its cue, its speaker and its addressee (as ours), and the comma or colon before the content (1,295 of 1,303); direct content
has its quotation marks (all 604); what fills a sentence has its full stop (412 of 435 free indirect ones); a reported topic is
the whole clause, with its verb, and has neither cue nor frame (291 of 297).
"""

import argparse
import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from typing import Any

from gold import Article, read_articles

from lagebild.domain.dispatch import Dispatch, Section, SectionKind
from lagebild.domain.document import Document, Word
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.record import Record
from lagebild.domain.span import Span
from lagebild.pipeline import Pipeline
from lagebild.understanding import understand

SHARED = Path(__file__).parent.parent.parent / "shared"

Figures = dict[str, float]
Tokens = frozenset[int]

ROLES = ("addressee", "cue", "frame", "speaker")
PARTS = ("content", *ROLES)
LABELS = {"content": "quote"} | {role: role for role in ROLES}  # what the set calls them
TYPES = {
    QuotationKind.DIRECT: frozenset({"Direct"}),
    QuotationKind.INDIRECT: frozenset({"Indirect", "FreeIndirect", "IndirectFreeIndirect"}),
    QuotationKind.MIXED: frozenset({"IndirectFreeIndirect"}),
    QuotationKind.REPORTED: frozenset({"Reported"}),
}
SAME_TYPE, SAME_MEDIUM = 1e-6, 1e-9  # less than any difference of F1s that matters, and than each other summed over an article
MARKS = frozenset("„“”\"»«›‹‚‘'")
COMPLEX = ("aux", "aux:pass", "compound:prt")
PHRASES = ("laut", "nach", "gemäß")
NAMING = ("appos", "flat")  # the relations by which "Außenministerin Petra Lindqvist" has three heads


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation in the set's own tokens; `types` are those that it may be (one for a gold one), `medium` only gold ones have."""

    types: frozenset[str]
    medium: str | None
    parts: dict[str, Tokens]

    @property
    def content(self) -> Tokens:
        return self.parts["content"]


Pair = tuple[Quote | None, Quote | None]  # found, gold; one of the two may lack


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with the spans and words of its tokens, the number of the sentence of each, and its gold quotations."""

    article: Article
    tokens: tuple[Span, ...]
    sentences: tuple[int, ...]
    gold: tuple[Quote, ...]

    def within(self, span: Span) -> range:
        """The tokens that a span touches."""
        return range(bisect_right(self.tokens, span.start, key=lambda token: token.stop), bisect_left(self.tokens, span.stop, key=lambda token: token.start))

    def among(self, spans: Iterable[Span | None]) -> Tokens:
        return frozenset(token for span in spans if span for token in self.within(span))

    def word(self, token: int) -> str:
        """Nothing outside the article."""
        return self.tokens[token].of(self.article.text) if 0 <= token < len(self.tokens) else ""

    def words(self, tokens: Iterable[int]) -> str:
        return " ".join(map(self.word, sorted(tokens)))


def labelled(shared: Path, part: str) -> Iterator[Labelled]:
    path = shared / f"data/quotations/{part}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf8") as rows:
        for article, row in zip(read_articles(path).values(), map(json.loads, rows), strict=True):
            tokens = tuple(Span(token["charBegin"], token["charEnd"]) for token in row["tokens"])
            yield Labelled(article, tokens, tuple(token["sentence"] for token in row["tokens"]), tuple(map(_labelled_quote, row["annotations"])))


def _labelled_quote(row: dict[str, Any]) -> Quote:
    return Quote(frozenset({row["type"]}), row["medium"], {part: frozenset(row[label]["tokenIds"]) for part, label in LABELS.items()})


def quotes(article: Labelled, record: Record, document: Document) -> list[Quote]:
    """The record's quotations in the article's tokens, drawn as the set draws them; those of no token are left out."""
    drawn = list[tuple[Quotation, Quote]]()
    for quotation in record.quotations:
        quote = _quote(article, record, quotation, document)
        if drawn and _goes_on(*drawn[-1], quotation, quote):
            _, before = drawn.pop()
            quote = replace(before, parts=before.parts | {"content": before.content | quote.content})
        if quote.content:
            drawn.append((quotation, quote))
    return [quote for _, quote in drawn]


def _goes_on(before: Quotation, drawn: Quote, quotation: Quotation, quote: Quote) -> bool:
    """Whether a sentence goes on where another one ended that goes on itself."""
    same = before.cue is None and quotation.cue is None and before.kind is quotation.kind is QuotationKind.INDIRECT and before.speaker == quotation.speaker
    return same and bool(quote.content) and max(drawn.content) + 1 == min(quote.content)


def _verb_complex(document: Document, cue: Span) -> list[Span]:
    """A cue with the auxiliaries and the separated particle of its verb, in our own tree."""
    words = next((sentence.words for sentence in document.sentences if sentence.span.contains(cue)), ())
    word = next((word for word in words if word.span == cue), None)
    if word is None:
        return [cue]
    verb = words[word.head] if word.relation in COMPLEX and word.head >= 0 else word
    return [cue, verb.span, *(other.span for other in words if other.head == verb.index and other.relation in COMPLEX)]


def _quote(article: Labelled, record: Record, quotation: Quotation, document: Document) -> Quote:
    addressed = (m.span for m in record.mentions if m.entity == quotation.addressee and any(span.overlaps(m.span) for span in quotation.frame))
    if quotation.kind is QuotationKind.REPORTED:
        quotation = replace(quotation, spans=(*quotation.spans, *quotation.frame, *filter(None, [quotation.cue])), cue=None, frame=())
    content = _with_marks(article, article.among(quotation.spans))
    frame = article.among(quotation.frame) - content
    cue = article.among(_verb_complex(document, quotation.cue)) if quotation.cue else Tokens()
    speaker = article.among([quotation.speaker_span])
    if quotation.cue and quotation.cue.of(article.article.text).lower() in PHRASES:
        speaker = frozenset(token for token in frame - cue if article.word(token) not in ",:")
    parts = {
        "content": content,
        "addressee": article.among([next(addressed, None)]),
        "cue": cue,
        "frame": frame | {token for token in range(1, len(article.tokens)) if _joins(article, token, frame, content)},
        "speaker": speaker,
    }
    return Quote(TYPES[quotation.kind], None, parts)


def _with_marks(article: Labelled, content: Tokens) -> Tokens:
    """The content with the quotation marks at its edges, and with its full stop where it begins its sentence and only that is left of it."""
    starts, stops = ({t for t in content if t - 1 not in content}, {t for t in content if t + 1 not in content})
    marks = {t - 1 for t in starts if article.word(t - 1) in MARKS} | {t + 1 for t in stops if article.word(t + 1) in MARKS}
    ends = {t + 1 for t in stops if article.word(t + 1) == "." and _begins(article, content, t) and _ends(article, t + 1)}
    return content | marks | ends


def _begins(article: Labelled, content: Tokens, last: int) -> bool:
    return all(token in content for token in range(article.sentences.index(article.sentences[last]), last))


def _ends(article: Labelled, token: int) -> bool:
    return token + 1 == len(article.tokens) or article.sentences[token + 1] != article.sentences[token]


def _joins(article: Labelled, token: int, frame: Tokens, content: Tokens) -> bool:
    """Whether it is the comma or colon between frame and content."""
    before, after = token - 1, token + 1
    return article.word(token) in (",", ":") and ((before in frame and after in content) or (before in content and after in frame))


def pair(found: Sequence[Quote], gold: Sequence[Quote]) -> list[Pair]:
    """Found and gold one to one by the greatest sum of token F1s of their contents, then of types, then of media; leftovers last.

    Two that share no token are no pair: the measure's words leave it open, and so no role is right by the words of another quotation.
    """
    partners = {i: j for i, j in assign([[_weight(one, other) for other in gold] for one in found]) if found[i].content & gold[j].content}
    pairs: list[Pair] = [(found[i], gold[j]) for i, j in partners.items()]
    pairs += [(quote, None) for i, quote in enumerate(found) if i not in partners]
    return pairs + [(None, quote) for j, quote in enumerate(gold) if j not in partners.values()]


def _weight(found: Quote, gold: Quote) -> float:
    if not found.content & gold.content:
        return 0
    return token_f1([(found, gold)]) + SAME_TYPE * bool(found.types & gold.types) + SAME_MEDIUM * (found.medium == gold.medium)


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Rows to columns, each at most once, by the greatest sum of weights (none negative): the Hungarian method with potentials,
    a row at a time along the cheapest augmenting path, O(n³).
    """
    size = max(len(weights), len(weights[0])) if weights else 0
    costs = [[-weights[i][j] if i < len(weights) and j < len(weights[0]) else 0.0 for j in range(size)] for i in range(size)]
    rows, columns, row_of = [0.0] * size, [0.0] * (size + 1), [-1] * (size + 1)  # the last column is where a new row waits
    for row in range(size):
        row_of[size] = row
        path = _cheapest_path(costs, rows, columns, row_of)
        at = path[-1]
        for previous in reversed(path[:-1]):
            row_of[at] = row_of[previous]
            at = previous
    return sorted((i, j) for j, i in enumerate(row_of[:size]) if weights and i < len(weights) and j < len(weights[0]))


def _cheapest_path(costs: list[list[float]], rows: list[float], columns: list[float], row_of: list[int]) -> list[int]:
    """Columns from the waiting one to a free one; the potentials of `rows` and `columns` are moved on the way."""
    size = len(costs)
    slack, come_from, done = [float("inf")] * size, [size] * size, {size}
    at = size
    while row_of[at] >= 0:
        row = row_of[at]
        done.add(at)
        for column in set(range(size)) - done:
            cost = costs[row][column] - rows[row] - columns[column]
            if cost < slack[column]:
                slack[column], come_from[column] = cost, at
        step, nearest = min((slack[column], column) for column in range(size) if column not in done)
        for column in done:
            rows[row_of[column]] += step
            columns[column] -= step
        slack = [cost - step for cost in slack]
        at = nearest
    path = [at]
    while path[-1] != size:
        path.append(come_from[path[-1]])
    return path[::-1]


def average_f1(pairs: Iterable[Pair], parts: Sequence[str]) -> float:
    """The harmonic mean, in percent, of average precision and average recall over the parts of all pairs and leftovers, each left out where undefined."""
    precisions, recalls = list[float](), list[float]()
    for found, gold in pairs:
        for part in parts:
            ours, theirs = (quote.parts[part] if quote else frozenset[int]() for quote in (found, gold))
            precisions += [len(ours & theirs) / len(ours)] if ours else []
            recalls += [len(ours & theirs) / len(theirs)] if theirs else []
    precision, recall = mean(precisions or [0]), mean(recalls or [0])
    return 200 * precision * recall / (precision + recall or 1)


def token_f1(pairs: Iterable[Pair]) -> float:
    """F1 of the tokens of the contents, summed over all; 0 to 1."""
    shared, both = 0, 0
    for found, gold in pairs:
        ours, theirs = (quote.content if quote else frozenset[int]() for quote in (found, gold))
        shared, both = shared + len(ours & theirs), both + len(ours) + len(theirs)
    return 2 * shared / max(1, both)


def is_direct(one: Pair) -> bool:
    """By the type of gold, or of what was found where there is no gold."""
    quote = one[1] or one[0]
    return quote is not None and "Direct" in quote.types


def figures(pairs: Sequence[Pair]) -> Figures:
    return {
        "quotations_message_f1": average_f1(pairs, ["content"]),
        "quotations_roles_f1": average_f1(pairs, ROLES),
        "quotations_joint_f1": average_f1(pairs, PARTS),
        "direct_content_f1": 100 * token_f1(filter(is_direct, pairs)),
    }


def heads(article: Labelled, words: dict[int, Word], sentence_of: dict[int, tuple[Word, ...]], tokens: Tokens) -> set[Span]:
    """The words of the tokens that hang on none of the others in our own tree, with the names and appositions on these."""
    spans = {article.tokens[token] for token in tokens}
    inside = {word.span: (word, sentence_of[start]) for start, word in words.items() if any(word.span.overlaps(span) for span in spans)}
    found = {span for span, (word, sentence) in inside.items() if word.upos != "PUNCT" and (word.head < 0 or sentence[word.head].span not in inside)}
    while more := {span for span, (word, sentence) in inside.items() if _names(word, sentence, found)} - found:
        found |= more
    return found


def _names(word: Word, sentence: tuple[Word, ...], found: set[Span]) -> bool:
    return word.relation.split(":")[0] in NAMING and word.head >= 0 and sentence[word.head].span in found


def direct_speakers(article: Labelled, document: Document, pairs: Iterable[Pair]) -> Iterator[bool]:
    """For each pair with a gold direct quotation that has a speaker, whether ours as written shares a head with it.

    Heads, because the set has the whole noun phrase ("der Sprecher der Polizei, Lars Beringer") and the record the smallest: both are right
    with "Sprecher" or "Beringer", neither with "Polizei". A speaker of ours that is missing, or another mention elsewhere, is wrong.
    """
    words = {word.span.start: word for sentence in document.sentences for word in sentence.words}
    sentence_of = {word.span.start: sentence.words for sentence in document.sentences for word in sentence.words}
    for found, gold in pairs:
        if found and gold and "Direct" in gold.types and gold.parts["speaker"]:
            ours, theirs = (heads(article, words, sentence_of, quote.parts["speaker"]) for quote in (found, gold))
            yield bool(ours & theirs)


def read(pipeline: Pipeline, shared: Path, part: str) -> Iterator[tuple[Labelled, Document, list[Pair]]]:
    """The articles of a part with what the reader makes of them, and their quotations in pairs."""
    for article in labelled(shared, part):
        text = article.article.text
        dispatch = Dispatch(article.article.id, text, "de", issued=article.article.day, sections=(Section(SectionKind.BODY, Span(0, len(text))),))
        document = pipeline.reader.read(dispatch, pipeline.lexicon)
        yield article, document, pair(quotes(article, understand(document, pipeline.lexicon, pipeline.knowledge), document), article.gold)


def quotations(pipeline: Pipeline, shared: Path, part: str = "dev") -> Figures:
    """All in percent; the README beside the data has what a rule system of others reaches."""
    pairs, speakers = list[Pair](), list[bool]()
    for article, document, of_article in read(pipeline, shared, part):
        pairs += of_article
        speakers += direct_speakers(article, document, of_article)
    return figures(pairs) | {"direct_speaker_accuracy": 100 * sum(speakers) / max(1, len(speakers))}


def gold_against_gold(shared: Path, part: str = "dev") -> Figures:
    """What the measure says of itself; each figure is 100."""
    return figures([one for article in labelled(shared, part) for one in pair(article.gold, article.gold)])


def misses(pipeline: Pipeline, shared: Path, part: str = "train") -> Iterator[tuple[str, str]]:
    """The worst pairs first, as (what, words of gold and of what was found), for reading."""
    wrong = [(average_f1([one], PARTS), article, one) for article, _, pairs in read(pipeline, shared, part) for one in pairs]
    for _, article, (found, gold) in sorted(wrong, key=lambda row: row[0]):
        kinds = "/".join(sorted((gold or found or Quote(frozenset(), None, {})).types))
        what = "invented" if gold is None else "missed" if found is None else " ".join(part for part in PARTS if found.parts[part] != gold.parts[part])
        if what:
            yield f"{what} ({kinds})", f"{article.article.id}\n    gold  {_told(article, gold)}\n    found {_told(article, found)}"


def _told(article: Labelled, quote: Quote | None) -> str:
    return " | ".join(f"{part}: {article.words(tokens)}" for part, tokens in quote.parts.items() if tokens) if quote else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", default="dev", choices=["dev", "train"])
    parser.add_argument("--misses", type=int, default=0, help="print so many of the worst on train instead")
    chosen = parser.parse_args()
    if chosen.misses:
        for (what, words), _ in zip(misses(Pipeline.load(), SHARED), range(chosen.misses), strict=False):
            print(f"{what} {words}")
        return
    for name, figure in quotations(Pipeline.load(), SHARED, chosen.part).items():
        print(f"{name:32}{figure:8.2f}")


if __name__ == "__main__":
    main()
