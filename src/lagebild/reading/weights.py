"""The network's files: found, checked, opened."""

import gzip
import hashlib
import io
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from lagebild.domain.errors import WeightsError
from lagebild.reading.lemmas import Lemmas

# From 1.29 on onnxruntime keeps a device number below HOME and reports to its maker, from its import on, unless this is set before.
os.environ["ORT_DISABLE_TELEMETRY"] = os.environ["ORT_TELEMETRY_DISABLED"] = "1"

import onnxruntime  # pyright: ignore[reportMissingTypeStubs]  it ships none

PROTOCOL = 2
Opened = TypeVar("Opened")
SHIPPED = Path(__file__).parent / "weights"
HIDDEN = 384
_BLOCKS, _BLOCK = HIDDEN // 32, 18  # Q4_0: 32 elements in 18 bytes, a float16 scale and 16 bytes of nibbles
_REMEDY = "reinstall lagebild, or make the weights anew as training/README.md says"


@dataclass(frozen=True, slots=True)
class Weights:
    """An opened network: `heads` lists what each head can say, `embeddings` the 4-bit rows of the pieces."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    embeddings: NDArray[np.uint8]
    labels: NDArray[np.float32]
    lemmas: Lemmas
    heads: Mapping[str, tuple[str, ...]]
    features: tuple[str, ...]

    def embed(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Rows of pieces, any shape (...) -> float32 (..., 384)."""
        rows = self.embeddings[ids]
        scale = np.ascontiguousarray(rows[..., :2]).view(np.float16).astype(np.float32)
        vectors = np.empty((*rows.shape[:-1], 32), np.float32)
        vectors[..., :16], vectors[..., 16:] = rows[..., 2:] & 15, rows[..., 2:] >> 4
        vectors -= 8
        vectors *= scale
        return vectors.reshape(*ids.shape, HIDDEN)


def load_weights(folder: Path = SHIPPED) -> Weights:
    """Open the network in a folder; raises WeightsError where a file is missing, damaged or of another version."""
    described = _description(folder)
    content = {name: _checked(folder / name, expected) for name, expected in described["sha256"].items()}
    heads = _opened(folder / "network.json", lambda: {head: tuple(said) for head, said in described["heads"].items()})
    features = _opened(folder / "network.json", lambda: tuple(described["features"]))
    labels = _opened(folder / "labels.npy", lambda: np.load(io.BytesIO(content["labels.npy"])))
    embeddings = _opened(folder / "embeddings.q4", lambda: np.frombuffer(content["embeddings.q4"], np.uint8).reshape(-1, _BLOCKS, _BLOCK))
    lemmas = _opened(folder / "lemmas.gz", lambda: Lemmas(gzip.decompress(content["lemmas.gz"])))
    tokenizer = _opened(folder / "tokenizer.json", lambda: Tokenizer.from_buffer(content["tokenizer.json"]))
    if labels.ndim != 3 or len(labels) != len(heads["relation"]):  # noqa: PLR2004  relations, dependents, heads
        raise WeightsError(f"{folder / 'labels.npy'}: has the shape {labels.shape}, network.json names {len(heads['relation'])} relations; {_REMEDY}")
    return Weights(_session(content["network.onnx"], folder), tokenizer, embeddings, labels, lemmas, heads, features)


def _opened(path: Path, opening: Callable[[], Opened]) -> Opened:
    """What a library makes of a file; each raises errors of its own on what it cannot read."""
    try:
        return opening()
    except Exception as error:
        raise WeightsError(f"{path}: is not what it should be ({type(error).__name__}: {error}); {_REMEDY}") from error


def _description(folder: Path) -> dict[str, Any]:
    path = folder / "network.json"
    try:
        described = json.loads(path.read_text("utf8"))
    except OSError as error:
        raise WeightsError(f"{path}: cannot be read ({error.strerror}); {_REMEDY}") from error
    except ValueError as error:
        raise WeightsError(f"{path}: is not JSON ({error}); {_REMEDY}") from error
    found = cast("dict[str, Any]", described).get("protocol") if isinstance(described, dict) else None
    if found != PROTOCOL:
        raise WeightsError(f"{path}: has protocol {found!r}, this lagebild reads protocol {PROTOCOL}; {_REMEDY}")
    if not isinstance(cast("dict[str, Any]", described).get("sha256"), dict):
        raise WeightsError(f"{path}: names no files; {_REMEDY}")
    return cast("dict[str, Any]", described)


def _checked(path: Path, expected: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise WeightsError(f"{path}: cannot be read ({error.strerror}); {_REMEDY}") from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise WeightsError(f"{path}: is damaged or of another version ({len(content)} bytes, checksum differs from network.json); {_REMEDY}")
    return content


def _session(graph: bytes, folder: Path) -> onnxruntime.InferenceSession:
    options: Any = onnxruntime.SessionOptions()  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # on shared cores two threads spin-wait and are slower than one
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises several classes of its own that share no public parent
        raise WeightsError(f"{folder / 'network.onnx'}: onnxruntime {onnxruntime.__version__} cannot open it ({error}); {_REMEDY}") from error
