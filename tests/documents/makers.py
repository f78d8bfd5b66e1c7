"""Small factories for the files that the intake's tests read: pages, PDFs, archives, and what is wrong with them."""

import gzip
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

REPORT = (
    "Two men died on Monday when police cleared a bridge near the market, the regional health office said.\n\n"
    "Another 20 people were treated for wounds. Unions called an indefinite strike from Tuesday.\n"
)


def page(body: str = "", *, head: str = "", lang: str = "en") -> str:
    """A news page: menu, article, appeal and footer around two paragraphs and `body`."""
    paragraphs = "".join(f"<p>{p}</p>" for p in REPORT.strip().split("\n\n"))
    return f"""<!DOCTYPE html><html lang="{lang}"><head>
<meta charset="utf-8"><title>Bridge cleared</title>{head}</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics</a></li></ul></nav></header>
<div class="cookies"><p>We use cookies to improve your visit. Accept all cookies?</p></div>
<main><article><h1>Two die as bridge is cleared</h1>{paragraphs}{body}</article>
<div class="appeal"><h3>Help us</h3><p>There are 12 days left to raise £10,000. Please give what you can.</p></div>
<aside><h3>Related</h3><ul><li><a href="/a">Five killed in clashes of 2009, a report finds.</a></li></ul></aside></main>
<footer><p>Copyright 2022. All rights reserved.</p></footer></body></html>"""


def furniture_page() -> str:
    """A page with a menu, banners and an appeal, and no article."""
    return """<html><head><title>Menu</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<div><p>There are 12 days left to raise £10,000 for our fund. Please give what you can today.</p></div>
<div><p>We use cookies to improve your visit to our site. Accept all cookies?</p></div>
<footer><p>Copyright 2022 by the publisher of this site. All rights reserved.</p></footer></body></html>"""


def line(id: str = "a", text: str = REPORT, **fields: object) -> str:
    """One line of JSON Lines, with its line feed."""
    return (
        json.dumps({"id": id, "text": text, "title": None, "published": None, "language": "en", "url": None} | fields)
        + "\n"
    )


def pdf(
    paragraphs: Sequence[str] = tuple(REPORT.strip().split("\n\n")), *, title: str = "", running: str = ""
) -> bytes:
    """A printed report on small paper, so that lines wrap; `running` stands at the head of each page."""

    def draw(canvas: Any, doc: Any) -> None:
        canvas.drawString(60, 570, running)
        canvas.drawString(200, 20, f"Page {doc.page}")

    target = io.BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    doc = SimpleDocTemplate(target, pagesize=A5, title=title)
    later = draw if running else (lambda canvas, doc: None)
    doc.build([Paragraph(p, style) for p in paragraphs], onFirstPage=later, onLaterPages=later)
    return target.getvalue()


def locked_pdf(*, owner_only: bool = False) -> bytes:
    """A PDF with a password to read it, or only one to change it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("" if owner_only else "secret", "owner", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def warc(
    answers: Iterable[tuple[str, bytes, dict[str, str]]], *, is_packed: bool = True, status: str = "200 OK"
) -> bytes:
    """An archive of responses (URL, body, headers besides the type, which is HTML unless they say otherwise)."""
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=is_packed)
    for url, body, headers in answers:
        head = StatusAndHeaders(status, list(({"Content-Type": "text/html"} | headers).items()), protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), length=len(body), http_headers=head
        )
        writer.write_record(record)
    return target.getvalue()


def warc_of(*bodies: str, is_packed: bool = True) -> bytes:
    """An archive of pages under made-up URLs."""
    return warc(
        [(f"https://press.example/{n}", body.encode(), {}) for n, body in enumerate(bodies)], is_packed=is_packed
    )


def write_long_line(path: Path, size: int, *, packed: bool = False) -> None:
    """JSON Lines whose second line is `size` bytes long, written piece by piece."""
    opener = gzip.open if packed else open
    with opener(path, "wb") as file:
        file.write(line("before", "The first report says that a road was blocked.").encode())
        file.write(b'{"id": "long", "text": "')
        piece = b"x" * (1 << 20)
        for _ in range(size // len(piece)):
            file.write(piece)
        file.write(b'"}\n')
        file.write(line("after", "The last report says that the road was opened.").encode())
