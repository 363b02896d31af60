"""The formats that can be added."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from lagebild.knowledge.foreign import Countries, Found, read_followthemoney, read_geonames, read_wikidata
from lagebild.knowledge.own_tables import read_csv, read_tables


@dataclass(frozen=True, slots=True)
class Format:
    """What a file is, the licence that its makers give it, and how it is read."""

    name: str
    licence: str
    read: Callable[[TextIO, Countries], Found]


GEONAMES = Format("GeoNames", "CC BY 4.0", read_geonames)
WIKIDATA = Format("Wikidata", "CC0 1.0", read_wikidata)
FOLLOWTHEMONEY = Format("FollowTheMoney", "as its publisher says", read_followthemoney)
CSV = Format("CSV", "one's own", read_csv)
TABLES = Format("tables", "one's own", read_tables)
FORMATS = {"geonames": GEONAMES, "wikidata": WIKIDATA, "followthemoney": FOLLOWTHEMONEY, "csv": CSV, "tables": TABLES}
