"""Every form of address that labels carry opens its page, on a host of documented rules alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hosts import Plain, Redirecting, serving
from playwright.sync_api import Browser, Page

from generator import addresses
from generator.addresses.serials import Serials
from generator.catalogue.model import Catalogue
from generator.desk.content import load
from generator.press.run import Run
from generator.press.stocks import shipped

ROOT = Path(__file__).resolve().parent.parent
HOSTS = {"rules": Redirecting, "404 alone": Plain}


@pytest.fixture(scope="module", params=HOSTS)
def host(output: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    with serving(HOSTS[request.param], output / "site") as found:
        yield found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    found = load(ROOT).catalogue
    assert found
    return found


SERIALS = (None, Serials(7, 7), Serials(7, 7, 4))
LOTS = (
    ("kho-ca-loc", None, True),
    ("kho-ca-loc", "L261012", True),
    ("kho-ca-loc", "L9", False),
    ("kho-ca-chot-do-thi-ngan", None, True),
    ("kho-ca-chot-do-thi-ngan", "L9", False),
    ("kho-ca-chot-do-thi-ngan", "21", False),
)
CARRIED = [
    ([*HOSTS][(one + other) % len(HOSTS)], *lot, serials)
    for one, lot in enumerate(LOTS)
    for other, serials in enumerate(SERIALS)
]
"""Every lot with each run of serials, and both with each host."""


@pytest.mark.parametrize(
    ("host", "slug", "lot", "known", "serials"), CARRIED, indirect=["host"], scope="module"
)
def test_what_a_label_carries_opens_its_page_and_says_lot_and_serial(
    page: Page,
    catalogue: Catalogue,
    host: str,
    slug: str,
    lot: str | None,
    known: bool,
    serials: Serials | None,
) -> None:
    product = catalogue.by_slug[slug]
    stock = shipped()["a4-70x37"]
    run = Run(product, stock, date(2026, 12, 1), lot=lot, serials=serials)
    (url,) = run.urls("https://ocop.example")
    base = addresses.scan_paths(product)[0]
    expected = f"/{addresses.lot_path(base, lot) if lot and known else base}/"
    page.goto("about:blank")
    page.goto(host + urlsplit(url).path)
    page.wait_for_function(
        "path => location.pathname.replace(/\\/*$/, '/') === path"
        " && document.readyState === 'complete'",
        arg=expected,
    )

    assert product.name in page.inner_text("h1")
    serial = page.locator("[data-serial]")
    assert serial.is_visible() is bool(serials)
    assert not serials or serial.inner_text().split()[-1] == next(iter(serials))
    if lot and known:
        assert page.locator(".lot .no").inner_text().endswith(lot)
    unknown = page.locator("[data-unknown-lot]")
    assert (unknown.count() > 0 and unknown.is_visible()) is not known
    assert known or f"Không rõ lô {lot}" in unknown.inner_text()


def test_a_placeholder_that_a_host_leaves_is_not_shown(page: Page, host: str) -> None:
    page.goto("about:blank")
    page.goto(f"{host}/Q/7K3M9/#so-se-ri=:serial")

    assert not page.locator("[data-serial]").is_visible()
