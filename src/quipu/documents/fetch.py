"""Fetching a URL without being led astray: the one place in quipu's stages that reaches the network.

A URL in a list of sources may come from anybody. So: http and https on their own ports; the name is resolved once, all
its addresses must be public, and the connection goes to an address that was checked (the name stays in Host and SNI);
the same for each of at most five redirects; a limit on total time and on bytes, packed and unpacked; no proxies and no
credentials from the environment.
"""

import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import httpcore2
import httpx2

from quipu import __version__
from quipu.documents.addresses import is_public
from quipu.documents.archive import Fetched, write_warc
from quipu.documents.bounded import told_bytes
from quipu.documents.http_body import decode_body
from quipu.errors import BadInput, FetchRefused

__all__ = ["Fetched", "fetch", "is_url", "write_warc"]

MOST_REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
HEADERS = {
    "User-Agent": f"quipu/{__version__} (reads single reports on a person's request)",
    "Accept": "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
_MOVED = frozenset({301, 302, 303, 307, 308})


def is_url(source: str) -> bool:
    """Whether a source is meant as a URL: it begins with a scheme and two strokes."""
    scheme, colon, rest = source.partition("://")
    return bool(colon and rest) and scheme.isascii() and scheme.replace("+", "").replace("-", "").isalnum()


def fetch(url: str, *, seconds: float, limit: int, allow_loopback: bool = False) -> Fetched:
    """The response to a GET, after redirects; its `hops` are the redirects before it.

    Args:
        url: http or https.
        seconds: wall time for everything together, name look-ups excepted (the system bounds those).
        limit: bytes of the body, as sent and again when unpacked.
        allow_loopback: for tests, 127.0.0.1 on any port may be reached.

    Raises:
        FetchRefused: `fetch_refused` for a URL that must not be fetched, `fetch_failed` for one that could not be.
        BadInput: `too_large`, `truncated` or `unsupported` for its body.
    """
    deadline = time.monotonic() + seconds
    hops: list[Fetched] = []
    with _Transport(deadline, allow_loopback) as transport, _told(seconds):
        client = httpx2.Client(transport=transport, trust_env=False, follow_redirects=False, timeout=seconds)
        with client:
            while True:
                response = _get(client, _checked(url, allow_loopback), limit, transport)
                if response.status not in _MOVED or not response.header("location"):
                    break
                hops.append(response)
                if len(hops) > MOST_REDIRECTS:
                    raise FetchRefused(f"more than {MOST_REDIRECTS} redirects; give the final URL")
                url = str(httpx2.URL(response.url).join(response.header("location")))
    if not 200 <= response.status < 300:
        message = f"the server answered {response.status} {response.reason[:60]}; check the URL"
        raise FetchRefused(message, code="fetch_failed")
    return Fetched(**{name: getattr(response, name) for name in Fetched.__slots__ if name != "hops"}, hops=tuple(hops))


def _checked(url: str, allow_loopback: bool) -> httpx2.URL:
    """The URL, if its scheme, port and form are allowed; addresses are checked when connecting."""
    try:
        parsed = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchRefused("not a valid URL; check how it is written") from error
    if parsed.scheme not in PORTS or not parsed.host:
        raise FetchRefused(f"only http and https are fetched, not {parsed.scheme[:20]!r}; save the page as a file")
    if parsed.userinfo:
        raise FetchRefused("a URL with a user name or password is not fetched; save the page as a file")
    if parsed.port not in (None, PORTS[parsed.scheme]) and not allow_loopback:
        raise FetchRefused(f"only ports 80 and 443 are fetched, not {parsed.port}; save the page as a file")
    return parsed.copy_with(fragment=None)


def _get(client: httpx2.Client, url: httpx2.URL, limit: int, transport: "_Transport") -> Fetched:
    """One request, its body read piece by piece up to the limit."""
    pieces, size = [], 0
    with client.stream("GET", url, headers=HEADERS) as response:
        for piece in response.iter_raw():
            size += len(piece)
            if size > limit:
                raise BadInput(f"it is larger than {told_bytes(limit)}; save it as a file", code="too_large")
            transport.check_time()
            pieces.append(piece)
        headers = tuple((key, value) for key, value in response.headers.multi_items())
        status, reason = response.status_code, response.reason_phrase
        encoding = response.headers.get("content-encoding", "")
    raw = b"".join(pieces)
    # A redirect's body is nobody's reading; only its bytes are kept.
    body = decode_body(raw, encoding, limit) if 200 <= status < 300 else b""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Fetched(str(url), transport.address, status, reason, headers, raw, body, now)


@contextmanager
def _told(seconds: float) -> Iterator[None]:
    """The client's many errors as one of ours."""
    try:
        yield
    except httpx2.TimeoutException as error:
        message = f"no whole answer within {seconds:g} seconds; try again or save it as a file"
        raise FetchRefused(message, code="fetch_failed") from error
    except (httpx2.HTTPError, httpx2.InvalidURL, httpcore2.ProtocolError, OSError, ValueError) as error:
        told = str(error).replace("\n", " ")[:120] or type(error).__name__
        raise FetchRefused(f"could not be fetched ({told}); check the URL", code="fetch_failed") from error


class _Transport(httpx2.BaseTransport):
    """httpx2 over a pool whose connections are made by `_Pinned`."""

    def __init__(self, deadline: float, allow_loopback: bool) -> None:
        self._backend = _Pinned(deadline, allow_loopback)
        context = ssl.create_default_context()
        self._pool = httpcore2.ConnectionPool(ssl_context=context, network_backend=self._backend, max_connections=1)

    @property
    def address(self) -> str:
        """The address of the latest connection."""
        return self._backend.address

    def check_time(self) -> None:
        """Raises where the deadline has passed: a server that drips never lets one read time out."""
        self._backend.left()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Sends one request."""
        asked = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            # One connection per request, so that `address` is that of the connection at hand.
            headers=[*request.headers.raw, (b"Connection", b"close")],
            content=request.stream,
            extensions=request.extensions,
        )
        with _mapped():
            answer = self._pool.handle_request(asked)
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        """Closes what is open."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    """A response's body with its errors named as httpx2 names them."""

    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _mapped():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        """Gives the connection back."""
        self._answer.close()


@contextmanager
def _mapped() -> Iterator[None]:
    try:
        yield
    except httpcore2.TimeoutException as error:
        raise httpx2.ReadTimeout(str(error)) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise httpx2.NetworkError(str(error)) from error


class _Pinned(httpcore2.NetworkBackend):
    """Connects only to addresses that it has checked itself, and to nothing after the deadline."""

    def __init__(self, deadline: float, allow_loopback: bool) -> None:
        self._deadline, self._allow_loopback = deadline, allow_loopback
        self._sockets = httpcore2.SyncBackend()
        self.address = ""

    def left(self) -> float:
        """Seconds left, above 0."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time is up")
        return left

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Resolves once, refuses if any address is not public, and connects to the first that answers."""
        failure: Exception | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._sockets.connect_tcp(address, port, self.left(), local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
                continue
            self.address = address
            return _Timed(stream, self)
        raise failure or httpcore2.ConnectError(f"no address for {host}")

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"the name {host[:80]!r} is not known") from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        for address in addresses:
            if not is_public(address, allow_loopback=self._allow_loopback):
                message = f"{host[:80]} leads to {address}, which is not a public address; save the page as a file"
                raise FetchRefused(message)
        return addresses


class _Timed(httpcore2.NetworkStream):
    """A stream of which no operation outlasts the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, backend: _Pinned) -> None:
        self._stream, self._backend = stream, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Reads within what is left of the time."""
        return self._stream.read(max_bytes, self._backend.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Writes within what is left of the time."""
        self._stream.write(buffer, self._backend.left())

    def close(self) -> None:
        """Closes the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """TLS for the host's name, over the connection to the checked address."""
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, self._backend.left()), self._backend)

    def get_extra_info(self, info: str) -> Any:
        """What the stream below knows."""
        return self._stream.get_extra_info(info)
