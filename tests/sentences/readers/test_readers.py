"""Readers by name, and the one that the settings ask for."""

import shutil
from pathlib import Path

import pytest

import quipu.sentences.readers as readers
from quipu.errors import ReaderError
from quipu.sentences.readers import Reader, default_reader, has_weights, open_reader, told_readers
from quipu.sentences.readers.plain import PlainReader
from quipu.sentences.readers.small import SmallReader
from sentences.readers.tiny import FOLDER, sentences_of


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """English weights of three layers, Spanish none; no settings."""
    shutil.copytree(FOLDER, tmp_path / "en")
    monkeypatch.setattr(readers, "WEIGHTS", tmp_path)
    monkeypatch.delenv("QUIPU_READER", raising=False)
    open_reader.cache_clear()
    yield tmp_path
    open_reader.cache_clear()


OPENED = [("none", "en", "none"), ("none", "es", "none"), ("small", "en", "small-3"), ("small-3", "en", "small-3")]
REFUSED = [
    ("large", "en", "reader_unknown", "none, small, small-3, small-6"),
    ("", "en", "reader_unknown", "none, small"),
    ("small-6", "en", "reader_missing", "6 layers"),
    ("small", "es", "reader_missing", "'es'"),
    ("small:/nowhere", "en", "reader_missing", "no weights"),
]
SETTINGS = [
    (None, "en", "small-3"),
    (None, "es", "none"),
    ("", "en", "small-3"),
    ("none", "en", "none"),
    ("small", "es", "none"),
    ("small-3", "en", "small-3"),
]


@pytest.mark.usefixtures("weights")
@pytest.mark.parametrize(("name", "language", "wanted"), OPENED)
def test_open_reader(name: str, language: str, wanted: str) -> None:
    found = open_reader(name, language)
    assert isinstance(found, Reader)
    assert found.name == wanted
    assert open_reader(name, language) is found


@pytest.mark.usefixtures("weights")
@pytest.mark.parametrize(("name", "language", "code", "told"), REFUSED)
def test_open_reader_refuses(name: str, language: str, code: str, told: str) -> None:
    with pytest.raises(ReaderError, match=told) as caught:
        open_reader(name, language)
    assert caught.value.code == code


@pytest.mark.usefixtures("weights")
@pytest.mark.parametrize(("setting", "language", "wanted"), SETTINGS)
def test_default_reader(setting: str | None, language: str, wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if setting is not None:
        monkeypatch.setenv("QUIPU_READER", setting)
    assert default_reader(language).name == wanted


def test_default_reader_without_any_weights(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(weights / "en")
    assert default_reader("en").name == "none"
    monkeypatch.setenv("QUIPU_READER", "small")
    with pytest.raises(ReaderError) as caught:
        default_reader("en")
    assert caught.value.code == "reader_missing"


@pytest.mark.usefixtures("weights")
def test_default_reader_takes_weights_from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIPU_READER", f"small:{FOLDER.parent}")
    assert default_reader("en").name == "small-3"
    assert default_reader("es").name == "none"


@pytest.mark.usefixtures("weights")
def test_default_reader_refuses_an_unknown_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIPU_READER", "enormous")
    with pytest.raises(ReaderError, match="enormous"):
        default_reader("es")


@pytest.mark.usefixtures("weights")
def test_told_readers_names_versions() -> None:
    assert told_readers(["en", "es"]) == "en small-3 tiny-1, es none"


def test_open_reader_takes_weights_from_elsewhere(weights: Path) -> None:
    (weights / "en" / "three.onnx").rename(weights / "en" / "three.gone")
    assert not has_weights("en")
    assert open_reader(f"small:{FOLDER.parent}", "en").version == "tiny-1"


@pytest.mark.usefixtures("weights")
@pytest.mark.parametrize("threads", ["1", "2", "0", "many"])
def test_open_reader_takes_threads_from_the_settings(threads: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIPU_READER_THREADS", threads)
    found = open_reader("small", "en")
    assert isinstance(found, SmallReader)
    options = found.network.session.get_session_options()
    assert options.intra_op_num_threads == (2 if threads == "2" else 1)


def test_plain_reader_changes_nothing() -> None:
    sentences = sentences_of("The mayor left. Nobody saw her go.")
    assert PlainReader().read("", sentences) == sentences
