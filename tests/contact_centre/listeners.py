"""A contact centre's own system on loopback, and a mail server that is not what it should be."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Received:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class System:
    """Answers by ``answer``; keeps what it received."""

    url: str = ""
    received: list[Received] = field(default_factory=list)
    answer: Callable[[Received], tuple[int, Any]] = field(default=lambda _got: (202, {}))


@contextmanager
def contact_centre_system() -> Iterator[System]:
    system = System()

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            got = Received(self.command, self.path, dict(self.headers), body)
            system.received.append(got)
            status, words = system.answer(got)
            data = words if isinstance(words, bytes) else json.dumps(words).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        do_POST = do_GET = do_HEAD = _any

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    system.url = f"http://127.0.0.1:{server.server_address[1]}"
    with _serving(server):
        yield system


@contextmanager
def clear_mail_server(answers: dict[bytes, bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """Speak SMTP without TLS: ``answers`` by verb. Yields the port and the lines it heard."""
    heard: list[bytes] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(answers.get(b"", b"220 clear.example ESMTP\r\n"))
            for line in self.rfile:
                heard.append(line.strip())
                verb = line[:4].strip().upper()
                self.wfile.write(answers.get(verb, b"250 ok\r\n"))
                if verb == b"QUIT":
                    return

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    with _serving(server):
        yield server.server_address[1], heard


@contextmanager
def _serving(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
