"""Who fills the roles around an event."""

import pytest

from lagebild.pipeline import Pipeline
from lagebild.wire import Overrides, parse_agency_text


def roles_of(pipeline: Pipeline, text: str, trigger: str) -> set[tuple[str, str]]:
    record = pipeline.read(parse_agency_text(text, origin="line", overrides=Overrides(issued="2024-05-15")))
    event = next(event for event in record.events if event.trigger.of(record.dispatch.text) == trigger)
    return {(role.role.value, role.span.of(record.dispatch.text)) for role in event.roles}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Die Polizei und die Feuerwehr sperrten die Straße.", "sperrten", {("actor", "Die Polizei"), ("actor", "die Feuerwehr"), ("item", "die Straße")}),
        ("Der Regionalzug prallte gegen einen Lastwagen.", "prallte", {("actor", "Der Regionalzug")}),
        ("Die Straße ist frei.", "frei", {("actor", "Die Straße")}),
        ("Die Sitzung fiel am Montag aus.", "fiel", {("item", "Die Sitzung"), ("time", "Montag")}),
        ("Die Lage verbesserte sich.", "verbesserte", {("item", "Die Lage")}),
        ("Das Dorf wurde von Hirten geräumt.", "geräumt", {("actor", "Hirten"), ("item", "Das Dorf")}),
        ("Der Verkehr wurde durch den Schnee behindert.", "behindert", {("actor", "den Schnee"), ("item", "Der Verkehr")}),
        ("Die Piloten griffen drei Schiffe an.", "griffen", {("actor", "Die Piloten"), ("recipient", "drei Schiffe")}),
        ("Bankier zu Haft verurteilt", "verurteilt", {("recipient", "Bankier")}),
        ("Der Wächter bedrohte sie mit einem Messer.", "bedrohte", {("actor", "Der Wächter"), ("recipient", "sie"), ("instrument", "einem Messer")}),
        ("Der Regen bot den Pflanzen neue Kraft.", "bot", {("actor", "Der Regen"), ("recipient", "den Pflanzen"), ("item", "neue Kraft")}),
        ("Die beiden Werften bauen eine Fähre.", "bauen", {("actor", "Die beiden Werften"), ("item", "eine Fähre")}),
        ("Man schloss die Brücke.", "schloss", {("actor", "Man"), ("item", "die Brücke")}),
        ("Die Klage eines Nachbarn kam am Montag.", "Klage", {("actor", "eines Nachbarn")}),
        ("Der Rat fasste einen Beschluss.", "Beschluss", {("actor", "Der Rat")}),
        ("Die Stadt wirbt für das Ziel, die Schulen zu sanieren.", "sanieren", {("actor", "Die Stadt"), ("item", "die Schulen")}),
        ("Die Polizei sucht den Mann, der die Kasse leerte und das Auto stahl.", "stahl", {("actor", "den Mann"), ("item", "das Auto")}),
        ("Ole Petrick, Sprecher der Reederei, verließ das Schiff.", "verließ", {("actor", "Ole Petrick"), ("item", "das Schiff")}),
    ],
)
def test_parties_of_an_event(pipeline: Pipeline, text: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert roles_of(pipeline, text, trigger) == expected
