"""Files outside the project, found through $QUIPU_SHARED; tests that need them are skipped loudly where absent."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("QUIPU_SHARED", Path(__file__).parents[2] / "shared"))


def need(*parts: str) -> Path:
    """The path under $QUIPU_SHARED, or a skip that says what is missing and how to provide it."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"SKIPPED LOUDLY: {path} is not here; set QUIPU_SHARED to run this test")
    return path
