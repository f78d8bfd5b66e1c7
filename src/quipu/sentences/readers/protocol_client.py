"""A small client of the OpenAI-compatible chat protocol (`POST …/chat/completions`), as local servers speak it too.

The address comes from the user's own settings, never from a report. Only https is asked, and plain http on this machine
alone; redirects are not followed, proxies and credentials of the environment are not used, an answer has a limit in
bytes and in time, and the key is in no message, no repr and no log.
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any

import httpx2

from quipu import __version__
from quipu.errors import ReaderError

PATH = "/chat/completions"
_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
# Servers that do not know `response_format`, or not this form of it, answer so; vLLM, Ollama and llama.cpp differ.
_UNFORMED = frozenset({400, 415, 422, 501})
_FORMS = ("json_schema", "json_object", "plain")
Message = Mapping[str, str]


class NoAnswer(ReaderError):
    """The endpoint gave no usable answer this time: too slow, overloaded, gone, or not of the protocol."""

    code = "reader_failed"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask and how long. Times are seconds."""

    url: str
    """The base, such as `https://models.example.org/v1`."""
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 120.0
    """Wall time of one attempt, from connecting to the last byte."""
    attempts: int = 4
    longest_wait: float = 30.0
    """Between two attempts, whatever the server asks for."""
    most_bytes: int = 4 << 20
    allow_http: bool = False
    """Plain http to other machines; the key is never sent that way."""

    def __post_init__(self) -> None:
        _check(self)

    @property
    def host(self) -> str:
        """What may be told of it: the name of the machine."""
        return httpx2.URL(self.url).host


def _check(endpoint: Endpoint) -> None:
    try:
        url = httpx2.URL(endpoint.url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise ReaderError("the endpoint is no valid URL", code="reader_refused") from error
    if url.userinfo or url.query or url.fragment:
        # The URL is not repeated: what stands there may be a secret.
        raise ReaderError("the endpoint's URL must hold no password, query or fragment", code="reader_refused")
    if url.scheme not in ("http", "https") or not url.host:
        raise ReaderError("the endpoint must be an http or https URL", where=endpoint.url, code="reader_refused")
    is_plain = url.scheme == "http" and not _is_here(url.host)
    if is_plain and not endpoint.allow_http:
        message = "plain http is allowed to this machine alone; use https, or set QUIPU_ENDPOINT_ALLOW_HTTP=1"
        raise ReaderError(message, where=endpoint.url, code="reader_refused")
    if is_plain and endpoint.key:
        raise ReaderError("a key is never sent over plain http", where=endpoint.url, code="reader_refused")
    if not (endpoint.key.isascii() and endpoint.key.isprintable()):
        raise ReaderError("the endpoint's key is no line of plain characters", code="reader_refused")


def based(url: str) -> str:
    """The base of an endpoint's URL: with `/v1` where it has no path."""
    try:
        return url.rstrip("/") + "/v1" if httpx2.URL(url).path in ("", "/") else url
    except (httpx2.InvalidURL, ValueError):
        return url


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class ChatClient:
    """Asks one endpoint, one request at a time. Remembers which form of answer the server can be asked for."""

    def __init__(self, endpoint: Endpoint, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self.endpoint = endpoint
        self.requests = 0
        """HTTP requests sent so far."""
        self._sleep = sleep
        self._form = 0
        self._client = httpx2.Client(trust_env=False, follow_redirects=False, timeout=endpoint.seconds)

    def close(self) -> None:
        """Closes connections."""
        self._client.close()

    def ask(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
        """The model's answer to the messages, as text; JSON of this schema is asked for as far as the server can.

        Raises:
            NoAnswer: after all attempts, or at once where the answer is not of the protocol.
            ReaderError: `reader_refused`, the server refuses (401, 403, 404 and so on): asking again is of no use.
        """
        failure, waited = NoAnswer("no attempt was made", where=self.endpoint.host), 0.0
        attempt, form = 0, self._form
        while attempt < self.endpoint.attempts:
            if attempt:
                self._sleep(waited)
            try:
                status, headers, body = self._post(self._payload(messages, schema, form))
            except NoAnswer as error:
                failure, waited, attempt = error, self._wait(attempt, None), attempt + 1
                continue
            if status == 200:
                self._form = form
                return _content(body, self.endpoint.host)
            if status in _UNFORMED and form + 1 < len(_FORMS):
                form += 1
                continue
            if status not in _AGAIN:
                message = f"the endpoint answered {status}; check its URL, QUIPU_ENDPOINT_MODEL and QUIPU_ENDPOINT_KEY"
                raise ReaderError(message, where=self.endpoint.host, code="reader_refused")
            failure = NoAnswer(f"the endpoint answered {status}", where=self.endpoint.host)
            waited, attempt = self._wait(attempt, headers.get("retry-after")), attempt + 1
        raise failure

    def _payload(self, messages: Sequence[Message], schema: Mapping[str, Any], form_at: int) -> bytes:
        asked: dict[str, Any] = {"model": self.endpoint.model, "messages": list(messages), "temperature": 0}
        form = _FORMS[form_at]
        if form == "json_schema":
            shape = {"name": "markup", "strict": True, "schema": schema}
            asked["response_format"] = {"type": form, "json_schema": shape}
        elif form == "json_object":
            asked["response_format"] = {"type": form}
        return json.dumps(asked, ensure_ascii=False).encode("utf-8", "replace")

    def _post(self, payload: bytes) -> tuple[int, Mapping[str, str], bytes]:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            # Unpacked, so that the limit in bytes is one on memory.
            "Accept-Encoding": "identity",
            "User-Agent": f"quipu/{__version__}",
        }
        if self.endpoint.key:
            headers["Authorization"] = f"Bearer {self.endpoint.key}"
        deadline = time.monotonic() + self.endpoint.seconds
        self.requests += 1
        body = bytearray()
        url = self.endpoint.url.rstrip("/") + PATH
        try:
            with self._client.stream("POST", url, headers=headers, content=payload) as response:
                for piece in response.iter_raw():
                    body += piece
                    if len(body) > self.endpoint.most_bytes:
                        raise NoAnswer("the answer is too large", where=self.endpoint.host)
                    if time.monotonic() > deadline:
                        raise httpx2.ReadTimeout("the time is up")
                return response.status_code, response.headers, bytes(body)
        except httpx2.TimeoutException as error:
            message = f"no whole answer within {self.endpoint.seconds:g} seconds"
            raise NoAnswer(message, where=self.endpoint.host) from error
        except (httpx2.HTTPError, OSError) as error:
            # The library's message may repeat headers; its type says enough.
            raise NoAnswer(f"no answer ({type(error).__name__})", where=self.endpoint.host) from error

    def _wait(self, attempt: int, asked: str | None) -> float:
        """Seconds before the next attempt: what the server asks for, else half a second and twice that each time."""
        wanted = _retry_after(asked) if asked else None
        return min(0.5 * 2**attempt if wanted is None else wanted, self.endpoint.longest_wait)


def _retry_after(value: str) -> float | None:
    """Seconds of a Retry-After header (RFC 9110, section 10.2.3), which is a number of seconds or a date."""
    if value.strip().isdecimal():
        return float(value)
    try:
        then = parsedate_to_datetime(value)
    except ValueError:
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())


def _content(body: bytes, host: str) -> str:
    """The text of the first choice of an answer."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise NoAnswer("the answer is not of the chat protocol", where=host) from error
    if not isinstance(content, str):
        raise NoAnswer("the answer holds no text", where=host)
    return content
