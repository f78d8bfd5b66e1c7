"""A record as files: one format per module, and the report folder in `report/`."""

from quipu.export.interface import claim_row, document_row, error_row, event_row, reading_row
from quipu.export.record import export_record
from quipu.export.report import svg_tolls, write_report

__all__ = [
    "claim_row",
    "document_row",
    "error_row",
    "event_row",
    "export_record",
    "reading_row",
    "svg_tolls",
    "write_report",
]
