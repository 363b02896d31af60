from dataclasses import replace

import pytest
from records import at, dispatch, record

from lagebild.domain.claim import Source, SourceKind
from lagebild.domain.dispatch import Dispatch, Status
from lagebild.domain.event import Event, Tense
from lagebild.domain.quotation import Quotation, QuotationKind
from lagebild.domain.record import Record
from lagebild.domain.span import Span
from lagebild.exports.entries import picture_of
from lagebild.exports.picture import Entry, title_of
from lagebild.lexicon.labels import Labels

DE, EN = Labels.of("de"), Labels.of("en")


def entry(found: Record, finding: str, labels: Labels = DE) -> Entry:
    return next(entry for entry in picture_of(found, labels).entries() if entry.id == finding)


def fact(finding: str, name: str, found: Record | None = None, labels: Labels = DE) -> str:
    return "".join(part.text for part in entry(found or record(), finding, labels).fact(name)).replace("\u00a0", " ")


def test_a_claim_says_who_does_what_to_whom() -> None:
    assert entry(record(), "c1").title == "liefern: Georgien → Armenien · 200 Megawatt Strom"
    assert entry(record(), "c4").title == "gewarnt: → die Bewohner"


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("c1", "Lewan Maisuradse"),
        ("c2", "Kaukasusdienst"),
        ("c3", "ungenannt („Armenischen Medienberichten zufolge“) (über Kaukasusdienst)"),
        ("c5", "ungenannt („Dem Vernehmen nach“)"),
    ],
)
def test_a_claim_names_its_source(claim: str, source: str) -> None:
    assert fact(claim, "source") == source


@pytest.mark.parametrize(
    ("claim", "german", "english"),
    [("c1", "◕ wahrscheinlich", "◕ probable"), ("c3", "◔ möglich", "◔ possible"), ("c4", "● sicher, ✗ verneint", "● certain, ✗ negated"), ("c6", "○ offen", "○ open")],
)
def test_certainty_and_polarity_are_said_in_symbol_and_word(claim: str, german: str, english: str) -> None:
    assert fact(claim, "certainty") == german
    assert fact(claim, "certainty", labels=EN) == english


def grouped(found: Record) -> dict[str, list[str]]:
    return {group.name: [entry.id for entry in group.entries] for group in picture_of(found, DE).groups if group.name in ("claims", "statements", "cues")}


def test_what_the_agency_plainly_says_stands_apart() -> None:
    assert grouped(record()) == {"claims": ["c1", "c3", "c4", "c5", "c6"], "cues": ["c2"]}
    assert grouped(replace(record(), quotations=())) == {"claims": ["c1", "c3", "c4", "c5", "c6"], "statements": ["c2"]}


def test_what_is_reported_in_a_noun_keeps_its_verb_among_the_statements() -> None:
    reported = replace(record().quotations[0], kind=QuotationKind.REPORTED)
    assert grouped(replace(record(), quotations=(reported,)))["statements"] == ["c2"]


def test_what_is_to_come_is_never_plain() -> None:
    coming = tuple(replace(event, tense=Tense.FUTURE) for event in record().events)
    assert "c2" in grouped(replace(record(), events=coming))["claims"]
    dated = replace(record(), dispatch=replace(record().dispatch, issued="2023-09-01"))
    assert "c2" in grouped(dated)["claims"]
    assert "c2" in grouped(replace(dated, dispatch=replace(dated.dispatch, issued="2023-09")))["cues"]


def test_a_verb_is_shown_with_its_particle() -> None:
    text = "Das teilte er am Abend mit."
    event = Event("v1", Span(4, 10), "mitteilen", Tense.PAST)
    assert entry(Record(Dispatch("x", text, "de"), sentences=(Span(0, len(text)),), events=(event,)), "v1").title == "teilte mit"
    assert entry(Record(Dispatch("x", text, "de"), sentences=(Span(0, len(text)),), events=(replace(event, lemma="teilen"),)), "v1").title == "teilte"


def test_a_speaker_without_a_name_is_said_as_written() -> None:
    spoken = Quotation("q1", QuotationKind.INDIRECT, (at("gewarnt"),), speaker_span=at("Maisuradse", 2))
    assert entry(replace(record(), quotations=(spoken,)), "q1").title == "Maisuradse: gewarnt"


def test_a_claim_says_when_and_where() -> None:
    assert fact("c1", "when") == "im Oktober (2023-10)"
    assert fact("c2", "when") == "am Mittwoch (einer von 2023-09-06, 2023-09-13)"
    assert fact("c2", "where") == "Tiflis"
    assert fact("c1", "where") == ""


def test_a_quotation_says_who_speaks_to_whom() -> None:
    assert entry(record(), "q1").title == "Lewan Maisuradse → Anahit Sarkisjan: „Wir lassen unsere Nachbarn nicht im Dunkeln“"


def test_quotation_marks_are_not_doubled_and_a_pause_is_shown() -> None:
    spoken = Quotation("q1", QuotationKind.DIRECT, (at("„Wir lassen unsere Nachbarn"), at("nicht im Dunkeln“")))
    assert entry(replace(record(), quotations=(spoken,)), "q1").title == "?: „Wir lassen unsere Nachbarn … nicht im Dunkeln“"


def test_a_transfer_has_its_amount_stage_and_certainty() -> None:
    assert entry(record(), "x1").title == "Georgien → Armenien"
    assert [fact("x1", name) for name in ("item", "amount", "stage", "certainty")] == ["Strom", "200 Megawatt (200 MW)", "geplant", "◕ wahrscheinlich"]


def test_a_place_is_checked_against_the_map() -> None:
    assert [fact("g1", name) for name in ("stated", "measured", "verdict")] == ["etwa 150 km nordwestlich", "88 km nordwestlich", "✗ stimmt nicht"]
    assert fact("g1", "reason") == ""
    assert fact("g1", "stated", labels=EN) == "about 150 km north-west"


def test_why_a_place_was_not_measured_is_said() -> None:
    unmeasured = replace(record().geography[0], measured=None, reason="no coordinates are known for Gjumri")
    assert fact("g1", "reason", replace(record(), geography=(unmeasured,))) == "no coordinates are known for Gjumri"


def test_an_entity_counts_its_mentions_and_names_its_office() -> None:
    assert [fact("e3", name) for name in ("kind", "roles", "country", "mentions", "relations")] == ["Person", "Energieminister", "GE", "3", "im Amt bei Georgien"]


def test_an_event_links_those_who_take_part() -> None:
    assert fact("v1", "roles_of_event") == "wer: Georgien; an wen: Armenien; wann: im Oktober (2023-10); was: 200 Megawatt Strom"
    assert fact("v1", "code") == "Hilfe / energy (CAMEO 071)"


def test_only_kinds_that_were_found_have_a_part() -> None:
    assert [group.name for group in picture_of(record(), DE).groups] == ["claims", "quotations", "cues", "transfers", "geography", "entities", "times", "events"]
    assert picture_of(Record(dispatch()), DE).groups == ()


def test_ids_that_lead_nowhere_are_said_as_they_are() -> None:
    lost = replace(record(), events=(), entities=(), claims=(replace(record().claims[0], source=Source(SourceKind.ENTITY, "e99")),))
    assert fact("c1", "source", lost) == "e99"
    assert entry(lost, "c1").title.startswith("Georgien will dem Nachbarland")


def test_a_dispatch_without_a_title_is_called_by_its_headline_or_first_words() -> None:
    assert title_of(replace(dispatch(), title=None), DE) == "Georgien will Armenien 200 Megawatt Strom liefern"
    assert title_of(Dispatch("x", " eins zwei " * 9, "de"), DE) == "eins zwei " * 5 + "eins zwei…"
    assert title_of(Dispatch("x", "Kurze Zeile\n12.03.2026, 14:32 Uhr", "de"), DE) == "Kurze Zeile"
    assert title_of(Dispatch("x", " \n", "de"), EN) == "Untitled"


def test_the_head_says_when_nothing_is_known_of_the_day_of_issue() -> None:
    def head(**changes: str | None) -> dict[str, str]:
        return {fact.name: fact.text for fact in picture_of(Record(replace(dispatch(), **changes)), DE).facts}  # pyright: ignore[reportArgumentType]

    assert head(issued=None)["issued"] == "unbekannt"
    assert head(issued="2025-02-18T16:42")["issued"] == "2025-02-18 16:42"
    assert head(origin="-")["origin"] == "Standardeingabe"
    assert "status" not in head(status=Status.NEW)
