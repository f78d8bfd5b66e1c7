"""A folder of pages: templates, file writing, and the hashes of what was written."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined

from quipu import __version__
from quipu.export.links import claim_link, document_link, event_link
from quipu.export.report import words

SUMS = "SHA256SUMS"
STATIC = ("report.css", "report.js")
Thing = TypeVar("Thing")


class Site:
    """Pages are written one at a time; nothing of them stays in memory."""

    def __init__(self, folder: Path, title: str) -> None:
        self.folder = folder
        self._shared = {"site_title": title, "version": __version__}

    def page(self, name: str, template: str, **told: object) -> None:
        """Writes the page `name` (`timeline.html`, `documents/x.html`)."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        root = "../" * name.count("/")
        html = _environment().get_template(template).generate(root=root, **self._shared, **told)
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as target:
            target.writelines(html)

    def file(self, name: str, text: str) -> None:
        """Writes any other text file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="replace", newline="\n")

    def static(self) -> None:
        """The style sheet and the script."""
        for name in STATIC:
            text = files("quipu.export.report").joinpath("static", name).read_bytes()
            path = self.folder / "assets" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)

    def clear(self) -> None:
        """Removes the files of an earlier report, told by its sums: a page of yesterday must not outlive its record."""
        sums = self.folder / SUMS
        if not sums.is_file():
            return
        for line in sums.read_text(encoding="utf-8", errors="replace").splitlines():
            path = (self.folder / line[66:]).resolve()
            if path.is_relative_to(self.folder.resolve()) and path.is_file():
                path.unlink()
        sums.unlink()

    def sums(self) -> None:
        """`SHA256SUMS` over every file of the folder, as `sha256sum -c` reads it."""
        with (self.folder / SUMS).open("w", encoding="utf-8", newline="\n") as target:
            for name in _files(self.folder):
                if name != SUMS:
                    target.write(f"{_sha256(self.folder / name)}  {name}\n")


def chunks(things: Iterable[Thing], size: int) -> Iterator[tuple[list[Thing], bool]]:
    """Lists of at most `size`, each with whether more follow; one empty list where there is nothing."""
    source = iter(things)
    chunk = list(islice(source, size))
    while True:
        following = list(islice(source, size))
        yield chunk, bool(following)
        if not following:
            return
        chunk = following


def _files(folder: Path) -> Iterator[str]:
    """Names of every file below `folder`, from it, in a stable order; one folder's names at a time."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield (Path(place) / name).relative_to(folder).as_posix()


def _sha256(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


@cache
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("quipu.export.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "day": words.day,
        "detail": words.detail,
        "figure": lambda noun, told="": words.figure(noun.low, noun.high, told),
        "number": words.number,
        "type_name": words.type_name,
        "kind_name": words.kind_name,
        "register_name": words.register_name,
        "count_name": words.count_name,
        "plural": words.plural,
    }
    env.globals |= {
        "days": words.days,
        "claim_link": claim_link,
        "document_link": document_link,
        "event_link": event_link,
        "MODALITIES": words.MODALITIES,
        "BASES": words.BASES,
        "CONFLICTS": words.CONFLICTS,
        "ANCHORS": words.ANCHORS,
        "UNREAD": words.UNREAD,
    }
    return env
