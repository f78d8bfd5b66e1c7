"""Rows of word pieces that also know how the pieces are spelt.

Ninety thousand words show most pieces a few times only. The row of a piece is therefore its own vector plus the mean of
the vectors of its letter groups, which pieces share: "##aron" and "##eron" learn from each other. The sum is a plain
table in the end, so the reader that runs knows nothing of letters.
"""

import zlib
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

BUCKETS = 6000
_SHORTEST, _LONGEST = 2, 5


class Spelled(nn.Module):
    """Rows that can be looked up; the first `len(vocabulary)` of them have letters, those behind do not."""

    def __init__(self, vocabulary: Sequence[str], rows: Tensor) -> None:
        super().__init__()
        self.rows = nn.Embedding.from_pretrained(rows, freeze=False)
        self.letters = nn.Embedding(BUCKETS, rows.shape[1])
        nn.init.zeros_(self.letters.weight)
        groups = [letter_groups(piece) for piece in vocabulary]
        most = max(map(len, groups))
        groups += [[]] * (len(rows) - len(groups))
        self.register_buffer("groups", torch.tensor([[*one, *[-1] * (most - len(one))] for one in groups]))

    def forward(self, ids: Tensor) -> Tensor:
        kinds, where = ids.unique(return_inverse=True)
        return functional.embedding(where, self._rows(kinds))

    @property
    def weight(self) -> Tensor:
        """The whole table, letters included."""
        return self._rows(torch.arange(len(self.groups)))

    def _rows(self, ids: Tensor) -> Tensor:
        groups = self.groups[ids]
        there = groups >= 0
        starts = functional.pad(there.sum(1).cumsum(0)[:-1], (1, 0))
        mean = functional.embedding_bag(groups[there], self.letters.weight, starts, mode="mean")
        return self.rows(ids) + mean


def letter_groups(piece: str) -> list[int]:
    """The buckets of a piece's groups of 2 to 5 letters, its ends marked; none of a special piece."""
    if piece.startswith("[") and len(piece) > 1:
        return []
    text = (piece.removeprefix("##") if piece.startswith("##") else f"<{piece}") + ">"
    sizes = range(_SHORTEST, _LONGEST + 1)
    groups = {text[at : at + size] for size in sizes for at in range(len(text) - size + 1)}
    return sorted({zlib.crc32(group.encode()) % BUCKETS for group in groups})
