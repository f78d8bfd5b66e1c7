"""Votes that one sentence tells of as a vote and as a law: one line, whatever events they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quipu.model import RegisterEntry, Span
from quipu.tallies.chains import joined
from quipu.tallies.told import Told, sentence

Place = tuple[str, Span]
"""A report and a sentence in it."""


@dataclass
class Votes:
    """The lines of votes in the order of their events, those of one sentence joined unless one passed and one not."""

    entries: list[RegisterEntry] = field(default_factory=list)
    _where: dict[Place, int] = field(default_factory=dict)

    def add(self, entry: RegisterEntry, told: Sequence[Told]) -> None:
        """Adds a line and the sentences of its claims."""
        places = {(one.claim.document_id, sentence(one)) for one in told}
        known = (self._where[place] for place in places if place in self._where)
        at = next((at for at in sorted(known) if _agree(self.entries[at], entry)), None)
        if at is None:
            at = len(self.entries)
            self.entries.append(entry)
        else:
            self.entries[at] = joined(self.entries[at], entry)
        for place in places:
            self._where.setdefault(place, at)

    def __iter__(self) -> Iterator[RegisterEntry]:
        return iter(self.entries)


def _agree(left: RegisterEntry, right: RegisterEntry) -> bool:
    outcomes = [entry.values("outcome") for entry in (left, right)]
    return outcomes[0] == outcomes[1] or not all(outcomes)
