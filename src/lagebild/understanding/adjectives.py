"""German adjectives without their endings."""

_ENDINGS = ("en", "em", "er", "es", "e")
_SHORTEST = 3


def adjective_stem(word: str) -> str:
    """`geplanten` without its ending: `geplant`; short words stay whole."""
    return next((word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST), word)
