"""Makes the demonstration reports that are not text: the PDF and the WARC, from `src/quipu/demo/sources/`.

    python tools/make_demo_binaries.py [--out FOLDER]

The same sources give the same bytes, under one version of reportlab and zlib.
"""

import argparse
import io
import os
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Paragraph, SimpleDocTemplate, Spacer
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DEMO = Path(__file__).parents[1] / "src" / "quipu" / "demo"
SOURCES = DEMO / "sources"
COMMUNIQUE = "communique-2023-01-14.txt"
PDF = "2023-01-14-communique.pdf"
WARC = "2023-01-lakepost.warc.gz"
SIGNED = datetime(2023, 1, 14, 17, tzinfo=UTC)
PAGES = (
    ("https://lakepost.example/2023/01/05/protests-return", "2023-01-06T02:11:00Z", "lakepost-2023-01-05.html"),
    ("https://lakepost.example/2023/01/08/photographer-hit", "2023-01-09T00:40:00Z", "lakepost-2023-01-08.html"),
)


def make_pdf(source: Path = SOURCES / COMMUNIQUE) -> bytes:
    """The communiqué as one page of A4, dated by its metadata like a real one."""
    # reportlab stamps an invariant file with this epoch; without it the file would claim to be from 2000.
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(SIGNED.timestamp()))
    try:
        return _pdf(source.read_text(encoding="utf-8"))
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _pdf(text: str) -> bytes:
    head, *paragraphs = text.strip().split("\n\n")
    office, title, day = head.split("\n")
    styles = getSampleStyleSheet()
    story = [
        Paragraph(escape(office), styles["Heading3"]),
        Paragraph(escape(title), styles["Title"]),
        Paragraph(escape(day), styles["Normal"]),
        Spacer(0, 18),
    ]
    for paragraph in paragraphs:
        story += [Paragraph(escape(paragraph), styles["BodyText"]), Spacer(0, 6)]
    target = io.BytesIO()
    template = SimpleDocTemplate(
        target, pagesize=A4, title=f"{title}, {day}", author=office, lang="en", invariant=1, pageCompression=1
    )
    template.build(story, onFirstPage=_footer)
    return target.getvalue()


def _footer(canvas: Canvas, template: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawCentredString(A4[0] / 2, 36, f"Page {template.page}")


def make_warc() -> bytes:
    """Two pages of one paper as a crawler would have kept them, each its own gzip member."""
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=True)
    for number, (url, fetched, name) in enumerate(PAGES, 1):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        fixed = {"WARC-Date": fetched, "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>"}
        body = io.BytesIO((SOURCES / name).read_bytes())
        record = writer.create_warc_record(url, "response", payload=body, http_headers=headers, warc_headers_dict=fixed)
        writer.write_record(record)
        record.raw_stream.close()  # warcio swaps in a temporary file and leaves it open
    return target.getvalue()


def main() -> None:
    """Writes both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=DEMO / "corpus")
    out: Path = parser.parse_args().out
    for name, data in ((PDF, make_pdf()), (WARC, make_warc())):
        (out / name).write_bytes(data)
        print(f"{out / name}: {len(data)} bytes")


if __name__ == "__main__":
    main()
