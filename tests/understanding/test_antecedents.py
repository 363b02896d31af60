"""Whom pronouns and descriptions mean."""

import pytest

from lagebild.pipeline import Pipeline
from lagebild.wire import Overrides, parse_agency_text


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Die Polizei sperrte die Straße. Später öffnete sie die Brücke wieder.", "sie", "Polizei"),
        ("Der Konzern baute ein Werk. Im Mai verkaufte er es.", "er", "Konzern"),
        ("Die Rebellen nahmen den Hafen ein. Dann zogen sie nach Norden.", "sie", "Rebellen"),
        ("Die Präsidentin Jana Reuter empfing Karl Sandweg. Dieser dankte der Stadt.", "Dieser", "Karl Sandweg"),
        ("Karl Sandweg traf den Bürgermeister. Er blieb zwei Stunden.", "Er", "Karl Sandweg"),
        ("Karl Sandweg ist Minister. Er kündigte Steuern an.", "Er", "Karl Sandweg"),
        ("Karl Sandweg stand vor Gericht. Der 66-Jährige schwieg.", "66-Jährige", "Karl Sandweg"),
        ("Die Reederei Larsen AG kauft zwei Fähren. Das Unternehmen zahlt bar.", "Unternehmen", "Reederei Larsen AG"),
        ("Die Wissenschaftler sammelten Proben. Es schneite. Es stürmte. Es taute. Nun legten die Wissenschaftler Zahlen vor.", "Wissenschaftler", "Wissenschaftler"),
    ],
)
def test_somebody_told_of_before(pipeline: Pipeline, text: str, words: str, name: str) -> None:
    record = pipeline.read(parse_agency_text(text, origin="line", overrides=Overrides(issued="2024-05-15")))
    last = max((mention for mention in record.mentions if mention.span.of(text) == words), key=lambda mention: mention.span.start)
    spans = [mention.span.of(text) for mention in record.mentions if mention.entity == last.entity]
    assert name in spans and len(spans) > 1, [(m.span.of(text), m.entity) for m in record.mentions]
