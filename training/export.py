"""Step 6: the trained network as files that onnxruntime reads.

    python training/export.py --base build/base --run build/run --lemmas build/lemmas.gz --out src/lagebild/reading/weights

Writes `network.onnx` (int8 weights, per channel, activations quantised on the fly), `labels.npy` (the bilinear form that labels
arcs; applied only to the arcs of the tree, so it stays outside the graph), `network.json` (what each head says, checksums),
and copies `embeddings.q4`, `tokenizer.json` and `lemmas.gz`.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from corpora import FEATURES
from network import HIDDEN, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

PROTOCOL = 2  # raised whenever the reader must change with the files
OUTPUTS = ("upos", "features", "lemma", "names", "begins", "arc", "label_dependent", "label_head")


class Exported(nn.Module):
    """The network with each tagger's choice made inside the graph, so that little leaves it."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, embedded: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        said = self.network(embedded, mask, first, last)
        features = torch.stack([said[name].argmax(-1) for name in FEATURES], dim=-1)
        begins = said["begins"].softmax(-1)[:, :, 1]
        return said["upos"].argmax(-1), features, said["lemma"].argmax(-1), said["names"], begins, said["arc"], said["label_dependent"], said["label_head"]


def export_graph(network: Network, path: Path, *, quantise: bool) -> None:
    example = (torch.zeros(2, 9, HIDDEN), torch.ones(2, 9, dtype=torch.bool), torch.ones(2, 5, dtype=torch.long), torch.ones(2, 5, dtype=torch.long))
    pieces, words = {0: "rows", 1: "pieces"}, {0: "rows", 1: "words"}
    axes = {"embedded": pieces, "mask": pieces, "first": words, "last": words} | dict.fromkeys(OUTPUTS, words)
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            Exported(network), example, plain, input_names=["embedded", "mask", "first", "last"], output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False
        )
        if not quantise:
            shutil.copy(plain, path)
            return
        quant_pre_process(plain, ready, skip_symbolic_shape=True)
        quantize_dynamic(ready, path, weight_type=QuantType.QInt8, per_channel=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--lemmas", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float32", action="store_true", help="leave the weights unquantised, to compare")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    inventory = json.loads((options.run / "inventory.json").read_text("utf8"))
    state = torch.load(options.run / "checkpoint.pt", weights_only=False)
    average = AveragedModel(Network({head: len(values) for head, values in inventory["heads"].items()}, inventory["layers"]))
    average.load_state_dict(state["average"])
    network = average.module.eval()

    export_graph(network, options.out / "network.onnx", quantise=not options.float32)
    np.save(options.out / "labels.npy", network.label.detach().numpy())
    for name in ("embeddings.q4", "tokenizer.json"):
        shutil.copy(options.base / name, options.out / name)
    shutil.copy(options.lemmas, options.out / "lemmas.gz")
    files = {name: hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in ("network.onnx", "labels.npy", "embeddings.q4", "tokenizer.json", "lemmas.gz")}
    described = {"protocol": PROTOCOL, "seed": inventory["seed"], "steps": state["step"], "features": list(FEATURES), "heads": inventory["heads"], "sha256": files}
    (options.out / "network.json").write_text(json.dumps(described, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    print({name: (options.out / name).stat().st_size for name in files}, "step", state["step"])


if __name__ == "__main__":
    main()
