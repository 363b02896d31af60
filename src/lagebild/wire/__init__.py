"""Bytes to dispatches: agency plain copy and JSON Lines, each read as it came in."""

from lagebild.wire.overrides import Overrides
from lagebild.wire.sources import read_dispatches

__all__ = ("Overrides", "read_dispatches")
