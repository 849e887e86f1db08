"""What several tests share: the real catalogue, built once, and a browser."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.desk.build import build
from generator.desk.order import Order

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

PRINTING_DAY = "1796083200"
"""01/12/2026: tests judge certificates by this day, whenever they run."""
os.environ["SOURCE_DATE_EPOCH"] = PRINTING_DAY

import browser as chromium  # noqa: E402  # tests/ is put on the path above


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own content, built once for all tests."""
    folder = tmp_path_factory.mktemp("catalogue") / "output"
    assert build(Order(root=ROOT, output=folder, language="en")) == 0
    return folder


class _Host(http.server.SimpleHTTPRequestHandler):
    """A host of the site at its root and below /ocop alike; it compresses pages as hosts do."""

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

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/ocop"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the parent's name
        """Say nothing."""


@pytest.fixture(scope="session")
def site(output: Path) -> Iterator[str]:
    """The built site below a sub-path of a local server, without a closing slash."""
    handler = functools.partial(_Host, directory=str(output / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/ocop"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium.find(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()
