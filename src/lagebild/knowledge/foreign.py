"""Other people's knowledge, entry by entry: Wikidata dumps, FollowTheMoney entities, GeoNames.

A reader takes an open file and gives what it finds, `Written` or the fault of a line that is none; it keeps no more than a line.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TextIO

import msgspec

from lagebild.domain.entity import Position
from lagebild.knowledge.entries import Organisation, OrganisationKind, Person, Place, PlaceKind
from lagebild.knowledge.sources import Table, Written

Countries = Mapping[str, str]  # ISO codes by Wikidata id
Found = Iterator[Written | str | None]  # a fault in words; None for an entry of a kind that news does not name

# GeoNames' feature classes, and the codes that tell more
_FEATURES = {
    "P": PlaceKind.CITY,
    "A": PlaceKind.REGION,
    "H": PlaceKind.LAKE,
    "T": PlaceKind.MOUNTAIN,
    "S": PlaceKind.SITE,
    "L": PlaceKind.REGION,
    "U": PlaceKind.SEA,
    "V": PlaceKind.REGION,
}
_CODES = {
    "PPLC": PlaceKind.CAPITAL,
    "ISL": PlaceKind.ISLAND,
    "AIRP": PlaceKind.AIRPORT,
    "PRT": PlaceKind.PORT,
    "STM": PlaceKind.RIVER,
    "STRT": PlaceKind.STRAIT,
    "SEA": PlaceKind.SEA,
}
_GEONAMES_COLUMNS = 19


def read_geonames(file: TextIO, _: Countries) -> Found:
    """allCountries.txt and its like: id, name, ASCII name, other names, latitude, longitude, class, code, country, ..., population in column 15."""
    for number, line in enumerate(file, 1):
        fields = line.rstrip("\n").split("\t")
        kind = _CODES.get(fields[7]) or _FEATURES.get(fields[6]) if len(fields) == _GEONAMES_COLUMNS else None
        try:
            if len(fields) != _GEONAMES_COLUMNS:
                raise ValueError(f"{len(fields)} columns, not {_GEONAMES_COLUMNS}")  # noqa: TRY301
            others = tuple(name for name in dict.fromkeys(fields[3].split(",")) if name and name != fields[1])
            place = Place(fields[1], kind, Position(float(fields[4]), float(fields[5])), fields[8] or None, variants=others, inhabitants=int(fields[14]) or None) if kind else None
            yield place and Written(place, "GeoNames", id=f"geonames:{int(fields[0])}")
        except ValueError as error:
            yield f"line {number}: {error}"


def read_wikidata(file: TextIO, countries: Countries) -> Found:
    """A JSON dump, one item a line, with or without the brackets and commas of the whole; offices are left out, as a line has no names for them."""
    for number, line in enumerate(file, 1):
        text = line.strip().rstrip(",")
        if text in ("", "[", "]"):
            continue
        try:
            yield _entity_of_wikidata(msgspec.json.decode(text), countries)
        except (msgspec.DecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
            yield f"line {number}: {error}"


def _entity_of_wikidata(item: Table, countries: Countries) -> Written | None:
    claims: Table = item.get("claims", {})
    labels: Table = item.get("labels", {})
    label = labels.get("de") or labels.get("mul") or labels.get("en")
    if label is None:
        return None
    variants = tuple(alias["value"] for alias in item.get("aliases", {}).get("de", ()))
    kinds = {str(value["id"]) for value in _values(claims, "P31")}
    name, place = label["value"], next(iter(_values(claims, "P625")), None)
    if "Q5" in kinds:
        died = next((_day(value) for value in _values(claims, "P570")), None)
        gender = {"Q6581097": "m", "Q6581072": "f"}.get(_id_of(claims, "P21") or "")
        details = Person(name, gender, countries.get(_id_of(claims, "P27") or ""), died=died, variants=variants)
    elif "P159" in claims or "P452" in claims:
        details = Organisation(name, OrganisationKind.BODY, countries.get(_id_of(claims, "P17") or ""), variants)
    elif place is not None:
        inhabitants = next((int(float(value["amount"])) for value in _values(claims, "P1082")), None)
        kind = PlaceKind.CITY if inhabitants else PlaceKind.SITE
        details = Place(name, kind, Position(place["latitude"], place["longitude"]), countries.get(_id_of(claims, "P17") or ""), variants=variants, inhabitants=inhabitants)
    else:
        return None
    return Written(details, "Wikidata", id=item["id"])


def _values(claims: Table, wanted: str) -> list[Any]:
    return [value for claim in claims.get(wanted, ()) if claim.get("rank") != "deprecated" and (value := claim["mainsnak"].get("datavalue", {}).get("value")) is not None]


def _id_of(claims: Table, wanted: str) -> str | None:
    return next((value["id"] for value in _values(claims, wanted)), None)


def _day(value: Table) -> str:
    """`+2014-05-25T00:00:00Z` with its precision as EDTF."""
    day = value["time"].removeprefix("+")[:10]
    return day[: {9: 4, 10: 7}.get(value.get("precision", 11), 10)]


_BODIES = {
    "Company": OrganisationKind.COMPANY,
    "Organization": OrganisationKind.BODY,
    "PublicBody": OrganisationKind.BODY,
    "LegalEntity": OrganisationKind.BODY,
}


def read_followthemoney(file: TextIO, _: Countries) -> Found:
    """Entities as JSON Lines (OpenSanctions and others): people and bodies by their names, aliases and countries."""
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            entity = msgspec.json.decode(line)
            fields, schema = entity["properties"], entity["schema"]
            names = fields.get("name", [])
            if not names or schema not in (*_BODIES, "Person"):
                yield None
                continue
            others = tuple(dict.fromkeys([*names[1:], *fields.get("alias", ()), *fields.get("weakAlias", ())]))
            country = next((code.upper() for code in (*fields.get("nationality", ()), *fields.get("country", ()))), None)
            details = Person(names[0], country=country, variants=others) if schema == "Person" else Organisation(names[0], _BODIES[schema], country, others)
            yield Written(details, "FollowTheMoney", id=entity["id"])
        except (msgspec.DecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
            yield f"line {number}: {error}"
