"""From a reader of one language to the start of another's: new word pieces for the encoder that has learnt to parse.

The base model knows English only, its vocabulary cuts Spanish into crumbs and drops the accents that tell "él" from
"el" and "habló" from "hablo". So Spanish gets word pieces of its own, learnt from its treebanks; the row of each starts
as the mean of the English rows that its letters are cut into, and layers and heads start from the English reader.
"""

from collections.abc import Iterable, Sequence

import torch
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from torch import Tensor

from training.pieces import CLS, PAD, SEP, UNK, Pieces, normal, plain

# Letters and digits of Latin script, so that a foreign name is cut into letters and never unknown.
_LETTERS = "".join(char for char in map(chr, range(0x21, 0x180)) if char.isprintable() and char == char.lower())
_LEAST = 2


def learn_pieces(words: Iterable[str], size: int) -> list[str]:
    """At most `size` word pieces learnt from running words, accents kept, and every single letter besides.

    A piece must occur twice: what occurs once teaches its row nothing that its parts would not.
    """
    tokenizer = Tokenizer(models.WordPiece(unk_token=UNK))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=size, min_frequency=_LEAST, special_tokens=[PAD, UNK, CLS, SEP], show_progress=False,
        continuing_subword_prefix="##",
    )  # fmt: skip
    tokenizer.train_from_iterator((normal(word, True) for word in words), trainer)
    learnt = tokenizer.get_vocab()
    found = dict.fromkeys(sorted(learnt, key=lambda piece: (learnt[piece], piece)))
    found |= dict.fromkeys(piece for char in _LETTERS for piece in (char, f"##{char}"))
    return list(found)


def start_rows(vocabulary: Sequence[str], base: Pieces, rows: Tensor) -> Tensor:
    """The rows that pieces start from: of each, the mean of the base rows that its plain letters are cut into."""
    return torch.stack([rows[list(_crumbs(piece, base))].mean(0) for piece in vocabulary])


def renamed(weight: Tensor, before: Sequence[str], after: Sequence[str]) -> Tensor:
    """Biaffine weights [L, …] of one list of labels for another: a new label starts from its plain form
    ("obl:arg" from "obl"), or from nothing."""
    at = {label: number for number, label in enumerate(before)}
    found = torch.zeros((len(after), *weight.shape[1:]))
    for number, label in enumerate(after):
        source = at.get(label, at.get(label.split(":")[0]))
        if source is not None:
            found[number] = weight[source]
    return found


def _crumbs(piece: str, base: Pieces) -> tuple[int, ...]:
    """The base pieces of a piece; those of a continuation continue too, as far as the base has such pieces."""
    if piece in base.ids:
        return (base.ids[piece],)
    letters = plain(piece.removeprefix("##"))
    if not piece.startswith("##") or not letters:
        return base.cut(letters)
    found, at = [], 0
    while at < len(letters):
        end = next((end for end in range(len(letters), at, -1) if f"##{letters[at:end]}" in base.ids), at + 1)
        found.append(base.ids.get(f"##{letters[at:end]}", base.ids[UNK]))
        at = end
    return tuple(found)
