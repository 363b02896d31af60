"""What the knowledge file is made of, row by row, for tests that look at all of it."""

from pathlib import Path

from lagebild.knowledge import Organisation, Person, Place, Product
from lagebild.knowledge.sources import read_rows, read_tables

FOLDER = Path(__file__).parent.parent / "knowledge"
TABLES = read_tables(FOLDER)
WRITTEN = [row for path, tables in TABLES.items() for row in read_rows(path, tables)]
PLACES = [row.details for row in WRITTEN if isinstance(row.details, Place)]
ORGANISATIONS = [row.details for row in WRITTEN if isinstance(row.details, Organisation)]
PERSONS = [row.details for row in WRITTEN if isinstance(row.details, Person)]
PRODUCTS = [row.details for row in WRITTEN if isinstance(row.details, Product)]
