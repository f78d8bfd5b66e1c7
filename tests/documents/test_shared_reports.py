"""The two real reports, where they are present: titled, in English, and undated, because neither states its day."""

import os
from pathlib import Path

import pytest

from quipu.documents import read_documents
from quipu.model import Document

SEEDS = Path(os.environ.get("QUIPU_SHARED", Path(__file__).parents[2] / ".." / "shared")) / "seeds"


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared reports are absent; set QUIPU_SHARED to their folder")
def test_shared_reports_are_read_and_stay_undated() -> None:
    docs = list(read_documents([str(SEEDS)]))
    assert len(docs) == 2
    for doc in docs:
        assert isinstance(doc, Document)
        assert (doc.language, doc.published) == ("en", None)
        assert doc.title is not None
        assert doc.title in doc.text
