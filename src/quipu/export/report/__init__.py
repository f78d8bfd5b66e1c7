"""The report: a record as a static folder of pages. `write_report(view, folder, title=…)`."""

from quipu.export.report.build import write_report
from quipu.export.report.chart import svg_tolls

__all__ = ["svg_tolls", "write_report"]
