"""The network of the small reader: ONNX Runtime for the encoder, numpy for what is asked of few pairs of words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from quipu.errors import ReaderError
from quipu.sentences.readers.decode import Biaffine, Floats, Labels, Numbers
from quipu.sentences.readers.pieces import Pieces
from quipu.sentences.readers.windows import Batch

NETS = {6: "six", 3: "three"}
"""Files of an artefact folder by the layers of their network."""
ROOT_RELATION = "root"
REACH = 30
"""Distances of more words than this from a predicate are one to the network of roles."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network answers for a batch of B windows of up to W words. Beyond a window's words it means nothing."""

    tag: Floats
    """[B, W, tags]"""
    entity: Floats
    """[B, W, entities]"""
    predicate: Floats
    """[B, W], above 0 where a word is more likely a predicate than not."""
    arc: Floats
    """[B, W, W+1]: word, head; column 0 is the root."""
    child: Floats
    """[B, W, R], and `parent` [B, W+1, R]: the two sides of a relation."""
    parent: Floats
    event: Floats
    """[B, W, Q], and `part` [B, W, Q]: what the network of roles is given of a predicate and of each word."""
    part: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """An opened network with its labels and pieces. Safe to share between threads."""

    version: str
    tags: tuple[str, ...]
    entities: Labels
    relations: tuple[str, ...]
    roles: Labels
    relation: Biaffine
    pieces: Pieces
    session: onnxruntime.InferenceSession
    role_session: onnxruntime.InferenceSession

    def run(self, batch: Batch) -> Scores:
        """The scores of one batch."""
        given = {
            "pieces": self.pieces.vectors(batch.pieces),
            "case": batch.case,
            "mask": batch.mask,
            "first": batch.first,
        }
        names = [field.name for field in fields(Scores)]
        return Scores(*self.session.run(names, given))

    def role_scores(self, scores: Scores, rows: Numbers, places: Numbers, lengths: Numbers) -> Floats:
        """[P, W, T]: each role of every word for the predicates at `places` of the windows `rows`."""
        words = np.arange(scores.part.shape[1])
        given = {
            "event": scores.event[rows, places],
            "part": scores.part[rows],
            "offset": np.clip(words[None] - places[:, None], -REACH, REACH) + REACH,
            "mask": (words[None] < lengths[rows][:, None]).astype(np.int64),
        }
        return np.asarray(self.role_session.run(["role"], given)[0], dtype=np.float32)


def open_network(folder: Path, layers: int, threads: int = 1) -> Network:
    """The network of `layers` layers in an artefact folder, on `threads` processor cores.

    Raises:
        ReaderError: a file is missing, is not what it should be, or does not fit the others.
    """
    stem = NETS[layers]
    try:
        heads = json.loads((folder / "heads.json").read_text(encoding="utf-8"))
        with np.load(folder / f"{stem}.npz", allow_pickle=False) as weights:
            relation = weights["relation"] * weights["scales"][:, None, None]
        roles = _session(folder / f"{stem}.roles.onnx", threads)
        _check(heads, relation, roles)
        return Network(
            version=heads["version"],
            tags=tuple(heads["tags"]),
            entities=Labels.of(heads["entities"]),
            relations=tuple(heads["relations"]),
            roles=Labels.of(heads["roles"]),
            relation=Biaffine.of(relation),
            pieces=Pieces.load(folder),
            session=_session(folder / f"{stem}.onnx", threads),
            role_session=roles,
        )
    except (OSError, EOFError, KeyError, TypeError, ValueError) as error:
        raise ReaderError(f"the reader's weights cannot be read: {error}", where=str(folder)) from error


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that wait must not burn the core that the next document is read on.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The official Windows builds can report usage events; nobody shall learn that quipu is being used.
    onnxruntime.disable_telemetry_events()
    try:
        return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # ONNX Runtime's own exceptions share no base but this.
        raise ReaderError(f"not a network that ONNX Runtime can run: {error}", where=str(path)) from error


def _check(heads: Mapping[str, Any], relation: NDArray[np.float32], roles: onnxruntime.InferenceSession) -> None:
    """Raises ValueError where labels and weights differ in number."""
    if relation.ndim != 3 or relation.shape[1] != relation.shape[2]:
        raise ValueError(f"the weights of the relations have the shape {relation.shape}")
    if len(relation) != len(heads["relations"]):
        raise ValueError(f"{len(heads['relations'])} relations, but weights for {len(relation)}")
    if ROOT_RELATION not in heads["relations"]:
        raise ValueError("no relation is called root")
    said = roles.get_outputs()[0].shape[-1]
    if isinstance(said, int) and said != len(heads["roles"]):
        raise ValueError(f"{len(heads['roles'])} roles, but scores for {said}")
