"""Copy may be embargoed: nothing that we use writes to the home of a user."""

import os
import subprocess
import sys
from pathlib import Path


def test_reading_leaves_nothing_behind(tmp_path: Path) -> None:
    command = "import lagebild; print(len(lagebild.read('Der Minister trat am Montag zurück.').events))"
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(("ORT_", "CI", "XDG_", "GITHUB"))}
    done = subprocess.run([sys.executable, "-c", command], env=quiet | {"HOME": str(tmp_path)}, capture_output=True, text=True, check=True)  # noqa: S603  our own program
    assert int(done.stdout) == 1
    assert done.stderr == ""
    assert list(tmp_path.rglob("*")) == []
