"""A web server for pictures that remembers what it was asked, and how."""

import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, Mapping[str, str], bytes]


class PictureServer(ThreadingHTTPServer):
    """Answers by path; `asked` holds each request's path and headers, names in lower case."""

    daemon_threads = True

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.asked: list[tuple[str, dict[str, str]]] = []

    def address(self, path: str) -> str:
        """Return the whole address of `path`."""
        return f"http://127.0.0.1:{self.server_port}{path}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, PictureServer)
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.path, headers))
        status, answer, body = self.server.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in answer.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base has it
        return


@contextmanager
def serving(answers: Mapping[str, Answer]) -> Generator[PictureServer]:
    """Run a server of `answers` while the block lasts."""
    server = PictureServer(answers)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
