"""The site can be put on a phone's home screen, in either language."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hosts import Quiet, serving
from PIL import Image
from playwright.sync_api import Browser, expect
from small_project import built, project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("app") / "p")
    assert built(root, "site") == 0
    return root / "output" / "site"


@pytest.mark.parametrize(("home", "language"), [("", "vi"), ("en/", "en")])
def test_a_manifest_starts_at_its_home_page_within_the_whole_site(
    site: Path, home: str, language: str
) -> None:
    found = json.loads((site / home / "manifest.json").read_text("utf-8"))
    base = f"https://thu.example/{home}manifest.json"

    assert found["lang"] == language
    assert urljoin(base, found["start_url"]) == f"https://thu.example/{home}"
    assert urljoin(base, found["scope"]) == "https://thu.example/"
    assert {each["purpose"] for each in found["icons"]} == {"any", "maskable"}
    for icon in found["icons"]:
        image = Image.open(site / home / icon["src"])
        assert f"{image.width}x{image.height}" == icon["sizes"]
        corner = image.convert("RGBA").getpixel((0, 0))
        assert isinstance(corner, tuple)
        # A phone that cuts icons to a shape needs ground up to the corners; the other has its own.
        assert (corner[3] == 255) == (icon["purpose"] == "maskable")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_screen_at_a_fair_that_is_put_on_a_home_screen_begins_as_one(
    site: Path, browser: Browser, language: str
) -> None:
    home = "en/" if language == "en" else ""
    page = browser.new_page()
    with serving(Quiet, site) as address:
        page.goto(f"{address}/{home}?kiosk")
        expect(page.locator("[rel=manifest]")).to_have_attribute("href", re.compile("kiosk"))
        told = page.context.new_cdp_session(page).send("Page.getAppManifest")
    page.close()
    found = json.loads(told["data"])

    assert told["errors"] == []
    assert urljoin(told["url"], found["start_url"]) == f"{address}/{home}?kiosk"
    assert urljoin(told["url"], found["scope"]) == f"{address}/"
    assert (site / "static" / found["icons"][0]["src"]).is_file()


def test_pages_to_browse_name_it_and_pages_that_are_scanned_do_not(site: Path) -> None:
    browsed = (site / "en/products/index.html").read_text("utf-8")

    assert '<link rel="manifest" href="../../en/manifest.json">' in browsed
    assert 'rel="manifest"' not in (site / "san-pham/kho-ca/index.html").read_text("utf-8")
