"""A web page: its article's text and what its metadata states. Runs inside the worker (worker.py)."""

import codecs
import re
from dataclasses import replace
from functools import cache
from typing import Any

import trafilatura
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata
from trafilatura.utils import load_html

from quipu.documents.encoding import MARKS, read_text
from quipu.documents.extracted import Extracted, refused
from quipu.documents.lists import PageFurniture
from quipu.documents.page_date import find_published
from quipu.errors import BadInput
from quipu.lexicon.load import languages, load

EXTRACTOR = f"trafilatura {trafilatura.__version__}"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
# What browsers do (WHATWG Encoding, section 4.2): pages that call themselves Latin-1 are Windows-1252.
_SAME = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_TABLE_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)")
FEWEST_WORDS = 6
# Of the letters in a page's paragraphs; below it the `<article>` is a teaser or one of several.
LEAST_SHARE = 0.5
_BREAKS = re.compile(r"(?:<br[ \t]*/?>\s*){2,8}", re.IGNORECASE)
_NOTHING = "no article text found; give the article's text as .txt"


def read_page(data: bytes, url: str | None = None, charset: str | None = None) -> Extracted:
    """Text by trafilatura, favouring precision: page furniture is worse than a paragraph lost."""
    try:
        source = _decoded(data, charset)
    except BadInput as error:
        return refused(error.code, error.message)
    # Two breaks are how old systems write a paragraph; without this the page is one.
    source = _BREAKS.sub("</p><p>", source)
    tree = load_html(source)
    if tree is None:
        return refused("no_text", _NOTHING)
    found = _metadata(tree, url)
    document = trafilatura.bare_extraction(
        _article(load_html(source)), url=url, favor_precision=True, include_comments=False, include_tables=True
    )
    text = trim_furniture(_blocks(getattr(document, "text", None) or ""))
    if not has_prose(text):
        return refused("no_text", _NOTHING)
    if "\ufffd" in text:
        return refused("encoding", f"not {charset or 'utf-8'} in the article itself; save the page as UTF-8")
    return replace(found, text=text + "\n")


def _metadata(tree: HtmlElement, url: str | None) -> Extracted:
    # trafilatura asks htmldate for a date as well, which may come from prose: cut short, and not used.
    found = extract_metadata(tree, url, {"extensive_search": False, "max_date": "1900-01-01"}, extensive=False)
    own_url = url or found.url
    published = find_published(tree, own_url)
    return Extracted(
        title=_clean(found.title),
        author=_clean(found.author),
        publisher=_clean(found.sitename),
        published=published.isoformat() if published else None,
        url=own_url,
        language=_declared(tree),
        extractor=EXTRACTOR,
    )


def _declared(tree: HtmlElement) -> str | None:
    match = re.match(r"\s*([A-Za-z]{2})(?![A-Za-z])", tree.get("lang") or tree.get("xml:lang") or "")
    return match[1].lower() if match else None


def _clean(words: Any) -> str | None:
    return " ".join(words.split())[:500] or None if isinstance(words, str) else None


def _article(tree: HtmlElement) -> HtmlElement:
    """The page without what lies beside its article, where it marks one article that holds most of its paragraphs."""
    outermost = tree.xpath(".//article[not(ancestor::article)]")
    if len(outermost) != 1 or _prose_size(outermost[0]) < LEAST_SHARE * _prose_size(tree):
        return tree
    body = tree.find(".//body")
    if body is not None:
        article = outermost[0]
        article.tail = None
        body.clear()
        body.append(article)
    return tree


def _prose_size(tree: HtmlElement) -> int:
    """Letters in paragraphs."""
    return sum(len(paragraph.text_content()) for paragraph in tree.iterfind(".//p"))


def trim_furniture(text: str) -> str:
    """Without the banners and appeals that stand before the first or after the last block of prose, with their
    headings; between blocks of prose nothing is taken out."""
    blocks = text.split("\n\n")
    prose = [at for at, block in enumerate(blocks) if has_prose(block)]
    if not prose:
        return text
    first, last = prose[0], prose[-1]
    before = next((at + 1 for at in range(first - 1, -1, -1) if _furniture().search(blocks[at])), 0)
    after = next((at for at in range(last + 1, len(blocks)) if _furniture().search(blocks[at])), len(blocks))
    if after < len(blocks):
        while after - 1 > last and _is_heading(blocks[after - 1]):
            after -= 1
    return "\n\n".join(blocks[before:after])


def _is_heading(block: str) -> bool:
    return len(block.split()) <= FEWEST_WORDS and not _SENTENCE.search(block)


def has_prose(text: str) -> bool:
    """Whether any line could be a report's sentence: menus are short lines without a full stop, and banners, widgets
    and legal notes say what they are. Decides about the page as a whole; no line is taken out by it."""
    return any(
        len(line.split()) >= FEWEST_WORDS and _SENTENCE.search(line) and not _furniture().search(line)
        for line in text.split("\n")
    )


def _blocks(text: str) -> str:
    """A blank line between blocks; list items and table rows stay together, and a table's rules go."""
    lines: list[str] = []
    before = ""
    for raw in text.strip().split("\n"):
        line = raw.strip()
        if not line or _TABLE_RULE.fullmatch(line):
            continue
        is_row = line.startswith("|") and line.endswith("|")
        kind = "row" if is_row else "item" if line.startswith("- ") else ""
        if lines and not (kind and kind == before):
            lines.append("")
        lines.append(" | ".join(filter(None, map(str.strip, line.split("|")))) if is_row else line)
        before = kind
    return "\n".join(lines)


@cache
def _furniture() -> re.Pattern[str]:
    phrases = {p for language in languages() for p in load("page_furniture", language, PageFurniture).phrases}
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, phrases), key=len, reverse=True))})(?!\w)", re.IGNORECASE
    )


def _decoded(data: bytes, charset: str | None) -> str:
    """The page as text: by its mark, the sender's charset, UTF-8, its own declaration, at last as UTF-8 with holes."""
    if any(data.startswith(mark) for mark, _ in MARKS):
        return read_text(data)
    declared = _CHARSET.search(data[:4096])
    for name in (charset, "utf-8", declared[1].decode("ascii") if declared else None):
        if name and (known := _codec(name)):
            try:
                return data.decode(known)
            except (UnicodeDecodeError, ValueError):
                continue
    try:
        return read_text(data)
    except BadInput:
        if b"\0" in data:
            raise
        # A stray byte in a script is no reason to lose the article; one in the article itself is seen afterwards.
        return data.decode("utf-8", "replace")


def _codec(name: str) -> str | None:
    """The Python codec of a charset label that is one for text."""
    try:
        info = codecs.lookup(name.strip())
    except LookupError:
        return None
    return _SAME.get(info.name, info.name) if getattr(info, "_is_text_encoding", True) else None
