from dataclasses import replace
from io import StringIO

import pytest
from records import at, record
from rich.console import Console

from lagebild.domain.errors import NotFound
from lagebild.exports.explanation import explanation
from lagebild.exports.terminal import rendered
from lagebild.lexicon.labels import Labels

DE = Labels.of("de")


def explained(finding: str, examples: dict[str, str] | None = None) -> str:
    return rendered(explanation(record(), finding, DE, examples or {}), Console(file=StringIO(), width=200)).replace("\u00a0", " ")


def test_a_claim_is_explained_by_its_sentence_its_fields_and_its_rules() -> None:
    said = explained("c1", {"intention_of_modal": "Die Koalition [will] das Gesetz ändern. -> probable"})
    assert "noch im Oktober 200 Megawatt Strom [liefern]." in said
    assert "Laut wem    Lewan Maisuradse" in said
    assert "Wie sicher  ◕ wahrscheinlich" in said
    assert (
        "„will“  Regel intention_of_modal\n      Beispiel: Die Koalition [will] das Gesetz ändern. -> probable\n  „nach Angaben von“  Regel source_in_nach_angaben_phrase" in said
    )


def test_a_quotation_over_a_sentence_is_marked_whole() -> None:
    assert "[Die Leitung bei Gjumri, rund 150 Kilometer nordwestlich der Hauptstadt Eriwan, sei seit zwei Wochen beschädigt.]" in explained("q2")


def test_a_place_in_the_dateline_is_shown_there_without_the_sentence_behind_it() -> None:
    assert "\n  [TIFLIS], 13. September (Kaukasusdienst) -\n" in explained("e5")


def test_words_that_lie_over_one_another_share_their_brackets() -> None:
    found = record()
    nested = replace(found, transfers=(replace(found.transfers[0], item=at("200 Megawatt Strom", 2)),))
    said = rendered(explanation(nested, "x1", DE, {}), Console(file=StringIO(), width=200))
    assert "noch im Oktober [200 Megawatt Strom] liefern." in said


def test_a_rule_that_read_the_same_words_twice_is_told_once() -> None:
    found = record()
    twice = replace(found, claims=(replace(found.claims[0], evidence=found.claims[0].evidence * 2),))
    said = rendered(explanation(twice, "c1", DE, {}), Console(file=StringIO(), width=200))
    assert said.count("intention_of_modal") == 1
    assert "„will“ (2×)  Regel intention_of_modal" in said


def test_an_entity_is_shown_in_each_sentence_that_names_it() -> None:
    said = explained("e4")
    assert "seiner Kollegin [Anahit Sarkisjan] in Tiflis." in said
    assert "[Sarkisjan] wies den Vorwurf zurück" in said


def test_a_finding_without_evidence_says_so() -> None:
    assert "keine Belege verzeichnet" in explained("c2")


def test_words_outside_any_sentence_are_shown_in_their_line() -> None:
    alone = explanation(replace(record(), sentences=()), "c1", DE, {})
    assert "Armenien nach Angaben von Energieminister" in rendered(alone, Console(file=StringIO(), width=80))
    assert "[liefern]." in rendered(alone, Console(file=StringIO(), width=80))


def test_an_unknown_id_is_answered_with_those_there_are() -> None:
    with pytest.raises(NotFound, match=r"no finding c9 .*: c1 to c6, e1 to e9, g1, q1 to q2, t1 to t4, v1 to v6, x1"):
        explained("c9")
