"""A screen at a fair: nobody's traces stay, and nothing leads out of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from phone import MOST_LOOKS
from playwright.sync_api import Browser, Page, expect
from small_project import built, change, project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("kiosk") / "p")
    change(root, "content/producers/co-so.md", "kind:", "phone: 0000 000 001\nkind:")
    assert built(root, "site") == 0
    return root / "output" / "site"


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A screen that was begun at the home page and stands on a product's."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.clock.install(time="2026-12-01T05:00:00Z")
    page.goto(f"{(site / 'index.html').as_uri()}?kiosk")
    wait_until_it_works(page)  # a page that is left at once may not have kept that it is a screen
    page.goto((site / "san-pham/kho-ca/index.html").as_uri())
    wait_until_it_works(page)
    yield page
    assert faults == []
    page.close()


def wait_until_it_works(page: Page) -> None:
    for _ in range(MOST_LOOKS):  # the page's policy lets nothing be looked for from within
        if page.evaluate("Boolean(window.ocopFinder && ocopFinder.got.cards)"):
            return
        page.wait_for_timeout(50)
    raise AssertionError("no screen at a fair")


def test_after_a_minute_all_is_put_back_and_photos_pass_by(page: Page, site: Path) -> None:
    page.get_by_role("button", name="Giữ vào danh sách: Khô cá").first.click()
    page.clock.run_for(51_000)
    expect(page.get_by_role("alert")).to_contain_text("Còn xem không?")
    page.get_by_role("button", name="Tôi còn xem").click()
    expect(page.locator("dialog[open]")).to_have_count(0)

    page.clock.run_for(51_000)
    with page.expect_navigation():
        page.clock.run_for(11_000)
    show = page.get_by_role("button", name="Chạm để xem sản phẩm")
    expect(show).to_be_visible()
    photo = show.locator("picture img")
    expect(photo).to_have_attribute("src", re.compile(r"\.800\.jpg$"))
    expect(show.locator("source")).to_have_attribute("srcset", re.compile(r"\.800\.avif$"))

    assert page.url == (site / "index.html").as_uri()
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.evaluate("Object.keys(sessionStorage)") == ["ocopKiosk"]
    show.click()
    expect(show).to_have_count(0)


def test_no_window_opens_beside_and_no_file_but_a_page(page: Page) -> None:
    before, link = page.url, page.get_by_role("link", name="Nơi làm co-so").first
    for how in ({"modifiers": ["Control"]}, {"modifiers": ["Shift"]}, {"button": "middle"}):
        link.click(**how)  # type: ignore[arg-type]
    ended = page.evaluate(
        "['p', 's', 'o'].map((key) => document.body.dispatchEvent(new KeyboardEvent('keydown',"
        " {key, ctrlKey: true, bubbles: true, cancelable: true})))"
    )
    page.evaluate(
        "() => { const a = document.body.appendChild(document.createElement('a'));"
        " a.href = '../../media/x.jpg'; a.textContent = 'Ảnh'; }"
    )
    page.get_by_role("link", name="Ảnh", exact=True).click()

    assert ended == [False, False, False]
    assert (len(page.context.pages), page.url) == (1, before)


def test_it_is_put_back_also_where_its_words_do_not_come(page: Page, site: Path) -> None:
    page.route("**/search*.js", lambda route: route.abort())
    page.goto((site / "xa/tan-hung/index.html").as_uri())
    with page.expect_navigation():
        page.clock.run_for(51_000)
    assert page.url == (site / "index.html").as_uri()
    page.unroute("**/search*.js")
    page.clock.run_for(11_000)
    expect(page.get_by_role("button", name="Chạm để xem sản phẩm")).to_be_visible()


def test_what_leads_out_becomes_a_code_to_take_along(page: Page) -> None:
    before = page.url
    page.get_by_role("link", name="Gọi cơ sở").first.click()
    drawn = page.locator(".kiosk-code svg").screenshot()
    (read,) = zxingcpp.read_barcodes(cv2.imdecode(np.frombuffer(drawn, np.uint8), 0))

    assert read.text == "tel:0000000001"
    page.get_by_role("button", name="Đóng").click()
    assert page.url == before
    page.get_by_role("link", name="Nơi làm co-so").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nơi làm co-so")
    assert page.locator("html.kiosk").count() == 1


def test_there_is_a_way_back_and_room_for_a_query(page: Page, site: Path) -> None:
    page.get_by_role("button", name="Trở lại").click()
    expect(page.locator(".find input")).to_be_visible()
    found = page.locator(".find").bounding_box()

    assert page.url.startswith((site / "index.html").as_uri())
    assert page.get_by_role("button", name="Trở lại").count() == 0
    assert found is not None
    assert found["width"] > 300


def test_a_visitor_s_own_phone_is_no_screen_at_a_fair(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())

    assert page.locator("html.kiosk").count() == 0
    assert page.locator("script[src$='kiosk.js']").count() == 0
    page.close()
