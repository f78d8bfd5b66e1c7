"""The PDF and the WARC of the demonstration say what their sources say, and are made anew from them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from demo.reports import pdf_text, squeeze, warc_pages
from quipu.demo import corpus

TOOL = Path(__file__).parents[2] / "tools" / "make_demo_binaries.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_demo_binaries", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("make", ["make_pdf", "make_warc"])
def test_binaries_are_the_same_bytes_twice(tool: ModuleType, make: str) -> None:
    assert getattr(tool, make)() == getattr(tool, make)()


def test_binaries_pdf_in_the_corpus_has_the_text_of_a_new_one(tool: ModuleType, tmp_path: Path) -> None:
    made = tmp_path / tool.PDF
    made.write_bytes(tool.make_pdf())
    assert pdf_text(corpus() / tool.PDF) == pdf_text(made)


def test_binaries_pdf_holds_its_source(tool: ModuleType) -> None:
    source = squeeze((tool.SOURCES / tool.COMMUNIQUE).read_text(encoding="utf-8"))
    assert source in squeeze(pdf_text(corpus() / tool.PDF))


def test_binaries_warc_in_the_corpus_has_the_pages_of_a_new_one(tool: ModuleType, tmp_path: Path) -> None:
    made = tmp_path / tool.WARC
    made.write_bytes(tool.make_warc())
    assert warc_pages(corpus() / tool.WARC) == warc_pages(made)


def test_binaries_warc_holds_its_sources(tool: ModuleType) -> None:
    pages = {url: (tool.SOURCES / name).read_text(encoding="utf-8") for url, _, name in tool.PAGES}
    assert warc_pages(corpus() / tool.WARC) == pages
