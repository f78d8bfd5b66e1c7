"""Claims of many reports become events: copies found, claims linked, every join a judgement with its reason."""

from quipu.events.agreement import Agreement, agreement
from quipu.events.amend import check_changes, read_change
from quipu.events.block import block_day, block_of
from quipu.events.clues import Clues
from quipu.events.copies import SCHEME_VERSION, Sketch, group_copies, sketch
from quipu.events.link import link_events, link_order
from quipu.events.passages import CopiedPassage, Passage, find_copied, origin_of, passages
from quipu.events.recognise import Again, Page, find_again
from quipu.events.rulings import Ruling, Rulings, rule

__all__ = [
    "SCHEME_VERSION",
    "Again",
    "Agreement",
    "Clues",
    "CopiedPassage",
    "Page",
    "Passage",
    "Ruling",
    "Rulings",
    "Sketch",
    "agreement",
    "block_day",
    "block_of",
    "check_changes",
    "find_again",
    "find_copied",
    "group_copies",
    "link_events",
    "link_order",
    "origin_of",
    "passages",
    "read_change",
    "rule",
    "sketch",
]
