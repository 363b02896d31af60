import shutil
import time
from pathlib import Path

import pytest

from lagebild.domain.errors import KnowledgeError
from lagebild.knowledge import FOLDER, Knowledge
from lagebild.knowledge import _read as read  # pyright: ignore[reportPrivateUsage]
from lagebild.knowledge.entries import Entries
from lagebild.knowledge.sources import read_sources


def test_packed_json_says_what_the_toml_says() -> None:
    assert read(FOLDER / "packed.json", Entries) == read_sources(FOLDER), "run training/pack_knowledge.py"


def test_load_is_read_once() -> None:
    assert Knowledge.load() is Knowledge.load()


def test_load_is_fast(tmp_path: Path) -> None:
    spent: list[float] = []
    for run in range(5):
        folder = copied(tmp_path / str(run))
        start = time.perf_counter()
        Knowledge.load(folder)
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.06


@pytest.mark.parametrize("name", ["packed.json", "borders.json"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (copied(tmp_path / "knowledge") / name).unlink()
    with pytest.raises(KnowledgeError, match=rf"{name}: cannot be read .*install"):
        Knowledge.load(tmp_path / "knowledge")


@pytest.mark.parametrize("name", ["packed.json", "borders.json"])
@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"countries": [{"code": 1}]}', b"\xff\xfe", b'{"DE-FR": [[["north", 5.0]]]}'])
def test_a_broken_file_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (copied(tmp_path / "knowledge") / name).write_bytes(content)
    with pytest.raises(KnowledgeError, match=f"{name}: is broken"):
        Knowledge.load(tmp_path / "knowledge")


def copied(folder: Path) -> Path:
    folder.mkdir()
    for name in ("packed.json", "borders.json"):
        shutil.copy(FOLDER / name, folder)
    return folder
