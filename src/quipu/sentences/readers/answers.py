"""Answers kept on disk, so that a text is asked about once: one file per question, named by its hash."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from quipu.model.ids import hash_of

FOLDER = "QUIPU_CACHE"
"""The environment variable that names another folder."""


def answers_folder() -> Path:
    """`answers` in `$QUIPU_CACHE`, else in the user's cache folder of quipu."""
    named = os.environ.get(FOLDER)
    return (Path(named) if named else user_cache_path("quipu", appauthor=False)) / "answers"


@dataclass(frozen=True, slots=True)
class Answers:
    """A folder of answers. Only its owner may read it: answers repeat words of reports."""

    folder: Path

    def find(self, *question: str) -> str | None:
        """The answer to a question, if it was asked before."""
        try:
            return self._path(question).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None

    def keep(self, answer: str, *question: str) -> None:
        """Keeps an answer, whole or not at all.

        Raises:
            OSError: the folder cannot be written to.
        """
        path = self._path(question)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, passing = tempfile.mkstemp(prefix=".answer-", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                file.write(answer)
            os.replace(passing, path)
        except BaseException:
            Path(passing).unlink(missing_ok=True)
            raise

    def _path(self, question: tuple[str, ...]) -> Path:
        name = hash_of(*question)
        return self.folder / name[:2] / f"{name}.json"
