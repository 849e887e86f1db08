"""The whole catalogue on a phone: complete before it is used, then renewed by what changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from phone import Host, wait_for
from playwright.sync_api import Browser, BrowserContext, Page, expect
from small_project import built, project

LIST = "static/offline.vi.json"
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
    found: dict[str, Any] = json.loads((folder / LIST).read_text("utf-8"))
    return found


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
    assert all(each.endswith(".480.webp") for each in paths["480"])
    assert len(paths["480"]) == len(paths["800"]) > 0
    for tier, lines in found["files"].items():
        sizes = [int(line.split(" ", 2)[1]) for line in lines]
        assert found["tiers"][tier] == [len(lines), sum(sizes)]
        assert sizes == [(site / line.split(" ", 2)[2]).stat().st_size for line in lines]


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


def test_nothing_is_used_before_it_is_complete_nor_fetched_twice(
    context: BrowserContext, host: Host
) -> None:
    page = opened(context, host)
    host.most = 9  # the list, then eight files
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
    again = [path for path in host.asked if "offline." not in path and HERE not in path]

    assert len(first) == 9
    assert not set(first[1:]) & set(again)
    host.stop()
    page.goto(host.url(RICE))
    expect(page.get_by_role("heading", level=1)).to_have_text("Gạo")


def test_only_what_changed_is_fetched_anew(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    press(page, "Tải về")
    state(page, DONE)
    found, file = listed(host.folder), host.folder / RICE / "index.html"
    file.write_text(file.read_text("utf-8").replace("<h1>Gạo", "<h1>Gạo mới"), "utf-8")
    found["version"] = "another"
    found["files"]["pages"] = [
        line.replace(line[:8], "00000000") if line.endswith(f" {RICE}/index.html") else line
        for line in found["files"]["pages"]
    ]
    (host.folder / LIST).write_text(json.dumps(found), "utf-8")
    page.goto(host.url(HERE))
    state(page, "bản mới hơn")
    host.asked.clear()
    press(page, "Tải phần đã đổi")
    state(page, DONE)

    assert [path for path in host.asked if LIST not in path] == [f"/{RICE}/"]
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

    page.route("**/san-pham/**", lambda _: None)
    press(page, "Tải về")
    press(page, "Bỏ")
    state(page, "chưa lưu danh mục")

    assert not [name for name in page.evaluate("caches.keys()") if "ocop-all" in name]


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
