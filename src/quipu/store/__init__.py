"""The record on disk: `Store.open(folder)` → `.writer()`, `.view()`; `verify(store)`."""

from quipu.store.deriving import Draft
from quipu.store.filing import Filing, Keyed
from quipu.store.linking import Linking, ReadPage, SharedPassage, Sketched
from quipu.store.record import Store
from quipu.store.verify import STALE, Finding, verify
from quipu.store.view import View
from quipu.store.writer import Clock, Writer, stamp, utc_now

__all__ = [
    "STALE",
    "Clock",
    "Draft",
    "Filing",
    "Finding",
    "Keyed",
    "Linking",
    "ReadPage",
    "SharedPassage",
    "Sketched",
    "Store",
    "View",
    "Writer",
    "stamp",
    "utc_now",
    "verify",
]
