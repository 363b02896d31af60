"""What many tests need once."""

import os

import pytest
from hypothesis import settings

from lagebild.pipeline import Pipeline

# A busy machine is no failure; and what CI says of a commit it should say again.
settings.register_profile("lagebild", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("lagebild")


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The real thing, with the shipped weights."""
    return Pipeline.load()
