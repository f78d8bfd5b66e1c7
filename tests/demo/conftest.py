"""The record of the demonstration reports, built once."""

from collections.abc import Iterator

import pytest

from quipu.demo import corpus
from quipu.engine import BuildOptions, build_record
from quipu.model import RecordView
from quipu.store import Store, verify


@pytest.fixture(scope="session")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordView]:
    record = tmp_path_factory.mktemp("golden") / "record"
    run = build_record([str(corpus())], record, BuildOptions())
    assert run.counts["refused"] == 0
    with Store.open(record) as store:
        assert list(verify(store)) == []
        yield store.view()
