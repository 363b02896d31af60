"""What a noun stands for when it acts or speaks: a person, a group, a body."""

from lagebild.domain.document import Sentence, Word
from lagebild.domain.entity import EntityKind
from lagebild.lexicon import Lexicon
from lagebild.understanding.roles_of_persons import is_title
from lagebild.understanding.scene import acts_as_one
from lagebild.understanding.settling import names_people

_AGENTS = ("er", "in", "ist", "ent", "ant", "or", "eur", "mann", "frau", "gast", "ling", "ige", "ende")  # a Fahrer, a Zeugin, a Reisende
_SAID_OF_THINGS = ("heißen", "drohen", "lauten", "hervorgehen", "begründen")  # a dam that threatens to break says nothing


def kind_of_noun(word: Word, lexicon: Lexicon) -> EntityKind | None:
    """What a noun stands for when it acts or speaks: a person, a group of them, a body, a country; else nothing."""
    titles, lemma = lexicon.titles, word.lemma
    plural = word.features.get("Number") == "Plur"
    if lemma in lexicon.names.countries:
        return EntityKind.COUNTRY
    if word.text in titles.persons or lemma in titles.persons or lemma in lexicon.names.counterparts:
        return EntityKind.GROUP if plural else EntityKind.PERSON
    if lemma in titles.organisations or word.text in titles.organisations or (len(lemma) > 6 and lemma.lower().endswith(titles.group_heads)):  # noqa: PLR2004  "Bank" stands in the list itself
        return EntityKind.ORGANISATION
    if is_title(word, lexicon):
        return EntityKind.GROUP if plural else EntityKind.PERSON
    if lemma in lexicon.names.groups:
        return EntityKind.GROUP
    kind = titles.people.get(lemma) or next((kind for kind, heads in titles.people_heads.items() if lemma.lower().endswith(heads)), None)
    return EntityKind.GROUP if kind is EntityKind.PERSON and plural else kind if kind is not EntityKind.PLACE else None


def speaks(sentence: Sentence, word: Word, lexicon: Lexicon) -> bool:
    """Der Gesetzentwurf [besagt], dass ...; laut dem Gutachten: whatever a source is, it is somebody's or something's word."""
    if word.upos != "NOUN" or word.head < 0:
        return False
    cased = {sentence.words[child].text.lower() for child in sentence.children[word.index] if sentence.words[child].relation == "case"}
    if cased & {"laut", "zufolge"}:
        return word.features.get("Number") != "Plur"
    verb = sentence.words[word.head]
    return (
        word.relation == "nsubj"
        and not cased
        and verb.upos == "VERB"
        and verb.lemma not in _SAID_OF_THINGS
        and acts_as_one(sentence, verb.index, lexicon)
        and _reports(sentence, verb)
        and not any(_is_better(sentence, child, lexicon) for child in sentence.children[verb.index] if child != word.index)
    )


def _is_better(sentence: Sentence, child: int, lexicon: Lexicon) -> bool:
    """Whether another subject names people: trees make two of `Die Lieferung sei sicher, sagte der Minister`."""
    word = sentence.words[child]
    return word.relation == "nsubj" and (word.upos == "PROPN" or names_people(word, lexicon))


def _reports(sentence: Sentence, verb: Word) -> bool:
    """Whether a clause or a quotation hangs on the verb."""
    below = [sentence.words[child] for child in sentence.children[verb.index]]
    return verb.relation == "parataxis" or any(child.relation in ("ccomp", "xcomp", "parataxis") and child.upos in ("VERB", "AUX", "ADJ", "NOUN") for child in below)


def kind_of_speaker(word: Word, lexicon: Lexicon) -> EntityKind:
    """Of a noun that speaks and is on no list: what its form tells."""
    person = names_people(word, lexicon) or word.lemma.endswith(_AGENTS)
    return EntityKind.GROUP if word.features.get("Number") == "Plur" else EntityKind.PERSON if person else EntityKind.OTHER


def gender_of_noun(noun: Word, kind: EntityKind, lexicon: Lexicon) -> str | None:
    """Of a person the natural one, as far as the noun tells; of others the grammatical one."""
    if kind is EntityKind.PERSON:
        return "f" if noun.text in lexicon.titles.feminine or noun.lemma.endswith("in") else None
    return {"Fem": "f", "Masc": "m"}.get(noun.features.get("Gender", ""))
