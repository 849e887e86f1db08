"""What a phone on a bad connection gets: everything for the first view in one answer, and no jump.

Seconds are measured by `benchmarks/first_view.py`; here is what they come from.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

SCANS = ["Q/7K3M9/", "Q/4N8TQ/L261012/", "Q/4N8TQ/L260718/"]
FILLED = [
    "san-pham/?sao=3",
    "so-sanh/",
    "so-sanh/#7K3M9,4N8TQ",
    "danh-sach/#7K3M9,4N8TQ",
    "danh-sach/",
    "xem-khong-mang/",
]
"""What the browser fills: nothing below is pushed down by it."""
PLAIN = ["san-pham/kho-ca-loc/", "", "san-pham/", "sao/3/", "chu-the/do-thi-ngan/"]
PAGES = [*SCANS, *PLAIN, *FILLED]
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((e) => e.value)))
  .observe({type: "layout-shift", buffered: true});
"""
BLOCKING = """performance.getEntriesByType("resource")
  .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => entry.name)"""
SCROLL = (
    "new Promise((done) => { scrollTo(0, document.body.scrollHeight); setTimeout(done, 300); })"
)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A small phone."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, device_scale_factor=2, is_mobile=True
    )
    yield context.new_page()
    context.close()


def alone(page: Page, address: str) -> list[str]:
    """Open a page of which the document alone arrives, in December 2026; what else it asked for."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        if route.request.is_navigation_request():
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    page.clock.set_fixed_time("2026-12-05T05:00:00Z")
    page.route("**/*", answer)
    page.goto(address, wait_until="load")
    return asked


def in_first_view(page: Page, selector: str) -> bool:
    """Whether the first such element that shows begins on the screen."""
    found = page.locator(selector).locator("visible=true").first.bounding_box()
    return found is not None and found["y"] < 640


@pytest.mark.parametrize("path", SCANS)
def test_the_document_alone_shows_name_stars_and_validity_in_their_style(
    phone: Page, site: str, path: str
) -> None:
    asked = alone(phone, f"{site}/{path}")

    assert asked
    # One is for paper, the other for what can be done with a page that stands.
    later = [url.rpartition("/")[2] for url in asked if url.endswith((".css", ".js"))]
    assert sorted(later) == ["page.js", "paper.css"]
    assert phone.locator("h1").is_visible()
    assert phone.locator("main .stars").first.is_visible()
    assert phone.get_by_text("/2028").first.is_visible()
    assert phone.evaluate("getComputedStyle(document.body).marginTop") == "0px"


def test_every_scan_page_of_the_sample_is_a_first_answer(output: Path) -> None:
    """Lots and recalls make the heaviest; gzip is the least that hosts do."""
    pages = [*(output / "site/Q").rglob("*.html"), *(output / "site/01").rglob("*.html")]
    weights = {str(each): len(gzip.compress(each.read_bytes())) for each in pages}

    assert len(weights) > 20
    assert {name: weight for name, weight in weights.items() if weight > 14_000} == {}


def test_name_and_stars_stand_in_the_first_view_of_a_small_phone(phone: Page, site: str) -> None:
    alone(phone, f"{site}/Q/7K3M9/")

    assert in_first_view(phone, "h1")
    assert in_first_view(phone, "main .stars")
    photo, name = (phone.locator(each).first.bounding_box() for each in (".shots", "h1"))
    assert photo is not None
    assert name is not None
    assert name["y"] - photo["y"] - photo["height"] >= 12


def test_a_recalled_lots_alarm_is_the_first_thing_seen(phone: Page, site: str) -> None:
    alone(phone, f"{site}/Q/4N8TQ/L260718/")
    alarm = phone.locator(".alarm").first.bounding_box()
    name = phone.locator("h1").first.bounding_box()

    assert alarm is not None
    assert name is not None
    assert alarm["y"] < name["y"]
    assert in_first_view(phone, ".alarm .loud")


@pytest.mark.parametrize(
    ("path", "rest", "state"),
    [
        *((path, '<div class="acts">', "valid") for path in SCANS),
        ("hoi-cho/hoi-cho-mau-2026/", '<div class="chips', "early"),
    ],
)
def test_what_the_day_says_stands_before_the_rest_of_the_page_has_come(
    phone: Page, site: str, output: Path, path: str, rest: str, state: str
) -> None:
    """Browsers draw what has come; words that change then push away what is read."""
    html = (output / "site" / path / "index.html").read_text("utf-8")
    begun = html.partition(rest)[0]
    phone.clock.set_fixed_time("2026-12-05T05:00:00Z")
    # Not by what is done when all is there.
    phone.add_init_script("window.addEventListener = () => {}")
    phone.route(f"**/{path}", lambda route: route.fulfill(body=begun, content_type="text/html"))
    phone.goto(f"{site}/{path}")

    assert begun != html
    assert phone.locator("[data-until]").count() > 0
    assert phone.locator(f"main [data-until]:not(.{state})").count() == 0


@pytest.mark.parametrize("path", SCANS)
def test_no_request_blocks_a_scan_page(phone: Page, site: str, path: str) -> None:
    phone.goto(f"{site}/{path}", wait_until="networkidle")

    assert phone.evaluate("performance.getEntriesByType('resource').length") > 0
    assert phone.evaluate(BLOCKING) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_loads_and_is_scrolled(
    phone: Page, site: str, path: str
) -> None:
    """Photos, fonts and scripts come late, as on a slow line.

    On a machine without Roboto and Arial headings break elsewhere before the font is there. Not so
    where it never comes, and what the browser fills can be looked at alone.
    """

    def late(route: Route) -> None:
        phone.wait_for_timeout(150)
        route.continue_()

    phone.route("**/*.{avif,jpg,woff2,js}", late)
    if path in FILLED:
        phone.route("**/*.woff2", lambda route: route.abort())
    phone.add_init_script(SHIFTS)
    phone.goto(f"{site}/{path}", wait_until="networkidle")
    phone.evaluate(SCROLL)

    assert phone.evaluate("window.shifts") == []


LONG_OR_BARE = [
    "en/products/mat-ong-tram/",  # a name of two lines
    "san-pham/hat-sen-say/",  # one other button
    "Q/7K3M9/",  # none
]
PLACES = """[...document.querySelectorAll("main :is(h1, .by, .cert, .lede, .details)")]
  .map((each) => Math.round(each.getBoundingClientRect().top))"""


@pytest.mark.parametrize("path", LONG_OR_BARE)
def test_the_heart_and_the_button_to_share_have_their_place_before_they_come(
    phone: Page, site: str, path: str
) -> None:
    """Their script comes when people read already."""
    phone.route("**/*.{js,woff2}", lambda route: route.abort())
    phone.goto(f"{site}/{path}")

    def places() -> dict[int, list[int]]:
        told = {}
        for width in (320, 360, 412, 768):
            phone.set_viewport_size({"width": width, "height": 640})
            told[width] = phone.evaluate(PLACES)
        return told

    before = places()
    phone.unroute_all()
    phone.add_script_tag(url=f"{site}/static/page.js")

    assert phone.locator("[data-heart]").is_visible()
    assert phone.locator("[data-share]").is_visible()
    assert places() == before


def test_a_browser_that_cannot_share_has_no_gap_instead(phone: Page, site: str) -> None:
    """As where the preview is opened from a phone, which is no secure context."""
    for name in ("share", "clipboard"):
        phone.add_init_script(f"Object.defineProperty(navigator, '{name}', {{value: undefined}})")
    phone.goto(f"{site}/Q/7K3M9/")

    assert phone.locator("[data-share]").count() == 0


def test_what_moves_would_be_seen(phone: Page, site: str) -> None:
    """Else the test above would prove nothing."""
    phone.add_init_script(SHIFTS)
    phone.goto(f"{site}/Q/7K3M9/", wait_until="networkidle")
    phone.evaluate(
        "document.body.prepend(Object.assign(document.createElement('p'), {style: 'height:9rem'}))"
    )
    phone.wait_for_function("window.shifts.length > 0")


@pytest.mark.parametrize("path", ["Q/7K3M9/", "Q/4N8TQ/L260718/"])
def test_without_script_and_pictures_the_page_still_says_it_all(
    browser: Browser, site: str, path: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/*.{avif,jpg,png,svg,woff2}", lambda route: route.abort())
    page.goto(f"{site}/{path}")
    text = page.inner_text("main")
    label = page.locator("main .stars").first.get_attribute("aria-label")
    context.close()

    assert "/2028" in text
    assert label
    assert "3" in label
    assert ("thu hồi" in text) is path.endswith("L260718/")
