"""A bare server that notes when each post reached it, and answers as Mastodon would; run as a process.

Prints ``READY port``. ``GET /times`` returns and forgets the arrival times (epoch seconds) of the posts.
"""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_lock = threading.Lock()
_times: list[float] = []
_next = iter(range(1, 10**9))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_POST(self) -> None:
        arrived = time.time()
        self.rfile.read(int(self.headers.get("content-length") or 0))
        with _lock:
            _times.append(arrived)
            number = next(_next)
        self._answer(
            {"id": str(number), "url": f"http://wire/{number}", "created_at": "2026-01-01T00:00:00.000Z"}
        )

    def do_GET(self) -> None:
        if self.path == "/times":
            with _lock:
                found, _times[:] = list(_times), []
            self._answer(found)
        else:
            self._answer([])

    def _answer(self, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response_only(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


if __name__ == "__main__":
    server = _Server(("127.0.0.1", 0), _Handler)
    print(f"READY {server.server_address[1]}", flush=True)
    server.serve_forever()
