"""Names of persons, places and organisations, with what stands around them."""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.domain.document import Name, Sentence, Word
from lagebild.domain.entity import EntityKind, Form, Role
from lagebild.domain.span import Span
from lagebild.knowledge import Entry, Knowledge, Person, Place, PlaceKind
from lagebild.lexicon import Lexicon
from lagebild.understanding.found import Found
from lagebild.understanding.linking import Sought, kind_of, linked, shown_by_name
from lagebild.understanding.name_links import citation_form, find_link, is_on_water, is_rather_place, stands_bare
from lagebild.understanding.roles_of_persons import country_of_role, gender_of, role_after_name, role_before_name
from lagebild.understanding.scene import Scene, acts_as_one

_KINDS = {"PER": EntityKind.PERSON, "LOC": EntityKind.PLACE, "ORG": EntityKind.ORGANISATION, "OTH": EntityKind.OTHER}
_SURE = ("PER", "LOC", "ORG")  # what the network calls other may be anything
_LONGEST = 4  # words of a name in the knowledge: Vereinigte Staaten von Amerika


def find_names(sentence: Sentence, number: int, scene: Scene) -> Iterator[Found]:
    """Names as the network sees them, surnames of persons named in full, and what the knowledge knows; none overlaps another."""
    last = 0
    for first, stop, kind in _names(sentence, scene):
        if first >= last:
            yield _named(sentence, number, first, stop, kind, scene)
            last = stop


def _names(sentence: Sentence, scene: Scene) -> Iterator[tuple[int, int, str]]:
    """Names as the network sees them, where the knowledge knows a longer one that; then what only the knowledge knows."""
    seen = {name.first: name for name in sentence.names if name.kind != "LOCderiv" and _is_name(sentence, name, scene.lexicon)}
    covered = {i for name in seen.values() for i in range(name.first, name.stop)}
    for word in sentence.words:
        known = _known(sentence, word.index, scene.knowledge) if word.text[0].isupper() else None
        if word.index in seen:
            name = seen[word.index]
            tail = sentence.words[name.stop - 1]  # networks take `Passau an` and, in `lieferte Israel Munition`, both nouns for a name
            stop = name.stop - (name.stop - name.first > 1 and (tail.upos == "ADP" or (known == name.stop - 1 and _is_goods(tail, scene.lexicon))))
            yield (name.first, max(stop, known or 0), name.kind)
        elif word.text in scene.surnames and word.index not in covered:
            yield (word.index, word.index + 1, "PER")
        elif known and word.index not in covered:
            yield (word.index, known, "")


def _is_name(sentence: Sentence, name: Name, lexicon: Lexicon) -> bool:
    """Networks also mark small words, money and goods at times; a name has a capital and is no common noun of those."""
    first = sentence.words[name.first]
    if name.stop - name.first == 1 and (first.upos == "NOUN" or first.lemma in lexicon.goods.words or first.text in lexicon.goods.currencies) and _is_goods(first, lexicon):
        return False
    return any(word.text[:1].isupper() for word in sentence.words[name.first : name.stop])


def _is_goods(word: Word, lexicon: Lexicon) -> bool:
    return word.text in lexicon.goods.currencies or word.lemma in lexicon.goods.words or word.lemma.lower().endswith(tuple(lexicon.goods.heads))


def _known(sentence: Sentence, first: int, knowledge: Knowledge) -> int | None:
    """Where the longest known name that starts at a word stops; names that are also common words show nothing alone."""
    longest = _LONGEST if knowledge.goes_on(sentence.words[first].text) else 1
    words = sentence.words[first : first + longest]
    for length in range(len(words), 0, -1):
        if length > 1 and words[length - 1].upos == "PUNCT":
            continue
        if (length > 1 or words[0].upos in ("PROPN", "NOUN", "X")) and shown_by_name(knowledge, " ".join(word.text for word in words[:length]), proper=words[0].upos == "PROPN"):
            return first + length
    return None


def _named(sentence: Sentence, number: int, first: int, stop: int, tag: str, scene: Scene) -> Found:
    words, lexicon, knowledge = sentence.words[first:stop], scene.lexicon, scene.knowledge
    text, head = " ".join(word.text for word in words), _head(sentence, first, stop)
    roles: tuple[Role, ...] = ()
    if tag in ("", "PER"):
        roles = tuple(role for role in (role_before_name(sentence, first, stop, lexicon), role_after_name(sentence, head, stop, lexicon)) if role)
    seen = _KINDS[tag] if tag in _SURE and not (tag == "PER" and stop - first == 1 and is_rather_place(sentence, first, knowledge)) else None
    country = next((code for role in roles if (code := country_of_role(sentence, role, knowledge))), None)
    sought = Sought(
        seen,
        tuple(role.title for role in roles),
        country,
        on_water=is_on_water(sentence, first),
        bare=stands_bare(sentence, first, head, several=len(words) > 1),
    )
    entry, link = find_link(text, sought, scene) or (None, None)
    kind = kind_of(entry) if entry else _KINDS.get(tag, EntityKind.OTHER)
    if kind is not EntityKind.PERSON:
        roles = ()
    place = Found(
        number,
        head,
        Span(words[0].span.start, words[-1].span.stop),
        citation_form(text, words, entry),
        kind,
        Form.NAME,
        "name_by_network" if tag else "name_in_knowledge",
        link,
        country if roles else entry.country if entry else None,
        entry.position if entry else None,
        gender_of(roles, lexicon) or (entry.details.gender if entry and isinstance(entry.details, Person) else None) if kind is EntityKind.PERSON else None,
        roles=roles,
    )
    return place if kind is EntityKind.PERSON else _as_government(sentence, entry, _with_class(sentence, first, words, place, lexicon), scene)


def _with_class(sentence: Sentence, first: int, words: tuple[Word, ...], found: Found, lexicon: Lexicon) -> Found:
    """`Kernkraftwerk Saporischschja`: the class noun is part of the name and tells its kind."""
    if len(words) > 1 and (wider := _class_of(words[0], lexicon)):
        found = replace(found, kind=wider, rule="class_noun_before_name")
    noun = sentence.words[first - 1] if first else None
    if noun is None or noun.upos not in ("NOUN", "PROPN") or (wider := _class_of(noun, lexicon)) is None:
        return found
    span = Span(noun.span.start, found.span.stop)
    return replace(found, head=noun.index, span=span, name=f"{_singular(noun)} {found.name}", kind=wider, rule="class_noun_before_name")


def _as_government(sentence: Sentence, entry: Entry | None, found: Found, scene: Scene) -> Found:
    """[Moskau] wies den Vorwurf zurück: the seat that speaks or acts is the government there."""
    if entry is None or not isinstance(entry.details, Place) or entry.details.kind not in (PlaceKind.CAPITAL, PlaceKind.SEAT) or not entry.country:
        return found
    word = sentence.words[found.head]
    governed = any(sentence.words[child].upos == "ADP" for child in sentence.children[word.index])
    if word.relation != "nsubj" or word.head < 0 or governed:
        return found
    government = scene.knowledge.government(entry.country)
    if government is None or not acts_as_one(sentence, word.head, scene.lexicon):
        return found
    link = linked(government, found.link.score if found.link else 1.0, (f"seat:{entry.name}",), (entry.id,))
    return replace(found, kind=EntityKind.ORGANISATION, rule="seat_for_government", link=link, position=None)


def _singular(word: Word) -> str:
    return word.lemma if word.text.startswith(word.lemma[:3]) else word.text


def _head(sentence: Sentence, first: int, stop: int) -> int:
    """The word of a stretch whose governor stands outside it."""
    return next((word.index for word in sentence.words[first:stop] if not first <= word.head < stop), first)


def _class_of(word: Word, lexicon: Lexicon) -> EntityKind | None:
    names, lemma = lexicon.names, word.lemma
    if lemma in names.facilities or word.text in names.facilities:
        return EntityKind.FACILITY
    return EntityKind.ORGANISATION if lemma in names.organisations else None
