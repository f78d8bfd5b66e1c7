"""A real server on loopback that speaks the chat protocol as its script tells it, and keeps what it was asked."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One HTTP answer: `content` as a choice of the protocol, or `body` as it stands."""

    content: object = None
    status: int = 200
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    drips: bool = False

    def data(self) -> bytes:
        """The bytes to send."""
        if self.body is not None:
            return self.body
        text = self.content if isinstance(self.content, str) else json.dumps(self.content)
        choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


@dataclass
class Chat:
    """A running server: its URL, what it was asked, and the replies it gives in turn (the last one again and again)."""

    url: str
    replies: list[Reply | Callable[[dict[str, Any]], Reply]] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def chatting() -> Iterator[Chat]:
    """A server for the length of a test."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            chat.asked.append(asked)
            chat.headers.append(dict(self.headers))
            chat.paths.append(self.path)
            scripted = chat.replies[min(len(chat.asked), len(chat.replies)) - 1]
            reply = scripted if isinstance(scripted, Reply) else scripted(asked)
            stopped.wait(reply.seconds)
            self.send_response(reply.status)
            for key, value in reply.headers.items():
                self.send_header(key, value)
            data = reply.data()
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            # The client may have gone, as a test of a time limit wants it to.
            with suppress(OSError):
                self._send(data, reply.drips)

        def _send(self, data: bytes, drips: bool) -> None:
            for at in range(0, len(data), 1 if drips else len(data) or 1):
                self.wfile.write(data[at : at + (1 if drips else len(data))])
                self.wfile.flush()
                if drips:
                    time.sleep(0.05)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    stopped = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    chat = Chat(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield chat
    finally:
        stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()
