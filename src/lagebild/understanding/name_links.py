"""From a name in the text to the entries that may bear it."""

from lagebild.domain.document import Sentence
from lagebild.domain.entity import EntityKind, Link
from lagebild.knowledge import Country, Entry, Knowledge, Person, Place, PlaceKind
from lagebild.knowledge.entries import Match
from lagebild.knowledge.names import without_compass
from lagebild.understanding.linking import WELL_KNOWN, Sought, link, shown_by_name
from lagebild.understanding.scene import Scene

_LOCATIVE = ("in", "im", "nach", "aus", "nahe", "gelegen", "liegend")
COAST = "küste"  # Schwarzmeerküste: the water is what is known


def find_link(text: str, sought: Sought, scene: Scene) -> tuple[Entry, Link] | None:
    """Who of the knowledge bears a name; what the network took for a person is one, or nobody we know."""
    knowledge, several = scene.knowledge, " " in text
    candidates = knowledge.candidates(text)
    if sought.kind is EntityKind.PERSON:
        persons = [c for c in candidates if isinstance(c.entry.details, Person)]
        if not persons and several and any(c.match is Match.NAME and c.entry.weight >= WELL_KNOWN for c in candidates):
            return link(candidates, Sought(), scene.setting, knowledge)  # Los Angeles
        candidates = persons or (knowledge.spelt_otherwise(text) if several else knowledge.by_surname(text))
        candidates = [c for c in candidates if isinstance(c.entry.details, Person)]
    elif sought.kind is EntityKind.ORGANISATION and not candidates and several:
        candidates = knowledge.spelt_otherwise(text)
    elif not candidates and text.endswith(COAST):
        candidates = knowledge.candidates(text.removesuffix(COAST)) or knowledge.candidates(text.removesuffix(f"s{COAST}"))
    elif not candidates and (part := without_compass(text)) != text:
        candidates = [c for c in knowledge.candidates(part) if isinstance(c.entry.details, Country)]
    elif not candidates:
        candidates = knowledge.spelt_otherwise(text)
    return link(candidates, sought, scene.setting, knowledge)


def is_rather_place(sentence: Sentence, first: int, knowledge: Knowledge) -> bool:
    """Networks take `Bukarest` for a person where it acts like one, and a town they have never seen; a preposition shows better."""
    word, before = sentence.words[first], sentence.words[first - 1].text.lower() if first else ""
    known = shown_by_name(knowledge, word.text, proper=True)
    details = known.entry.details if known else None
    capital = isinstance(details, Country) or (isinstance(details, Place) and details.kind is PlaceKind.CAPITAL)
    return capital or (isinstance(details, Place) and before.startswith(_LOCATIVE))


def is_on_water(sentence: Sentence, first: int) -> bool:
    """`am Ufer des Dnipro`: the river and not the town."""
    before = [word.text.lower() for word in sentence.words[max(0, first - 3) : first]]
    return bool(before) and (before[-1] == "am" or before[-2:] == ["an", "der"] or any(word.endswith(("ufer", "fluss", "mündung", "küste")) for word in before))
