"""The chat client against a real server: forms of answers, tries, waits, limits, and what it will not do."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from quipu.errors import ReaderError
from quipu.sentences.readers.protocol_client import ChatClient, Endpoint, NoAnswer, based
from sentences.readers.chat_server import Chat, Reply, chatting

ASKED = ({"role": "user", "content": "Ñ?"},)
KEY = "sk-hush-hush"
FORM = {"type": "object"}


@pytest.fixture
def chat() -> Iterator[Chat]:
    with chatting() as chat:
        yield chat


class Client(ChatClient):
    """A client that remembers its waits instead of waiting."""

    def __init__(self, chat: Chat, **options: Any) -> None:
        self.waits: list[float] = []
        super().__init__(Endpoint(f"{chat.url}/v1", "tiny", **options), sleep=self.waits.append)


def test_client_asks_as_the_protocol_has_it(chat: Chat) -> None:
    chat.replies = [Reply("yes")]
    assert Client(chat, key=KEY).ask(ASKED, FORM) == "yes"
    (asked,) = chat.asked
    assert chat.paths == ["/v1/chat/completions"]
    assert (asked["model"], asked["messages"], asked["temperature"]) == ("tiny", list(ASKED), 0)
    assert asked["response_format"]["json_schema"]["schema"] == FORM
    assert chat.headers[0]["Authorization"] == f"Bearer {KEY}"


def test_client_sends_no_key_where_there_is_none(chat: Chat) -> None:
    chat.replies = [Reply("yes")]
    Client(chat).ask(ASKED, FORM)
    assert "Authorization" not in chat.headers[0]


def test_client_steps_down_to_a_form_that_the_server_knows(chat: Chat) -> None:
    chat.replies = [Reply(status=400), Reply(status=422), Reply("plain"), Reply("again")]
    client = Client(chat)
    assert client.ask(ASKED, FORM) == "plain"
    assert [asked.get("response_format", {}).get("type") for asked in chat.asked] == [
        "json_schema",
        "json_object",
        None,
    ]
    assert client.ask(ASKED, FORM) == "again"
    assert "response_format" not in chat.asked[3]
    assert client.waits == []


def test_client_does_not_blame_the_form_for_a_bad_question(chat: Chat) -> None:
    chat.replies = [*[Reply(status=400)] * 3, Reply("yes")]
    client = Client(chat)
    with pytest.raises(ReaderError) as caught:
        client.ask(ASKED, FORM)
    assert caught.value.code == "reader_refused"
    client.ask(ASKED, FORM)
    assert chat.asked[3]["response_format"]["type"] == "json_schema"


SOON = format_datetime(datetime.now(UTC) + timedelta(hours=3))
WAITS = [
    ("seconds", {"Retry-After": "2"}, [2.0]),
    ("far too long", {"Retry-After": "86400"}, [30.0]),
    ("a date far away", {"Retry-After": SOON}, [30.0]),
    ("a date gone by", {"Retry-After": "Mon, 09 Jan 2023 12:00:00 GMT"}, [0.0]),
    ("nonsense", {"Retry-After": "soon"}, [0.5]),
    ("nothing said", {}, [0.5]),
]


@pytest.mark.parametrize("status", [429, 500, 503])
@pytest.mark.parametrize(("headers", "waits"), [row[1:] for row in WAITS], ids=[row[0] for row in WAITS])
def test_client_tries_again_after_a_bounded_wait(
    chat: Chat, status: int, headers: dict[str, str], waits: list[float]
) -> None:
    chat.replies = [Reply(status=status, headers=headers), Reply("yes")]
    client = Client(chat)
    assert client.ask(ASKED, FORM) == "yes"
    assert client.waits == waits


def test_client_gives_up_at_last(chat: Chat) -> None:
    chat.replies = [Reply(status=503)]
    client = Client(chat, attempts=3)
    with pytest.raises(NoAnswer, match="503"):
        client.ask(ASKED, FORM)
    assert (client.requests, client.waits) == (3, [0.5, 1.0])


@pytest.mark.parametrize("status", [401, 403, 404, 302])
def test_client_does_not_ask_again_where_it_is_refused(chat: Chat, status: int) -> None:
    chat.replies = [Reply(status=status, headers={"Location": "http://127.0.0.1:9/"})]
    client = Client(chat, key=KEY)
    with pytest.raises(ReaderError, match=str(status)) as caught:
        client.ask(ASKED, FORM)
    assert caught.value.code == "reader_refused"
    assert client.requests == 1


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"{}", b'{"choices":[]}', b'{"choices":[{"message":{"content":null}}]}', b"\xff\xfe"]
)
def test_client_tells_what_is_not_of_the_protocol(chat: Chat, body: bytes) -> None:
    chat.replies = [Reply(body=body)]
    with pytest.raises(NoAnswer):
        Client(chat).ask(ASKED, FORM)


@pytest.mark.parametrize("reply", [Reply("late", seconds=3), Reply("x" * 200, drips=True)], ids=["silent", "dripping"])
def test_client_has_a_time_limit(chat: Chat, reply: Reply) -> None:
    chat.replies = [reply]
    with pytest.raises(NoAnswer, match=r"within 0.2 seconds"):
        Client(chat, seconds=0.2, attempts=1).ask(ASKED, FORM)


def test_client_has_a_limit_in_bytes(chat: Chat) -> None:
    chat.replies = [Reply("x" * 5000)]
    with pytest.raises(NoAnswer, match="too large"):
        Client(chat, most_bytes=1000, attempts=1).ask(ASKED, FORM)


def test_client_tells_that_nobody_is_there() -> None:
    with chatting() as chat:
        url = chat.url
    with pytest.raises(NoAnswer, match="ConnectError"):
        ChatClient(Endpoint(url, "tiny", attempts=1)).ask(ASKED, FORM)


REFUSED = [
    ("plain http to another machine", {"url": "http://models.example.org/v1"}),
    ("plain http inside", {"url": "http://192.168.1.5/v1"}),
    ("looks like this machine", {"url": "http://localhost.example.org/v1"}),
    ("a key over plain http", {"url": "http://models.example.org/v1", "allow_http": True, "key": KEY}),
    ("a password", {"url": f"https://me:{KEY}@models.example.org/v1"}),
    ("a query", {"url": f"https://models.example.org/v1?key={KEY}"}),
    ("a file", {"url": "file:///etc/passwd"}),
    ("no URL", {"url": "models"}),
    ("a key with a line end", {"url": "https://models.example.org/v1", "key": f"{KEY}\nX-Other: 1"}),
    ("a key in other letters", {"url": "https://models.example.org/v1", "key": f"{KEY}ñ"}),
]
ALLOWED = [
    {"url": "https://models.example.org/v1", "key": KEY},
    {"url": "http://localhost:8080/v1", "key": KEY},
    {"url": "http://[::1]:8080/v1"},
    {"url": "http://127.0.0.2:8080/v1"},
    {"url": "http://models.example.org/v1", "allow_http": True},
]


@pytest.mark.parametrize("options", [row[1] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_endpoint_refuses(options: dict[str, Any]) -> None:
    with pytest.raises(ReaderError) as caught:
        Endpoint(**({"model": "tiny"} | options))
    assert caught.value.code == "reader_refused"
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("options", ALLOWED, ids=lambda options: str(options["url"]))
def test_endpoint_allows_and_never_shows_the_key(options: dict[str, Any]) -> None:
    assert KEY not in repr(Endpoint(**({"model": "tiny"} | options)))


@pytest.mark.parametrize(
    ("url", "base"),
    [("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1"), ("https://x.example/", "https://x.example/v1"),
     ("https://x.example/api/v3", "https://x.example/api/v3"), ("http://x:port/", "http://x:port/")],
)  # fmt: skip
def test_based_adds_the_usual_path(url: str, base: str) -> None:
    assert based(url) == base
