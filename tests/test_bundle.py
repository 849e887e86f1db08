"""The whole site in one zip, for a computer without a network."""

from __future__ import annotations

import posixpath
import re
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import click
import pytest
from playwright.sync_api import Browser, expect
from small_project import project

from generator.cli import ocop
from generator.desk.building.build import build
from generator.desk.console import Desk
from generator.desk.options import Order

LINK = re.compile(r'<(?:a|img|script|form)\b[^>]*\b(?:href|src|action)="([^"]+)"')


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("bundle") / "p")
    order = Order(root=root, output=root / "output", only="site", bundle=True)
    assert build(order, Desk("en")).status == 0
    return root


def test_it_opens_from_a_folder_with_all_that_its_pages_show(
    root: Path, browser: Browser, tmp_path: Path
) -> None:
    with zipfile.ZipFile(root / "output" / "catalogue.zip") as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    page = browser.new_page()
    missing: list[str] = []
    page.on("requestfailed", lambda request: missing.append(request.url))
    page.goto((folder / "mo-danh-muc.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="Khô cá").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Khô cá")
    assert page.locator(".shots img").first.evaluate("(e) => e.decode().then(() => e.naturalWidth)")
    assert missing == []
    page.close()


def test_every_link_leads_to_a_file_of_the_zip(root: Path) -> None:
    packed = zipfile.ZipFile(root / "output" / "catalogue.zip")
    names = {*packed.namelist()}
    lost = {
        (page, link)
        for page in names
        if page.endswith(".html")
        for link in LINK.findall(packed.read(page).decode())
        if not (re.match("[a-z]+:|#", link) or leads_to(page, unescape(link)) in names)
    }

    assert lost == set()


def leads_to(page: str, link: str) -> str:
    return posixpath.normpath(f"{posixpath.dirname(page)}/{unquote(re.sub('[?#].*', '', link))}")


def test_it_has_nothing_that_only_hosts_read_and_the_same_bytes_again(root: Path) -> None:
    file = root / "output" / "catalogue.zip"
    before = file.read_bytes()
    names = {name.partition("/")[2] for name in zipfile.ZipFile(file).namelist()}
    order = Order(root=root, output=root / "output", only="site", bundle=True)

    assert {"mo-danh-muc.html", "doc-truoc.txt", "trang/index.html", "trang/xa/index.html"} <= names
    assert (
        not {f"trang/{each}" for each in ("_headers", "sw.js", "404.html", "sitemap.xml")} & names
    )
    assert build(order, Desk("en")).status == 0
    assert file.read_bytes() == before
    (root / "output" / "site" / "index.html").touch()
    assert build(order, Desk("en")).status == 0
    assert file.read_bytes() == before


def test_it_wants_the_site(root: Path) -> None:
    words = ["build", "--root", str(root), "--only", "labels", "--bundle"]

    with pytest.raises(click.UsageError, match="--only"):
        ocop.main(words, standalone_mode=False)
