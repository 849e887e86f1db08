"""The whole catalogue on a phone: complete before it is used, then renewed by what changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from phone import Host, wait_for
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from small_project import built, project, write

from generator.engine.artifact import Finished, Folders
from generator.web.offline import write_listing

SIZE, LIST = "static/offline.vi.json", "static/offline-files.vi.json"
HERE = "xem-khong-mang"
RICE = "san-pham/gao"
DONE = "Đã lưu đủ trên máy"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("whole") / "p")
    assert built(root, "site") == 0
    return root / "output" / "site"


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(site, tmp_path / "site")
    host = Host(tmp_path / "site")
    yield host
    host.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context
    context.close()


def opened(context: BrowserContext, host: Host) -> Page:
    """The page of help, with its worker at work."""
    page = context.new_page()
    page.goto(host.url(HERE))
    wait_for(page, host.url(HERE), "ocop-help-1@/")
    host.asked.clear()
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def state(page: Page, words: str) -> None:
    expect(page.locator("[data-state]")).to_contain_text(words)


def listed(folder: Path) -> dict[str, Any]:
    """What both files tell."""
    size, files = (json.loads((folder / each).read_text("utf-8")) for each in (SIZE, LIST))
    assert size["version"] == files["version"]
    return {**size, **files}


def list_anew(folder: Path, found: dict[str, Any]) -> None:
    for each in (SIZE, LIST):
        (folder / each).write_text(json.dumps({**found, "version": "another"}), "utf-8")


def test_a_list_has_every_page_of_its_language_and_photos_by_width(site: Path) -> None:
    found = listed(site)
    paths = {
        tier: {line.split(" ", 2)[2] for line in found["files"][tier]} for tier in found["tiers"]
    }
    pages = {
        each.relative_to(site).as_posix()
        for each in site.rglob("*.html")
        if each.name != "404.html" and each.relative_to(site).parts[0] != "en"
    }

    assert {each for each in paths["pages"] if each.endswith(".html")} == pages
    assert {"static/site.css", "static/offline.js"} <= paths["pages"]
    assert all(each.endswith(".480.avif") for each in paths["480"])
    assert len(paths["480"]) == len(paths["800"]) > 0
    for tier, lines in found["files"].items():
        sizes = [int(line.split(" ", 2)[1]) for line in lines]
        assert found["tiers"][tier] == [len(lines), sum(sizes)]
        assert sizes == [(site / line.split(" ", 2)[2]).stat().st_size for line in lines]


def test_wide_photos_are_in_no_list_and_scan_pages_in_that_of_the_own_language(
    tmp_path: Path,
) -> None:
    scans = ["Q/7K3M1/index.html", "01/09521234500018/index.html"]
    widths = ["480", "800", "1200", "1600"]
    paths = [*scans, "index.html", "en/index.html", *(f"media/a.{each}.avif" for each in widths)]
    digests = {f"site/{path}": "0" * 16 for path in paths}
    for path in digests:
        write(tmp_path, path, "x")
    folders = Folders(tmp_path, (), finished=Finished(tmp_path, digests))
    photos = {each: [f"media/a.{each}.avif"] for each in ("480", "800")}

    for home, others, own in (
        ("", ["en/"], [*scans, "index.html"]),
        ("en/", [], ["en/index.html"]),
    ):
        values = {"home": home, "others": others, "scanned": not home}
        found = json.loads(write_listing(values, folders)[1])["files"]
        named = {tier: [line.split(" ")[2] for line in found[tier]] for tier in found}
        assert named == {"pages": own, **photos}


def test_what_was_never_opened_opens_without_a_network(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    press(page, "Tải về")
    state(page, DONE)
    host.stop()
    page.set_viewport_size({"width": 1280, "height": 640})  # it has wider photos than are here
    page.goto(host.url("san-pham/kho-ca"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Khô cá")
    assert page.locator(".kept").is_visible()
    assert page.locator(".shots img").first.evaluate("(e) => e.decode().then(() => e.naturalWidth)")


def without_avif(site: Path) -> None:
    """The site as a browser takes it that knows nothing of AVIF, such as Edge before 121."""
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(text.replace('type="image/avif"', 'type="image/unknown"'), "utf-8")
    script = site / "static/offline.js"
    probe = script.read_text("utf-8").replace("data:image/avif;base64,", "data:image/avif;base64,A")
    script.write_text(probe, "utf-8")


def test_a_browser_without_avif_keeps_the_jpegs(context: BrowserContext, host: Host) -> None:
    sizes = listed(host.folder)["tiers"]
    without_avif(host.folder)
    page = opened(context, host)
    told = page.locator('[data-size="480"]').inner_text()
    press(page, "Tải về")
    state(page, DONE)
    photos = {path for path in host.asked if path.startswith("/media/")}
    fetched = [*host.asked]
    list_anew(host.folder, listed(host.folder))
    page.goto(host.url(HERE))
    press(page, "Tải phần đã đổi")
    state(page, DONE)
    host.stop()
    page.goto(host.url("san-pham/kho-ca"))
    photo = page.locator(".shots img").first

    assert photos
    assert all(path.endswith(".480.jpg") for path in photos)
    assert float(told.split()[0].replace(",", ".")) >= round(sizes["pages"][1] / 1e6, 1)
    assert not [path for path in host.asked[len(fetched) :] if path.startswith("/media/")]
    assert photo.evaluate("(e) => e.decode().then(() => e.currentSrc)").endswith(".800.jpg")
    assert photo.evaluate("(e) => e.naturalWidth") == 480


def test_nothing_is_used_before_it_is_complete_nor_fetched_twice(
    context: BrowserContext, host: Host
) -> None:
    page = opened(context, host)
    host.most = 9  # how much, the list, then seven files
    press(page, "Tải về")
    state(page, "Mất mạng")
    host.stop()
    page.goto(host.url(RICE))
    assert page.url.startswith(host.url(HERE))

    first, host.most = [*host.asked], None
    host.asked.clear()
    host.start()
    page.goto(host.url(HERE))
    press(page, "Tải tiếp")
    state(page, DONE)
    again = [path for path in host.asked if "offline" not in path and HERE not in path]

    assert len(first) == 9
    assert not set(first[2:]) & set(again)
    host.stop()
    page.goto(host.url(RICE))
    expect(page.get_by_role("heading", level=1)).to_have_text("Gạo")


def test_only_what_changed_is_fetched_anew(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    press(page, "Tải về")
    state(page, DONE)
    found, file = listed(host.folder), host.folder / RICE / "index.html"
    file.write_text(file.read_text("utf-8").replace("<h1>Gạo", "<h1>Gạo mới"), "utf-8")
    found["files"]["pages"] = [
        f"00000000 {file.stat().st_size} {RICE}/index.html" if f" {RICE}/index" in line else line
        for line in found["files"]["pages"]
    ]
    list_anew(host.folder, found)
    page.goto(host.url(HERE))
    state(page, "bản mới hơn")
    host.asked.clear()
    press(page, "Tải phần đã đổi")
    state(page, DONE)

    assert [path for path in host.asked if "offline" not in path] == [f"/{RICE}/"]
    assert len([name for name in page.evaluate("caches.keys()") if "ocop-all" in name]) == 1
    host.stop()
    page.goto(host.url(RICE))
    expect(page.get_by_role("heading", level=1)).to_have_text("Gạo mới")


def test_it_pauses_goes_on_and_leaves_nothing_when_cancelled_or_removed(
    context: BrowserContext, host: Host
) -> None:
    page = opened(context, host)
    page.route("**/san-pham/**", lambda _: None)  # never answers
    press(page, "Tải về")
    press(page, "Tạm dừng")
    state(page, "Tạm dừng ở")
    page.unroute("**/san-pham/**")
    press(page, "Tải tiếp")
    state(page, DONE)
    press(page, "Xóa khỏi máy")
    state(page, "chưa lưu danh mục")
    assert not [name for name in page.evaluate("caches.keys()") if "ocop-all" in name]

    for late in ("**/san-pham/**", f"**/{SIZE}", f"**/{LIST}"):
        page.route(late, lambda _: None)
        press(page, "Tải về")
        press(page, "Bỏ")
        state(page, "chưa lưu danh mục")
        page.unroute(late)
    page.reload()
    state(page, "chưa lưu danh mục")

    assert not [name for name in page.evaluate("caches.keys()") if "ocop-all" in name]


def test_one_window_fetches_and_the_other_waits_for_it(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    page.route("**/san-pham/**", lambda _: None)  # never answers
    press(page, "Tải về")
    state(page, "Đã tải")
    other = context.new_page()
    other.goto(host.url(HERE))
    state(other, "một cửa sổ khác")
    assert other.locator("[data-do]:visible").count() == 0

    page.unroute("**/san-pham/**")
    press(page, "Tạm dừng")
    state(other, "Tạm dừng ở")
    press(page, "Tải tiếp")
    state(page, DONE)
    other.reload()
    state(other, DONE)
    (name,) = [name for name in page.evaluate("caches.keys()") if "ocop-all" in name]
    assert page.evaluate("async (name) => (await (await caches.open(name)).keys()).length", name)


def test_what_was_cut_short_or_is_gone_meanwhile_stops_nothing(
    context: BrowserContext, host: Host
) -> None:
    page = opened(context, host)
    whole = (host.folder / RICE / "index.html").read_bytes()
    cut, kept = [0], host.url(RICE)

    def short(route: Route) -> None:
        cut[0] += 1
        route.fulfill(body=whole[: 200 if cut[0] == 1 else None], content_type="text/html")

    def publish(route: Route) -> None:
        found = listed(host.folder)
        lines = found["files"]["pages"]
        found["files"]["pages"] = [each for each in lines if "mam-ca/index" not in each]
        list_anew(host.folder, found)
        route.fulfill(status=404)

    page.route(f"**/{RICE}/", short)
    page.route("**/san-pham/mam-ca/", publish)
    press(page, "Tải về")
    state(page, DONE)
    (name,) = [name for name in page.evaluate("caches.keys()") if "ocop-all" in name]
    size = "async ([name, url]) => (await (await (await caches.open(name)).match(url)).blob()).size"

    assert "another" in name
    assert page.evaluate(size, [name, kept]) == len(whole)
    assert cut[0] > 1


def test_a_preview_has_nothing_to_keep_and_says_so(context: BrowserContext, host: Host) -> None:
    none = {tier: [0, 0] for tier in ("pages", "480", "800")}
    (host.folder / SIZE).write_text(json.dumps({"version": "", "tiers": none}), "utf-8")
    page = context.new_page()
    page.goto(host.url(HERE))

    expect(page.locator("[data-preview]")).to_be_visible()
    expect(page.locator("[data-keeper] form")).to_be_hidden()


def test_a_device_without_room_says_so_before_and_while_it_fetches(
    context: BrowserContext, host: Host
) -> None:
    page = opened(context, host)
    for full in (
        "navigator.storage.estimate = async () => ({quota: 1e5, usage: 5e4})",
        "navigator.storage.estimate = null; const put = Cache.prototype.put; let n = 0;"
        " Cache.prototype.put = function (...all) { return ++n > 9 ?"
        " Promise.reject(new DOMException('', 'QuotaExceededError')) : put.apply(this, all); }",
    ):
        page.evaluate(f"() => {{ {full} }}")
        press(page, "Tải về")
        state(page, "không đủ chỗ trống")
        press(page, "Bỏ")
        state(page, "chưa lưu danh mục")


def test_a_host_that_too_many_ask_hides_nothing_that_is_here(
    context: BrowserContext, host: Host
) -> None:
    page = opened(context, host)
    press(page, "Tải về")
    state(page, DONE)
    host.busy = True
    page.goto(f"{host.url('san-pham')}?q=gao")

    expect(page.locator("[data-cards] .card h3")).to_have_text("Gạo")
    assert page.locator(".kept").is_visible()


def test_a_page_that_is_not_here_is_told_in_its_own_language(
    context: BrowserContext, host: Host
) -> None:
    page = opened(context, host)
    host.stop()
    page.goto(host.url("en/products/kho-ca"))

    assert page.url.startswith(host.url("en/offline"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Without a network")
    page.goto(f"{host.url(HERE)}?from=https%3A%2F%2Felsewhere.example%2F")
    assert not page.locator("[data-lacking]").is_visible()
