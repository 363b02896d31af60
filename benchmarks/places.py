"""Statements on where things lie: how many are read, and how many are judged rightly, on sentences of ours with negatives.

`corpus/geography/test.jsonl` is measured on; `practice.jsonl` beside it is what the rules were tried with. The writer of both did not see the rules.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from linking import read
from own import documents

from lagebild.domain.entity import Entity, Form
from lagebild.domain.geography import Geography, GeoRelation
from lagebild.pipeline import Pipeline
from lagebild.understanding import understand

FOLDER = Path(__file__).parent.parent / "corpus" / "geography"


def geography(pipeline: Pipeline, part: str, *, verbose: bool = False) -> dict[str, float]:
    """F1 of statements by subject, object and relation (direction counts as distance), and the share of verdicts that are right among those found."""
    counted = Counter[str]()
    for line in (FOLDER / f"{part}.jsonl").read_text("utf8").splitlines():
        row = json.loads(line)
        record = read(pipeline, row["text"])
        entities = {entity.id: entity for entity in record.entities}
        found = list(record.geography)
        for gold in row["statements"]:
            same = next((one for one in found if fits(one, gold, entities)), None)
            counted["gold"] += 1
            if same is None:
                if verbose:
                    print("missed", gold["subject"], gold["object"], gold["relation"], "|", row["text"])
                continue
            found.remove(same)
            counted["right"] += 1
            counted["verdict"] += same.verdict == gold["verdict"]
            if verbose and same.verdict != gold["verdict"]:
                print("verdict", same.verdict, same.reason, gold["verdict"], gold, "|", row["text"])
        counted["extra"] += len(found)
        for one in found if verbose else ():
            print("extra", entities[one.subject].name, entities[one.object or ""].name, one.relation, one.evidence[0].rule, "|", row["text"])
    precision, recall = counted["right"] / (counted["right"] + counted["extra"]), counted["right"] / counted["gold"]
    return {f"geography_{part}_f1": 200 * precision * recall / (precision + recall), f"geography_{part}_verdict": 100 * counted["verdict"] / counted["right"]}


def fits(one: Geography, gold: dict[str, Any], entities: dict[str, Entity]) -> bool:
    """Whether a statement of ours is the one that the writer meant."""
    relation = {"direction": "distance", "border": "border"}.get(one.relation, str(one.relation))
    wanted = {"direction": "distance"}.get(gold["relation"], gold["relation"])
    relation, wanted = ("border" if gold.get("feature") == "border" and one.object_feature == "border" else r for r in (relation, wanted))
    target = entities[one.object] if one.object else None
    return is_called(entities[one.subject], gold["subject"]) and target is not None and is_called(target, gold["object"]) and relation == wanted


def is_called(entity: Entity, name: str) -> bool:
    """By any of its names; a class noun in front and an ending do not matter."""
    names = {each.casefold() for each in (entity.name, *entity.names)}
    wanted = name.casefold()
    return any(each == wanted or each.endswith(f" {wanted}") or wanted.endswith(f" {each}") or each.rstrip("s") == wanted.rstrip("s") for each in names)


def on_dev(pipeline: Pipeline, shared: Path) -> dict[str, float]:
    """Statements of our dev articles, by overlap of the words that say where and by relation; only those whose subject and object have names.

    The rest tells where unnamed things lie (a house, an epicentre), which the record has no entity for.
    """
    counted = Counter[str]()
    for article, document in documents(pipeline, shared):
        found = list(understand(document, pipeline.lexicon, pipeline.knowledge).geography)
        named = {mention.entity for mention in article.record.mentions if mention.form is Form.NAME}
        for gold in article.record.geography:
            same = next((one for one in found if one.span.overlaps(gold.span) and _RELATIONS.get(one.relation, one.relation) == _RELATIONS.get(gold.relation, gold.relation)), None)
            if same:
                found.remove(same)
            if gold.subject in named and gold.object in named:
                counted["gold"] += 1
                counted["right"] += same is not None
        counted["extra"] += len(found)
    precision, recall = counted["right"] / max(counted["right"] + counted["extra"], 1), counted["right"] / counted["gold"]
    return {"own_geography_f1": 200 * precision * recall / max(precision + recall, 0.01)}


_RELATIONS = {GeoRelation.DIRECTION: GeoRelation.DISTANCE}


if __name__ == "__main__":
    print(geography(Pipeline.load(), sys.argv[1], verbose=True))
