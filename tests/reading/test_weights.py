"""Weights that cannot be used: one clear error that names the file and says what to do."""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from lagebild.domain.errors import WeightsError
from lagebild.reading import Reader
from lagebild.reading.weights import PROTOCOL, SHIPPED, load_weights

NAMES = ("network.onnx", "labels.npy", "embeddings.q4", "tokenizer.json")
REMEDY = "reinstall lagebild, or make the weights anew as training/README.md says"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped weights, to be damaged."""
    return shutil.copytree(SHIPPED, tmp_path / "weights")


def rewrite(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "network.json"
    described = json.loads(path.read_text("utf8"))
    change(described)
    path.write_text(json.dumps(described), "utf8")


def replace(folder: Path, name: str, content: bytes) -> None:
    """Other content under a checksum that is right."""
    (folder / name).write_bytes(content)
    rewrite(folder, lambda described: described["sha256"].update({name: sha256(content).hexdigest()}))


def complaint(folder: Path) -> str:
    with pytest.raises(WeightsError) as caught:
        load_weights(folder)
    message = str(caught.value)
    assert message.endswith(REMEDY)
    return message


def test_whole_weights_open(folder: Path) -> None:
    weights = load_weights(folder)
    assert weights.embed(weights.embeddings[:1, 0, 0].astype("int64")).shape == (1, 384)


def test_no_weights_at_all(tmp_path: Path) -> None:
    assert complaint(tmp_path / "nowhere").startswith(f"{tmp_path / 'nowhere' / 'network.json'}: cannot be read (No such file or directory)")
    with pytest.raises(WeightsError):
        Reader.load(tmp_path)


@pytest.mark.parametrize("name", [*NAMES, "network.json"])
def test_a_missing_file(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert complaint(folder).startswith(f"{folder / name}: cannot be read")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_short(folder: Path, name: str) -> None:
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[:-1])
    assert complaint(folder).startswith(f"{folder / name}: is damaged or of another version ({len(content) - 1} bytes, checksum differs")


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_file(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"")
    assert complaint(folder).startswith(f"{folder / name}: is damaged or of another version (0 bytes")


@pytest.mark.parametrize("protocol", [PROTOCOL + 1, 0, str(PROTOCOL), None])
def test_another_protocol(folder: Path, protocol: object) -> None:
    rewrite(folder, lambda described: described.update(protocol=protocol))
    assert complaint(folder).startswith(f"{folder / 'network.json'}: has protocol {protocol!r}, this lagebild reads protocol {PROTOCOL}")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"protocol": 1,}'])
def test_broken_json(folder: Path, content: bytes) -> None:
    (folder / "network.json").write_bytes(content)
    assert complaint(folder).startswith(f"{folder / 'network.json'}: is not JSON")


@pytest.mark.parametrize("content", [b"[]", b"1", b"null", b"{}"])
def test_json_that_describes_no_network(folder: Path, content: bytes) -> None:
    (folder / "network.json").write_bytes(content)
    assert complaint(folder).startswith(f"{folder / 'network.json'}: has protocol None")


def test_a_network_of_garbage_with_the_right_checksum(folder: Path) -> None:
    replace(folder, "network.onnx", b"\x00garbage" * 100)
    message = complaint(folder)
    assert message.startswith(f"{folder / 'network.onnx'}: onnxruntime ")
    assert "cannot open it" in message


def test_relations_that_do_not_fit_the_labels(folder: Path) -> None:
    rewrite(folder, lambda described: described["heads"]["relation"].append("vocative:odd"))
    assert complaint(folder).startswith(f"{folder / 'labels.npy'}: has ")


@pytest.mark.parametrize("name", ["labels.npy", "embeddings.q4", "tokenizer.json"])
def test_other_garbage_with_the_right_checksum(folder: Path, name: str) -> None:
    replace(folder, name, b"\x00garbage" * 100)
    assert complaint(folder).startswith(f"{folder / name}: ")


@pytest.mark.parametrize("field", ["sha256", "heads", "features"])
def test_a_description_that_lacks_a_field(folder: Path, field: str) -> None:
    rewrite(folder, lambda described: described.pop(field))
    assert complaint(folder).startswith(f"{folder / 'network.json'}: ")
