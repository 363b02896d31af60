"""lagebild reads German news dispatches: `lagebild.read(text)` gives the record of one, `Pipeline` reads many.

A name is fetched when it is first asked for (PEP 562), so that importing lagebild loads neither network nor knowledge.
"""

from importlib import import_module

_HOMES = {
    "LagebildError": "lagebild.domain.errors",
    "Pipeline": "lagebild.pipeline",
    "Record": "lagebild.domain.record",
    "read": "lagebild.pipeline",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("importlib.metadata").version("lagebild")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*_HOMES, "__version__"])
