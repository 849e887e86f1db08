"""Codes made elsewhere: an unknown lot or serial lands on the nearest page that there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hosts import Quiet, serving
from playwright.sync_api import Browser, Page

GTIN = "09521234500018"
LOCH = f"/01/{GTIN}/"
CHOT = "/Q/7K3M9/"
LOTS = {f"/01/{GTIN}/10/L-01/": LOCH, "/Q/7K3M9/L-01/": CHOT}
"""Lots that have a page here; what stands there is the product's page."""


class _Host(Quiet):
    """A static host, at its root and below /OCOP/x, that answers with the site's own 404 page."""

    heads = True
    asked: list[str] = []  # noqa: RUF012 (one list for all requests is meant)

    def translate_path(self, path: str) -> str:
        path = path.split("?")[0].removeprefix("/OCOP/x")
        for lot, page in LOTS.items():
            path = page if path.rstrip("/") == lot.rstrip("/") else path
        return super().translate_path(path)

    def do_HEAD(self) -> None:  # noqa: N802  # the parent's name
        self.asked.append(self.path)
        if self.heads:
            super().do_HEAD()
        else:
            self.send_response(405)
            self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        del message, explain
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: object) -> None:  # type: ignore[override]
        """A folder without a page is not there."""
        del path
        self.send_error(404)


@pytest.fixture
def host(output: Path) -> Iterator[str]:
    """The built site on such a host, without a closing slash."""
    _Host.heads = True
    _Host.asked.clear()
    with serving(_Host, output / "site") as found:
        yield found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page for hosts that are all new to it."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    yield context.new_page()
    context.close()


def landed(page: Page, host: str, scanned: str, expected: str) -> str:
    """Scan an address, wait to land, and give what stands behind the path."""
    page.goto(f"{host}{scanned}")
    page.wait_for_function(
        "path => location.pathname === path && document.readyState === 'complete'", arg=expected
    )
    return str(page.evaluate("location.search + location.hash"))


WALKS = [
    (f"/01/{GTIN}/10/LO-9", LOCH, "#khong-ro-lo=LO-9"),
    (f"/01/{GTIN}/10/LO-9/21/7", LOCH, "#khong-ro-lo=LO-9&so-se-ri=7"),
    (f"/01/{GTIN}/22/2A/10/LO-9/21/7", LOCH, "#khong-ro-lo=LO-9&so-se-ri=7"),
    (f"/01/{GTIN}/10/L-01/21/7", f"/01/{GTIN}/10/L-01/", "#so-se-ri=7"),
    (f"/01/{GTIN}/10/LO-9#so-se-ri=7", LOCH, "#khong-ro-lo=LO-9&so-se-ri=7"),
    (f"/01/{GTIN}/10/l-01", f"/01/{GTIN}/10/L-01/", ""),
    (f"/01/{GTIN}/21/7", LOCH, "#so-se-ri=7"),
    (f"/01/{GTIN[1:]}", LOCH, ""),
    ("/Q/7K3M9/LO-9", CHOT, "#khong-ro-lo=LO-9"),
    ("/Q/7K3M9/LO-9/7", CHOT, "#khong-ro-lo=LO-9"),
    ("/Q/7K3M9/LO-9/21/7", CHOT, "#khong-ro-lo=LO-9&so-se-ri=7"),
    ("/Q/7K3M9/21/7", CHOT, "#so-se-ri=7"),
    ("/Q/7K3M9/21", CHOT, "#khong-ro-lo=21"),
    ("/Q/7K3M9/21/21/7", CHOT, "#khong-ro-lo=21&so-se-ri=7"),
    ("/Q/7K3M9/L-01/21/0012", "/Q/7K3M9/L-01/", "#so-se-ri=0012"),
    ("/%E2%80%8BQ/%E2%80%8B7K3M9", CHOT, ""),
    ("/q/7k3m9", CHOT, ""),
    ("/q/7k3m9/l-01", "/Q/7K3M9/L-01/", ""),
    (f"/01/{GTIN}/10/LO-9?17=270505", LOCH, "?17=270505#khong-ro-lo=LO-9"),
]


@pytest.mark.parametrize(
    ("prefix", "scanned", "page_of", "marker"),
    [*(("", *walk) for walk in WALKS), *(("/OCOP/x", *walk) for walk in WALKS[::3])],
)
def test_an_unknown_lot_or_serial_walks_up_to_the_nearest_page(
    page: Page, host: str, scanned: str, page_of: str, marker: str, prefix: str
) -> None:
    assert landed(page, host, prefix + scanned, prefix + page_of) == marker


def test_the_product_page_says_that_the_lot_is_not_known(page: Page, host: str) -> None:
    landed(page, host, f"/01/{GTIN}/10/LO%2F9", LOCH)
    note = page.locator("[data-unknown-lot]")

    assert note.is_visible()
    assert "Không rõ lô LO/9" in note.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.wait_for_function(
        """() => {
            const box = document.querySelector("[data-unknown-lot]").getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight;
        }"""
    )


@pytest.mark.parametrize("path", [LOCH, f"{LOCH}#khong-ro-lo", f"{LOCH}#cert"])
def test_the_note_is_hidden_where_no_lot_was_asked_for(page: Page, host: str, path: str) -> None:
    page.goto(host + path)

    assert page.locator("[data-unknown-lot]").count() == 1
    assert not page.locator("[data-unknown-lot]").is_visible()


@pytest.mark.parametrize("lot", ["%", "<img src=x onerror=document.title=1>", "x" * 59])
def test_nothing_in_the_marker_becomes_markup(page: Page, host: str, lot: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{host}{LOCH}#khong-ro-lo={lot}")
    note = page.locator("[data-unknown-lot]")

    assert faults == []
    assert note.is_visible()
    assert note.locator("img").count() == 0
    assert len(note.locator("span").inner_text()) <= 20


@pytest.mark.parametrize(
    "scanned", ["/01/09521234599999/10/L1", "/Q/ZZZZ/L1", "/khong-co/", "/01/", "/Q/7K3M9-sai"]
)
def test_what_belongs_to_no_product_stays_on_the_page_for_lost_addresses(
    page: Page, host: str, scanned: str
) -> None:
    page.goto(host + scanned, wait_until="networkidle")

    assert page.evaluate("location.pathname") == scanned
    assert page.inner_text("h1") == "Không có trang này"
    assert not page.locator("[data-walk]").is_visible()


def test_a_host_that_knows_no_head_is_asked_otherwise(page: Page, host: str) -> None:
    _Host.heads = False

    assert landed(page, host, "/Q/7K3M9/LO-9", CHOT) == "#khong-ro-lo=LO-9"


def test_nothing_is_asked_for_an_ordinary_lost_address(page: Page, host: str) -> None:
    page.goto(f"{host}/san-pham/khong-co/", wait_until="networkidle")

    assert _Host.asked == []
