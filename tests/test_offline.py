"""After the first visit a page opens without a network, and says that it is a kept copy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from phone import Host, wait_for
from playwright.sync_api import Browser, BrowserContext, Page

LOT = "Q/4N8TQ/L261012"


@pytest.fixture
def host(output: Path, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(output / "site", tmp_path / "site")
    for page in (tmp_path / "site").rglob("*.html"):
        os.utime(page, (0, 0))  # so old that a browser's own cache would answer for the host
    host = Host(tmp_path / "site")
    yield host
    host.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context
    context.close()


def visited(context: BrowserContext, host: Host, path: str) -> Page:
    """The page, seen once by a phone that has kept it."""
    page = context.new_page()
    page.clock.set_fixed_time("2026-12-01T05:00:00Z")
    page.goto(host.url(path))
    picture = page.locator(".shots img").first.evaluate(
        "(e) => e.decode().then(() => e.currentSrc)"
    )
    for url in (host.url(path), picture):
        wait_for(page, url)
    return page


def test_a_page_that_was_visited_opens_without_a_network_and_says_that_it_is_kept(
    context: BrowserContext, host: Host
) -> None:
    page = visited(context, host, LOT)
    valid = page.locator(".cert .if-valid").first

    assert valid.is_visible()
    assert not page.locator(".kept").is_visible()
    host.stop()
    page.goto(host.url(LOT))

    assert page.locator("h1").is_visible()
    assert page.locator(".kept").is_visible()
    assert "2026" in page.locator("[data-kept-at]").inner_text()
    assert page.locator(".shots img").first.evaluate("(e) => e.decode().then(() => e.naturalWidth)")


def test_a_kept_page_does_not_call_a_certificate_valid(context: BrowserContext, host: Host) -> None:
    page = visited(context, host, LOT)
    host.stop()
    page.goto(host.url(LOT))

    assert not page.locator(".cert .if-valid").first.is_visible()
    assert page.locator(".cert .if-unknown").first.is_visible()


def test_a_recall_shows_as_soon_as_there_is_a_network_again(
    context: BrowserContext, host: Host
) -> None:
    page = visited(context, host, LOT)
    file = host.folder / LOT / "index.html"
    file.write_text(file.read_text("utf-8").replace("<h1>", "<h1>THU HỒI ", 1), "utf-8")
    host.stop()
    page.goto(host.url(LOT))

    assert "THU HỒI" not in page.locator("h1").inner_text()
    host.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    page.get_by_role("heading", level=1, name="THU HỒI").wait_for()

    assert not page.locator(".kept").is_visible()


def test_a_page_that_is_gone_is_not_kept_any_longer(context: BrowserContext, host: Host) -> None:
    page = visited(context, host, LOT)
    (host.folder / LOT / "index.html").unlink()
    (host.folder / LOT).rmdir()
    page.goto(host.url(LOT))
    wait_for(page, host.url(LOT), stored=False)
    host.stop()
    page.goto(host.url(LOT))

    assert page.url.startswith(host.url("xem-khong-mang"))
    assert page.get_by_role("link", name="Thử lại").get_attribute("href") == host.url(LOT)


def test_a_new_worker_clears_the_old_ones_store_and_that_of_no_other_catalogue(
    context: BrowserContext, host: Host
) -> None:
    page = visited(context, host, LOT)
    page.evaluate("Promise.all(['ocop-1', 'ocop-1@/other/'].map((name) => caches.open(name)))")
    worker = host.folder / "sw.js"
    worker.write_text(worker.read_text("utf-8").replace("`ocop-1", "`ocop-2"), "utf-8")
    page.evaluate("""new Promise((go) => {
      navigator.serviceWorker.oncontrollerchange = go;
      navigator.serviceWorker.ready.then((registration) => registration.update());
    })""")
    page.goto(host.url(LOT))
    wait_for(page, host.url(LOT), "ocop-2@/")

    assert set(page.evaluate("caches.keys()")) == {"ocop-2@/", "ocop-1@/other/", "ocop-help-1@/"}
