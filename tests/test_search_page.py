"""The search field in the header, and the catalogue's page with its facets, in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

OPTION = ".found [role=option]"
CARDS = "[data-cards] .card"


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    found = context.new_page()
    found.clock.set_fixed_time("2026-12-05T05:00:00Z")
    faults: list[str] = []
    found.on("pageerror", lambda error: faults.append(str(error)))
    yield found
    found.close()

    assert faults == []


def names(page: Page) -> list[str]:
    return page.locator(f"{CARDS} h3").all_inner_texts()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_header_finds_from_any_page_by_the_keyboard_alone(page: Page, site: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{site}/sao/3/")
    before = [url for url in loaded if "/static/search" in url]
    page.keyboard.press("/")
    page.keyboard.type("khô ca")
    expect(page.locator(OPTION)).to_have_count(7)
    told = page.locator(".find [role=status]").inner_text()
    marked = page.locator(f"{OPTION} mark").first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    active = page.locator(".find input").get_attribute("aria-activedescendant")
    chosen = page.locator(f"{OPTION}[aria-selected=true]")
    name = chosen.locator("b").inner_text()

    assert before == []
    assert told == "6 sản phẩm cho “khô ca”"
    assert marked == "Khô"
    assert active == chosen.get_attribute("id")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)


def test_escape_closes_the_list_then_empties_the_field(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.click(".find input")
    page.keyboard.type("mat onh")
    expect(page.locator(OPTION)).to_have_text(["Có phải bạn tìm mật ong?"])
    page.keyboard.press("Escape")
    closed = page.locator(".found").is_hidden()
    page.keyboard.press("Escape")

    assert closed
    assert page.locator(".find input").input_value() == ""


def test_a_query_goes_to_the_catalogue_and_survives_back(page: Page, site: str) -> None:
    page.goto(f"{site}/en/")
    page.click(".find input")
    page.keyboard.type("dried")
    expect(page.locator(OPTION).last).to_contain_text("See all 2 products")
    page.keyboard.press("Enter")
    expect(page.locator(CARDS)).to_have_count(2)
    shown = names(page)
    page.locator(f"{CARDS} a").first.click()
    expect(page.locator("h1")).to_have_text(shown[0])
    page.go_back()
    expect(page.locator(CARDS)).to_have_count(2)

    assert asked(page) == {"q": ["dried"]}
    assert names(page) == shown
    assert page.locator("#q").input_value() == "dried"


def test_choices_combine_stand_in_the_address_and_count_what_others_leave(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/san-pham/")
    commune = page.get_by_role("group", name="Xã")
    commune.get_by_label("Xã Tân Hưng").check()
    expect(page.locator("main [data-count]")).to_have_text("5 sản phẩm")
    page.get_by_role("group", name="Bộ sản phẩm").get_by_role("checkbox").first.check()
    expect(page.locator("main [data-count]")).to_have_text("3 sản phẩm")
    page.select_option("[data-order]", label="Giá thấp trước")
    others = commune.locator("li", has_text="Xã Vĩnh Châu").locator(".n").inner_text()
    address = page.url
    shown = names(page)
    page.get_by_role("button", name="Bỏ lựa chọn Xã Tân Hưng").click()
    expect(page.locator("main [data-count]")).to_have_text("5 sản phẩm")
    page.go_back()
    expect(page.locator("main [data-count]")).to_have_text("3 sản phẩm")

    assert asked(page) == {"xa": ["tan-hung"], "nhom": ["8"], "xep": ["gia"]}
    assert page.url == address
    assert shown == names(page) == ["Khô cá lóc", "Khô cá sặc rằn", "Khô cá chốt"]
    assert others == "2"
    page.goto(address)
    expect(page.locator(CARDS)).to_have_count(3)
    assert names(page) == shown


def test_choices_of_as_many_products_stand_by_their_names(page: Page, site: str) -> None:
    page.goto(f"{site}/san-pham/")
    makers = page.get_by_role("group", name="Chủ thể").locator("li")
    expect(makers.first).to_be_visible()

    assert [each.split("\n")[0] for each in makers.all_inner_texts()] == [
        f"Cơ sở mẫu số {n}" for n in (1, 2, 4, 5, 6, 7)
    ]


def test_results_are_the_same_cards(page: Page, site: str) -> None:
    page.goto(f"{site}/san-pham/")
    own = page.locator("[data-own] .card", has_text="Khô cá lóc")
    expected = (
        own.locator(".who").inner_text(),
        own.locator(".rank").inner_text(),
        own.locator(".stars").get_attribute("aria-label"),
        own.locator("source").get_attribute("srcset"),
        own.locator("img").get_attribute("srcset"),
        own.locator("a").evaluate("(e) => e.href"),
    )
    page.fill("#q", "kho ca loc")
    card = page.locator(CARDS)
    expect(card).to_have_count(1)
    card.locator("img").wait_for()
    found = (
        card.locator(".who").inner_text(),
        card.locator(".rank").inner_text(),
        card.locator(".stars").get_attribute("aria-label"),
        card.locator("source").get_attribute("srcset"),
        card.locator("img").get_attribute("srcset"),
        card.locator("a").evaluate("(e) => e.href"),
    )

    assert found[:3] == expected[:3]
    assert found[5] == expected[5]
    assert str(expected[3]).split("/media/")[1] in str(found[3])
    assert str(expected[4]).split("/media/")[1] in str(found[4])


def test_nothing_found_leads_on(page: Page, site: str) -> None:
    page.goto(f"{site}/san-pham/?q=tinh+dau+trmà")
    expect(page.locator("main [data-hint] a")).to_have_text("tinh dầu tràm")
    said = page.locator("main [data-count]").inner_text()
    advice = page.locator("[data-nothing]")
    expect(advice).to_be_visible()
    expect(page.locator(".ways summary").first).to_be_visible()
    page.click("main [data-hint] a")
    expect(page.locator(CARDS)).to_have_count(1)
    expect(advice).to_be_hidden()
    expect(page.locator(".ways")).to_be_hidden()

    assert said == "Không có sản phẩm nào cho “tinh dau trmà”"
    assert asked(page) == {"q": ["tinh dầu tràm"]}
    page.fill("#q", "xyzzy")
    advice.get_by_role("button").click()
    expect(page.locator("[data-own]")).to_be_visible()
    assert asked(page) == {}
    assert page.evaluate("document.activeElement.id") == "q"


def test_the_same_key_leads_to_the_field_from_pages_without_one(page: Page, site: str) -> None:
    page.goto(f"{site}/Q/7K3M9/")
    page.keyboard.press("/")
    page.wait_for_url("**/san-pham/**")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("mật ong tràm")
    expect(page.locator(CARDS).first).to_contain_text("Mật ong tràm")


def test_a_phone_opens_field_and_choices_in_place(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{site}/")
    page.click(".findlink")
    focused = page.evaluate("document.activeElement.name")
    page.keyboard.press("Escape")
    back = page.evaluate("document.activeElement.className")
    page.goto(f"{site}/san-pham/")
    page.click(".sheet summary")
    page.get_by_label("Tiềm năng").check()
    expect(page.locator("[data-apply]")).to_have_text("Xem 3 sản phẩm")
    page.mouse.click(160, 20)  # where the shade lies over a link
    shaded = page.locator("[data-apply]").is_visible()
    page.click(".sheet summary")
    page.locator("[data-apply]").focus()
    page.keyboard.press("Tab")
    left = page.locator("[data-apply]").is_visible()
    expect(page.locator(CARDS)).to_have_count(3)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert (focused, back) == ("q", "findlink")
    assert (shaded, left) == (False, False)
    assert wide == 320


def test_scan_pages_load_nothing_of_it(page: Page, site: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{site}/Q/7K3M9/")
    page.wait_for_load_state("networkidle")

    assert [url for url in loaded if "/static/find" in url or "/static/search" in url] == []


def test_from_a_folder_everything_is_found_as_well(page: Page, output: Path) -> None:
    page.goto((output / "site" / "index.html").as_uri())
    page.click(".find input")
    page.keyboard.type("nồi kho")
    expect(page.locator(OPTION).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/san-pham/index.html?q=*")
    expect(page.locator(CARDS).first).to_be_visible()


def test_without_script_the_field_leads_to_the_lists(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/")
    page.fill(".find input", "gạo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/san-pham/**")
    ways = page.locator(".ways summary").all_inner_texts()
    shown = page.locator("[data-own] .card").count()
    context.close()

    assert len(ways) >= 2
    assert shown == 19
