"""The preview as it runs: on a socket, watched files, in a browser."""

from __future__ import annotations

import json
import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import click
import pytest
from playwright.sync_api import Browser, expect
from small_project import SITE, product, project, run, write

from generator.desk.console import Desk
from generator.desk.options import Order
from generator.desk.serving import watching, web_server
from generator.desk.serving.serve import Running, Wish, running, serve
from generator.desk.serving.watching import Watch

PAGE = "/san-pham/kho-ca/"
FILE = "content/products/kho-ca.md"
PATIENCE = 20


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Running]:
    root = project(tmp_path)
    order = Order(root=root, output=root / "output", jobs=1)
    with running(order, Desk("vi"), Wish(port=0)) as preview:
        yield preview


def get(live: Running, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
    port = live.answers.port
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    answer.body = answer.read()  # type: ignore[attr-defined]
    return answer


def events(live: Running, path: str) -> Iterator[dict[str, Any]]:
    """What a browser on that page is told, from the first word on."""
    connection = HTTPConnection("127.0.0.1", live.answers.port, timeout=PATIENCE)
    number = live.session.preview.number
    run_ = live.session.preview.run
    connection.request("GET", f"/_serve/events?page={path}&since={number}&run={run_}")
    answer = connection.getresponse()
    for line in answer:
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


def saved_by_rename(root: Path, path: str, text: str) -> None:
    """Save as many programs do: a new file takes the old one's name."""
    write(root, f"{path}.tmp", text)
    (root / f"{path}.tmp").replace(root / path)


def test_an_edit_reaches_the_browser_and_nothing_is_published(live: Running) -> None:
    root = live.session.order.root
    told = events(live, PAGE)
    next(told)
    saved_by_rename(root, FILE, product("kho-ca", name="Khô cá mới"))
    message = next(each for each in told if each.get("act"))
    answer = get(live, PAGE)

    assert message["act"] == "reload"
    assert "Khô cá mới" in answer.body.decode()  # type: ignore[attr-defined]
    assert {each.name for each in root.iterdir()} == {"content", "themes", ".cache"}
    assert not (root / ".cache/lock").exists()


def test_hundreds_of_saves_end_in_the_last(live: Running) -> None:
    root = live.session.order.root
    told = events(live, PAGE)
    next(told)
    for number in range(200):
        write(root, FILE, product("kho-ca", name=f"Khô cá {number}."))
    for each in told:
        if each.get("act") and "Khô cá 199." in get(live, PAGE).body.decode():  # type: ignore[attr-defined]
            break

    assert "Khô cá 199." in get(live, PAGE).body.decode()  # type: ignore[attr-defined]


def test_a_head_and_a_range_are_answered_as_a_whole(live: Running) -> None:
    head = get(live, PAGE, "HEAD")
    whole = get(live, PAGE, Range="bytes=0-3")

    assert head.body == b""  # type: ignore[attr-defined]
    assert (head.status, whole.status) == (200, 200)
    assert head.getheader("Content-Length") == whole.getheader("Content-Length")


@pytest.mark.parametrize(
    "sent",
    [b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: x\r\n\r\n",
     b"\x16\x03\x01\x02\x00\x01\x00", b"GET /" + b"a" * 70000,
     b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
     b"POST /_serve/open HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n", b"GET / HT"],
)  # fmt: skip
def test_broken_requests_and_browsers_that_go_away_are_no_fault(
    live: Running, sent: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection(("127.0.0.1", live.answers.port), PATIENCE) as raw:
        raw.sendall(sent)
        raw.shutdown(socket.SHUT_WR)
        answer = raw.recv(100)

    assert not answer.startswith(b"HTTP/1.1 200")
    assert get(live, PAGE).status == 200
    assert capfd.readouterr().err == ""


def test_a_request_that_comes_byte_by_byte_is_not_waited_for(
    live: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_server, "_PATIENCE", 0.2)
    with socket.create_connection(("127.0.0.1", live.answers.port), 0.05) as raw:
        ended = False
        for _ in range(200):
            try:
                raw.sendall(b"X")
                ended = raw.recv(1) == b""
            except TimeoutError:
                continue
            except OSError:
                ended = True
            break

    assert ended


def test_a_port_that_is_taken_is_said(
    live: Running, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = Order(root=tmp_path, output=tmp_path / "output", jobs=1)
    outcome = serve(order, Desk("vi"), Wish(port=live.answers.port))

    assert outcome.status == 1
    assert f"cổng {live.answers.port}" in capsys.readouterr().err


def test_a_folder_without_a_project_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match="content"):
        run(tmp_path / "khong-co", "serve")


class Noted:
    """Notes what a watch says, and lets a test wait for it."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        self._news = threading.Condition()

    def __call__(self, paths: frozenset[str]) -> None:
        with self._news:
            self.paths |= paths
            self._news.notify_all()

    def has(self, start: str) -> bool:
        """Whether a path that begins so is told, in good time."""

        def told() -> bool:
            return any(path.startswith(start) for path in self.paths)

        with self._news:
            return self._news.wait_for(told, PATIENCE)


def test_a_watch_outlives_the_folder_that_it_watches(tmp_path: Path) -> None:
    root = project(tmp_path)
    noted = Noted()
    watch = Watch(root, noted, lambda: None)
    thread = threading.Thread(target=watch.run, daemon=True)
    thread.start()
    watch.ready.wait(PATIENCE)
    (root / "content").rename(root / "away")
    assert noted.has("content")
    noted.paths.clear()
    os.rename(root / "away", root / "content")  # noqa: PTH104
    assert noted.has("content")
    write(root, "content/~$x.docx", "x")
    write(root, "content/products/moi.md", "x")

    assert noted.has("content/products/moi.md")
    assert not any("~$" in path for path in noted.paths)
    watch.stop.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_a_save_is_told_while_all_files_are_looked_at_and_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path)
    watch = Watch(root, lambda _: None, lambda: None)
    before, goes_on = watch._listed(), threading.Event()
    monkeypatch.setattr(watching, "_SOON", 0)
    monkeypatch.setattr(Watch, "_listed", lambda _: goes_on.wait(PATIENCE) and before)

    during = watch._unseen()
    write(root, FILE, "x")
    watch._note([FILE])
    write(root, "content/products/mam-ca.md", "y")
    goes_on.set()
    assert watch._look is not None
    watch._look.thread.join(PATIENCE)
    after = watch._unseen()
    monkeypatch.undo()
    watch._due = 0

    assert (during, after) == (frozenset(), frozenset())
    assert watch._unseen() == {"content/products/mam-ca.md"}


def _waited(holds: Callable[[], bool]) -> bool:
    """Whether it comes to hold."""
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return holds()


def test_problems_lie_over_the_last_good_page_until_they_are_mended(
    live: Running, browser: Browser
) -> None:
    root = live.session.order.root
    page = browser.new_page(viewport={"width": 360, "height": 640})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{live.address}san-pham/mam-ca/")
    page.evaluate("scrollTo(0, 300)")
    write(root, "content/products/mam-ca.md", product("mam-ca").replace("group: 8", "group: <i>8"))
    problem = page.locator("ocop-serve .problems > li.error")
    problem.wait_for()

    assert page.locator("ocop-serve .meant").inner_text() == "group: <i>8"
    assert page.locator("ocop-serve .open").count() == 1
    assert page.get_by_role("heading", name="Mắm cá").count() >= 1
    write(root, "content/products/mam-ca.md", product("mam-ca", name="Mắm lành"))
    problem.wait_for(state="detached")
    page.get_by_role("heading", name="Mắm lành").first.wait_for()
    assert _waited(lambda: page.evaluate("scrollY") == 300)  # once its styles have come
    write(root, FILE, product("kho-ca", name="Khô cá mới"))
    # It is led there, and shown anew at once perhaps: whoever waits for one of the two misses both.
    expect(page).to_have_url(re.compile(f"{PAGE}$"))
    page.get_by_role("heading", name="Khô cá mới").first.wait_for()
    write(root, "content/publish.yaml", "usb: {kind: lạ}\n")
    page.locator("ocop-serve .pill.error").wait_for()
    assert page.locator("ocop-serve .sheet").count() == 0
    page.locator("ocop-serve .pill.error").click()
    page.locator("ocop-serve .problems > li.error").wait_for()
    assert [each for each in said if "Content Security" in each] == []
    page.close()


def test_no_page_at_all_shows_the_overlay_alone(tmp_path: Path, browser: Browser) -> None:
    root = project(tmp_path)
    write(root, "content/site.yaml", "name: [")
    order = Order(root=root, output=root / "output", jobs=1)
    with running(order, Desk("vi"), Wish(port=0)) as preview:
        page = browser.new_page()
        page.goto(preview.address)
        page.locator("ocop-serve .problems > li.error").first.wait_for()
        write(root, "content/site.yaml", SITE)
        page.get_by_role("link", name="Khô cá").first.wait_for()
        page.close()
