"""How the engine tells how far it is; the command line draws it, tests and programs may leave it."""

from typing import Protocol


class Progress(Protocol):
    """One phase at a time: `start`, any number of `advance` and `note`, `done`."""

    def start(self, phase: str, total: int | None) -> None:
        """A phase (`reading`, `linking`, …) begins; `total` is how many steps it has, None where that is unknown."""

    def advance(self, steps: int = 1) -> None:
        """So many steps more are done."""

    def note(self, message: str) -> None:
        """Something that a person should know."""

    def done(self) -> None:
        """The phase has ended."""


class Silent:
    """Tells nobody."""

    def start(self, phase: str, total: int | None) -> None:
        """Nothing."""

    def advance(self, steps: int = 1) -> None:
        """Nothing."""

    def note(self, message: str) -> None:
        """Nothing."""

    def done(self) -> None:
        """Nothing."""
