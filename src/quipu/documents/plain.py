"""Plain texts and Markdown to what a document is made of, and the document itself."""

from datetime import date

from quipu.documents.dateline import find_dateline
from quipu.documents.encoding import read_text
from quipu.documents.extracted import Extracted
from quipu.documents.language import find_language
from quipu.documents.markdown import read_markdown, stated, stated_day
from quipu.documents.title import find_title
from quipu.errors import BadInput
from quipu.model import Document, Snapshot, document_id


def read_plain(data: bytes, *, is_markdown: bool = False) -> Extracted:
    """A text file as it is, its line ends made one kind; Markdown without its marks.

    Raises:
        BadInput: `encoding`, `binary` or `empty`.
    """
    text = read_text(data).replace("\r\n", "\n").replace("\r", "\n")
    if not is_markdown:
        return Extracted(text=_filled(text), title=find_title(text), extractor="text")
    marked = read_markdown(text)
    published = stated_day(marked.matter)
    return Extracted(
        text=_filled(marked.text),
        title=marked.title or find_title(marked.text),
        author=stated(marked.matter, "author", "authors", "byline"),
        publisher=stated(marked.matter, "publisher", "source", "site", "sitename", "outlet"),
        published=published.isoformat() if published else None,
        url=stated(marked.matter, "url", "link", "canonical"),
        language=_code(stated(marked.matter, "language", "lang")),
        extractor="markdown",
    )


def as_document(found: Extracted, snapshot: Snapshot, url: str | None) -> Document:
    """The document: its day from metadata, else from its own dateline; its language from its text."""
    published, basis = date.fromisoformat(found.published) if found.published else None, "metadata"
    if published is None:
        published, basis = find_dateline(found.text), "dateline"
    return Document(
        id=document_id(found.text),
        text=found.text,
        title=found.title,
        author=found.author,
        publisher=found.publisher,
        published=published,
        published_basis=basis if published else None,
        language=find_language(found.text, found.language),
        url=url or found.url,
        extractor=found.extractor,
        snapshot=snapshot,
    )


def _filled(text: str) -> str:
    if not text.strip():
        raise BadInput("the file holds no words; remove it or get it again", code="empty")
    return text


def _code(words: str | None) -> str | None:
    """The ISO 639-1 code of "es", "es-PE" or "ES"."""
    code = words[:2].lower() if words else ""
    return code if code.isalpha() and len(code) == 2 and (words or "")[2:3] in ("", "-", "_") else None
