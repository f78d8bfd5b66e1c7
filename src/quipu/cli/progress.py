"""Progress bars on standard error, with rate and time left; silent where nobody is looking."""

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Rate(ProgressColumn):
    """Things per second, over the last stretch."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "", style="dim")


class TerminalProgress:
    """Implements the engine's progress protocol with one bar per phase."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=28),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=quiet or not sys.stderr.isatty(),
            transient=True,
        )
        self._task: int | None = None

    def __enter__(self) -> Self:
        self._bars.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.__exit__(kind, error, trace)

    def start(self, phase: str, total: int | None) -> None:
        """A new bar; `total` None shows a count without an end."""
        self.done()
        self._task = self._bars.add_task(phase, total=total)

    def advance(self, amount: int = 1) -> None:
        """So many more are done."""
        if self._task is not None:
            self._bars.advance(self._bars.task_ids[-1], amount)

    def note(self, message: str) -> None:
        """A line above the bars."""
        self._bars.console.print(message, style="dim", highlight=False)

    def done(self) -> None:
        """The phase is over; its bar goes."""
        if self._task is not None:
            self._bars.remove_task(self._bars.task_ids[-1])
            self._task = None
