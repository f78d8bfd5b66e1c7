"""A PDF: its text in paragraphs. Runs inside the worker (worker.py)."""

import re
from io import BytesIO

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PdfReadError, PyPdfError

from quipu.documents.extracted import Extracted, refused
from quipu.documents.paragraphs import join_pages

EXTRACTOR = f"pypdf {pypdf.__version__}"
MOST_PAGES = 2000
_LOCKED = "the PDF is encrypted; remove its password and read it again"
# Titles that a program wrote, not a person.
_NO_TITLE = re.compile(
    r"(?i)(?:microsoft word|untitled|document\d*$|slide \d|.*\.(?:docx?|odt|rtf|indd|pdf|qxd|pptx?)$)"
)


def read_pdf(data: bytes) -> Extracted:
    """The text of all pages. The file's own dates are those of the file, so none is taken from them."""
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return refused("encrypted", _LOCKED)
        if len(reader.pages) > MOST_PAGES:
            return refused("too_large", f"the PDF has more than {MOST_PAGES} pages; split it")
        text = join_pages([page.extract_text() for page in reader.pages])
        title, author = _stated(reader)
    except (FileNotDecryptedError, DependencyError):
        return refused("encrypted", _LOCKED)
    except LimitReachedError:
        return refused("too_large", "the PDF unpacks to more than is allowed; check it")
    except PdfReadError as error:
        return refused("truncated" if _is_cut(data) else "bad_pdf", f"damaged PDF ({str(error)[:80]}); get it again")
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # pypdf raises the built-in errors too, where a file breaks the format in ways it does not check for.
        return refused("bad_pdf", f"damaged PDF ({type(error).__name__}: {str(error)[:60]}); get it again")
    if not text.strip():
        return refused("no_text", "the PDF holds no text, only pictures; run it through OCR first")
    return Extracted(text=text, title=title, author=author, extractor=EXTRACTOR)


def _is_cut(data: bytes) -> bool:
    """Whether the end mark that every whole PDF has is missing."""
    return b"%%EOF" not in data[-2048:]


def _stated(reader: pypdf.PdfReader) -> tuple[str | None, str | None]:
    """Title and author from the file's information, where a person wrote them."""
    info = reader.metadata
    title = " ".join(str(info.title or "").split()) if info else ""
    author = " ".join(str(info.author or "").split()) if info else ""
    return (None if _NO_TITLE.match(title) else title or None), (author if re.search(r"\w\s+\w", author) else None)
