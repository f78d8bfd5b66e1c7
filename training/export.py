"""Weights to what the reader runs: `python -m training.export --weights FOLDER --out FOLDER --name six`.

Writes `vocab.txt`, `pieces.npy` and `scales.npy` (the rows of word pieces, int8 with one scale a row), `NAME.onnx`
(dynamic int8, per channel, seven bits of range: without VNNI the full range overflows), `NAME.roles.onnx` (the narrow
network of the roles, run once for every predicate), `NAME.npz` (the relations' biaffine, applied to chosen arcs only)
and `heads.json`.
"""

import argparse
import json
import tempfile
import warnings
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.labels import ENTITIES, ROLES, TAGS
from training.network import OUTPUTS
from training.runs import Run, load

_INPUTS = ("pieces", "case", "mask", "first")


def main() -> None:
    """Reads the options and exports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="the folder that `fit` wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", required=True, help="six or three")
    parser.add_argument("--language", default="en")
    parser.add_argument("--version", default="1")
    parser.add_argument("--exact", action="store_true", help="leave the network in float32")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    run = load(options.weights)
    _write_rows(run, options.out)
    _write_network(run, options.out / f"{options.name}.onnx", options.exact)
    _write_roles(run, options.out / f"{options.name}.roles.onnx", options.exact)
    relation = run.network.heads.relation.detach().numpy()
    scales = np.abs(relation).max(axis=(1, 2)) / 127
    np.savez_compressed(
        options.out / f"{options.name}.npz",
        relation=np.rint(relation / scales[:, None, None]).astype(np.int8),
        scales=scales.astype(np.float32),
    )
    _write_labels(run, options)


def _write_rows(run: Run, out: Path) -> None:
    rows = run.rows.weight.detach().numpy()
    scales = (np.abs(rows).max(1) / 127).astype(np.float16)
    scales = np.maximum(scales, np.float16(1e-4))
    np.save(out / "pieces.npy", np.clip(np.rint(rows / scales[:, None].astype(np.float32)), -127, 127).astype(np.int8))
    np.save(out / "scales.npy", scales)
    (out / "vocab.txt").write_text("\n".join(run.pieces.vocabulary) + "\n", encoding="utf-8")


def _write_network(run: Run, path: Path, exact: bool) -> None:
    width = run.network.shape.width
    sample = (
        torch.randn(2, 9, width),
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 6, dtype=torch.long),
    )
    axes = {"pieces": {0: "B", 1: "S"}, "case": {0: "B", 1: "S"}, "mask": {0: "B", 1: "S"}, "first": {0: "B", 1: "W"}}
    axes |= {name: {0: "B", 1: "W"} for name in OUTPUTS}
    axes["arc"] = {0: "B", 1: "W", 2: "H"}
    axes["parent"] = {0: "B", 1: "H"}
    _export(run.network, sample, path, exact, inputs=_INPUTS, outputs=OUTPUTS, axes=axes)


def _write_roles(run: Run, path: Path, exact: bool) -> None:
    """The narrow network that runs once for every predicate."""
    width = run.network.shape.role
    words = torch.ones(3, 6, dtype=torch.long)
    sample = (torch.randn(3, width), torch.randn(3, 6, width), words, words)
    axes = {"event": {0: "P"}} | {name: {0: "P", 1: "W"} for name in ("part", "offset", "mask", "role")}
    _export(
        run.network.roles, sample, path, exact,
        inputs=("event", "part", "offset", "mask"), outputs=("role",), axes=axes,
    )  # fmt: skip


def _export(
    module: torch.nn.Module, sample: tuple[torch.Tensor, ...], path: Path, exact: bool,
    *, inputs: tuple[str, ...], outputs: tuple[str, ...], axes: dict[str, dict[int, str]],
) -> None:  # fmt: skip
    module.eval()
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain = path if exact else Path(folder) / "plain.onnx"
        torch.onnx.export(
            module, sample, str(plain), dynamo=False, opset_version=17,
            input_names=list(inputs), output_names=list(outputs), dynamic_axes=axes,
        )  # fmt: skip
        if not exact:
            quantize_dynamic(
                plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                op_types_to_quantize=["MatMul", "Gemm"], extra_options={"MatMulConstBOnly": True},
            )  # fmt: skip


def _write_labels(run: Run, options: argparse.Namespace) -> None:
    path = options.out / "heads.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"layers": {}}
    known |= {
        "language": options.language,
        "version": options.version,
        "tags": TAGS,
        "entities": ENTITIES,
        "relations": run.relations,
        "roles": ROLES,
    }
    known["layers"][options.name] = run.network.shape.layers
    path.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
