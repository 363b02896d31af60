from pathlib import Path

from lagebild.exports.attribution import attribution
from lagebild.knowledge import SHIPPED, Knowledge

PAGE = Path(__file__).parents[2] / "docs" / "attribution.md"


def test_the_page_is_of_the_shipped_file() -> None:
    made = attribution((source, number) for _, source, number in Knowledge([SHIPPED]).sources())
    assert PAGE.read_text("utf8") == made, "run `lagebild knowledge attribution > docs/attribution.md`"
    assert "GeoNames](https://www.geonames.org)" in made and "CC BY 4.0" in made and "Natural Earth" in made
