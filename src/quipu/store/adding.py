"""Documents into rows: the statements of one batch, inside the writer's transaction."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, Text, and_, case, cast, insert, or_, select, update

from quipu.model import Snapshot, sha256_hex
from quipu.store.digest import reading_digest
from quipu.store.filing import Filing
from quipu.store.numbers import next_number
from quipu.store.rows import claim_row, document_row, naming_row
from quipu.store.schema import (
    claims,
    documents,
    namings,
    passages,
    refusals,
    refused_claims,
    sketches,
    snapshots,
    texts,
    told_days,
)

Values = dict[str, Any]
Added = list[list[object]]

# A line of JSON Lines as `documents` names the source of its snapshot.
_LINE = refusals.c.source + ":" + cast(refusals.c.line, Text)

# Rows per statement: SQLite allows 32,766 values in one.
_PAGE = 500


def add_filings(connection: Connection, run: str, at: str, filings: Sequence[Filing]) -> tuple[Added, Added]:
    """Adds the batch; gives what was added and what it supersedes, each `[number, id, text hash]`, what was added with
    the hash of what was read of it."""
    hashes = [sha256_hex(filing.document.text) for filing in filings]
    _add_texts(connection, filings, hashes)
    superseded = _supersede(connection, run, at, [filing.document.id for filing in filings])
    first = next_number(connection, documents)
    rows = []
    for number, (filing, digest) in enumerate(zip(filings, hashes, strict=True), start=first):
        place = {"seq": number, "run": run, "added_at": at, "text_sha256": digest}
        place["snapshot"] = _snapshot_number(connection, filing.document.snapshot, at)
        rows.append(document_row(filing) | place)
    _insert(connection, documents, rows)
    _add_readings(connection, list(enumerate(filings, start=first)))
    _resolve(connection, at, filings)
    read = zip(rows, filings, strict=True)
    return [[row["seq"], row["id"], row["text_sha256"], _digest(row, filing)] for row, filing in read], superseded


def withdraw_documents(connection: Connection, run: str, at: str) -> tuple[list[int], list[int]]:
    """Withdraws a run's documents and restores those that they superseded; gives both as numbers."""
    standing = documents.c.withdrawn_at.is_(None)
    mine = update(documents).where(documents.c.run == run, standing).values(withdrawn_at=at, withdrawn_by=f"undo:{run}")
    withdrawn = list(connection.execute(mine.returning(documents.c.seq)).scalars())
    elder = documents.alias()
    taken = select(elder.c.id).where(elder.c.withdrawn_at.is_(None))
    restorable = and_(documents.c.withdrawn_by == run, documents.c.id.not_in(taken))
    back = update(documents).where(restorable).values(withdrawn_at=None, withdrawn_by=None)
    restored = list(connection.execute(back.returning(documents.c.seq)).scalars())
    return sorted(withdrawn), sorted(restored)


def _digest(row: Values, filing: Filing) -> str:
    return reading_digest(row, [claim_row(row["seq"], keyed) for keyed in filing.claims])


def _add_texts(connection: Connection, filings: Sequence[Filing], hashes: Sequence[str]) -> None:
    new = {digest: filing.document.text for filing, digest in zip(filings, hashes, strict=True)}
    there = set(connection.execute(select(texts.c.sha256).where(texts.c.sha256.in_(list(new)))).scalars())
    bodies = ((digest, text.encode("utf-8", "surrogatepass")) for digest, text in new.items() if digest not in there)
    _insert(connection, texts, ({"sha256": digest, "body": body} for digest, body in bodies))


def _supersede(connection: Connection, run: str, at: str, ids: Sequence[str]) -> Added:
    standing = documents.c.id.in_(ids) & documents.c.withdrawn_at.is_(None)
    older = update(documents).where(standing).values(withdrawn_at=at, withdrawn_by=run)
    named = older.returning(documents.c.seq, documents.c.id, documents.c.text_sha256)
    return [list(row) for row in connection.execute(named)]


def _snapshot_number(connection: Connection, snapshot: Snapshot | None, at: str) -> int | None:
    if snapshot is None:
        return None
    row = {name: getattr(snapshot, name) for name in ("sha256", "source", "media_type", "size")}
    row["kept"] = snapshot.data is not None
    same = and_(*(snapshots.c[name] == value for name, value in row.items()))
    number = connection.execute(select(snapshots.c.seq).where(same)).scalar()
    if number is None:
        number = next_number(connection, snapshots)
        connection.execute(insert(snapshots).values(seq=number, added_at=at, **row))
    return int(number)


def _add_readings(connection: Connection, numbered: Sequence[tuple[int, Filing]]) -> None:
    _insert(connection, claims, (claim_row(number, keyed) for number, filing in numbered for keyed in filing.claims))
    _insert(connection, refused_claims, _counted(connection, refused_claims, _refused_rows(numbered)))
    _insert(connection, sketches, _sketch_rows(numbered))
    _insert(connection, passages, _counted(connection, passages, _passage_rows(numbered)))
    _insert(connection, told_days, _counted(connection, told_days, _day_rows(numbered)))
    named = (naming_row(one) | {"document": number} for number, filing in numbered for one in filing.namings)
    _insert(connection, namings, _counted(connection, namings, named))


def _refused_rows(numbered: Sequence[tuple[int, Filing]]) -> Iterator[Values]:
    for number, filing in numbered:
        for one in filing.refused_claims:
            where = {"document": number, "start": one.span.start, "end": one.span.end}
            yield where | {"rule": one.rule, "reason": one.reason}


def _sketch_rows(numbered: Sequence[tuple[int, Filing]]) -> Iterator[Values]:
    for number, filing in numbered:
        if (mark := filing.sketch) is not None:
            row = {"exact": mark.exact, "minhash": mark.minhash, "scheme_version": mark.scheme_version}
            yield {"document": number} | row


def _passage_rows(numbered: Sequence[tuple[int, Filing]]) -> Iterator[Values]:
    for number, filing in numbered:
        for one in filing.passages:
            yield {"hash": one.hash, "document": number, "start": one.span.start, "end": one.span.end}


def _day_rows(numbered: Sequence[tuple[int, Filing]]) -> Iterator[Values]:
    for number, filing in numbered:
        for one in filing.days:
            words = {"words_start": one.words and one.words.start, "words_end": one.words and one.words.end}
            yield {"document": number, "start": one.span.start, "end": one.span.end, "day": one.day} | words


def _counted(connection: Connection, table: Table, rows: Iterator[Values]) -> Iterator[Values]:
    first = next_number(connection, table)
    return (row | {"seq": number} for number, row in enumerate(rows, start=first))


def _insert(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    page: list[Values] = []
    for row in rows:
        page.append(row)
        if len(page) == _PAGE:
            connection.execute(insert(table), page)
            page = []
    if page:
        connection.execute(insert(table), page)


def _resolve(connection: Connection, at: str, filings: Sequence[Filing]) -> None:
    """Marks refusals of what could be read after all: by the document's id, its whole source, or its line there."""
    sources = [filing.document.snapshot.source for filing in filings if filing.document.snapshot]
    place = case((refusals.c.line.is_(None), refusals.c.source), else_=_LINE)
    named = refusals.c.id.in_([filing.document.id for filing in filings])
    open_ones = and_(refusals.c.resolved_at.is_(None), or_(place.in_(sources), named))
    connection.execute(update(refusals).where(open_ones).values(resolved_at=at))
