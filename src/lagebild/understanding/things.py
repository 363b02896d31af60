"""What an event moves: the things, each with its kind and amount."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lagebild.domain.entity import EntityKind
from lagebild.domain.event import EventRole, RoleKind
from lagebild.domain.span import Span
from lagebild.domain.transfer import Amount, Category
from lagebild.lexicon import Lexicon
from lagebild.understanding.amounts import amount_of, category_of
from lagebild.understanding.cast import Cast
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.events import Told
from lagebild.understanding.phrases import conjuncts, head_of, noun_phrase, preposition, stretch


@dataclass(frozen=True, slots=True)
class Thing:
    word: int
    span: Span
    category: Category | None
    amount: Amount | None
    unit: bool = False  # Millionen, which count something else


def things_of(told: Told, cast: Cast, lexicon: Lexicon) -> Iterator[Thing]:
    """What is delivered: the items of a verb, each coordinated one apart; of a noun like `Waffenlieferung` the noun itself."""
    clauses = told.clauses
    if told.predicate is None:
        inner = _things_of_noun(told, lexicon)
        if inner:  # "die Lieferung von 40 Panzern": the panzers are what is delivered
            yield from _with_their_measures([_thing(told, word, lexicon) for head in inner for word in conjuncts(clauses.sentence, head)])
            return
        category = category_of(clauses.sentence.words[told.word].lemma, lexicon, part=True) or Category.GOODS
        yield Thing(told.word, stretch(clauses.sentence, _with_attributes(clauses, told.word)), category, _worth(clauses, told.word, lexicon))
        return
    items = [filler.span for filler in told.event.roles if filler.role is RoleKind.ITEM and _is_no_party(filler, cast)]
    heads = [head for span in items if (head := head_of(clauses.sentence, span)) is not None]
    if told.entry.thing:  # "unterstützt den Umzug" moves nothing, "unterstützt Polen mit Panzern" does
        heads = [head for head in heads if preposition(clauses.sentence, head) in told.entry.thing]
    yield from _with_their_measures([_thing(told, head, lexicon) for head in heads])


def _is_no_party(filler: EventRole, cast: Cast) -> bool:
    return filler.entity is None or cast.by_id(filler.entity).kind in (EntityKind.PRODUCT, EntityKind.OTHER)


def _things_of_noun(told: Told, lexicon: Lexicon) -> list[int]:
    """What hangs on `Lieferung`, `Übergabe`, `Verkauf` in the genitive or behind `von`, unless it is a party; a compound (`Waffenlieferung`) names it itself."""
    clauses, words = told.clauses, told.clauses.sentence.words
    parties = _words_of_parties(told)
    below = [c for c in clauses.sentence.children[told.word] if words[c].relation == "nmod" and words[c].upos == "NOUN" and c > told.word and c not in parties]
    if category_of(words[told.word].lemma, lexicon, part=True) is None:
        return [c for c in below if preposition(clauses.sentence, c) in ("", "von", "mit")]
    return [c for c in below if category_of(words[c].lemma, lexicon)]


def _words_of_parties(told: Told) -> set[int]:
    words = told.clauses.sentence.words
    return {word.index for role in told.event.roles if role.entity and role.role is not RoleKind.ITEM for word in words if role.span.contains(word.span)}


def _worth(clauses: Clauses, word: int, lexicon: Lexicon) -> Amount | None:
    """Ein Kredit [über 150 Millionen Dollar], Dünger [im Wert von vier Millionen Euro]"""
    words = clauses.sentence.words
    money = next((i for i in clauses.subtree(word) if i > word and words[i].text in lexicon.goods.currencies), None)
    first = next((i for i in range(money - 1, max(word, money - 5), -1) if words[i].text.lower() in _OF_WORTH), None) if money is not None else None
    return amount_of(clauses, list(range(first, money + 1)), lexicon) if first is not None and money is not None else None


_OF_WORTH = ("über", "von", "mit", "für")


def _with_their_measures(things: list[Thing]) -> Iterator[Thing]:
    """`400 Tonnen Mais`, which trees may take for two objects, as one thing."""
    measure: Thing | None = None
    for thing in _joined_with_worth(things):
        if measure is not None and thing.span.start == measure.span.stop + 1:
            yield replace(thing, span=Span(measure.span.start, thing.span.stop), amount=measure.amount)
            measure = None
            continue
        if measure is not None:
            yield measure
        measure = thing if thing.amount is not None and (thing.category is None or thing.unit) else None
        if measure is None:
            yield thing
    if measure is not None:
        yield measure


def _joined_with_worth(things: list[Thing]) -> Iterator[Thing]:
    """`einen Kredit über 150 Millionen Dollar`, which trees may take for two objects."""
    waiting: Thing | None = None
    for thing in things:
        if waiting is not None and waiting.amount is None and thing.category is Category.MONEY and thing.amount is not None and thing.span.start == waiting.span.stop + 1:
            yield replace(waiting, amount=thing.amount)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = thing
    if waiting is not None:
        yield waiting


def _thing(told: Told, word: int, lexicon: Lexicon) -> Thing:
    clauses, parties = told.clauses, _words_of_parties(told)
    noun = clauses.sentence.words[word]
    counted = next(
        (
            c
            for c in clauses.sentence.children[word]
            if clauses.sentence.words[c].upos in ("NOUN", "PROPN")
            and clauses.sentence.words[c].relation in ("nmod", "appos", "flat", "compound")
            and clauses.sentence.words[c].text not in lexicon.goods.units
        ),
        None,
    )
    measured = noun.lemma in lexicon.goods.measures or noun.text in lexicon.goods.measures or noun.text in lexicon.goods.units
    category = category_of(noun.lemma, lexicon) or (category_of(clauses.sentence.words[counted].lemma, lexicon) if counted is not None and measured else None)
    words = [i for i in noun_phrase(clauses, word) if not _is_conjunct_part(clauses, word, i)]
    phrase = [i for i in words if (clauses.sentence.words[i].upos not in ("DET", "PUNCT") and i not in parties) or i == word] or [word]
    if category is None and noun.text in lexicon.goods.currencies:
        category = Category.MONEY
    return Thing(word, stretch(clauses.sentence, phrase), category, amount_of(clauses, words, lexicon) or _worth(clauses, word, lexicon), noun.text in lexicon.goods.units)


def _is_conjunct_part(clauses: Clauses, word: int, other: int) -> bool:
    return other != word and clauses.sentence.words[other].upos == "CCONJ"


def _with_attributes(clauses: Clauses, noun: int) -> list[int]:
    words = clauses.sentence.words
    return sorted([noun, *(c for c in clauses.sentence.children[noun] if words[c].relation == "amod" and c < noun)])
