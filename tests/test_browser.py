"""The built pages in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from visits import PAGES, Visit


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_asks_nobody_else_and_has_no_fault(
    browser: Browser, site: str, path: str
) -> None:
    """On a phone, and when its window grows to that of a computer."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    visit = Visit(page, f"{site}/{path}")
    overflow = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        overflow.append(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
    strangers = [url for url in visit.requests if not url.startswith((f"{site}/", "data:"))]
    page.close()

    assert max(overflow) <= 0
    assert strangers == []
    assert visit.faults == []


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_entry_of_the_menu_lies_on_another(browser: Browser, site: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site}/")
    overlaps = page.evaluate(
        """() => {
            const boxes = [...document.querySelectorAll(".menu a")].map((a) => {
                const words = document.createRange();
                words.selectNodeContents(a);
                return words.getBoundingClientRect();
            });
            return boxes.filter((box, i) => boxes.slice(i + 1).some((other) =>
                box.left < other.right && other.left < box.right
                && box.top < other.bottom && other.top < box.bottom)).length;
        }"""
    )
    page.close()

    assert overlaps == 0


MEASURES = {
    # On the smallest phone name, search and language share the header's first line.
    (320, ""): "Math.abs(middle('.brand') - middle('.switch')) < 3",
    (320, "en/products/kho-ca-loc/"): "box('.bar').height < 50 && box('.brand span').height < 40",
    (1280, "san-pham/kho-ca-loc/?kiosk"): "box('.switch').left - box('.all').right < 40",
    # What stands beside a story lies on nothing below it, however far one scrolls.
    **{
        (1280, f"{path}/"): "end(), box('.details').bottom <= box('.ends').top"
        for path in ("san-pham/kho-ca-chot-do-thi-ngan", "san-pham/kho-ca-loc", "Q/4N8TQ/L260718")
    },
    # A button keeps away from the picture beneath it.
    (360, ""): "box('.window').top - box('.hero .btn').bottom >= 20",
    # Figures stand beside one another, however long their words are.
    (360, "en/"): "style('.numbers div').justifyContent === 'flex-end'",
    # Booths are chips, and no list with lines between them.
    (360, "hoi-cho/hoi-cho-mau-2026/"): "style('.stands li').borderBottomWidth === '0px'",
    # A text beside cards is no narrower than on a phone.
    (768, "chu-the/do-thi-ngan/"): "box('.split > div').width > 300",
}


@pytest.mark.parametrize(("width", "path"), MEASURES)
def test_what_is_small_or_narrow_keeps_its_shape(
    browser: Browser, site: str, width: int, path: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site}/{path}")
    page.wait_for_function(
        f"""() => {{
            const one = (name) => document.querySelector(name);
            const style = (name) => getComputedStyle(one(name));
            const box = (name) => one(name).getBoundingClientRect();
            const end = () => scrollTo({{top: 1e6, behavior: "instant"}});
            const middle = (name) => (box(name).top + box(name).bottom) / 2;
            return {MEASURES[width, path]};
        }}""",
        timeout=5000,
    )
    page.close()


@pytest.mark.parametrize("path", ["", "lang-nghe/lang-nghe-mau/", "san-pham/kho-ca-loc/"])
def test_on_paper_no_heading_stands_alone_at_the_foot_of_a_page(
    browser: Browser, site: str, path: str
) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(f"{site}/{path}", wait_until="networkidle")
    apart = page.evaluate(
        "[...document.querySelectorAll('main h2')].map((h) => getComputedStyle(h).breakAfter)"
    )
    page.close()

    assert {*apart} == {"avoid"}


def test_the_404_page_is_whole_at_any_depth(browser: Browser, site: str, output: Path) -> None:
    """A host answers with it everywhere, so its links count from the root of base_url."""
    page = browser.new_page()
    lost = site.replace("/ocop", "/not/to/be/found")
    page.route(lost, lambda route: route.fulfill(path=output / "site" / "404.html"))
    visit = Visit(page, lost)
    page.click("a[href$='san-pham/'] >> visible=true")
    title = page.inner_text("h1")
    page.close()

    assert visit.faults == []
    assert title == "Sản phẩm"


def test_the_catalogue_opens_from_a_folder(browser: Browser, output: Path) -> None:
    """A visitor at a fair has it on a stick: every step is a link to a file."""
    page = browser.new_page()
    page.goto((output / "site" / "index.html").as_uri())
    page.click("a[href$='san-pham/index.html'] >> visible=true")
    page.click("a[href*='kho-ca-chot-do-thi-ngan/index.html'] >> visible=true")
    title = page.inner_text("h1")
    photo = page.evaluate("document.querySelector('main img, figure img').naturalWidth")
    page.close()

    assert title == "Khô cá chốt"
    assert photo > 0


@pytest.mark.parametrize("path", ["Q/7K3M9/", "chu-the/do-thi-ngan/", "so-sanh/#7K3M9,4N8TQ"])
def test_where_a_host_sends_no_avif_the_jpeg_is_shown(
    browser: Browser, site: str, path: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 3000}, bypass_csp=True)
    page.route("**/*.avif", lambda route: route.fulfill(status=404))
    page.goto(f"{site}/{path}")
    page.wait_for_function(
        "document.images.length && [...document.images].every((each) => each.naturalWidth > 1)"
    )
    shown = page.evaluate("[...document.images].map((each) => each.currentSrc)")
    page.close()

    assert {each[-4:] for each in shown} == {".jpg"}


def test_a_page_works_without_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/san-pham/kho-ca-chot-do-thi-ngan/")
    text = page.inner_text("body")
    context.close()

    assert "Đỗ Thị Ngân" in text
    assert "01/01/2028" in text


def test_pages_that_are_nothing_without_script_say_so(output: Path) -> None:
    pages = ["so-sanh", "danh-sach", "xem-khong-mang", "en/compare", "en/my-list", "en/offline"]
    told = {each: (output / "site" / each / "index.html").read_text("utf-8") for each in pages}
    silent = [each for each, html in told.items() if "JavaScript.</p></noscript>" not in html]

    assert silent == []


def test_a_product_can_be_passed_on(browser: Browser, site: str) -> None:
    """Without the phone's own sheet for sharing, the address of the product's page is copied."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
    page.goto(f"{site}/Q/7K3M9")
    page.click("[data-share]")
    page.get_by_text("Đã chép địa chỉ").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()

    assert copied == "https://ocop-tanhung.example/san-pham/kho-ca-chot-do-thi-ngan/"


@pytest.mark.parametrize(
    ("today", "stars"), [("2028-01-01T16:59:00Z", True), ("2028-01-01T17:01:00Z", False)]
)
def test_stars_end_with_the_last_valid_day_in_vietnam(
    browser: Browser, site: str, today: str, stars: bool
) -> None:
    """The certificate of quý I/2025 is valid through 01/01/2028, Vietnam's time (UTC+7)."""
    page = browser.new_page()
    page.clock.set_fixed_time(today)
    page.goto(f"{site}/san-pham/kho-ca-chot-do-thi-ngan/")
    seen = page.locator("main .stars").first.is_visible()
    page.close()

    assert seen is stars


def test_a_scan_page_is_small(browser: Browser, site: str) -> None:
    """Under 100 kB with its first photo at 360 px on a screen of double density."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, device_scale_factor=2, is_mobile=True
    )
    page = context.new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(f"{site}/Q/7K3M9", wait_until="networkidle")
    context.close()

    assert sum(sizes) < 100_000
