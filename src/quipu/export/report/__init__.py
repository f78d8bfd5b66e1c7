"""The report: a record as a static folder of pages. `write_report(view, folder, title=…)`."""

from quipu.export.report.build import Made, made_with, write_report
from quipu.export.report.chart import svg_tolls

__all__ = ["Made", "made_with", "svg_tolls", "write_report"]
