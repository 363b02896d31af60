import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from records import TEXT, at, dispatch, record

from lagebild.domain.entity import Entity, EntityKind, Form, Mention, Role
from lagebild.domain.record import Record
from lagebild.domain.span import Evidence, Span
from lagebild.lexicon.labels import LANGUAGES, Labels
from lagebild.understanding.examples import EXAMPLES
from lagebild.web.page import page, write_page

DE = Labels.of("de")
VOID = {"meta", "link", "br", "img"}


class Reading(HTMLParser):
    """A page as a browser takes it apart: tags with attributes, ids, the text of each dispatch."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.within = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if dict(attrs).get("class") == "text":
            self.texts.append("")
            self.within = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        if len(self.open) == self.within:
            self.within = 0
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.within:
            self.texts[-1] += data

    def all(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(attribute)) is not None]


def finding_ids(found: Record) -> list[str]:
    lists = (found.entities, found.times, found.quotations, found.events, found.claims, found.transfers, found.geography)
    return [finding.id for findings in lists for finding in findings]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_a_target_once(language: str) -> None:
    ids = Reading(page([record(), record()], Labels.of(language))).all("id")
    for anchor in ("d1", "d2"):
        assert sorted(found for found in ids if re.fullmatch(rf"{anchor}-[a-z]\d+", found) and "-s" not in found) == sorted(f"{anchor}-{local}" for local in finding_ids(record()))
    assert len(ids) == len(set(ids))


def test_every_link_has_a_target_on_the_page() -> None:
    read = Reading(page([record(), record()], DE))
    assert len(read.all("href")) > 60
    assert {link.removeprefix("#") for link in read.all("href")} <= set(read.all("id"))


def test_every_finding_over_the_text_is_in_the_list() -> None:
    read = Reading(page([record()], DE))
    named = {one for attribute in ("data-f", "data-r", "aria-labelledby") for value in read.all(attribute) for one in value.split()}
    assert named <= set(read.all("id"))


def test_the_text_stands_there_to_the_letter() -> None:
    assert Reading(page([record(), record()], DE)).texts == [TEXT, TEXT]


def test_a_page_is_well_formed_to_the_end() -> None:
    assert Reading(page([record()], DE)).open == []


def test_text_in_any_field_is_text_and_never_markup() -> None:
    wicked = '<script>alert(1)</script>" onmouseover="alert(2)'
    text = f"{wicked} & {TEXT}"
    span = Span(0, len(wicked))
    entity = Entity(f"e1{wicked}", EntityKind.PERSON, wicked, (wicked,), (Role(wicked, span),), wicked)
    mention = Mention(entity.id, span, Form.NAME, (Evidence(span, wicked),) * 4)
    source = page([Record(replace(dispatch(), text=text, title=wicked, agency=wicked, topics=(wicked,), language=wicked), entities=(entity,), mentions=(mention,))], DE)
    read = Reading(source)
    assert [tag for tag, _ in read.tags].count("script") == 1
    assert "onmouseover" not in {name for _, attrs in read.tags for name in attrs}
    assert read.texts == [text]
    assert source.count("&lt;script&gt;alert(1)") > 8


def test_nothing_is_asked_of_any_network() -> None:
    source = page([record()], DE)
    read = Reading(source)
    assert not read.all("src")
    assert not {tag for tag, _ in read.tags} & {"link", "img", "iframe", "object"}
    assert not re.search(r"https?:|@import|url\(", source)
    assert "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:" in source


@pytest.mark.parametrize(("language", "heading"), [("de", "Was, laut wem, wie sicher"), ("en", "What, according to whom, how certain")])
def test_the_page_speaks_its_language_and_the_text_its_own(language: str, heading: str) -> None:
    source = page([record()], Labels.of(language))
    assert f'<html lang="{language}">' in source
    assert heading in source
    assert '<div class="text" lang="de">' in source


def test_a_finding_shows_source_certainty_words_and_rule() -> None:
    source = page([record()], DE)
    claim = re.sub(r"<[^>]+>", "", source[source.index('id="d1-c5"') : source.index('id="d1-c6"')])
    assert re.search(r"ungenannt \(„Dem Vernehmen nach“\).*◕\s+wahrscheinlich.*soll hearsay_soll", claim, re.DOTALL)


def test_several_dispatches_have_contents_and_one_has_none() -> None:
    assert '<li><a href="#d2">Georgien will' in page([record(), record()], DE)
    assert "<nav" not in page([record()], DE)


def test_a_dispatch_without_findings_says_so() -> None:
    assert "Nichts gefunden." in page([Record(dispatch())], DE)


def test_a_trigger_is_marked_with_its_certainty() -> None:
    assert f'<span id="d1-s{at("gesprengt").start}" data-f="d1-c3 d1-v3" class="claim possible event past in-body ends">gesprengt</span>' in page([record()], DE)


def test_writing_replaces_the_page_whole(tmp_path: Path) -> None:
    target = tmp_path / "lage.html"
    target.write_text("old")
    write_page([record()], target, DE)
    assert target.read_text("utf8") == page([record()], DE)
    assert [file.name for file in tmp_path.iterdir()] == ["lage.html"]


def test_a_page_that_fails_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "lage.html"
    target.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_page([record()], target, DE)
    assert target.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["lage.html"]


def test_a_text_that_no_encoding_takes_is_written_all_the_same(tmp_path: Path) -> None:
    target = tmp_path / "lage.html"
    write_page([Record(replace(dispatch(), text=TEXT + "\ud800"))], target, DE)
    assert "\ufffd" in target.read_text("utf8")


def test_a_rule_carries_its_line_of_news() -> None:
    found = record()
    source = page([replace(found, claims=(replace(found.claims[0], evidence=(Evidence(at("will"), "pronoun"),)), *found.claims[1:]))], DE)
    assert f'<code title="Beispiel: {EXAMPLES["pronoun"]}">pronoun</code>' in source


def test_what_the_agency_plainly_says_steps_back_in_the_text() -> None:
    assert re.search(r'class="claim certain plain [^"]*">sagte</span>', page([record()], DE))
