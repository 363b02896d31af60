"""From a name in the text to the entries that may bear it."""

from lagebild.domain.document import Sentence, Word
from lagebild.domain.entity import EntityKind, Link
from lagebild.knowledge import Country, Entry, Knowledge, Person, Place, PlaceKind
from lagebild.knowledge.entries import Match
from lagebild.knowledge.names import bare_forms, key, without_compass
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
    alone = first + 1 == len(sentence.words) or sentence.words[first + 1].upos != "PROPN"
    famous = known is not None and known.entry.weight >= WELL_KNOWN and alone and not knowledge.by_surname(word.text)
    return capital or (isinstance(details, Place) and (famous or before.startswith(_LOCATIVE)))


def is_on_water(sentence: Sentence, first: int) -> bool:
    """`am Ufer des Dnipro`: the river and not the town."""
    before = [word.text.lower() for word in sentence.words[max(0, first - 3) : first]]
    return bool(before) and (before[-1] == "am" or before[-2:] == ["an", "der"] or any(word.endswith(("ufer", "fluss", "mündung", "küste")) for word in before))


def stands_bare(sentence: Sentence, first: int, head: int, *, several: bool) -> bool | None:
    """Whether a name stands as towns do: not with an article (`einer Landstraße`, `ein alter Bordeaux`), but for `das zerstörte Mariupol`.

    True where a preposition of place stands right before it, None where nothing tells.
    """
    before = sentence.words[first - 1] if first else None
    if before is not None and before.text.lower() in ("herr", "frau", "herrn"):
        return False
    if (several and sentence.words[first].upos == "NOUN") or (before is not None and before.upos == "NOUN"):
        return None  # der Stadt Lwiw: the article is the class noun's
    article = next((sentence.words[child] for child in sentence.children[head] if sentence.words[child].upos == "DET" and child < first), None)
    if article is not None and (article.text.lower() not in ("das", "dem", "des") or article.index == first - 1):
        return False
    return True if before is not None and before.text.lower() in _PLACING else None


_PLACING = frozenset({"in", "aus", "nach", "bei", "von", "um", "vor", "nahe", "ab", "bis"})


def citation_form(text: str, words: tuple[Word, ...], entry: Entry | None) -> str:
    """As the knowledge writes it; else without the -s of a genitive that the network sees."""
    if entry is not None:
        names = (entry.name, *getattr(entry.details, "variants", ()))
        forms = [*bare_forms(key(text)), key(without_compass(text))]
        return text if text in names else next((name for form in forms for name in names if key(name) == form), entry.name if len(words) == 1 and text[:-1] == entry.name else text)
    genitive = entry is None and text.endswith("s") and words[-1].features.get("Case") == "Gen" and words[-1].lemma == words[-1].text[:-1]
    return text[:-1] if genitive else text.removesuffix("’").removesuffix("'")
