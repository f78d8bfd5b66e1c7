"""An empty folder of the user's for each test, and the world opened anew before and after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quipu.sentences.gazetteer import world


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "home"
    monkeypatch.setenv("QUIPU_GAZETTEER", str(folder))
    world.cache_clear()
    yield folder
    monkeypatch.undo()
    world.cache_clear()
