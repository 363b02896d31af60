"""What was delivered, given or promised to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.domain.certainty import Certainty, Polarity
from lagebild.domain.document import Word
from lagebild.domain.event import Tense
from lagebild.domain.span import Evidence
from lagebild.domain.transfer import Category, Stage, Transfer
from lagebild.lexicon import Lexicon
from lagebild.understanding.cast import Cast
from lagebild.understanding.claims import Claimed
from lagebild.understanding.events import Told
from lagebild.understanding.things import things_of
from lagebild.understanding.trading import governing_verb, parties_of


def find_transfers(claims: Sequence[Claimed], cast: Cast, lexicon: Lexicon) -> Iterator[Transfer]:
    """The transfers that events tell of; the same goods between the same parties are told once, in a sentence by its verb: `[sagte] Hilfe zu`."""
    told: list[tuple[Transfer, str]] = []
    for claimed in sorted(claims, key=lambda one: (one.told.clauses.number, one.told.predicate is None)):
        if claimed.told.entry.transfer is not None:
            before = told[-1][0] if told else None
            for transfer, goods in _transfers(claimed, before, cast, lexicon):
                if not any(goods == known and _may_be_same(transfer, before) for before, known in told):
                    told.append((transfer, goods))
    for number, (transfer, _) in enumerate(told, 1):
        yield replace(transfer, id=f"x{number}")


def _may_be_same(one: Transfer, other: Transfer) -> bool:
    """Whether nothing that is said of one speaks against its being the other."""
    if one.amount is not None and other.amount is not None and one.amount.value != other.amount.value:
        return False
    return all(a is None or b is None or a == b for a, b in ((one.supplier, other.supplier), (one.recipient, other.recipient)))


def _transfers(claimed: Claimed, before: Transfer | None, cast: Cast, lexicon: Lexicon) -> Iterator[tuple[Transfer, str]]:
    told, clauses = claimed.told, claimed.told.clauses
    suppliers, recipients = parties_of(told, cast, lexicon)
    if before is not None and _is_in_exchange(told):  # who got then gives now
        suppliers = suppliers or ((before.recipient,) if before.recipient else ())
        recipients = recipients or ((before.supplier,) if before.supplier else ())
    if not recipients and (not suppliers or told.entry.transfer == "give"):
        return  # "brachte den Zug zum Stehen"
    stage = _stage(claimed, lexicon)
    evidence = (Evidence(told.event.trigger, f"transfer_by_{told.entry.transfer}"),)
    for thing in things_of(told, cast, lexicon):
        word = clauses.sentence.words[thing.word]
        if thing.category is None and (told.entry.transfer not in ("supply", "acquire", "receive") or (thing.amount is None and _is_abstract(word, lexicon))):
            continue  # who demands or promises "die Freilassung" moves no goods, nor who gives attention
        for supplier in suppliers or (None,):
            for recipient in recipients or (None,):
                yield Transfer("", supplier, recipient, thing.span, thing.category or Category.GOODS, stage, claimed.claim.id, thing.amount, evidence), word.lemma


def _is_in_exchange(told: Told) -> bool:
    """`Laos liefert Kohle, [im Gegenzug] schickt Vietnam Reis`: tit for tat."""
    around = told.predicate.word if told.predicate is not None else told.clauses.owner[told.word]
    own = told.clauses.clause(around) if around is not None else []
    return any(told.clauses.sentence.words[word].text in _TIT_FOR_TAT for word in own)


def _is_abstract(noun: Word, lexicon: Lexicon) -> bool:
    return noun.lemma.lower().endswith(lexicon.goods.abstract)


def _stage(claimed: Claimed, lexicon: Lexicon) -> Stage:
    """How far it has come, as the claim tells it; how sure that is, the claim says itself."""
    claim, told = claimed.claim, claimed.told
    above, rules = governing_verb(told), [evidence.rule for evidence in claim.evidence]
    cases = (
        (claim.polarity is Polarity.NEGATIVE or above in lexicon.events.stopping, Stage.DENIED),
        (told.entry.transfer == "promise", Stage.PROMISED if claim.certainty is Certainty.CERTAIN else Stage.CONSIDERED),
        (told.entry.transfer == "demand" or any(rule.endswith("demand") for rule in rules), Stage.DEMANDED),
        (any(rule.endswith("to_promise") for rule in rules), Stage.PROMISED),
        (any(rule.endswith("attribute") for rule in rules), Stage.PLANNED),
        (above in _WEIGHING, Stage.CONSIDERED),
        (told.event.tense is Tense.PAST and claim.certainty is not Certainty.UNKNOWN, Stage.DELIVERED),
        (claim.certainty is Certainty.CERTAIN and told.event.tense is Tense.PRESENT, Stage.DELIVERED),
        (claim.certainty in (Certainty.CERTAIN, Certainty.PROBABLE) and told.event.tense is Tense.FUTURE, Stage.PLANNED),
    )
    return next((stage for applies, stage in cases if applies), Stage.CONSIDERED)


_TIT_FOR_TAT = ("Gegenzug", "Gegenleistung", "Austausch", "Tausch")
_WEIGHING = ("prüfen", "erwägen", "diskutieren", "beraten", "verhandeln")
