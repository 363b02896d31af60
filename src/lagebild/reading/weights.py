"""The network's files: found, checked, opened."""

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import onnxruntime  # pyright: ignore[reportMissingTypeStubs]  it ships none
from numpy.typing import NDArray
from tokenizers import Tokenizer

from lagebild.domain.errors import WeightsError

PROTOCOL = 1
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
    heads = {head: tuple(said) for head, said in described["heads"].items()}
    labels = np.load(io.BytesIO(content["labels.npy"]))
    if labels.shape[0] != len(heads["relation"]):
        raise WeightsError(f"{folder / 'labels.npy'}: has {labels.shape[0]} relations, network.json names {len(heads['relation'])}; {_REMEDY}")
    embeddings = np.frombuffer(content["embeddings.q4"], np.uint8).reshape(-1, _BLOCKS, _BLOCK)
    return Weights(_session(content["network.onnx"], folder), Tokenizer.from_buffer(content["tokenizer.json"]), embeddings, labels, heads, tuple(described["features"]))


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
