"""After a run, what the public gets is compared with what was sent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.desk.publishing import public_check
from generator.desk.publishing.public_check import chosen, fetched
from generator.engine.fingerprint import digest


class Quiet(SimpleHTTPRequestHandler):
    """A plain web server."""

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def base_url(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "Q/7K3M1").mkdir(parents=True)
    (tmp_path / "index.html").write_bytes(b"home")
    (tmp_path / "Q/7K3M1/index.html").write_bytes(b"ca")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_pages_are_fetched_as_they_are_printed_and_compared(base_url: str) -> None:
    pages = {
        "index.html": digest(b"home"),
        "Q/7K3M1/index.html": digest(b"ca"),
        "Q/7K3M2/index.html": digest(b"x"),
    }
    home, fish, lost = fetched(base_url, pages)
    (other,) = fetched(base_url, {"index.html": digest(b"other")})

    assert (home.fine, fish.fine) == (True, True)
    assert fish.url == f"{base_url}/Q/7K3M1"
    assert "404" in lost.vi
    assert "không phải bản vừa gửi" in other.vi


def test_an_address_that_does_not_answer_is_asked_once(base_url: str) -> None:
    port = int(base_url.rpartition(":")[2])
    found = [*fetched(f"http://127.0.0.1:{1 if port != 1 else 2}", {"a.html": "0", "b.html": "0"})]

    assert len(found) == 1
    assert "không mở được" in found[0].vi


def test_printed_addresses_are_looked_at_first_and_five_at_most() -> None:
    pages = dict.fromkeys((*(f"Q/{n}/index.html" for n in range(9)), "index.html", "a/x.jpg"))

    assert chosen(("Q/4/index.html", "Q/gone/index.html"), pages) == ("Q/4/index.html",)
    assert chosen(tuple(f"Q/{n}/index.html" for n in range(9)), pages) == tuple(
        f"Q/{n}/index.html" for n in range(5)
    )
    assert chosen((), pages)[0] == "index.html"
    assert len(chosen((), pages)) == 5


def test_a_host_that_lets_each_byte_be_waited_for_is_given_up(
    base_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_check, "_LONGEST_WAIT", -1)
    (found,) = fetched(base_url, {"index.html": digest(b"home")})

    assert "chờ mãi" in found.vi
    assert not found.answered


def test_what_was_sent_may_come_by_another_way(base_url: str) -> None:
    """As from http to https, or to a folder's name with a slash: the host's own affair."""
    (found,) = fetched(base_url, {"Q/7K3M1/index.html": digest(b"other")})

    assert found.vi == "không phải bản vừa gửi"
