"""The identity of a dispatch: whose it is and what it says, and nothing else."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lagebild.domain.dispatch import dispatch_id

printed = st.text(st.characters(exclude_characters="\x00", exclude_categories=()))  # lone surrogates too: broken feeds have them


def test_the_id_differs_by_source_and_by_text() -> None:
    ids = {dispatch_id(source, text) for source in ("nda", "rdn") for text in ("Die Brücke ist gesperrt.", "Die Brücke ist gesperrt. ", "Die Bru\u0308cke ist gesperrt.")}
    assert len(ids) == 6


def test_source_and_text_do_not_run_together() -> None:
    assert dispatch_id("nda", "Eil: Bonn") != dispatch_id("ndaEil: ", "Bonn")
    assert dispatch_id("", "nda") != dispatch_id("nda", "")


def test_the_id_is_the_same_in_every_run() -> None:
    assert dispatch_id("nda", "Köln") == "c66f14a51c10b04988f10575a67abbd4720de1d5246c70dccf3990d043f2782f"


@given(printed, printed, printed, printed)
def test_equal_ids_mean_equal_dispatches(source: str, text: str, other_source: str, other_text: str) -> None:
    one, other = dispatch_id(source, text), dispatch_id(other_source, other_text)
    assert re.fullmatch(r"[0-9a-f]{64}", one)
    assert (one == other) == ((source, text) == (other_source, other_text))
