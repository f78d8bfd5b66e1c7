"""documents: files, folders, globs, `-`, URLs and archives → `Document`, or `Refusal` with its reason."""

from quipu.documents.archive import Fetched, write_warc
from quipu.documents.json_lines import read_json_lines
from quipu.documents.options import IntakeOptions
from quipu.documents.read import read_documents
from quipu.documents.sources import count_documents

__all__ = ["Fetched", "IntakeOptions", "count_documents", "read_documents", "read_json_lines", "write_warc"]
