"""The examples read as they did when somebody last looked: each record, drawn under its text.

After a wanted change: REDRAW=1 pytest tests/golden, then read the difference before it is committed.
"""

import os
from pathlib import Path

import pytest
from drawing import draw

from lagebild.domain.dispatch import Dispatch
from lagebild.pipeline import Pipeline
from lagebild.wire import Overrides, read_dispatches

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[1] / "examples").glob("*.txt"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_reads_as_drawn(example: Path, pipeline: Pipeline) -> None:
    drawn = "\n".join(draw(pipeline.read(dispatch)) for dispatch in read_dispatches(example, Overrides()) if isinstance(dispatch, Dispatch))
    golden = HERE / f"{example.stem}.txt"
    if os.environ.get("REDRAW"):
        golden.write_text(drawn, encoding="utf8")
    assert drawn == golden.read_text("utf8")


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8
