"""Claims put down until their event is closed: comparisons need their sum (`profile`), and only the event needs them.

An open window of 800 days holds most claims of a long crisis. Up to 8 MiB of them stay in memory; more go to a passing
file of the system's folder for such files, which has no name, and is gone when the block is linked or breaks off.
"""

import os
import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from io import BytesIO
from operator import attrgetter
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Any, Self

from quipu.model import Claim, ClaimDate, ClaimPlace, Count, Name, SourcedClaim, Span, Victim, Words

_IN_MEMORY = 8 << 20

Remake = Callable[[Any], tuple[Callable[..., Any], tuple[Any, ...]]]


def _remake(noun: type) -> Remake:
    """How a noun is pickled: by its constructor; a frozen dataclass with slots does so by itself at three times the
    cost."""
    values = attrgetter(*(one.name for one in fields(noun)))
    return lambda one: (noun, values(one))


_NOUNS: tuple[type, ...] = (Claim, ClaimDate, ClaimPlace, Count, Name, SourcedClaim, Span, Victim, Words)
_REMAKE: dict[type, Remake] = {noun: _remake(noun) for noun in _NOUNS}


class Shelf:
    """Groups of claims by number; to be used in a `with` statement, which ends it.

    Raises:
        OSError: the system's folder for passing files is full or cannot be written.
    """

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._file = SpooledTemporaryFile[bytes](max_size=in_memory)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def put(self, claims: Sequence[SourcedClaim]) -> int:
        """Puts claims down; gives the number by which `get` finds them."""
        number = self._file.seek(0, os.SEEK_END)
        # Pickled, since only this process reads what it wrote itself a moment ago.
        packed = BytesIO()
        pickler = pickle.Pickler(packed, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = _REMAKE
        pickler.dump(claims)
        self._file.write(packed.getvalue())
        return number

    def get(self, numbers: Iterable[int]) -> list[SourcedClaim]:
        """All claims of these groups, in this order."""
        found: list[SourcedClaim] = []
        for number in numbers:
            self._file.seek(number)
            found += pickle.load(self._file)
        return found
