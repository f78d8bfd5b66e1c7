"""Building a record: read what is new, commit in batches, link.

1. `_Intake` reads each source's documents and commits them in batches; what is known is passed over.
2. `link_record` makes events and all that follows from them, in one transaction.
A build that ends anywhere, by Ctrl-C, a fault or a kill, leaves what was committed; the same command goes on there.
"""

import os
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

from quipu import __version__
from quipu.documents import Fetched, IntakeOptions, count_documents, read_documents, write_warc
from quipu.engine.link import link_record, made_by
from quipu.engine.options import BuildOptions
from quipu.engine.progress import Progress, Silent
from quipu.engine.reading import file_document
from quipu.lexicon.load import languages, lexicon_hash
from quipu.model import Document, Refusal, Run, sha256_hex
from quipu.sentences.gazetteer_folder import added_gazetteers
from quipu.sentences.readers import dropped_so_far, told_readers
from quipu.sentences.readers.gate import width_of_settings
from quipu.store import Clock, Filing, Store, Writer, stamp, utc_now

# Code points of text per transaction at most, so that fifty books do not wait in memory.
_BATCH_TEXT = 4_000_000

_DEFAULTS = BuildOptions()
_SILENT = Silent()


def build_record(
    sources: Sequence[str],
    record: Path,
    options: BuildOptions = _DEFAULTS,
    progress: Progress = _SILENT,
    *,
    clock: Clock = utc_now,
) -> Run:
    """Adds to the record in `record` (made where there is none) what is new in the sources, and links everything.

    Nothing that a source holds raises: what cannot be read is a refusal in the record and a count in the run. After
    Ctrl-C the run's status is `interrupted`.

    Returns:
        The run with its counts: documents_added, documents_known, documents_superseded, documents_unread, refused,
        claims, claims_refused (all of this run), events, tallies, disputes, timeline, registers (of the record); where
        a reader told what was not taken, also reader_dropped and, by reason, reader_dropped_REASON (of this run).

    Raises:
        RecordError: the record is damaged, locked by another build, or made by a newer quipu.
    """
    with Store.open(record, create=True, clock=clock) as store, store.writer() as writer:
        run = new_run(sources, options, clock)
        writer.begin_run(run)
        intake = _Intake(writer, run.id, options, progress)
        before = dropped_so_far(languages())
        try:
            try:
                intake.read(sources)
            finally:
                intake.counts |= _dropped_since(before)
            intake.counts |= link_record(store, writer, progress, language=options.language)
            status = "finished"
        except KeyboardInterrupt:
            status = "interrupted"
            progress.note("stopped; what was read is kept, and the same command goes on from here")
        except BaseException:
            writer.finish_run(run.id, status="failed", counts=intake.counts)
            raise
        finished = writer.finish_run(run.id, status=status, counts=intake.counts)
        return replace(run, status=status, counts=dict(intake.counts), finished_at=finished)


def new_run(sources: Sequence[str], options: BuildOptions, clock: Clock) -> Run:
    """The manifest of a build that begins now."""
    now = clock()
    settings = {
        "batch_documents": str(options.batch_documents),
        "batch_seconds": str(options.batch_seconds),
        "gate": width_of_settings(),
        "gazetteers": ", ".join(f"{one.name} sha256:{one.sha256}" for one in added_gazetteers()),
        "language": options.language,
        "made_by": made_by(),
        "max_bytes": str(options.intake.max_bytes),
        "reader": told_readers(languages()),
        "reread": str(options.reread).lower(),
    }
    return Run(
        id=f"run-{now:%Y%m%dT%H%M%SZ}-{os.urandom(2).hex()}",
        started_at=stamp(now),
        quipu_version=__version__,
        lexicon_hash=lexicon_hash(),
        inputs=tuple(sources),
        settings=settings | options.settings,
        status="running",
    )


def _dropped_since(before: Counter[str]) -> dict[str, int]:
    """What the readers did not take in this run, in all and by reason; nothing where they took everything."""
    dropped = dropped_so_far(languages()) - before
    by_reason = {f"reader_dropped_{reason}": count for reason, count in sorted(dropped.items())}
    return {"reader_dropped": dropped.total()} | by_reason if by_reason else {}


_COUNTS = ("added", "known", "superseded", "unread")


@dataclass(slots=True)
class _Batch:
    """What was read and is not committed yet."""

    filings: dict[str, Filing] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    length: int = 0
    began: float = field(default_factory=time.monotonic)


@dataclass(slots=True)
class _Intake:
    """The reading phase of one build."""

    writer: Writer
    run: str
    options: BuildOptions
    progress: Progress
    batch: _Batch = field(default_factory=_Batch)
    counts: dict[str, int] = field(
        default_factory=lambda: (
            {f"documents_{name}": 0 for name in _COUNTS} | {"refused": 0, "claims": 0, "claims_refused": 0}
        )
    )

    def read(self, sources: Sequence[str]) -> None:
        """Reads and commits all that is new; on Ctrl-C, what is wholly read is committed first."""
        self.progress.start("reading", count_documents(sources))
        try:
            for item in read_documents(sources, self._intake_options()):
                self._take(item)
                self.progress.advance()
                if self._is_full():
                    self._commit()
        finally:
            self._commit()
        self.progress.done()

    def _take(self, item: Document | Refusal) -> None:
        read = item if isinstance(item, Refusal) else self._read(item)
        if isinstance(read, Refusal):
            self.batch.refusals.append(read)
            self.counts["refused"] += 1
        elif read is not None:
            self.batch.filings[read.document.id] = read
            self.batch.length += len(read.document.text)
            self._count(read)

    def _read(self, document: Document) -> Filing | Refusal | None:
        """The document's filing; None where the record has it already."""
        if document.id in self.batch.filings:
            self._commit()
        standing = self.writer.standing(document.id)
        is_same = standing is not None and standing.text_sha256 == sha256_hex(document.text)
        if standing is not None and is_same and (standing.run == self.run or not self.options.reread):
            self.counts["documents_known"] += 1
            return None
        return file_document(document)

    def _count(self, filing: Filing) -> None:
        self.counts["documents_added"] += 1
        self.counts["documents_unread"] += filing.unread is not None
        self.counts["claims"] += len(filing.claims)
        self.counts["claims_refused"] += len(filing.refused_claims)

    def _is_full(self) -> bool:
        batch, most = self.batch, self.options.batch_documents
        is_large = len(batch.filings) + len(batch.refusals) >= most or batch.length >= _BATCH_TEXT
        return is_large or time.monotonic() - batch.began >= self.options.batch_seconds

    def _commit(self) -> None:
        batch, self.batch = self.batch, _Batch()
        if batch.filings:
            superseded = self.writer.add_documents(self.run, tuple(batch.filings.values()))
            self.counts["documents_superseded"] += superseded
        if batch.refusals:
            self.writer.add_refusals(self.run, batch.refusals)

    def _intake_options(self) -> IntakeOptions:
        """The given options; every page that is fetched is kept as WARC too."""
        given = self.options.intake

        def keep(fetched: Fetched) -> None:
            archive = BytesIO()
            write_warc(archive, (fetched,))
            self.writer.keep_fetched(fetched.url, archive.getvalue())
            if given.on_fetched is not None:
                given.on_fetched(fetched)

        return replace(given, on_fetched=keep)
