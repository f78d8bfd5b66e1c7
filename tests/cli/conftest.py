"""A small record on an invented crisis, built once by the public path."""

from pathlib import Path

import pytest

from quipu.cli import run

REPORTS = {
    "monday.txt": """Two die as miners block the coast road

ANTOFAGASTA, Chile, March 7, 2022 (Desert Wire) - Two miners, aged 19 and 24, were killed in Calama on Sunday when
police fired on a road block, the regional hospital said. At least 14 people were injured.

The miners' federation called an indefinite strike from Tuesday. The senate rejected the emergency bill by 31 votes
to 12.
""",
    "thursday.txt": """Toll of the miners' protests rises

ANTOFAGASTA, Chile, March 10, 2022 (Desert Wire) - At least 6 people have been killed in the protests since March 6,
the ombudsman's office said on Thursday. The interior ministry said 4 people have been killed since March 6.
""",
    "elsewhere.txt": """Aucun accord après la réunion de jeudi, disent les deux parties. Le ministre a quitté la
salle sans faire de déclaration, et les représentants des mineurs ont annoncé une nouvelle journée de mobilisation pour
lundi.
""",
}


def quipu(*arguments: object) -> int:
    """Runs a command line in this process; its exit code."""
    with pytest.raises(SystemExit) as stopped:
        run([str(argument) for argument in arguments])
    code = stopped.value.code
    return code if isinstance(code, int) else 0


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def record(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    record = tmp_path_factory.mktemp("cli") / "record"
    assert quipu("build", reports, "--record", record, "--quiet") == 0
    return record
