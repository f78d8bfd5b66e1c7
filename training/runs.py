"""A network with its rows of word pieces and its labels, saved and loaded."""

from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batches import Batch
from training.labels import ROLES
from training.network import Network, Shape
from training.pieces import Pieces
from training.spelling import Spelled


class Run:
    """A network with its rows of word pieces and its labels."""

    def __init__(
        self, network: Network, rows: nn.Embedding | Spelled, pieces: Pieces, relations: tuple[str, ...]
    ) -> None:
        self.network, self.rows, self.pieces, self.relations = network, rows, pieces, relations

    def to(self, device: str) -> None:
        """Moves the weights to a device."""
        self.network.to(device)
        self.rows.to(device)

    def outputs(self, batch: Batch) -> tuple[Tensor, ...]:
        """The scores of one batch, by the names of `network.OUTPUTS`."""
        found: tuple[Tensor, ...] = self.network(self.rows(batch.pieces), batch.case, batch.mask, batch.first)
        return found


def save(run: Run, folder: Path) -> None:
    """Writes weights, rows, vocabulary and labels of a run to `folder/weights.pt`."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(
        {
            "network": run.network.state_dict(),
            "rows": run.rows.weight.detach(),
            "vocabulary": run.pieces.vocabulary,
            "relations": run.relations,
            "layers": run.network.shape.layers,
            "ends": run.network.shape.ends,
        },
        folder / "weights.pt",
    )


def load(folder: Path, strict: bool = True, ends: bool = False) -> Run:
    """The run that `save` wrote to `folder`; without `strict`, parts that are new begin anew, `ends` among them.

    Raises ValueError where weights are missing.
    """
    saved = torch.load(folder / "weights.pt", weights_only=True, map_location="cpu")
    shape = Shape(len(saved["relations"]), len(ROLES), layers=saved["layers"], ends=ends or saved.get("ends", False))
    network = Network(shape)
    lost = network.load_state_dict(_fitting(network, saved["network"]), strict=False)
    if strict and lost.missing_keys:
        raise ValueError(f"{folder}: no weights for {', '.join(lost.missing_keys[:4])}")
    rows = nn.Embedding.from_pretrained(saved["rows"], freeze=False)
    return Run(network, rows, Pieces(saved["vocabulary"]), tuple(saved["relations"]))


def _fitting(network: Network, saved: dict[str, Tensor]) -> dict[str, Tensor]:
    shapes = {name: value.shape for name, value in network.state_dict().items()}
    return {name: value for name, value in saved.items() if shapes.get(name) == value.shape}


def pupil(teacher: Run, layers: int, ends: bool = False) -> Run:
    """A run with the teacher's first layers, heads, rows and labels. The rows stay as they are: both share them."""
    shape = replace(teacher.network.shape, layers=layers, ends=ends or teacher.network.shape.ends)
    network = Network(shape)
    network.load_state_dict(_fitting(network, teacher.network.state_dict()), strict=False)
    rows = nn.Embedding.from_pretrained(teacher.rows.weight.detach(), freeze=True)
    teacher.network.eval()
    return Run(network, rows, teacher.pieces, teacher.relations)
