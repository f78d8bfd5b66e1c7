"""Fetching: a real server on loopback; nothing inside is reachable without the switch, and with it only 127.0.0.1."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from documents import makers
from quipu.documents import IntakeOptions, fetch, read_documents
from quipu.documents.fetch import Fetched, is_url
from quipu.errors import BadInput, FetchRefused
from quipu.model import Document, Refusal

PAGE = makers.page().encode()
LATIN = makers.page("<p>El niño murió.</p>").replace('<meta charset="utf-8">', "").encode("latin-1")
SERVED: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/report": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/latin": (
        200,
        {"Content-Type": "text/html; charset=latin-1"},
        LATIN,
    ),
    "/text": (200, {"Content-Type": "text/plain"}, makers.REPORT.encode()),
    "/pdf": (200, {"Content-Type": "application/pdf"}, makers.pdf()),
    "/large": (200, {"Content-Type": "text/plain"}, b"x" * (3 << 20)),
    "/bomb": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, gzip.compress(b"x" * (50 << 20))),
    "/moved": (301, {"Location": "/report"}, b""),
    "/moved_twice": (302, {"Location": "/moved"}, b""),
    "/to_inside": (302, {"Location": "http://10.0.0.1/"}, b""),
    "/to_cloud": (302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b""),
    "/to_v6": (302, {"Location": "http://[::1]/"}, b""),
    "/to_mapped": (302, {"Location": "http://[::ffff:10.0.0.1]/"}, b""),
    "/to_file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/to_other_loopback": (302, {"Location": "http://127.0.0.2/"}, b""),
    "/around": (302, {"Location": "/around"}, b""),
    "/missing": (404, {"Content-Type": "text/html"}, PAGE),
    "/zstd": (200, {"Content-Type": "text/html", "Content-Encoding": "zstd"}, PAGE),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/drip":
            return self._drip()
        status, headers, body = SERVED[self.path]
        self.send_response(status)
        for key, value in {
            **headers,
            "X-Host": self.headers["Host"],
            "X-Cookie": self.headers.get("Cookie", ""),
        }.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def _drip(self) -> None:
        """A byte now and then, so that no single read ever times out."""
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _fetch(url: str, **options: Any) -> Fetched:
    return fetch.fetch(url, **{"seconds": 10.0, "limit": 2 << 20, "allow_loopback": True} | options)


def test_fetch_gives_the_body_as_sent_and_decoded(site: str) -> None:
    got = _fetch(f"{site}/packed")
    assert got.body == PAGE
    assert gzip.decompress(got.raw) == PAGE
    assert (got.status, got.address, got.hops) == (200, "127.0.0.1", ())
    assert got.header("x-host") == site.removeprefix("http://")


def test_fetch_follows_redirects_and_keeps_them(site: str) -> None:
    got = _fetch(f"{site}/moved_twice")
    assert got.url == f"{site}/report"
    assert [hop.url for hop in got.hops] == [f"{site}/moved_twice", f"{site}/moved"]


REFUSED = [
    ("/to_inside", "fetch_refused"),
    ("/to_cloud", "fetch_refused"),
    ("/to_v6", "fetch_refused"),
    ("/to_mapped", "fetch_refused"),
    ("/to_file", "fetch_refused"),
    ("/to_other_loopback", "fetch_refused"),
    ("/around", "fetch_refused"),
    ("/missing", "fetch_failed"),
    ("/large", "too_large"),
    ("/bomb", "too_large"),
    ("/zstd", "unsupported"),
]


@pytest.mark.parametrize(("path", "code"), REFUSED, ids=[case[0] for case in REFUSED])
def test_fetch_refuses_even_with_the_test_switch(site: str, path: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        _fetch(site + path)
    assert caught.value.code == code


def test_fetch_without_the_switch_reaches_nothing_on_loopback(site: str) -> None:
    """Neither with its port, nor where the port is allowed, nor under another spelling of the address."""
    for url in (site + "/report", "http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://0x7f.1/"):
        with pytest.raises(FetchRefused) as caught:
            _fetch(url, allow_loopback=False)
        assert caught.value.code == "fetch_refused", url


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/x", "file:///etc/passwd", "http://user:pw@a.example/", "http://a.example:8080/", "http:///x"],
)
def test_fetch_refuses_the_url_itself(url: str) -> None:
    with pytest.raises(FetchRefused) as caught:
        _fetch(url, allow_loopback=False)
    assert caught.value.code == "fetch_refused"


def test_fetch_refuses_where_any_address_is_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with one public and one private address is a trap for clients that try both."""
    mixed = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.215.14", "10.1.2.3")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: mixed)
    with pytest.raises(FetchRefused, match=r"10\.1\.2\.3"):
        _fetch("http://trap.example/", allow_loopback=False)


def test_fetch_resolves_once_and_connects_to_what_was_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that changes its address after the check gains nothing: there is no second look-up."""
    asked: list[str] = []
    port = int(site.rpartition(":")[2])
    real = socket.getaddrinfo

    def answer(host: str, *args: Any, **kwargs: Any) -> Any:
        if host == "changing.example":
            asked.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1" if len(asked) == 1 else "10.0.0.1", port))]
        return real(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    got = _fetch(f"http://changing.example:{port}/report")
    assert asked == ["changing.example"]
    assert got.header("x-host") == f"changing.example:{port}"


def test_fetch_ends_a_dripping_answer(site: str) -> None:
    began = time.monotonic()
    with pytest.raises(FetchRefused) as caught:
        _fetch(f"{site}/drip", seconds=0.8)
    assert caught.value.code == "fetch_failed"
    assert time.monotonic() - began < 4


def test_fetch_ignores_proxies_of_the_environment(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    assert _fetch(f"{site}/report").status == 200


def test_fetch_intake_reads_urls_and_hands_over_what_was_fetched(site: str) -> None:
    fetched: list[Fetched] = []
    options = IntakeOptions(allow_loopback=True, on_fetched=fetched.append)
    paths = ["/report", "/latin", "/text", "/pdf", "/to_inside"]
    *items, refusal = read_documents([site + path for path in paths], options)
    docs = [item for item in items if isinstance(item, Document)]
    assert [doc.url for doc in docs] == [site + path for path in paths[:4]]
    assert "El niño murió." in docs[1].text
    assert docs[0].snapshot is not None
    assert docs[0].snapshot.data == PAGE
    assert isinstance(refusal, Refusal)
    assert [got.url for got in fetched] == [site + path for path in paths[:4]]


@pytest.mark.parametrize(
    ("source", "is_one"),
    [
        ("http://a.example", True),
        ("HTTPS://a/x", True),
        ("ftp://a", True),
        ("a/b.txt", False),
        ("x:y", False),
        ("-", False),
    ],
)
def test_fetch_is_url(source: str, is_one: bool) -> None:
    assert is_url(source) == is_one
