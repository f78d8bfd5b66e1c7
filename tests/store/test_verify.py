"""Each kind of damage is found, and named; an undamaged record has no finding."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from quipu.model import Snapshot, sha256_hex
from quipu.store import Filing, Store, verify
from store.nouns import make_claim, make_event, make_filing, make_record

SNAPSHOT = Snapshot(sha256_hex(b"page"), "x.html", "text/html", 4, b"page")

# What somebody does behind the record's back, and the finding that tells of it.
DAMAGE = {
    "text changed": ("UPDATE texts SET body = CAST('Ten' || substr(body, 4) AS BLOB)", "text_changed"),
    "words changed": ("UPDATE claims SET fields = replace(fields, 'Juliaca', 'Cusco')", "words"),
    "offset moved": ('UPDATE claims SET start = start + 3, "end" = "end" + 3000', "words"),
    "count of no kind": ("UPDATE claims SET count_what = 'wounded'", "words"),
    "claim deleted": ("DELETE FROM claims WHERE document = 2", "claim_count"),
    "document deleted": ("DELETE FROM documents WHERE seq = 2", "foreign_key"),
    "document renamed": ("UPDATE documents SET id = 'z' WHERE seq = 1", "audit_document"),
    "document smuggled in": (
        "INSERT INTO documents SELECT 99, 'x', text_sha256, run, added_at, status, unread, title, author, publisher, "
        "published, published_basis, language, url, extractor, NULL, anchor_day, anchor_basis, anchor_evidence, 0, 0, "
        "NULL, NULL FROM documents WHERE seq = 1",
        "audit_document",
    ),
    "withdrawn in silence": ("UPDATE documents SET withdrawn_at = 'now' WHERE seq = 1", "derived"),
    "second document under an id": (
        "UPDATE documents SET id = 'a' WHERE seq = 2",
        "document_ids",
    ),
    "refused claim off the text": ("UPDATE documents SET anchor_evidence = '[[0, 9999]]'", "offsets"),
    "event's claims changed": ("DELETE FROM event_claims WHERE document = 1", "derived"),
    "told day off the text": ("INSERT INTO told_days VALUES (1, 1, 0, 9999, '2023-01-09', NULL, NULL)", "offsets"),
    "day smuggled in": ("INSERT INTO days VALUES (1, '2023-01-09', '{}')", "derived"),
    "event deleted": ("DELETE FROM events", "derived"),
    "log changed": ("DROP TRIGGER audit_no_update; UPDATE audit SET at = '1999' WHERE seq = 2", "audit_chain"),
    "count changed, and its words with it": ("UPDATE claims SET count_low = 9, count_high = 9", "reading"),
    "day changed": ("UPDATE claims SET date_begin = '2023-01-19', date_finish = '2023-01-19'", "reading"),
    "modality changed": ("UPDATE claims SET modality = 'denied'", "reading"),
    "publisher changed": ("UPDATE documents SET publisher = 'Another Wire'", "reading"),
    "event's figures changed": ("UPDATE events SET payload = replace(payload, 'killing', 'injury')", "derived"),
    "toll smuggled in": ("INSERT INTO tallies VALUES (1, 'killed', 'Peru', '{}')", "derived"),
    "report hidden": ("UPDATE documents SET withdrawn_at = 'now', withdrawn_by = 'run-1' WHERE seq = 2", "audit_end"),
    "log cut at its end": (
        "DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "audit_end",
    ),
    "log emptied": ("DROP TRIGGER audit_no_delete; DELETE FROM audit", "audit_end"),
    "log shortened": ("DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE seq = 2", "audit_chain"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A linked record of two documents with an original."""
    one = make_filing("a")
    filings = (Filing(replace(one.document, snapshot=SNAPSHOT), claims=one.claims), make_filing("b"))
    with make_record(tmp_path / "record", *filings) as store:
        with store.writer() as writer, writer.derive("test") as draft:
            draft.add_links([make_event(make_claim("a", said="0"), make_claim("b", said="0"))])
        assert list(verify(store)) == []
    return tmp_path / "record"


def _codes(folder: Path) -> set[str]:
    with Store.open(folder) as store:
        return {finding.code for finding in verify(store)}


@pytest.mark.parametrize(("statements", "code"), DAMAGE.values(), ids=DAMAGE)
def test_verify_finds_damage(folder: Path, statements: str, code: str) -> None:
    connection = sqlite3.connect(folder / "record.sqlite")
    connection.executescript(statements)
    connection.close()
    assert code in _codes(folder)


def test_verify_finds_an_original_that_was_changed_or_lost(folder: Path) -> None:
    (original,) = (folder / "originals").glob("*/*")
    original.chmod(0o600)
    original.write_bytes(b"another page")
    assert _codes(folder) == {"original_changed"}
    original.unlink()
    assert _codes(folder) == {"original_missing"}


def test_verify_finds_an_archive_that_was_changed_or_lost(folder: Path) -> None:
    with Store.open(folder) as store, store.writer() as writer:
        writer.keep_fetched("https://example.org/", b"WARC/1.1")
    (archive,) = (folder / "snapshots").iterdir()
    archive.chmod(0o600)
    archive.write_bytes(b"")
    assert _codes(folder) == {"snapshot_changed"}
    archive.unlink()
    assert _codes(folder) == {"snapshot_missing"}


def test_verify_finds_a_page_that_the_disk_lost(folder: Path) -> None:
    with Store.open(folder) as store:
        root = store.engine.connect().exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name='ix_claims_by_id'")
        page = root.scalar_one()
    path = folder / "record.sqlite"
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = bytes([10]) + bytes(4095)
    path.write_bytes(data)
    assert "integrity" in _codes(folder)


def test_verify_names_the_words_that_are_not_there(folder: Path) -> None:
    connection = sqlite3.connect(folder / "record.sqlite")
    connection.executescript(DAMAGE["words changed"][0])
    connection.close()
    with Store.open(folder) as store:
        said = {finding.message for finding in verify(store) if finding.code == "words"}
    assert said == {"place says 'Cusco' and the text 'Juliaca'"}
