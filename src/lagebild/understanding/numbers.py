"""German numbers in figures and words."""

import re

_FIGURES = re.compile(r"\d{1,15}(?:,\d{1,9})?|\d{1,3}(?:[. \u00a0\u202f]\d{3}){1,5}(?:,\d{1,9})?|\d{1,15}\.\d{1,2}", re.ASCII)
_WORDS = {
    **dict(zip("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), range(2, 13), strict=True)),
    "fünfzehn": 15,
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "hundert": 100,
    "tausend": 1000,
}


def number(text: str) -> float | None:
    """The value of `3,5`, `50.000`, `50 000` or `zwölf`; None for other words. A dot before exactly three digits groups, else it is a decimal point."""
    if text.lower() in _WORDS:
        return float(_WORDS[text.lower()])
    if not _FIGURES.fullmatch(text):
        return None
    grouped = re.sub(r"[. \u00a0\u202f](?=\d{3}(?!\d))", "", text)
    return float(grouped.replace(",", "."))
