"""The network: encoder layers over frozen 4-bit embeddings, and a head for each thing it says about a word."""

import math
from pathlib import Path

import numpy as np
import torch
from base_encoder import Q4_BLOCK, dequantise
from torch import Tensor, nn

HIDDEN, HEADS, FORWARD, POSITIONS = 384, 12, 1536, 512
TAGGING, ARC, LABEL = 256, 192, 64  # widths of the heads; wider ones gained nothing measurable and cost speed


class Linear(nn.Linear):
    """A linear layer that, once `rounding` is set, computes with the rounded numbers that int8 will give, so that training makes up for them."""

    rounding = False

    def forward(self, x: Tensor) -> Tensor:
        if not (self.rounding and self.training):
            return super().forward(x)
        low, high = x.detach().amin().clamp(max=0), x.detach().amax().clamp(min=0)
        scale = ((high - low) / 255).clamp(min=1e-8)
        steps = self.weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        return nn.functional.linear(_rounded(x, scale), _rounded(self.weight, steps), self.bias)


def _rounded(x: Tensor, scale: Tensor) -> Tensor:
    """To whole multiples of the scale; gradients pass as if nothing had happened."""
    return x + (torch.round(x / scale) * scale - x).detach()


class Layer(nn.Module):
    """A BERT layer (post-norm); attention written out so that it exports to plain ONNX operators."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.fi, self.fo = Linear(HIDDEN, FORWARD), Linear(FORWARD, HIDDEN)
        self.aln, self.oln = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, _ = x.shape
        q, k, v = (part(x).view(rows, length, HEADS, HIDDEN // HEADS).transpose(1, 2) for part in (self.q, self.k, self.v))
        weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(HIDDEN / HEADS) + bias, dim=-1)
        context = (weights @ v).transpose(1, 2).reshape(rows, length, HIDDEN)
        x = self.aln(x + self.dropout(self.ao(context)))
        return self.oln(x + self.dropout(self.fo(nn.functional.gelu(self.fi(x)))))


class Network(nn.Module):
    """Pieces (rows, T, 384) to what is said about words (rows, W); `first` and `last` are the pieces of each word."""

    def __init__(self, sizes: dict[str, int], layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.position = nn.Parameter(torch.zeros(POSITIONS, HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.heads_drop = nn.Dropout(0.3)
        self.tagging, self.naming = Linear(2 * HIDDEN, TAGGING), Linear(2 * HIDDEN, TAGGING)
        self.taggers = nn.ModuleDict({name: Linear(TAGGING, size) for name, size in sizes.items() if name not in ("relation", "names")})
        self.names = Linear(TAGGING, sizes["names"])
        self.arc_dependent, self.arc_head = Linear(2 * HIDDEN, ARC), Linear(2 * HIDDEN, ARC)
        self.arc = Linear(ARC, ARC)
        self.arc_bias = Linear(ARC, 1)
        self.label_dependent, self.label_head = Linear(2 * HIDDEN, LABEL), Linear(2 * HIDDEN, LABEL)
        self.label = nn.Parameter(torch.randn(sizes["relation"], LABEL + 1, LABEL + 1) * 0.05)

    def load_base(self, base: Path) -> None:
        tensors = {name: torch.from_numpy(array) for name, array in np.load(base / "base.npz").items()}
        self.position.data = tensors["emb.pos"].view(POSITIONS, HIDDEN) + tensors["emb.type"].view(-1, HIDDEN)[0]
        self.norm.weight.data, self.norm.bias.data = tensors["emb.ln.w"], tensors["emb.ln.b"]
        for number, layer in enumerate(self.layers):
            for name, part in layer.named_children():
                if name == "dropout":
                    continue
                part.weight.data = tensors[f"l{number}.{name}.w"].view(part.weight.shape).clone()
                part.bias.data = tensors[f"l{number}.{name}.b"].clone()

    def encode(self, embedded: Tensor, mask: Tensor) -> Tensor:
        """(rows, T, 384) embeddings and (rows, T) true where a piece stands -> (rows, T, 384)."""
        x = self.dropout(self.norm(embedded + self.position[: embedded.shape[1]]))
        bias = (1.0 - mask.float())[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def words(self, pieces: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of words (rows, W, 768), and of the root and the words (rows, W + 1, 768)."""
        take = lambda index: torch.gather(pieces, 1, index[:, :, None].expand(-1, -1, HIDDEN))  # noqa: E731
        words = self.heads_drop(torch.cat([take(first), take(last)], dim=-1))
        root = torch.cat([pieces[:, :1], pieces[:, :1]], dim=-1)
        return words, torch.cat([root, words], dim=1)

    def forward(self, embedded: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        words, rooted = self.words(self.encode(embedded, mask), first, last)
        act = nn.functional.gelu
        tagging = self.heads_drop(act(self.tagging(words)))
        said = {name: tagger(tagging) for name, tagger in self.taggers.items()}
        said["names"] = self.names(self.heads_drop(act(self.naming(words))))
        dependent, head = self.heads_drop(act(self.arc_dependent(words))), self.heads_drop(act(self.arc_head(rooted)))
        said["arc"] = self.arc(dependent) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)  # (rows, W, W + 1)
        said["label_dependent"] = self.heads_drop(act(self.label_dependent(words)))
        said["label_head"] = self.heads_drop(act(self.label_head(rooted)))
        return said

    def label_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """(n, 64) dependents and (n, 64) their heads -> (n, relations)."""
        one = torch.ones(len(dependent), 1)
        return torch.einsum("nd,rde,ne->nr", torch.cat([dependent, one], 1), self.label, torch.cat([head, one], 1))


def load_embeddings(base: Path) -> Tensor:
    rows = np.fromfile(base / "embeddings.q4", np.uint8).reshape(-1, HIDDEN // 32, Q4_BLOCK)
    return torch.from_numpy(dequantise(rows))
