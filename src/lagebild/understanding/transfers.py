"""What was delivered, given or promised to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.entity import EntityKind
from lagebild.domain.event import RoleKind, Tense
from lagebild.domain.span import Evidence
from lagebild.domain.transfer import Category, Stage, Transfer
from lagebild.lexicon import Lexicon
from lagebild.understanding.claims import Claimed
from lagebild.understanding.entities import Cast
from lagebild.understanding.events import Told
from lagebild.understanding.things import things_of


def find_transfers(claims: Sequence[Claimed], cast: Cast, lexicon: Lexicon) -> Iterator[Transfer]:
    """The transfers that events tell of; the same goods between the same parties are told once."""
    told: list[tuple[Transfer, str]] = []
    for claimed in claims:
        if claimed.told.entry.transfer is not None:
            for transfer, goods in _transfers(claimed, cast, lexicon):
                if not any(goods == known and _may_be_same(transfer, before) for before, known in told):
                    told.append((transfer, goods))
    for number, (transfer, _) in enumerate(told, 1):
        yield replace(transfer, id=f"x{number}")


def _may_be_same(one: Transfer, other: Transfer) -> bool:
    """Whether nothing that is said of one speaks against its being the other."""
    if one.amount is not None and other.amount is not None and one.amount.value != other.amount.value:
        return False
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
    for thing in things_of(told, lexicon):
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
