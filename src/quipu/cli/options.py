"""Options that several commands share, so that they are called and explained alike."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from quipu.model import RecordView

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("table", "jsonl", "json", "csv")


def record_option(command: Command) -> Command:
    """`--record DIR`, also from $QUIPU_RECORD."""
    return click.option(
        "--record",
        "-r",
        envvar="QUIPU_RECORD",
        required=True,
        type=click.Path(path_type=Path, file_okay=False),
        help="The record's folder.  [env: QUIPU_RECORD]",
    )(command)


def format_option(command: Command) -> Command:
    """`--format`: a table on a terminal, JSON Lines elsewhere, unless asked."""
    return click.option(
        "--format",
        "-f",
        "format_",
        type=click.Choice(FORMATS),
        default=None,
        help="Default: table on a terminal, jsonl elsewhere.",
    )(command)


@contextmanager
def open_view(record: Path) -> Iterator[RecordView]:
    """A consistent read of the record in this folder; RecordError where there is none."""
    from quipu.store import Store

    with Store.open(record) as store:
        yield store.view()
