"""The guide's pictures: what the commands say, what the preview shows, what comes out of print."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import browser
import command_window
import guide_project
import pypdfium2
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from generator.desk.console import Desk
from generator.desk.options import Order
from generator.desk.serving.serve import Running, Wish, running

PHONE = {"width": 360, "height": 720}
LAPTOP = {"width": 1000, "height": 640}
_WINDOW = {"width": 760, "height": 300}
_LEAFLET_DPI = 70
_CARDS_DPI = 110
_CARDS_PART = 150 / 297
"""The part of the sheet that is shown: two rows."""
_PATIENCE = 60_000
_TO_SETTLE = 1500
"""Milliseconds for photos that load late, and for what slides in."""
_SHEET = "#b9b3a4"


@contextmanager
def opened(viewport: dict[str, int], scale: float) -> Iterator[Page]:
    """A page of a browser with a window of that size."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        page = chromium.new_page(
            viewport=viewport, device_scale_factor=scale, color_scheme="light", locale="vi-VN"
        )
        page.set_default_timeout(_PATIENCE)
        yield page
        chromium.close()


def windows(root: Path) -> Iterator[tuple[str, Image.Image]]:
    """Windows of the command line: the menu, and a list before it is imported."""
    menu = command_window.said(["menu", "--root", str(root), "--lang", "vi"], "0\n")
    menu = menu.rpartition(": 0")[0] + ": " if ": 0" in menu else menu
    listed = ["import", str(root / guide_project.LIST), "--root", str(root), "--lang", "vi"]
    shown = command_window.said([*listed, "--set", "certificate.issued_by=UBND tỉnh Tây Ninh"])
    shown = shown.replace(f"{root}/", "")
    line = f'ocop import {guide_project.LIST} --set "certificate.issued_by=UBND tỉnh Tây Ninh"'
    pages = {
        "menu": command_window.page("", "", menu),
        "import-preview": command_window.page("D:\\danh-muc", line, shown),
    }
    with opened(_WINDOW, 2) as page:
        for name, text in pages.items():
            page.set_content(text)
            yield name, _image(page.screenshot(full_page=True))


def previews(root: Path) -> Iterator[tuple[str, Image.Image]]:
    """What the preview shows, on a laptop and on a phone; last with a slip in a file."""
    order = Order(root=root, output=root / "output", jobs=1)
    with running(order, Desk("vi"), Wish(port=0)) as preview:
        product, lot = f"san-pham/{guide_project.PRODUCT}/", _lot_address(root)
        for viewport, scale, shots in (
            (PHONE, 2, {"product-phone": product, "recall-phone": lot}),
            (LAPTOP, 1.24, {"catalogue": "", "preview-draft": f"san-pham/{guide_project.DRAFT}/"}),
        ):
            with opened(viewport, scale) as page:
                for name, address in shots.items():
                    yield name, _shot(page, preview, address)
        with opened(LAPTOP, 1.24) as page:
            _shot(page, preview, product)
            guide_project.spoil(root)
            page.get_by_text("unknown-place").first.wait_for()
            page.wait_for_timeout(_TO_SETTLE)
            yield "preview-problem", _image(page.screenshot())


def _lot_address(root: Path) -> str:
    """The page of the lot that was recalled."""
    product, lot = guide_project.RECALLED
    text = (root / f"content/products/{product}.md").read_text("utf-8")
    code = next(line.split()[1] for line in text.splitlines() if line.startswith("code:"))
    return f"Q/{code}/{lot}"


def _shot(page: Page, preview: Running, address: str) -> Image.Image:
    page.goto(preview.address + address)
    page.wait_for_timeout(_TO_SETTLE)
    page.reload()  # a first visit doesn't wait for the typeface
    page.wait_for_timeout(_TO_SETTLE)
    return _image(page.screenshot())


def leaflet(brochures: Path, fair: str) -> Image.Image:
    """The inner side of a fair's leaflet, framed by a line where the paper ends."""
    with pypdfium2.PdfDocument(brochures / fair / "leaflet.office.pdf") as document:
        sheet = document[len(document) - 1].render(scale=_LEAFLET_DPI / 72).to_pil().convert("RGB")
    framed = Image.new("RGB", (sheet.width + 2, sheet.height + 2), _SHEET)
    framed.paste(sheet, (1, 1))
    return framed


def cards(root: Path, fair: str) -> Image.Image:
    """The upper part of a fair's first sheet of cards, framed as the leaflet is."""
    command_window.said(["brochure", "cards", "--fair", fair, "--root", str(root)])
    printed = root / "output" / "brochures" / fair / "cards.office.pdf"
    with pypdfium2.PdfDocument(printed) as document:
        sheet = document[0].render(scale=_CARDS_DPI / 72).to_pil().convert("RGB")
    part = sheet.crop((0, 0, sheet.width, round(sheet.height * _CARDS_PART)))
    framed = Image.new("RGB", (part.width + 2, part.height + 2), _SHEET)
    framed.paste(part, (1, 1))
    return framed


def _image(shot: bytes) -> Image.Image:
    return Image.open(io.BytesIO(shot)).convert("RGB")


def make(
    root: Path, content: Path, save: Callable[[Image.Image, str], None], brochures: Path, fair: str
) -> None:
    """Make every picture of the guide, and have it saved by its name."""
    os.environ["OCOP_VERSIONS"] = "off"
    guide_project.make(root, content)
    save(leaflet(brochures, fair), "leaflet")
    save(cards(root, fair), "cards")  # before a preview shows a slip, which nothing is printed with
    for name, picture in (*windows(root), *previews(root)):
        save(picture, name)
