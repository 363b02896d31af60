"""Tables of one's own: CSV, TOML and YAML with the fields of lagebild's own sources."""

import csv
import tomllib
from typing import Any, TextIO

import msgspec
import yaml

from lagebild.knowledge.foreign import Countries, Found
from lagebild.knowledge.sources import KINDS, written


def read_csv(file: TextIO, _: Countries) -> Found:
    """A header, then a line an entry: `table` (places, persons, ...), `name`, and any other field of that table; `variants` joined by |."""
    for number, line in enumerate(csv.DictReader(file), 2):
        row = {field: value for field, value in line.items() if field and value}
        try:
            kind = KINDS[row.pop("table")]
            yield written({field: _cell(field, value) for field, value in row.items()}, kind, "")
        except (msgspec.ValidationError, KeyError, TypeError, ValueError) as error:
            yield f"line {number}: {f'has no column {error}' if isinstance(error, KeyError) else error}"


def _cell(field: str, value: str) -> object:
    if field in ("variants", "on", "coasts"):
        return value.split("|")
    if field in ("lat", "lon", "weight"):
        return float(value)
    return value == "true" if field == "ambiguous" else value


def read_tables(file: TextIO, _: Countries) -> Found:
    """TOML or YAML with the tables of lagebild's own sources: countries, places, organisations, persons, products."""
    tables: Any = tomllib.loads(file.read()) if file.name.endswith(".toml") else yaml.safe_load(file)
    if not isinstance(tables, dict) or not tables.keys() & KINDS.keys():
        yield f"has none of the tables {', '.join(KINDS)}"
        return
    for name, kind in KINDS.items():
        for number, row in enumerate(tables.get(name) or (), 1):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType, reportUnknownMemberType]
            try:
                yield written(row, kind, "")  # pyright: ignore[reportUnknownArgumentType]
            except (msgspec.ValidationError, KeyError, TypeError, ValueError, AttributeError) as error:
                yield f"{name} {number}: {f'has no {error}' if isinstance(error, KeyError) else error}"
