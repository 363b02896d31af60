"""What is written by hand: TOML files whose tables say what they hold."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import msgspec

from lagebild.domain.errors import KnowledgeError
from lagebild.knowledge.entries import Country, Details, Organisation, Person, Place, Product

Table = dict[str, Any]

KINDS: Mapping[str, type[Details]] = {"countries": Country, "places": Place, "facilities": Place, "organisations": Organisation, "persons": Person, "products": Product}
_OUTSIDE = ("source", "check", "id", "weight")  # of the row, not of what it describes


@dataclass(frozen=True, slots=True)
class Written:
    """A row as its writer left it; `note` says whence its facts are, `id` and `weight` are given by desks that have their own."""

    details: Details
    note: str
    checked: str | None = None
    id: str | None = None
    weight: float | None = None


def read_tables(folder: Path) -> dict[Path, Table]:
    """The TOML files of a folder in the order of their names; raises KnowledgeError naming a file that is broken."""
    found: dict[Path, Table] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            found[path] = tomllib.loads(path.read_text("utf8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise KnowledgeError(f"{path}: cannot be read as TOML ({error})") from error
    if not found:
        raise KnowledgeError(f"{folder}: has no TOML files; name the folder `knowledge` of lagebild's sources")
    return found


def read_rows(path: Path, tables: Table) -> Iterator[Written]:
    """The rows of a file; raises KnowledgeError naming the row that is wrong."""
    note = str(tables.get("source", "general knowledge of the writers"))
    for name, kind in KINDS.items():
        for row in cast(list[Table], tables.get(name, [])):
            try:
                yield written(row, kind, note)
            except (msgspec.ValidationError, KeyError, TypeError, ValueError) as error:
                raise KnowledgeError(f"{path}: {name}: {row.get('name', row)}: {error}") from error


def written(row: Table, kind: type[Details], note: str) -> Written:
    """A row of a table; raises ValueError, KeyError or TypeError for what it lacks or has too much."""
    table = {field: value for field, value in row.items() if field not in _OUTSIDE}
    if kind in (Place, Country):
        table = {field: value for field, value in table.items() if field not in ("lat", "lon")} | {"position": {"lat": row["lat"], "lon": row["lon"]}}
    if kind is Person:
        table["offices"] = [{"first" if f == "from" else "last" if f == "to" else f: v for f, v in office.items()} for office in cast(list[Table], row.get("offices", []))]
    if unknown := table.keys() - kind.__dataclass_fields__.keys():
        raise ValueError(f"has no field {', '.join(sorted(unknown))}")
    return Written(msgspec.convert(table, kind), str(row.get("source", note)), row.get("check"), row.get("id"), row.get("weight"))
