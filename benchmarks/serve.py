"""How soon an edit is on the screen: `ocop serve` beside `hugo server`.

    python benchmarks/serve.py benchmarks/corpora/17000 --edits 10

A sentence is added to a product's story as an editor's program saves it. Measured are the time
until the browser is told, and until the page that it then fetches has the sentence. Both servers
are warm and have the page open; the first edit is told apart. Start means: until the first page is
fetched, with an empty cache (cold) or that of the run before (warm; Hugo keeps none).
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from peers import HERE, PEERS, Peer

PATIENCE = 1800.0
"""Seconds for a server to start, or to tell of an edit."""
_PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Preview:
    """A server under measurement: its command at a port, and how it tells browsers of changes."""

    name: str
    peer: Peer
    command: Callable[[int], Sequence[str]]
    told: Callable[[int, str], Iterator[None]]


@dataclass(frozen=True, slots=True)
class Edit:
    """Seconds until the browser was told, and until it had the page as edited."""

    event: float
    page: float


def _serve(port: int) -> Sequence[str]:
    return (PEERS["ours"].command[0], "serve", "--no-open", "--port", str(port))


def _hugo(port: int) -> Sequence[str]:
    return (PEERS["hugo"].command[0], "server", "--port", str(port), "--bind", "127.0.0.1")


def _stream(port: int, request: str) -> BinaryIO:
    connection = socket.create_connection(("127.0.0.1", port), PATIENCE)
    connection.sendall(request.encode())
    return connection.makefile("rb")


def _server_sent(port: int, page: str) -> Iterator[None]:
    """Yield at each word of `ocop serve` that the page is to be loaded again."""
    found = re.search(
        r'data-run="(\w+)" data-number="(\d+)" data-state="([^"]+)"', _get(port, page)
    )
    if not found:
        raise SystemExit("the page has no script of the preview")
    run, number, state = found.groups()
    asked = f"/_serve/events?page={page}&run={run}&since={number}&state={state}"
    stream = _stream(port, f"GET {asked} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")
    for line in stream:
        if line.startswith(b"data: "):
            message = json.loads(line.removeprefix(b"data: "))
            if message["number"] == int(number):
                yield None  # connected
            if "act" in message or "go" in message:
                yield None


def _live_reload(port: int, page: str) -> Iterator[None]:
    """Yield at each word of Hugo's LiveReload that pages are to be loaded again."""
    del page
    stream = _stream(
        port,
        f"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        f"Sec-WebSocket-Version: 13\r\nOrigin: http://127.0.0.1:{port}\r\n\r\n",
    )
    while stream.readline().strip():
        pass
    yield None  # connected
    while True:
        head = stream.read(2)
        length = head[1] & 127
        if length == 126:
            length = int.from_bytes(stream.read(2), "big")
        elif length == 127:
            length = int.from_bytes(stream.read(8), "big")
        if b'"command":"reload"' in stream.read(length):
            yield None


PREVIEWS = {
    "ours": Preview("ours", PEERS["ours"], _serve, _server_sent),
    "hugo": Preview("hugo", PEERS["hugo"], _hugo, _live_reload),
}


def main() -> None:
    """Read the command line, measure, print a line for each server."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument("--peers", default="ours,hugo")
    parser.add_argument("--rest", type=float, default=4.0, help="seconds between two edits")
    given = parser.parse_args()
    print("| | start, cold | start, warm | edit → told | edit → page | the first edit | longest |")
    print("|---|---|---|---|---|---|---|")
    for name in given.peers.split(","):
        print(_line(PREVIEWS[name], given.corpus, given.edits, given.rest), flush=True)


def _line(preview: Preview, corpus: Path, edits: int, rest: float) -> str:
    work = HERE / "work" / f"serve-{preview.name}"
    preview.peer.stage(corpus, work)
    for each in preview.peer.wipe:
        shutil.rmtree(work / each, ignore_errors=True)
    file = work / preview.peer.product.format(slug=_slug(corpus))
    with _started(preview, work) as (cold, _):
        pass
    with _started(preview, work) as (warm, port):
        measured = _edits(preview, port, file, edits, rest)
    first, others = measured[0], measured[1:] or measured
    columns = [
        preview.name,
        f"{cold:.1f} s",
        f"{warm:.1f} s",
        f"{statistics.median(each.event for each in others) * 1000:.0f} ms",
        f"{statistics.median(each.page for each in others) * 1000:.0f} ms",
        f"{first.page * 1000:.0f} ms",
        f"{max(each.page for each in others) * 1000:.0f} ms",
    ]
    return f"| {' | '.join(columns)} |"


def _slug(corpus: Path) -> str:
    """A product from the middle."""
    files = sorted((corpus / "ours" / "content" / "products").glob("*.md"))
    return files[len(files) // 2].stem


@contextmanager
def _started(preview: Preview, work: Path) -> Iterator[tuple[float, int]]:
    """The server, with the seconds until its first page came, and its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(preview.command(port), cwd=work, stdout=said, stderr=said)
        try:
            while not _answers(port):
                if process.poll() is not None:
                    said.seek(0)
                    raise SystemExit(f"{preview.name} ended: {said.read().decode()}")
                time.sleep(_PAUSE)
            yield time.perf_counter() - start, port
        finally:
            process.terminate()
            process.wait()


def _edits(preview: Preview, port: int, file: Path, count: int, rest: float) -> Sequence[Edit]:
    page = f"/san-pham/{file.stem}/"
    original = file.read_text("utf-8")
    told = preview.told(port, page)
    next(told)
    measured = []
    for number in range(count):
        sentence = f"Câu thử thứ {number} của lượt đo."
        start = time.perf_counter()
        file.write_text(f"{original}\n{sentence}\n", "utf-8")
        next(told)
        event = time.perf_counter() - start
        while sentence not in _get(port, page):
            if time.perf_counter() - start > PATIENCE:
                raise SystemExit(f"{preview.name}: the edit never came")
        measured.append(Edit(event, time.perf_counter() - start))
        time.sleep(rest)
    file.write_text(original, "utf-8")
    return measured


def _answers(port: int) -> bool:
    try:
        return bool(_get(port, "/"))
    except OSError:
        return False


def _get(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as answer:
        text: str = answer.read().decode()
        return text


if __name__ == "__main__":
    main()
