"""Write src/lagebild/knowledge/packed.json from the TOML beside it, which is what is edited.

    PYTHONPATH=src python training/pack_knowledge.py

TOML takes tens of milliseconds to read at every start, the JSON a few; a test holds both equal.
"""

from pathlib import Path

import msgspec

from lagebild.knowledge.sources import read_sources

FOLDER = Path(__file__).parent.parent / "src" / "lagebild" / "knowledge"

if __name__ == "__main__":
    packed = msgspec.json.encode(read_sources(FOLDER))
    # One entry a line, so that a change shows as one line
    (FOLDER / "packed.json").write_bytes(packed.replace(b'},{"', b'},\n{"') + b"\n")
