"""What many tests need once."""

import pytest

from lagebild.pipeline import Pipeline


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The real thing, with the shipped weights."""
    return Pipeline.load()
