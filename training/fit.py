"""Fits one network: `python -m training.fit --data FOLDER --out FOLDER [--layers 6] [--epochs 10] [--teacher FILE]`."""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import nn

from training.base import load_base, read_vocabulary
from training.batches import Batch, Cut, batches, cut, tensors, varied
from training.begin import BASE, begin_other, replayed, shipped
from training.corpora import Corpora, read_corpora
from training.imitate import SHARE, imitation
from training.labels import ROLES, relations_of
from training.loss import WEIGHTS, losses
from training.network import Network, Shape
from training.pieces import Pieces, prune
from training.runs import Run, load, pupil, save
from training.score import score

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def main() -> None:
    """Reads the corpora, fits, prints the development figures of every epoch and saves the weights."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    corpora = read_corpora(options.data, options.language, options.skip)
    if options.limit:
        corpora.fit[:] = random.Random(options.seed).sample(corpora.fit, min(options.limit, len(corpora.fit)))
    if options.distant:
        from training.distant import labelled  # needs quipu and its lexicon, the rest does not

        corpora.fit[:] = labelled(corpora.fit)
    if options.language == BASE:
        run = _begin(corpora, options)
    else:
        run = begin_other(corpora.fit, options.start, options.pieces, options.layers, options.replay > 0)
        if options.replay:
            base = read_corpora(options.data, BASE, options.skip).fit
            corpora.fit.extend(replayed(base, options.replay, corpora.fit, random.Random(options.seed)))
    teacher = load(options.teacher) if options.teacher else None
    if teacher is not None:
        run = pupil(teacher, options.layers, options.ends)
    print(
        f"{len(corpora.fit)} sentences, {len(run.pieces.vocabulary)} pieces, {len(run.relations)} relations", flush=True
    )
    fit(run, corpora, options, teacher)
    save(shipped(run), options.out)


def _begin(corpora: Corpora, options: argparse.Namespace) -> Run:
    if options.start:
        return load(options.start, strict=False, ends=options.ends)
    vocabulary = read_vocabulary()
    kept = prune(vocabulary, (word for one in corpora.fit for word in one.words), options.pieces)
    pieces = Pieces([vocabulary[number] for number in kept])
    relations = relations_of(corpora.fit)
    network = Network(Shape(len(relations), len(ROLES), layers=options.layers, ends=options.ends))
    rows = nn.Embedding.from_pretrained(load_base(network)[kept], freeze=False)
    return Run(network, rows, pieces, relations)


def fit(run: Run, corpora: Corpora, options: argparse.Namespace, teacher: Run | None) -> None:
    """AdamW, linear warm-up and decay, bfloat16 where the processor has it."""
    chance = random.Random(options.seed)
    if teacher is not None:
        teacher.to(DEVICE)
    if not options.rows:
        run.rows.requires_grad_(False)
    groups = [
        {"params": run.network.encoder.parameters(), "lr": options.rate},
        {
            "params": [one for one in run.rows.parameters() if one.requires_grad],
            "lr": options.rate * options.rows,
            "weight_decay": 0.0,
        },
        {"params": run.network.heads.parameters(), "lr": options.rate * options.heads},
        {"params": run.network.roles.parameters(), "lr": options.roles},
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    plan = [list(batches(_cuts(run, corpora, chance), options.batch, chance)) for _ in range(options.epochs)]
    total = sum(len(epoch) for epoch in plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.06 * total), max(0.0, (total - step) / (0.94 * total)))
    )
    began = time.time()
    for number, epoch in enumerate(plan[: options.stop]):
        run.to(DEVICE)
        run.network.train()
        sums: dict[str, float] = {}
        for group in epoch:
            _step(run, tensors(group, run.relations).to(DEVICE), optimizer, sums, options.bf16, teacher)
            schedule.step()
        means = {name: round(value / len(epoch), 3) for name, value in sums.items()}
        print(f"epoch {number + 1} {time.time() - began:.0f}s {means}", flush=True)
        run.to("cpu")
        print("  ", json.dumps(score(run, corpora.dev[: options.watch])), flush=True)
        save(shipped(run), options.out)


def _cuts(run: Run, corpora: Corpora, chance: random.Random) -> list[Cut]:
    return [cut(varied(one, chance), run.pieces, cased=chance.random() > 0.04) for one in corpora.fit]


def _step(
    run: Run,
    batch: Batch,
    optimizer: torch.optim.Optimizer,
    sums: dict[str, float],
    bf16: bool,
    teacher: Run | None = None,
) -> None:
    with torch.autocast(DEVICE, torch.bfloat16, enabled=bf16):
        outputs = run.outputs(batch)
        found = losses(run.network, outputs, batch)
    loss = sum((WEIGHTS[name] * value for name, value in found.items()), torch.zeros(()))
    if teacher is not None:
        with torch.no_grad(), torch.autocast(DEVICE, torch.bfloat16, enabled=bf16):
            taught = teacher.outputs(batch)
        loss = (1 - SHARE) * loss + SHARE * imitation(run.network, outputs, teacher.network, taught, batch)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_([*run.network.parameters(), *run.rows.parameters()], 5.0)
    optimizer.step()
    for name, value in found.items():
        sums[name] = sums.get(name, 0.0) + value.item()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--out", type=Path, required=True, help="where weights.pt goes")
    parser.add_argument("--language", default="en", choices=("en", "es"))
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--stop", type=int, help="end after so many epochs, though the rate is planned for all")
    parser.add_argument("--batch", type=int, default=1500, help="word pieces in a batch")
    parser.add_argument("--rate", type=float, default=2e-4, help="of the encoder")
    parser.add_argument("--pieces", type=int, default=20000, help="size of the pruned vocabulary")
    parser.add_argument("--heads", type=float, default=10.0, help="how many times as fast the heads learn")
    parser.add_argument("--roles", type=float, default=1e-3, help="the rate of the narrow network of roles")
    parser.add_argument(
        "--start", type=Path, help="weights to go on from; another language: those of the English reader"
    )
    parser.add_argument("--ends", action="store_true", help="a word is its first and its last piece")
    parser.add_argument("--teacher", type=Path, help="a folder with the weights of a larger network to imitate")
    parser.add_argument("--distant", action="store_true", help="label names in bare treebanks by lists of names")
    parser.add_argument("--skip", nargs="*", default=[], help="corpora to leave out (gum, wikigold, own, roles)")
    parser.add_argument("--limit", type=int, help="fit on so many sentences only, drawn by the seed")
    parser.add_argument("--watch", type=int, default=700, help="development sentences scored after each epoch")
    parser.add_argument(
        "--rows",
        type=float,
        default=1.0,
        help="how much faster than the encoder word pieces learn; 0 leaves them as they are, for networks to share",
    )
    parser.add_argument(
        "--replay",
        type=float,
        default=0.0,
        help="another language: English names and roles as well, so many times the sentences to fit on",
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1, help="one is as fast as two here: the batches are small")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
