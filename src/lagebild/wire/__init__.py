"""Bytes to dispatches: agency plain copy and JSON Lines, each read as it came in."""

from lagebild.wire.agency_text import parse_agency_text
from lagebild.wire.conllu import Given, read_conllu
from lagebild.wire.overrides import Overrides
from lagebild.wire.sources import read_dispatches

__all__ = ("Given", "Overrides", "parse_agency_text", "read_conllu", "read_dispatches")
