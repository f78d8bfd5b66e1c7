"""The demonstration reports as plain text, by ways that share nothing with quipu's own intake."""

import re
from functools import cache
from pathlib import Path

from fastwarc.warc import ArchiveIterator
from lxml import html
from pypdf import PdfReader

from demo.shape import Doc, load
from quipu.demo import corpus


def raw(doc: Doc) -> str:
    """A report's HTML or text, as it lies in its file or WARC record."""
    path = corpus() / doc.file
    if path.name.endswith(".warc.gz"):
        return warc_pages(path)[doc.url or ""]
    if path.suffix == ".pdf":
        return pdf_text(path)
    return path.read_text(encoding="utf-8")


@cache
def pieces(key: str) -> tuple[str, ...]:
    """The text that a reader of the report sees, page furniture included, by HTML text nodes or paragraphs."""
    text = raw(doc(key))
    if not text.startswith("<!DOCTYPE"):
        return tuple(squeeze(paragraph) for paragraph in text.split("\n\n"))
    tree = html.fromstring(text)
    for hidden in tree.xpath("//script | //style | //head"):
        hidden.drop_tree()
    return tuple(squeeze(piece) for piece in tree.itertext() if piece.strip())


def visible(key: str) -> str:
    """All of it, with every run of white space as one blank."""
    return squeeze(" ".join(pieces(key)))


def doc(key: str) -> Doc:
    return next(doc for doc in load().documents if doc.key == key)


def is_page(doc: Doc) -> bool:
    return doc.file.endswith(".html") or doc.url is not None


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def pdf_text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def warc_pages(path: Path) -> dict[str, str]:
    """URL → payload of every response."""
    with path.open("rb") as stream:
        return {
            record.headers["WARC-Target-URI"]: record.reader.read(1_000_000).decode("utf-8")
            for record in ArchiveIterator(stream)
        }
