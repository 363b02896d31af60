"""Who is meant by an office alone: the Russian president, the Kremlchef, the SPD-Chefin on the day of the dispatch."""

from lagebild.domain.document import Sentence, Word
from lagebild.knowledge import Entry
from lagebild.understanding.scene import Scene

_NOT_NOW = ("ehemalig", "früher", "einstig", "damalig", "künftig", "designiert", "neu", "gestürzt", "abgesetzt", "stellvertretend", "verstorben", "zurückgetreten", "möglich")


def office_holder(sentence: Sentence, word: Word, country: str | None, scene: Scene) -> Entry | None:
    """The only person known to have held the office that a noun names, on the day of issue; nobody where the text says former or next."""
    if scene.setting.day is None or word.features.get("Number") == "Plur":
        return None
    attributes = [sentence.words[child] for child in sentence.children[word.index] if sentence.words[child].upos in ("ADJ", "ADV")]
    if any(attribute.text.lower().startswith(_NOT_NOW) for attribute in attributes):
        return None
    title, of = _office(sentence, word, country, scene)
    if of is None:
        return None
    holders = {entry.id: entry for entry in scene.knowledge.holders(title, of, scene.setting.day)}
    return next(iter(holders.values())) if len(holders) == 1 else None


def _office(sentence: Sentence, word: Word, country: str | None, scene: Scene) -> tuple[str, str | None]:
    """Title and owner: by the adjective, a name behind it (Präsident Frankreichs), the first part of a compound (US-Präsident), or the word itself (Kremlchef)."""
    knowledge, lemma = scene.knowledge, word.lemma
    if country:
        return lemma, country
    if meant := knowledge.epithet(lemma):
        return meant
    owner, hyphen, title = lemma.partition("-")
    if hyphen and title:
        known = knowledge.country_of_adjective(lemma)
        return title[:1].upper() + title[1:], known.code if known else owner
    for child in sentence.children[word.index]:
        name = sentence.words[child]
        if name.upos == "PROPN" and name.relation in ("nmod", "nmod:poss") and child > word.index:
            named = knowledge.country(name.text)
            return lemma, named.code if named else name.text
    return lemma, None
