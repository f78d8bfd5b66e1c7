"""Claims of many reports become events: copies found, claims linked, every join a judgement with its reason."""

from quipu.events.block import block_day, block_of
from quipu.events.clues import Clues
from quipu.events.copies import SCHEME_VERSION, Sketch, group_copies, sketch
from quipu.events.link import link_events, link_order
from quipu.events.passages import CopiedPassage, Passage, find_copied, origin_of, passages

__all__ = [
    "SCHEME_VERSION",
    "Clues",
    "CopiedPassage",
    "Passage",
    "Sketch",
    "block_day",
    "block_of",
    "find_copied",
    "group_copies",
    "link_events",
    "link_order",
    "origin_of",
    "passages",
    "sketch",
]
