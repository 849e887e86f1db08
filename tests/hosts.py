"""Static hosts on this machine, each for a folder."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files as they are, and writes no log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the parent's name
        """Say nothing."""


class Compressing(Quiet):
    """Serves pages compressed, as hosts do, to those who take it."""

    def do_GET(self) -> None:
        """Serve a page compressed, anything else as it is."""
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        taken = "gzip" in self.headers.get("Accept-Encoding", "")
        if not taken or page.suffix != ".html" or not page.is_file():
            super().do_GET()
            return
        body = gzip.compress(page.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(host: type[Quiet], folder: Path, port: int = 0) -> Iterator[str]:
    """The host's address without a closing slash, for as long as it is up."""
    handler = functools.partial(host, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
