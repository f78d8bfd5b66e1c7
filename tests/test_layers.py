"""The import law: each room imports only the rooms it may, and only two files reach the network."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import quipu

ROOT = Path(quipu.__file__).parent
EVERY_ROOM_MAY = {"errors", "model"}
MAY_IMPORT = {
    "model": set(),
    "lexicon": {"errors"},
    "documents": EVERY_ROOM_MAY | {"lexicon"},
    "sentences": EVERY_ROOM_MAY | {"lexicon", "documents"},
    "claims": EVERY_ROOM_MAY | {"lexicon", "documents", "sentences"},
    "events": EVERY_ROOM_MAY | {"lexicon", "documents", "sentences", "claims"},
    "tallies": EVERY_ROOM_MAY | {"lexicon", "documents", "sentences", "claims", "events"},
    "store": EVERY_ROOM_MAY,
    "export": EVERY_ROOM_MAY,
}
STAGES = ("documents", "sentences", "claims", "events", "tallies")
# Reports by URL, and a language model where the user names one.
MAY_REACH_OUT = {"documents/fetch.py", "sentences/readers/protocol_client.py"}
NETWORK = {"socket", "ssl", "http", "urllib.request", "httpx2", "requests"}
FILES = sorted(p for p in ROOT.rglob("*.py") if len(p.relative_to(ROOT).parts) > 1)


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.relative_to(ROOT).parts[0] in MAY_IMPORT], ids=lambda p: str(p.relative_to(ROOT))
)
def test_layers_room_imports_only_what_it_may(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    ours = {name.split(".")[1] for name in _imports(path) if name.startswith("quipu.")}
    assert ours - MAY_IMPORT[room] - {room} == set()


@pytest.mark.parametrize("path", [p for p in FILES if p.relative_to(ROOT).parts[0] in STAGES], ids=lambda p: p.name)
def test_layers_stages_are_pure(path: Path) -> None:
    names = set(_imports(path))
    assert "sqlalchemy" not in {name.split(".")[0] for name in names}
    if path.relative_to(ROOT).as_posix() not in MAY_REACH_OUT:
        assert not names & NETWORK


def test_layers_every_room_is_judged() -> None:
    rooms = {p.relative_to(ROOT).parts[0] for p in FILES}
    assert rooms - set(MAY_IMPORT) <= {"engine", "cli", "web", "demo"}
