"""How certain a claim is and whether it denies, beyond the one line of each rule."""

import pytest

from lagebild.pipeline import Pipeline
from lagebild.wire import Overrides, parse_agency_text


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Die Stadt hat weder Geld noch Personal.", "hat", "certain negative"),
        ("Er hatte weder ein Studium begonnen noch eine Lehre abgelegt.", "abgelegt", "certain negative"),
        ("Das Beben erschütterte nicht nur die Insel.", "erschütterte", "certain positive"),
        ("Der Präsident wird nicht vom Volk, sondern vom Parlament gewählt.", "gewählt", "certain positive"),
        ("Die Junta will nicht verschwinden, sondern der Regierung helfen.", "verschwinden", "probable negative"),
        ("Die Junta will nicht verschwinden, sondern der Regierung helfen.", "helfen", "probable positive"),
        ("Kaum ein Haus hat einen Keller.", "hat", "certain negative"),
        ("Der Mann saß ohne Prozess in Haft.", "Prozess", "certain negative"),
        ("Die Werft kann zwei Schiffe im Jahr bauen.", "bauen", "unknown positive"),
        ("Das Schiff kann nicht auslaufen.", "auslaufen", "certain negative"),
        ("Der Reifen kann gefährlich sein.", "gefährlich", "possible positive"),
        ("Die Wächter hatten die Täter nicht aufhalten können.", "aufhalten", "certain negative"),
        ("Die Behörde hätte den Damm sperren müssen.", "sperren", "certain negative"),
        ("Die Bahn gab an, den Wagen verkaufen zu wollen.", "verkaufen", "probable positive"),
        ("Jetzt droht ein Streik.", "Streik", "possible positive"),
        ("Nach einer Überprüfung fuhr der Zug wohl wieder.", "Überprüfung", "certain positive"),
        ("Der Fahrer versäumte es, den Zug anzuhalten.", "anzuhalten", "certain negative"),
        ("Die Stadt verbot, auf dem Platz zu demonstrieren.", "demonstrieren", "unknown negative"),
    ],
)
def test_certainty_and_polarity(pipeline: Pipeline, text: str, trigger: str, expected: str) -> None:
    record = pipeline.read(parse_agency_text(text, origin="line", overrides=Overrides(issued="2024-05-15")))
    event = next(event for event in record.events if event.trigger.of(text) == trigger)
    claim = next(claim for claim in record.claims if claim.event == event.id)
    assert f"{claim.certainty} {claim.polarity}" == expected, [evidence.rule for evidence in claim.evidence]
