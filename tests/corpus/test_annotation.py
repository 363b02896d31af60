"""The notation of the corpus: words are found, what is wrong is named, and what is stored says the same without the words."""

import sys
from hashlib import sha256
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "corpus"))  # the scripts of the corpus import each other by name

import annotate
import gold
from annotation import NotationError, locate, read_stored, split_articles

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.claim import SourceKind
from lagebild.domain.entity import Form
from lagebild.domain.event import Tense
from lagebild.domain.span import Span

SHARED = Path(__file__).parents[3] / "shared"
TEXT = (
    "Außenministerin Petra Lindqvist forderte am Montag in Oslo von der Regierung die Freilassung der Gefangenen. "
    "Sie sagte, die Gefangenen seien wohlauf. Die Regierung bestritt, dass die Regierung Boote geliefert habe."
)
STARTS = [0, TEXT.index("Sie sagte"), TEXT.index("Die Regierung"), len(TEXT)]
ARTICLE = gold.Article("4711", "Titel", "2019-03-04", TEXT, tuple(zip(STARTS, [end - 1 for end in STARTS[1:-1]] + [len(TEXT)], strict=False)))
WRITTEN = """
article 4711
S 1
e minister person {Petra Lindqvist} country=SE
role minister {Außenministerin}
e regierung organisation {Regierung} d
t {Montag} date 2019-03-04 issued
v {forderte} REQUEST actor=minister recipient=regierung item={Freilassung} time={Montag}
v {Freilassung} CONCEDE future unknown by=minister cue={forderte} actor=regierung
S 2
m minister {Sie} p
q indirect {die Gefangenen >> wohlauf} cue={sagte} frame={Sie sagte} by=minister{Sie}
# a remark
k1 {seien}
S 3
m regierung {Regierung} d
m regierung {Regierung} d
v {geliefert} - by=regierung cue={bestritt} actor=regierung item={Boote}
x regierung - {Boote} goods denied {geliefert}
k1 {habe}
"""


def built(written: str = WRITTEN) -> gold.Gold:
    ((_, lines),) = split_articles(written)
    found = locate("4711", lines, TEXT, ARTICLE.sentences)
    assert not found.errors
    return gold.build(ARTICLE, found.lines)


def complaints(line: str) -> list[str]:
    ((_, lines),) = split_articles(f"{WRITTEN}{line}\n")
    found = locate("4711", lines, TEXT, ARTICLE.sentences)
    return [*found.errors, *gold.problems(ARTICLE, found.lines)]


def test_words_are_found_where_they_stand() -> None:
    record = built().record
    assert [m.span.of(TEXT) for m in record.mentions if m.entity == "minister"] == ["Petra Lindqvist", "Sie"]
    assert [m.span.start for m in record.mentions if m.entity == "regierung"] == [TEXT.index("Regierung"), TEXT.index("Regierung", STARTS[2]), TEXT.rindex("Regierung")]
    (quotation,) = record.quotations
    assert (quotation.spans[0].of(TEXT), quotation.speaker, quotation.speaker_span) == ("die Gefangenen seien wohlauf", "minister", Span(STARTS[1], STARTS[1] + 3))
    assert built().moods == {Span(TEXT.index("seien"), TEXT.index("seien") + 5): "Sub1", Span(len(TEXT) - 5, len(TEXT) - 1): "Sub1"}


def test_events_come_with_their_claims() -> None:
    record = built().record
    claim, event = record.claims[2], record.events[2]
    assert (claim.source.kind, claim.source.entity, claim.certainty, claim.polarity, event.tense) == (
        SourceKind.ENTITY,
        "regierung",
        Certainty.CERTAIN,
        Polarity.NEGATIVE,
        Tense.PAST,
    )
    assert record.claims[0].source.kind is SourceKind.AGENCY
    assert record.events[0].roles[-1].time == record.times[0].id
    assert record.transfers[0].claim == claim.id


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("m minister {Minister}", "{Minister} does not stand here"),
        ("m minister {Regierung}#3", "stands only 2 times"),
        ("m nobody {Boote}", "no entity 'nobody'; declare it first"),
        ("e minister person {Boote}", "is there already"),
        ("e boot ship {Boote}", "'ship' is not a valid EntityKind"),
        ("v {bestritt} DENY", "not a type, tense, certainty or polarity: DENY"),
        ("v {bestritt} actor=regierung colour={Boote}", "is not a valid RoleKind"),
        ("v bestritt", "words in braces belong here"),
        ("q direct", "needs its content"),
        ("x regierung - {Boote} goods denied {bestritt}", "must be the trigger of an event"),
        ("zz {Boote}", "no such kind of line"),
        ("S 9", "there is no sentence 9, the article has 3"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(line: str, said: str) -> None:
    (complaint,) = complaints(line)
    assert complaint.startswith("4711, line ") and said in complaint


def test_what_is_stored_holds_no_words_and_comes_back(tmp_path: Path) -> None:
    ((_, lines),) = split_articles(WRITTEN)
    annotate.store(ARTICLE, locate("4711", lines, TEXT, ARTICLE.sentences), "whole", "one reader", tmp_path)
    stored = (tmp_path / "4711.ann").read_text("utf8")
    assert not any(word in stored for word in ("Lindqvist", "Regierung", "forderte", "Boote"))
    head, back = read_stored(stored)
    assert head["sha256"] == sha256(TEXT.encode()).hexdigest()
    assert gold.build(ARTICLE, back) == built()
    again = annotate.written(ARTICLE, back)
    assert built(again) == built()


@pytest.mark.parametrize(("split", "least"), [("train", 300), ("dev", 60)])
def test_the_corpus_fits_its_texts(split: str, least: int) -> None:
    if not (SHARED / f"data/quotations/{split}.jsonl.gz").exists():
        pytest.skip("the texts of the corpus are not in ../shared")
    articles = list(gold.load(split, SHARED))
    assert len(articles) >= least
    for article in articles:
        text = article.article.text
        names = [mention.span.of(text) for mention in article.record.mentions if mention.form is Form.NAME]
        assert all(name == name.strip(" \n\t„“”«»,;") for name in names), article.article.id


def test_another_text_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gold, "HERE", tmp_path)
    monkeypatch.setattr(gold, "read_articles", lambda _: {"4711": ARTICLE})
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev/4711.ann").write_text("article: 4711\nsha256: 00\nlayers: whole\n\n", "utf8")
    with pytest.raises(NotationError, match="annotated on another text"):
        list(gold.load("dev", tmp_path))
