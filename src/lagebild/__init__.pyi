# What the lazy names of __init__.py are, for type checkers and editors; tests/test_house.py holds the two together.
from lagebild.domain.errors import LagebildError
from lagebild.domain.record import Record
from lagebild.pipeline import Pipeline, read

__all__ = ["LagebildError", "Pipeline", "Record", "__version__", "read"]

__version__: str
