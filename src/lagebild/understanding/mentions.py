"""Where persons, places and organisations are named or described: candidates, before anybody knows who is who."""

from collections.abc import Iterator

from lagebild.domain.document import Sentence, Word
from lagebild.domain.entity import EntityKind, Form, Link
from lagebild.domain.span import Span
from lagebild.knowledge import Knowledge, Organisation
from lagebild.understanding.found import Found
from lagebild.understanding.linking import kind_of, linked, shown_by_name
from lagebild.understanding.name_links import COAST
from lagebild.understanding.names import find_names
from lagebild.understanding.nouns import gender_of_noun, kind_of_noun, kind_of_speaker, speaks
from lagebild.understanding.office_holders import office_holder
from lagebild.understanding.roles_of_persons import agreeing
from lagebild.understanding.scene import Scene

_DEMONSTRATIVE = ("dieser", "diese", "diesem", "diesen")
_BY_OFFICE = 0.8  # the score of who is named by an office alone


def find_mentions(sentence: Sentence, number: int, scene: Scene) -> list[Found]:
    """Names by the network and the knowledge, adjectives of countries, nouns for persons and groups, pronouns; in order."""
    found = list(find_names(sentence, number, scene))
    taken = {word for named in found for word in _words_in(sentence, named.span)}
    # Nouns in a person's role describe that person; they are no mention of their own.
    titled = {word for named in found for role in named.roles for word in _words_in(sentence, role.span)}
    classes = {word for named in found for word in _class_noun(sentence, named)}
    for word in sentence.words:
        if word.index not in taken:
            unnamed = _unnamed(sentence, number, word, scene, titled)
            found.extend(one for one in unnamed if word.index not in classes or one.rule == "first_part_of_compound")
    return sorted(found, key=lambda mention: mention.span.start)


def _class_noun(sentence: Sentence, named: Found) -> list[int]:
    """The noun right before a name that says what bears it, `dem [Sender] Radio Nord`; not whose it is, `der Sprecher Ole Petricks`."""
    first = next((word.index for word in sentence.words if word.span.start == named.span.start), 0)
    noun = sentence.words[first - 1] if first else None
    if noun is None or noun.upos != "NOUN" or named.kind not in (EntityKind.ORGANISATION, EntityKind.PERSON):
        return []
    name = sentence.words[first]
    beside = name.head == noun.index and (name.relation in ("appos", "flat") or name.features.get("Case") != "Gen")
    return [noun.index] if beside and not name.text.endswith("s") else []


def _words_in(sentence: Sentence, span: Span) -> list[int]:
    return [word.index for word in sentence.words if span.contains(word.span)]


def _unnamed(sentence: Sentence, number: int, word: Word, scene: Scene, titled: set[int]) -> Iterator[Found]:
    if word.upos == "ADJ" and word.index not in titled:
        yield from _country_adjective(number, word, scene.knowledge)
    elif word.upos in ("NOUN", "PROPN") and word.index not in titled:
        yield from _compound(number, word, scene.knowledge)
        yield from _noun(sentence, number, word, scene)
    elif _stands_for_somebody(word):
        yield Found(
            number, word.index, word.span, word.text, EntityKind.PERSON, Form.PRONOUN, "pronoun", gender=_pronoun_gender(word), plural=word.features.get("Number") == "Plur"
        )


def _country_adjective(number: int, word: Word, knowledge: Knowledge) -> Iterator[Found]:
    """`polnischen`, and both of `deutsch-polnischen`."""
    first, hyphen, last = word.text.partition("-")
    pair = [knowledge.country_of_adjective(part) for part in (first, last)] if hyphen else []
    both = [(known.code, part) for known, part in zip(pair, (first, last), strict=False) if known]
    whole = knowledge.country_of_adjective(word.text)
    for code, part in both if len(both) == len(pair) == 2 else [(whole.code, word.text)] if whole else []:  # noqa: PLR2004
        if entry := knowledge.state(code):
            start = word.span.start + word.text.index(part)
            link = linked(entry, 1.0, (f"adjective:{entry.name}",))
            yield Found(
                number, word.index, Span(start, start + len(part)), entry.name, EntityKind.COUNTRY, Form.NOMINAL, "adjective_of_country", link, entry.country, entry.position
            )


def _compound(number: int, word: Word, knowledge: Knowledge) -> Iterator[Found]:
    """`Pazifik-Küste`, `US-Präsident`, `Schwarzmeerküste`: the known first part of a compound with a hyphen, or of a coast."""
    part, hyphen, rest = word.text.partition("-")
    if word.text.endswith(COAST):
        part, hyphen, rest = word.text.removesuffix(COAST), "-", COAST
    known = shown_by_name(knowledge, part) if hyphen and rest and len(part) > 1 else None
    if known:
        entry = known.entry
        span, link = Span(word.span.start, word.span.start + len(part)), linked(entry, 1.0, (f"name:{entry.name}",))
        name = entry.name if rest == COAST else part
        yield Found(number, -1, span, name, kind_of(entry), Form.NAME, "first_part_of_compound", link, entry.country, entry.position)


def _noun(sentence: Sentence, number: int, word: Word, scene: Scene) -> Iterator[Found]:
    """Nouns for persons, groups and bodies: `der Minister`, `Analysten`, `die Polizei`, `dem Nachbarland`."""
    lexicon, knowledge = scene.lexicon, scene.knowledge
    kind, rule = kind_of_noun(word, lexicon), "noun_for_persons_or_bodies"
    if kind is None and speaks(sentence, word, lexicon):
        kind, rule = kind_of_speaker(word, lexicon), "noun_that_speaks"
    determiners = [sentence.words[child] for child in sentence.children[word.index] if sentence.words[child].upos == "DET"]
    if kind is None or any(determiner.text.lower().startswith("kein") for determiner in determiners):
        return
    definite = any(d.features.get("Definite") == "Def" or d.features.get("PronType") == "Dem" or d.text.lower() in ("der", "die", "das", "dem", "den", "des") for d in determiners)
    plural = word.features.get("Number") == "Plur"
    described = [sentence.words[child] for child in sentence.children[word.index] if sentence.words[child].relation == "amod"]
    country = next((known.code for adjective in described if (known := knowledge.country_of_adjective(adjective.text))), None)
    first = min([word, *described], key=lambda w: w.index)
    name = _description(word, described)
    indefinite = any(d.text.lower().startswith("ein") for d in determiners)
    yield Found(
        number,
        word.index,
        Span(first.span.start, word.span.stop),
        name,
        kind,
        Form.NOMINAL,
        rule,
        None if plural or indefinite else _link_of_noun(sentence, word, kind, name, country, scene),
        country,
        gender=gender_of_noun(word, kind, lexicon),
        plural=plural,
        definite=definite,
        possessed=any(d.features.get("Poss") == "Yes" for d in determiners),
        bare=not any(child > word.index and sentence.words[child].relation in ("nmod", "appos", "flat", "acl") for child in sentence.children[word.index]),
    )


def _link_of_noun(sentence: Sentence, word: Word, kind: EntityKind, name: str, country: str | None, scene: Scene) -> Link | None:
    """Bodies that every state has (`russisches Außenministerium`), and who holds an office alone."""
    if kind is EntityKind.ORGANISATION or word.lemma in scene.lexicon.names.groups:
        body = next((c.entry for c in scene.knowledge.candidates(name) if isinstance(c.entry.details, Organisation)), None) if country or "-" in name else None
        return linked(body, 1.0, (f"name:{body.name}",)) if body else None
    holder = office_holder(sentence, word, country, scene) if kind is EntityKind.PERSON else None
    return linked(holder, _BY_OFFICE, (f"held_then:{name}",)) if holder else None


def _description(word: Word, adjectives: list[Word]) -> str:
    plural = word.features.get("Number") == "Plur"
    return " ".join([*(agreeing(adjective, word) for adjective in adjectives), word.text if plural else word.lemma])


def _stands_for_somebody(word: Word) -> bool:
    """Personal pronouns but the empty `es`; `dieser` and its forms without a noun."""
    text = word.text.lower()
    if text in _DEMONSTRATIVE:
        return word.upos in ("PRON", "DET") and word.relation in ("nsubj", "nsubj:pass", "obj", "iobj", "obl")
    personal = word.upos == "PRON" and (word.features.get("PronType") == "Prs" or word.lemma in ("er", "sie", "ich", "wir"))
    return personal and word.features.get("Reflex") != "Yes" and text not in ("sich", "es")


def _pronoun_gender(word: Word) -> str | None:
    text = word.text.lower()
    if text in ("er", "ihm", "ihn", "dieser", "diesem", "diesen") and not (text == "dieser" and word.features.get("Gender") == "Fem"):
        return "m"
    return "f" if text in ("sie", "ihr", "diese", "dieser") and word.features.get("Number") == "Sing" else None
