"""Names of persons, places and organisations, with what stands around them."""

from collections.abc import Iterator

from lagebild.domain.document import Document, Name, Sentence, Word
from lagebild.domain.entity import EntityKind, Form, Position, Role
from lagebild.domain.span import Span
from lagebild.knowledge import Country, Knowledge, Organisation, Place, PlaceKind
from lagebild.lexicon import Lexicon
from lagebild.understanding.found import Found
from lagebild.understanding.known import Known, is_ambiguous, is_exact, known_as
from lagebild.understanding.roles_of_persons import country_of_role, gender_of, role_after_name, role_before_name

_KINDS = {"PER": EntityKind.PERSON, "LOC": EntityKind.PLACE, "ORG": EntityKind.ORGANISATION, "OTH": EntityKind.OTHER}
_LONGEST = 4  # words of a name in the knowledge: Vereinigte Staaten von Amerika


def surnames_in(document: Document) -> frozenset[str]:
    """The last words of persons' full names: whoever was named in full is known by the surname afterwards, also to a network that misses it."""
    return frozenset(sentence.words[name.stop - 1].text for sentence in document.sentences for name in sentence.names if name.kind == "PER" and name.stop - name.first > 1)


def find_names(sentence: Sentence, number: int, surnames: frozenset[str], lexicon: Lexicon, knowledge: Knowledge) -> Iterator[Found]:
    """Names as the network sees them, surnames of persons named in full, and what the knowledge knows; none overlaps another."""
    last = 0
    for first, stop, kind in _names(sentence, surnames, lexicon, knowledge):
        if first >= last:
            yield _named(sentence, number, first, stop, kind, lexicon, knowledge)
            last = stop


def _names(sentence: Sentence, surnames: frozenset[str], lexicon: Lexicon, knowledge: Knowledge) -> Iterator[tuple[int, int, str]]:
    """Names as the network sees them, where the knowledge knows a longer one that; then what only the knowledge knows."""
    seen = {name.first: name for name in sentence.names if name.kind != "LOCderiv" and _is_name(sentence, name, lexicon)}
    covered = {i for name in seen.values() for i in range(name.first, name.stop)}
    for word in sentence.words:
        known = _known(sentence, word.index, knowledge) if word.text[0].isupper() else None
        if word.index in seen:
            name = seen[word.index]
            yield (name.first, max(name.stop, known or 0), name.kind)
        elif word.text in surnames and word.index not in covered:
            yield (word.index, word.index + 1, "PER")
        elif known and word.index not in covered:
            yield (word.index, known, "")


def _is_name(sentence: Sentence, name: Name, lexicon: Lexicon) -> bool:
    """Networks also mark small words, money and goods at times; a name has a capital and is no common noun of those."""
    first = sentence.words[name.first]
    if name.stop - name.first == 1 and (
        first.text in lexicon.goods.currencies or first.lemma in lexicon.goods.words or (first.upos == "NOUN" and first.lemma.lower().endswith(tuple(lexicon.goods.heads)))
    ):
        return False
    return any(word.text[:1].isupper() for word in sentence.words[name.first : name.stop])


def _known(sentence: Sentence, first: int, knowledge: Knowledge) -> int | None:
    """Where the longest known name that starts at a word stops; names that are also common words show nothing alone."""
    words = sentence.words[first : first + _LONGEST]
    for length in range(len(words), 0, -1):
        if length > 1 and words[length - 1].upos == "PUNCT":
            continue
        entry = known_as(knowledge, " ".join(word.text for word in words[:length]))
        if entry is not None and (length > 1 or (words[0].upos in ("PROPN", "NOUN", "X") and not is_ambiguous(entry))):
            return first + length
    return None


def _named(sentence: Sentence, number: int, first: int, stop: int, tag: str, lexicon: Lexicon, knowledge: Knowledge) -> Found:
    words = sentence.words[first:stop]
    text = " ".join(word.text for word in words)
    if tag == "PER" and stop - first == 1 and _is_capital(text, knowledge):
        tag = "LOC"  # networks take "Bukarest" for a person where it acts like one
    known = None if tag == "PER" else knowledge.organisation(text) if tag == "ORG" else None
    known = known or (known_as(knowledge, text) if tag != "PER" else None)
    name = _citation_form(text, words, known)
    head = _head(sentence, first, stop)
    kind, same, country, position = from_knowledge(known) if known else (_KINDS.get(tag, EntityKind.OTHER), None, None, None)
    rule = "name_by_network" if tag else "name_in_knowledge"
    roles: tuple[Role, ...] = ()
    gender = None
    if kind is EntityKind.PERSON:
        roles = tuple(role for role in (role_before_name(sentence, first, stop, lexicon), role_after_name(sentence, head, stop, lexicon)) if role)
        country = next((code for role in roles if (code := country_of_role(sentence, role, knowledge))), None)
        gender = gender_of(roles, lexicon)
    if kind is not EntityKind.PERSON and stop - first > 1 and (wider := _class_of(words[0], lexicon)):
        kind, rule = wider, "class_noun_before_name"
    class_noun = sentence.words[first - 1] if first and kind is not EntityKind.PERSON else None
    if class_noun is not None and class_noun.upos in ("NOUN", "PROPN") and (wider := _class_of(class_noun, lexicon)):
        return Found(
            number,
            class_noun.index,
            Span(class_noun.span.start, words[-1].span.stop),
            f"{_singular(class_noun)} {name}",
            wider,
            Form.NAME,
            "class_noun_before_name",
            same,
            country,
            position,
        )
    return Found(number, head, Span(words[0].span.start, words[-1].span.stop), name, kind, Form.NAME, rule, same, country, position, gender, roles=roles)


def _is_capital(text: str, knowledge: Knowledge) -> bool:
    """Whether a name is that of a country or a capital and of nobody else."""
    known = known_as(knowledge, text)
    return known is not None and not is_ambiguous(known) and (isinstance(known, Country) or (isinstance(known, Place) and known.kind is PlaceKind.CAPITAL))


def _singular(word: Word) -> str:
    return word.lemma if word.text.startswith(word.lemma[:3]) else word.text


def _head(sentence: Sentence, first: int, stop: int) -> int:
    """The word of a stretch whose governor stands outside it."""
    return next((word.index for word in sentence.words[first:stop] if not first <= word.head < stop), first)


def _citation_form(text: str, words: tuple[Word, ...], known: Known | None) -> str:
    """Without the -s of a genitive: where the knowledge has the name so, or the network sees the genitive."""
    if known is not None and not is_exact(known, text):
        return text[:-1] if text.endswith("s") and len(words) == 1 else text
    genitive = known is None and text.endswith("s") and words[-1].features.get("Case") == "Gen" and words[-1].lemma == words[-1].text[:-1]
    return text[:-1] if genitive else text.removesuffix("’").removesuffix("'")


def from_knowledge(entry: Known) -> tuple[EntityKind, str, str | None, Position | None]:
    """Kind, name, country and position of an entry."""
    if isinstance(entry, Country):
        return EntityKind.COUNTRY, entry.name, entry.code, entry.position
    if isinstance(entry, Organisation):
        return EntityKind.ORGANISATION, entry.name, entry.country, None
    facility = entry.kind in (PlaceKind.SPACEPORT, PlaceKind.NUCLEAR, PlaceKind.MILITARY, PlaceKind.SEAT)
    return EntityKind.FACILITY if facility else EntityKind.PLACE, entry.name, entry.country, entry.position


def _class_of(word: Word, lexicon: Lexicon) -> EntityKind | None:
    names, lemma = lexicon.names, word.lemma
    if lemma in names.facilities or word.text in names.facilities:
        return EntityKind.FACILITY
    return EntityKind.ORGANISATION if lemma in names.organisations else None
