"""What was delivered or promised to whom: how many transfers are read with both parties right, on sentences of ours with negatives.

    PYTHONPATH=corpus:benchmarks python benchmarks/deliveries.py practice

`corpus/transfers/test.jsonl` is measured on and was not read by who wrote the rules; `practice.jsonl` beside it is what they were tried with.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from linking import read

from lagebild.domain.record import Record
from lagebild.domain.transfer import Transfer
from lagebild.pipeline import Pipeline

FOLDER = Path(__file__).parent.parent / "corpus" / "transfers"


def transfers(pipeline: Pipeline, part: str, *, verbose: bool = False) -> dict[str, float]:
    """F1 of transfers whose supplier and recipient are both right (also where one is not told); of those, how often thing, stage and amount are."""
    counted = Counter[str]()
    for line in (FOLDER / f"{part}.jsonl").read_text("utf8").splitlines():
        row = json.loads(line)
        record = read(pipeline, row["text"])
        left = list(record.transfers)
        for gold in row["transfers"]:
            fitting = [one for one in left if fits(one, gold, record)]
            same = max(fitting, key=lambda one: is_thing(one, gold, record), default=None)
            counted["gold"] += 1
            if same is None:
                if verbose:
                    print("missed", {name: gold[name] for name in ("supplier", "recipient", "item")}, "|", row["text"])
                continue
            left.remove(same)
            counted["right"] += 1
            wrong = [name for name, right in judged(same, gold, record).items() if not right]
            counted.update({name: 1 for name in judged(same, gold, record) if name not in wrong})
            if verbose and wrong:
                print("but", wrong, same.stage, same.category, same.amount and same.amount.value, same.item.of(record.dispatch.text), "|", gold, "|", row["text"])
        counted["extra"] += len(left)
        for one in left if verbose else ():
            print("extra", party(one.supplier, record), party(one.recipient, record), one.item.of(record.dispatch.text), one.stage, "|", row["text"])
    total = 2 * counted["right"] + counted["extra"] + counted["gold"] - counted["right"]
    shares = {f"transfers_{part}_{name}": 100 * counted[name] / max(1, counted["right"]) for name in ("item", "stage", "amount", "category")}
    return {f"transfers_{part}_f1": 200 * counted["right"] / total} | shares


def party(entity: str | None, record: Record) -> str | None:
    return next((one.name for one in record.entities if one.id == entity), None)


def fits(one: Transfer, gold: dict[str, Any], record: Record) -> bool:
    return is_called(one.supplier, gold["supplier"], record) and is_called(one.recipient, gold["recipient"], record)


def is_called(entity: str | None, name: str | None, record: Record) -> bool:
    """By any of its names or descriptions; an ending and what stands before the name do not matter."""
    if entity is None or name is None:
        return entity is None and name is None
    one = next(each for each in record.entities if each.id == entity)
    spoken = [mention.span.of(record.dispatch.text) for mention in record.mentions if mention.entity == entity]
    names = {each.casefold() for each in (one.name, *one.names, *spoken)}
    wanted = name.casefold()
    return any(each == wanted or each.endswith(f" {wanted}") or wanted.endswith(f" {each}") or each.removesuffix("s") == wanted.removesuffix("s") for each in names)


def is_thing(one: Transfer, gold: dict[str, Any], record: Record) -> bool:
    """Whether the thing's words hold the gold's head, whatever its ending."""
    words, head = one.item.of(record.dispatch.text).casefold(), gold["item"].casefold().split()[-1]
    return head[: max(4, len(head) - 2)] in words


def judged(one: Transfer, gold: dict[str, Any], record: Record) -> dict[str, bool]:
    value = one.amount.value if one.amount else None
    return {
        "item": is_thing(one, gold, record),
        "stage": str(one.stage) == gold["stage"],
        "amount": value == gold["value"],
        "category": str(one.category) == gold["category"],
    }


if __name__ == "__main__":
    print(transfers(Pipeline.load(), sys.argv[1], verbose=sys.argv[1] == "practice"))
