"""What was delivered, given or promised to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.entity import EntityKind
from lagebild.domain.event import EventRole, RoleKind, Tense
from lagebild.domain.span import Evidence, Span
from lagebild.domain.transfer import Amount, Category, Stage, Transfer
from lagebild.lexicon import Lexicon
from lagebild.understanding.amounts import amount_of, category_of
from lagebild.understanding.claims import Claimed
from lagebild.understanding.clauses import Clauses
from lagebild.understanding.entities import Cast
from lagebild.understanding.events import Told
from lagebild.understanding.phrases import conjuncts, noun_phrase, stretch


def find_transfers(claims: Sequence[Claimed], cast: Cast, lexicon: Lexicon) -> Iterator[Transfer]:
    """The transfers that events tell of; the same goods between the same parties are told once."""
    told: list[tuple[Transfer, str]] = []
    for claimed in claims:
        if claimed.told.entry.transfer is not None:
            for transfer, goods in _transfers(claimed, cast, lexicon):
                if not any(goods == known and _same_parties(transfer, before) for before, known in told):
                    told.append((transfer, goods))
    for number, (transfer, _) in enumerate(told, 1):
        yield replace(transfer, id=f"x{number}")


def _same_parties(one: Transfer, other: Transfer) -> bool:
    """Whether nothing that is said of one speaks against its being the other."""
    return all(a is None or b is None or a == b for a, b in ((one.supplier, other.supplier), (one.recipient, other.recipient)))


def _transfers(claimed: Claimed, cast: Cast, lexicon: Lexicon) -> Iterator[tuple[Transfer, str]]:
    told, clauses = claimed.told, claimed.told.clauses
    supplier, recipient = _party(told, RoleKind.ACTOR, cast, lexicon), _party(told, RoleKind.RECIPIENT, cast, lexicon)
    if told.entry.transfer in ("acquire", "demand"):  # kaufen, fordern: who acts receives
        supplier, recipient = recipient, supplier
    if supplier is None and recipient is None:
        return
    stage = _stage(claimed)
    evidence = (Evidence(told.event.trigger, f"transfer_by_{told.entry.transfer}"),)
    for thing in _things(told, lexicon):
        if thing.category is None and told.entry.transfer not in ("supply", "acquire"):
            continue  # who demands or promises "die Freilassung" moves no goods
        word = clauses.sentence.words[thing.word]
        yield Transfer("", supplier, recipient, thing.span, thing.category or Category.GOODS, stage, claimed.claim.id, thing.amount, evidence), word.lemma


def _party(told: Told, role: RoleKind, cast: Cast, lexicon: Lexicon) -> str | None:
    """Who fills a role; whoever holds an office of a state gives and takes for that state."""
    entity = next((filler.entity for filler in told.event.roles if filler.role is role), None)
    if entity is None:
        return None
    person = cast.by_id(entity)
    if person.kind is not EntityKind.PERSON or person.country is None or not any(_is_office(role.title, lexicon) for role in person.roles):
        return entity
    return next((state.id for state in cast.entities if state.kind is EntityKind.COUNTRY and state.country == person.country), entity)


def _is_office(title: str, lexicon: Lexicon) -> bool:
    return any(word in lexicon.titles.offices or word.lower().endswith(lexicon.titles.office_heads) for word in title.split())


@dataclass(frozen=True, slots=True)
class _Thing:
    word: int
    span: Span
    category: Category | None
    amount: Amount | None


def _things(told: Told, lexicon: Lexicon) -> Iterator[_Thing]:
    """What is delivered: the items of a verb, each coordinated one apart; of a noun like `Waffenlieferung` the noun itself."""
    clauses = told.clauses
    if told.predicate is None:
        inner = [c for c in clauses.sentence.children[told.word] if clauses.sentence.words[c].relation == "nmod" and category_of(clauses.sentence.words[c].lemma, lexicon)]
        if inner:  # "die Lieferung von 40 Panzern": the panzers are what is delivered
            yield from (_thing(clauses, word, lexicon) for word in conjuncts(clauses.sentence, inner[0]))
            return
        category = category_of(clauses.sentence.words[told.word].lemma, lexicon, part=True) or Category.GOODS
        yield _Thing(told.word, stretch(clauses.sentence, _with_attributes(clauses, told.word)), category, None)
        return
    heads = [head for filler in told.event.roles if filler.role is RoleKind.ITEM and filler.entity is None for head in _words_at(clauses, filler)]
    things = [_thing(clauses, word, lexicon) for head in heads for word in conjuncts(clauses.sentence, head)]
    yield from _with_their_measures(things)


def _with_their_measures(things: list[_Thing]) -> Iterator[_Thing]:
    """`400 Tonnen Mais`, which trees may take for two objects, as one thing."""
    measure: _Thing | None = None
    for thing in things:
        if measure is not None and thing.span.start == measure.span.stop + 1:
            yield replace(thing, span=Span(measure.span.start, thing.span.stop), amount=measure.amount)
            measure = None
            continue
        if measure is not None:
            yield measure
        measure = thing if thing.category is None and thing.amount is not None else None
        if measure is None:
            yield thing
    if measure is not None:
        yield measure


def _words_at(clauses: Clauses, filler: EventRole) -> list[int]:
    """The head of a role's words: the one whose governor stands outside."""
    inside = [word.index for word in clauses.sentence.words if filler.span.contains(word.span)]
    return [i for i in inside if clauses.sentence.words[i].head not in inside][:1]


def _thing(clauses: Clauses, word: int, lexicon: Lexicon) -> _Thing:
    noun = clauses.sentence.words[word]
    counted = next(
        (
            c
            for c in clauses.sentence.children[word]
            if clauses.sentence.words[c].upos in ("NOUN", "PROPN") and clauses.sentence.words[c].relation in ("nmod", "appos", "flat", "compound")
        ),
        None,
    )
    measured = noun.lemma in lexicon.goods.measures or noun.text in lexicon.goods.measures or noun.text in lexicon.goods.units
    category = category_of(noun.lemma, lexicon) or (category_of(clauses.sentence.words[counted].lemma, lexicon) if counted is not None and measured else None)
    words = [i for i in noun_phrase(clauses, word) if not _is_conjunct_part(clauses, word, i)]
    phrase = [i for i in words if clauses.sentence.words[i].upos not in ("DET", "PUNCT") or i == word] or [word]
    return _Thing(word, stretch(clauses.sentence, phrase), category, amount_of(clauses, words, lexicon))


def _is_conjunct_part(clauses: Clauses, word: int, other: int) -> bool:
    return other != word and clauses.sentence.words[other].upos == "CCONJ"


def _with_attributes(clauses: Clauses, noun: int) -> list[int]:
    words = clauses.sentence.words
    return sorted([noun, *(c for c in clauses.sentence.children[noun] if words[c].relation == "amod" and c < noun)])


def _stage(claimed: Claimed) -> Stage:
    claim, told = claimed.claim, claimed.told
    if claim.polarity is Polarity.NEGATIVE:
        return Stage.DENIED
    if told.entry.transfer == "promise":
        return Stage.PROMISED if claim.certainty is Certainty.CERTAIN else Stage.CONSIDERED
    if told.entry.transfer == "demand" or any(evidence.rule.endswith("demand") for evidence in claim.evidence):
        return Stage.DEMANDED
    if any(evidence.rule.endswith(("to_promise", "attribute")) for evidence in claim.evidence):
        return Stage.PROMISED if any(evidence.rule.endswith("to_promise") for evidence in claim.evidence) else Stage.PLANNED
    if claim.certainty is Certainty.CERTAIN:
        return Stage.PLANNED if told.event.tense is Tense.FUTURE else Stage.DELIVERED
    return Stage.PLANNED if claim.certainty is Certainty.PROBABLE and told.event.tense is Tense.FUTURE else Stage.CONSIDERED
