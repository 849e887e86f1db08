"""Static hosts on this machine, each for a folder."""

from __future__ import annotations

import fnmatch
import functools
import gzip
import http.server
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files as they are, and writes no log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the parent's name
        """Say nothing."""


TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript"}
"""What hosts compress."""


class Compressing(Quiet):
    """Serves pages, styles and scripts compressed, as hosts do, to those who take it."""

    def do_GET(self) -> None:
        """Serve these compressed, anything else as it is."""
        asked = Path(self.translate_path(self.path))
        file = asked / "index.html" if self.path.partition("?")[0].endswith("/") else asked
        taken = "gzip" in self.headers.get("Accept-Encoding", "")
        if not taken or file.suffix not in TYPES or not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", TYPES[file.suffix])
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def rules(text: str) -> dict[str, dict[str, str]]:
    """`_headers` as these hosts read it: a path, then indented headers."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
        else:
            path = line
            found[path] = {}
    return found


class Obedient(Compressing):
    """A host that obeys `_headers`, as those do for which the file is made."""

    def end_headers(self) -> None:
        """Add what the rules say for this path."""
        for path, headers in rules((Path(self.directory) / "_headers").read_text("utf-8")).items():
            if fnmatch.fnmatchcase(self.path, path):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()


class Redirecting(Obedient):
    """A host that reads `_redirects` too, and answers what it lacks with the site's own page."""

    def send_head(self) -> BinaryIO | None:
        """Follow the first rule that matches, whether or not there is a file."""
        path = self.path.partition("?")[0]
        for line in (Path(self.directory) / "_redirects").read_text("utf-8").splitlines():
            old, new, status = line.split()
            pattern = re.sub(r"\\?:([a-z]+)", r"(?P<\1>[^/]+)", re.escape(old))
            if found := re.fullmatch(pattern, path):
                self.send_response(int(status))
                for name, value in found.groupdict().items():
                    new = new.replace(f":{name}", value)  # as hosts do
                self.send_header("Location", new)
                self.end_headers()
                return None
        return super().send_head()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """404.html with its status."""
        del message, explain
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class Plain(Redirecting):
    """A host that knows of no rules, only of 404.html."""

    def send_head(self) -> BinaryIO | None:
        """A file or the page for lost addresses."""
        return super(Redirecting, self).send_head()


class _Server(http.server.ThreadingHTTPServer):
    """A browser that goes away before it has everything is no fault."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(host: type[Quiet], folder: Path, port: int = 0) -> Iterator[str]:
    """The host's address without a closing slash, for as long as it is up."""
    handler = functools.partial(host, directory=str(folder))
    with _Server(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
