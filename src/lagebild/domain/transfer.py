"""What was delivered, given or promised to whom."""

from dataclasses import dataclass
from enum import StrEnum

from lagebild.domain.span import Evidence, Span


class Category(StrEnum):
    ARMS = "arms"
    TECHNOLOGY = "technology"
    ENERGY = "energy"
    FOOD = "food"
    MONEY = "money"
    AID = "aid"
    GOODS = "goods"


class Stage(StrEnum):
    PROMISED = "promised"
    PLANNED = "planned"
    DEMANDED = "demanded"
    CONSIDERED = "considered"
    DELIVERED = "delivered"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Amount:
    value: float
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Transfer:
    """`supplier` and `recipient` are entity ids, `claim` the id of the claim that it hangs on."""

    id: str
    supplier: str | None
    recipient: str | None
    item: Span
    category: Category
    stage: Stage
    claim: str
    amount: Amount | None = None
    evidence: tuple[Evidence, ...] = ()
