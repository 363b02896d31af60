import re
from importlib import resources

import pytest

CSS = (resources.files("lagebild.web") / "page.css").read_text("utf8")
PALETTES = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]]
INKS = ("ink", "quiet", "link", "certain", "probable", "possible", "unknown", "bad")
PAPERS = ("paper", "lit", "near", "quotation")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_paper(palette: dict[str, str]) -> None:
    for ink in INKS:
        for paper in PAPERS:
            darker, lighter = sorted((luminance(palette[ink]), luminance(palette[paper])))
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5, f"{ink} on {paper}"


def test_there_is_a_light_and_a_dark_palette_of_the_same_colours() -> None:
    light, dark = PALETTES
    assert set(light) == set(dark)
