"""Every error that quipu raises on purpose: one base, few kinds, each saying what, where and what to do."""


class QuipuError(Exception):
    """Base of all quipu errors. `code` is stable and machine-readable; `where` names the file, row or entry."""

    code = "error"

    def __init__(self, message: str, *, where: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class BadInput(QuipuError):
    """A source that cannot be read: empty, binary, truncated, encrypted, invalid JSON and so on.

    Codes: `empty`, `not_found`, `unreadable`, `too_large`, `binary`, `encoding`, `bad_json`, `bad_record`, `bad_pdf`,
    `encrypted`, `truncated`, `bad_warc`, `no_text`, `extractor_failed`, `duplicate_id`, `no_documents`, `unsupported`,
    `reader_failed`.
    """

    code = "bad_input"


class FetchRefused(BadInput):
    """A URL that must not or could not be fetched: scheme, port, private address, too many redirects, size.

    Codes: `fetch_refused` (it must not be fetched), `fetch_failed` (it could not be).
    """

    code = "fetch_refused"


class BadLexiconEntry(QuipuError):
    """A lexicon file with an unknown key, an empty alternation or a failing example."""

    code = "bad_lexicon"


class RecordError(QuipuError):
    """A record that cannot be used. Codes: `record_missing`, `record_locked`, `record_newer`,
    `record_read_only`, `record` (damaged)."""

    code = "record"


class NotFound(QuipuError):
    """No claim, event, document or run has this id; code `ambiguous` where several begin like it."""

    code = "not_found"


class UsageError(QuipuError):
    """Arguments that cannot be meant together; the command line answers 2."""

    code = "usage"


class ReaderError(QuipuError):
    """A sentence reader that cannot be opened or asked. Codes: `reader_unknown` (no such name), `reader_missing` (no
    weights for the language, or a library is not installed), `reader_broken` (the weights cannot be read),
    `reader_version` (made for another version), `reader_refused` (an endpoint will not answer), `reader_failed` (it did
    not answer as it must), `gate_unknown` (no such gate)."""

    code = "reader_broken"
