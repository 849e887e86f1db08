"""A visitor's own list, in this browser alone: kept, sent as a link, and compared."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import cv2
import numpy as np
import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect
from small_project import built, product, project, write

FAIR = """\
---
name: Hội chợ $& mẫu
starts_on: 2026-12-18
ends_on: 2026-12-20
products: [kho-ca, gao, mam-ca]
booths:
  - {name: Gian 12, products: [gao]}
  - {name: Gian 13, products: [mam-ca]}
---
"""
TEXTS = ["a", "https://ocop.example/danh-sach/#" + "7K3M9,4N8TQ," * 9, "Khô cá chốt", "x" * 660]
DRAW = """(texts) => new Promise((done) => {
  const script = document.createElement("script");
  script.src = "../static/qr.js";
  script.onload = () => done(texts.map((each) => ocopQr.matrix(each)));
  document.head.append(script);
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("list") / "p")
    write(root, "content/fairs/hoi-cho.md", FAIR)
    rice = product("gao").replace("code: 7K3M3\n", "").replace("certified", "potential")
    before, _, rest = rice.partition("certificate:\n")
    write(root, "content/products/gao.md", before + rest[rest.index("photos:") :])
    assert built(root, "site") == 0
    return root / "output" / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A visitor with a computer that has the site in a folder."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.clock.set_fixed_time("2026-12-01T05:00:00Z")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert faults == []
    page.close()


def at(page: Page, site: Path, path: str) -> None:
    folder, mark, rest = path.partition("#")
    page.goto(f"{(site / folder / 'index.html').as_uri()}{mark}{rest}")


def hearts(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=f"Giữ vào danh sách: {name}").first.click()


def shown(page: Page) -> list[str]:
    return page.locator("[data-groups] .card h3").all_inner_texts()


def test_what_is_kept_on_cards_and_pages_stands_in_the_list_until_it_is_cleared(
    page: Page, site: Path
) -> None:
    at(page, site, "san-pham")
    hearts(page, "Khô cá")
    at(page, site, "san-pham/mam-ca")
    hearts(page, "Mắm cá")
    expect(page.get_by_role("link", name="Danh sách của bạn: 2 sản phẩm")).to_be_visible()
    at(page, site, "danh-sach")
    expect(page.locator("[data-groups] .card")).to_have_count(2)

    assert shown(page) == ["Khô cá", "Mắm cá"]
    page.get_by_role("button", name="Xóa danh sách", exact=True).click()
    expect(page.locator("[data-empty]")).to_be_visible()
    page.get_by_role("button", name="Lấy lại").click()
    expect(page.locator("[data-groups] .card")).to_have_count(2)


def test_a_full_list_says_so_and_loses_nothing(page: Page, site: Path) -> None:
    at(page, site, "san-pham")
    page.evaluate(
        "localStorage[ocopList.key] = JSON.stringify([...Array(60)].map((_, i) => `A${i}`))"
    )
    hearts(page, "Khô cá")

    expect(page.locator(".mylist")).to_have_text("♥ Danh sách đã đầy: 60 sản phẩm")
    kept = page.evaluate("ocopList.read()")
    assert (kept[0], kept[-1], len(kept)) == ("A0", "A59", 60)


def test_a_link_opens_the_list_elsewhere_and_its_code_says_the_same(
    page: Page, site: Path, browser: Browser
) -> None:
    at(page, site, "san-pham")
    hearts(page, "Khô cá", "Gạo")
    at(page, site, "danh-sach")
    page.locator("[data-sharing] summary").click()
    page.locator(".qrbox svg").wait_for()
    link = page.locator("[data-link]").input_value()
    drawn = page.locator(".qrbox svg").screenshot()

    assert unquote(link).endswith("/danh-sach/#7K3M1,gao")
    (read,) = zxingcpp.read_barcodes(cv2.imdecode(np.frombuffer(drawn, np.uint8), 0))
    assert read.text == link

    other = browser.new_page()
    at(other, site, f"danh-sach#{link.partition('#')[2]}")
    expect(other.locator("[data-groups] .card")).to_have_count(2)
    other.get_by_role("button", name="Giữ vào danh sách của tôi").click()
    expect(other.locator("[data-from]")).to_be_hidden()
    assert shown(other) == ["Khô cá", "Gạo"]
    other.close()


def test_a_list_is_ordered_by_booth_and_says_what_is_gone(page: Page, site: Path) -> None:
    at(page, site, "danh-sach#7K3M1%2CZZ$&ZZ,7K3M2,gao,%E0%A4")
    expect(page.locator("[data-gone]")).to_contain_text("%2CZZ$&ZZ, %E0%A4")
    at(page, site, "danh-sach#7K3M1%2CZZ$&ZZ,7K3M2,gao")
    page.reload()
    expect(page.locator("[data-groups] .card")).to_have_count(3)
    expect(page.locator("h1")).to_have_text("Danh sách được gửi")
    expect(page.get_by_role("link", name="So sánh 3 sản phẩm")).to_be_visible()
    levels = page.locator("main :is(h1, h2, h3)").evaluate_all("(all) => all.map((e) => e.tagName)")
    assert levels == ["H1", "H2", "H3", "H3", "H3"]
    page.get_by_label("Xếp theo").select_option(label="gian hàng ở Hội chợ $& mẫu")
    groups = page.locator("[data-groups] h2").all_inner_texts()

    assert groups == ["Gian 12", "Gian 13", "Không có gian ở hội chợ này"]
    assert shown(page) == ["Gạo", "Mắm cá", "Khô cá"]
    expect(page.locator("[data-gone]")).to_have_text("Không còn trong danh mục: ZZ$&ZZ.")


def test_what_is_found_says_at_which_booth_of_the_next_fair(page: Page, site: Path) -> None:
    at(page, site, "san-pham")
    page.fill("#q", "gao")
    card = page.locator("[data-cards] .card", has_text="Gạo")
    expect(card.locator(".stand")).to_have_text("Gian 12 · Hội chợ $& mẫu")
    page.fill("#q", "kho ca")
    expect(page.locator("[data-cards] .card")).to_have_count(1)
    expect(page.locator(".stand")).to_have_count(0)


def test_a_phone_has_two_products_side_by_side(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    at(page, site, "so-sanh#7K3M1,7K3M2")
    page.locator(".compared tbody tr").first.wait_for()
    boxes = [each.bounding_box() for each in page.locator(".compared thead th").all()]
    (row,) = page.get_by_role("row", name="Sao OCOP").all()

    assert [bool(each and each["x"] + each["width"] <= 304) for each in boxes] == [True, True]
    expect(row.get_by_role("rowheader")).to_have_count(1)
    expect(row.get_by_role("cell")).to_have_count(2)


def test_products_stand_side_by_side_with_what_differs_marked(page: Page, site: Path) -> None:
    at(page, site, "danh-sach#7K3M1,7K3M2,gao")
    page.get_by_label("So sánh món này: Khô cá").check()
    page.get_by_label("So sánh món này: Mắm cá").check()
    page.get_by_role("link", name="So sánh 2 sản phẩm").click()
    table = page.locator(".compared table")
    expect(table.locator("thead th")).to_have_count(2)
    expect(table.locator("tbody tr").first).to_be_visible()
    rows = {
        row.locator("th").inner_text().removeprefix("≠ "): row
        for row in table.locator("tbody tr").all()
    }

    assert rows["Sao OCOP"].get_attribute("class") == "differs"
    assert rows["Chủ thể"].get_attribute("class") == "same"
    page.get_by_label("Chỉ hiện chỗ khác nhau").check()
    expect(rows["Chủ thể"]).to_be_hidden()
    at(page, site, "so-sanh#7K3M1")
    page.reload()
    expect(page.locator("[data-state]")).to_contain_text("từ hai đến bốn")


def test_facts_of_another_day_are_not_called_unknown(
    page: Page, site: Path, tmp_path: Path
) -> None:
    shutil.copytree(site, tmp_path / "site")
    facts = tmp_path / "site" / "static/search-facts-0.vi.js"
    facts.write_text(facts.read_text("utf-8").replace('"gao":', '"khac":'), "utf-8")
    at(page, tmp_path / "site", "so-sanh#7K3M1,gao")
    expect(page.locator("[data-state]")).to_contain_text("bản danh mục khác")
    expect(page.locator(".compared")).to_be_hidden()


def test_codes_that_a_browser_draws_are_read(page: Page, site: Path) -> None:
    at(page, site, "danh-sach")
    for text, rows in zip(TEXTS, page.evaluate(DRAW, TEXTS), strict=True):
        modules = np.pad(np.array(rows, np.uint8), 4)
        image = np.kron(255 * (1 - modules), np.ones((3, 3))).astype(np.uint8)
        (read,) = zxingcpp.read_barcodes(image)
        assert (read.text, read.ec_level) == (text, "M")
    assert page.evaluate("ocopQr.matrix('x'.repeat(700))") is None
