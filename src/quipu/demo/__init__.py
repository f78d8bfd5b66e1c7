"""The demonstration reports: a small folder on one crisis that exercises everything a record can show.

`SOURCES.md` beside the folder says what each report is made to show, `expected.yml` says it for machines.
"""

from importlib.resources import files
from pathlib import Path

from quipu.errors import BadInput

__all__ = ["corpus", "expected"]


def corpus() -> Path:
    """The folder of demonstration reports, to be read like any other source.

    Raises:
        BadInput: quipu was installed in a form that has no folders, such as a zip file.
    """
    return _there("corpus")


def expected() -> Path:
    """The file that lists what a record built from `corpus()` must show.

    Raises:
        BadInput: as for `corpus`.
    """
    return _there("expected.yml")


def _there(name: str) -> Path:
    path = Path(str(files(__name__).joinpath(name)))
    if not path.exists():
        raise BadInput("the demonstration reports are not on disk; install quipu unpacked", where=str(path))
    return path
