"""Kinds: what the first bytes, the name and a server's word make of a source."""

import pytest

from documents import makers
from quipu.documents.kind import Kind, find_kind, suffix_of
from quipu.errors import BadInput

HTML, TEXT = makers.page().encode()[:8192], makers.REPORT.encode()
CASES = [
    ("a.html", TEXT, "", Kind.HTML),
    ("a.txt", HTML, "", Kind.HTML),
    ("a.md", HTML, "", Kind.HTML),
    ("a.md", TEXT, "", Kind.MARKDOWN),
    ("a.txt", b"<p>is the mark for a paragraph.", "", Kind.TEXT),
    ("a.txt", b"%PDF-1.7 ...", "", Kind.PDF),
    ("a.html", b"\x1f\x8b\x08\x00", "", Kind.GZIP),
    ("a", b"WARC/1.0\r\n", "", Kind.WARC),
    ("a.txt", b'{"id": "a", "text": "b"}\n', "", Kind.JSON_LINES),
    ("a.txt", b'{"id": "a", "text": "' + b"x" * 9000, "", Kind.JSON_LINES),
    ("a.txt", b"{curly} prose", "", Kind.TEXT),
    ("https://a.example/README.md", TEXT, "text/html; charset=utf-8", Kind.HTML),
    ("https://a.example/README.md", TEXT, "text/plain", Kind.MARKDOWN),
    ("https://team.pages/", HTML, "text/html", Kind.HTML),
    ("https://team.pages/", HTML, "", Kind.HTML),
    ("https://a.example/show?image=a.png", HTML, "", Kind.HTML),
    ("https://[odd", TEXT, "", Kind.TEXT),
    ("a.txt", TEXT.decode().encode("utf-16"), "", Kind.TEXT),
]
REFUSED = [
    ("a.txt", b"", "", "empty"),
    ("a.txt", b"\0\1\2", "", "binary"),
    ("a.txt", b"a\x01\x02\x03b", "", "binary"),
    ("a.csv", b"a,b", "", "unsupported"),
    ("https://a.example/a.csv?x=1", b"a,b", "", "unsupported"),
    ("a.txt", b"\x89PNG\r\n\x1a\n", "", "unsupported"),
    ("a.pdf", TEXT, "", "bad_pdf"),
    ("a.warc", TEXT, "", "bad_warc"),
]


@pytest.mark.parametrize(("name", "head", "hint", "kind"), CASES)
def test_kind(name: str, head: bytes, hint: str, kind: Kind) -> None:
    assert find_kind(name, head, hint) is kind


@pytest.mark.parametrize(("name", "head", "hint", "code"), REFUSED)
def test_kind_refuses(name: str, head: bytes, hint: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        find_kind(name, head, hint)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.TXT", "txt"), ("a", ""), (".hidden", ""), ("a.b/c", ""), ("a.tar.gz", "gz"), ("a.", "")]
)
def test_kind_suffix(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix
