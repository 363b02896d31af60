"""The entries as they are written by hand: TOML, slower to read than the packed JSON that is made of it."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import msgspec

from lagebild.knowledge.entries import Entries

Table = dict[str, Any]


def read_sources(folder: Path) -> Entries:
    """The entries of the three TOML files; raises msgspec.ValidationError saying where one is wrong."""
    countries = tomllib.loads((folder / "countries.toml").read_text("utf8"))["countries"]
    organisations = tomllib.loads((folder / "organisations.toml").read_text("utf8"))["organisations"]
    written = tomllib.loads((folder / "places.toml").read_text("utf8"))
    places, facilities = written["entries"]["places"], written["entries"]["facilities"]
    larger = {place["name"]: place["part_of"] for place in places if "part_of" in place}
    entries = {
        "countries": [_placed(country) for country in countries],
        "places": [_placed(_on_all_waters(place, larger)) for place in places],
        "facilities": [_placed(_on_all_waters(place, larger)) for place in facilities],
        "organisations": organisations,
        "generic": written["generic"],
    }
    return msgspec.convert(entries, Entries)


def _placed(table: Table) -> Table:
    rest = {field: value for field, value in table.items() if field not in ("lat", "lon")}
    return rest | {"country": rest.get("country")} | {"position": {"lat": table["lat"], "lon": table["lon"]}}


def _on_all_waters(place: Table, larger: Mapping[str, str]) -> Table:
    """Whoever lies on a part lies on the whole: Japanisches Meer, so Pazifik."""
    waters = list(cast(list[str], place.get("on", [])))
    for water in waters:  # grows while it is walked
        if water in larger and larger[water] not in waters:
            waters.append(larger[water])
    return place | {"on": waters}
