"""The quick start needs no network: the whole demonstration runs with every connection refused."""

import socket
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import quipu


def _refuse(*_: Any, **__: Any) -> None:
    raise AssertionError("quipu tried to reach the network")


def test_offline_demo_runs_without_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, _refuse)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)
    assert quipu("demo", "--out", tmp_path / "demo") == 0
    said = capsys.readouterr().out
    for heading in ("Timeline", "Death toll", "Disputes", "Three claims, cited"):
        assert heading in said
    assert said.count("«") > 3
    assert (tmp_path / "demo" / "report" / "index.html").is_file()
