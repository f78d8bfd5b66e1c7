"""`quipu doctor`: can this machine run quipu well?"""

import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import click

from quipu import __version__
from quipu.cli.failing import EXIT_FAILURE

LIBRARIES = ("sqlalchemy", "alembic", "trafilatura", "pypdf", "fastwarc", "py3langid", "rensa", "rich", "click")
NEEDED_FREE = 200 * 1024**2


@click.command("doctor", short_help="Check that this machine can run quipu well.")
@click.option(
    "--record",
    "-r",
    envvar="QUIPU_RECORD",
    type=click.Path(path_type=Path, file_okay=False),
    help="Check a record's disk too.",
)
def command(record: Path | None) -> None:
    """Versions, the lexicon and the gazetteer, SQLite's features, a disk that can hold a record, and whether pages
    are extracted in a worker that can be stopped. Nothing is sent anywhere; quipu itself never needs a network.
    """
    wrong = 0
    for name, check in _checks(record):
        try:
            click.secho("ok    ", nl=False, fg="green")
            click.echo(f"{name:<12} {check()}")
        except Exception as error:
            # Whatever is wrong with a machine must be told, not traced.
            wrong += 1
            click.secho("\rwrong ", nl=False, fg="red")
            click.echo(f"{name:<12} {error}")
    sys.exit(EXIT_FAILURE if wrong else 0)


def _checks(record: Path | None) -> Iterator[tuple[str, Callable[[], str]]]:
    yield (
        "quipu",
        lambda: f"{__version__} on Python {platform.python_version()}, {platform.system()} {platform.machine()}",
    )
    yield "libraries", lambda: ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    yield "lexicon", _lexicon
    yield "gazetteer", _gazetteer
    yield "reader", _reader
    yield "sqlite", _sqlite
    yield "disk", lambda: _disk(record or Path(tempfile.gettempdir()))
    yield "reading", _reading
    yield "extraction", _extraction


def _lexicon() -> str:
    from quipu.lexicon import languages, lexicon_hash

    return f"languages {', '.join(languages())}; {lexicon_hash()[:23]}…"


def _gazetteer() -> str:
    from quipu.sentences.gazetteer import world
    from quipu.sentences.gazetteer_folder import added_gazetteers

    places, added = len(world()), added_gazetteers()
    if not places:
        raise RuntimeError("the gazetteer is empty; reinstall quipu")
    ours = sum(one.places for one in added)
    yours = "".join(f", {one.places:,} of {one.name}" for one in added)
    return f"{places - ours:,} places from GeoNames (CC BY 4.0){yours}"


def _reader() -> str:
    from quipu.lexicon import languages
    from quipu.sentences.readers import told_readers

    return told_readers(languages())


def _sqlite() -> str:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("create virtual table t using fts5(x)")
    return f"{sqlite3.sqlite_version} with full-text search"


def _disk(folder: Path) -> str:
    place = next(p for p in (folder, *folder.absolute().parents) if p.exists())
    free = shutil.disk_usage(place).free
    if free < NEEDED_FREE:
        raise OSError(f"only {free // 1024**2} MB free at {place}")
    with tempfile.TemporaryDirectory(dir=place) as scratch, sqlite3.connect(Path(scratch) / "wal.sqlite") as connection:
        mode = connection.execute("pragma journal_mode=wal").fetchone()[0]
    if mode != "wal":
        raise OSError(f"{place} cannot hold a write-ahead log ({mode}); use a local disk, not a network share")
    return f"{free // 1024**3} GB free at {place}, write-ahead log works"


def _reading() -> str:
    from quipu.claims import read_claims
    from quipu.model import Document
    from quipu.sentences import read_sentences

    text = "At least 3 people were killed in Lima on 12 December 2022, the health ministry said."
    found = list(read_claims(read_sentences(Document(id="d", text=text, language="en"))))
    if not found:
        raise RuntimeError("the sample sentence gave no claim; reinstall quipu")
    return "a sample sentence gives its claim"


def _extraction() -> str:
    from quipu.documents import read_documents
    from quipu.model import Document

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        words = "<p>The council met for six hours on Monday and put off its decision until the next session.</p>"
        page.write_text(f"<html><body><article><h1>Council meets</h1>{words * 3}</article></body></html>")
        if not all(isinstance(found, Document) for found in read_documents([str(page)])):
            raise RuntimeError("the sample page could not be extracted")
    return "a sample page gives its text, in a worker that can be stopped"
