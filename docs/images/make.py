"""Make the pictures of README and guide, and the starter's photo, anew: `make images`.

The catalogue is built into a folder of the cache; shown is what a visitor or a printer gets.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pypdfium2
import resvg_py
from PIL import Image
from playwright.sync_api import sync_playwright

from generator.desk.building.build import build
from generator.desk.console import Desk
from generator.desk.options import Order

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools" / "drawings")]

import browser  # noqa: E402  # tests/ is put on the path above
import guide  # noqa: E402  # needs tests/ as well
import sample  # noqa: E402  # draws with the kit of tools/drawings

STARTER_PHOTO = ROOT / "generator/starter/content/media/san-pham-mau.jpg"
OUTPUT = ROOT / ".cache" / "images"
PRODUCT = "kho-ca-chot-do-thi-ngan"
LABELS = "kho-ca-loc"
FAIR = "hoi-cho-mau-2026"
PHONE = {"width": 360, "height": 764}
"""CSS pixels of a common phone, shown at two device pixels each."""
SHEET_DPI = 110
SHEET_PART = 111.5 / 297
"""The part of the label sheet that is shown: three rows."""
QUALITY = 72
"""Of WebP: letters stay clean, and most pictures are below 60 kB."""
COLOURS = 128
"""Enough for paper, ink and a drawing at this size; all its colours would treble the file."""


def starter_photo() -> None:
    """The photo of `ocop new site`, 2400 × 1800."""
    svg = sample.draw().svg()
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=2400, skip_system_fonts=True))
    look = {"quality": 78, "progressive": True, "optimize": True}
    Image.open(io.BytesIO(png)).convert("RGB").save(STARTER_PHOTO, "JPEG", **look)


def product_page(site: Path) -> Image.Image:
    """The first view of a product page on a phone."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        page = chromium.new_page(viewport=PHONE, device_scale_factor=2, color_scheme="light")
        page.goto((site / "san-pham" / PRODUCT / "index.html").as_uri())
        page.wait_for_load_state("networkidle")
        page.reload()  # a first visit doesn't wait for the typeface
        page.wait_for_load_state("networkidle")
        shot = page.screenshot()
        chromium.close()
    return Image.open(io.BytesIO(shot)).convert("RGB")


def label_sheet(labels: Path) -> Image.Image:
    """The upper part of a sheet of labels, framed by a line where the paper ends."""
    with pypdfium2.PdfDocument(labels / LABELS / "sheet.office.pdf") as document:
        sheet = document[0].render(scale=SHEET_DPI / 72).to_pil().convert("RGB")
    part = sheet.crop((0, 0, sheet.width, round(sheet.height * SHEET_PART)))
    framed = Image.new("RGB", (part.width + 2, part.height + 2), "#b9b3a4")
    framed.paste(part, (1, 1))
    return framed


def save_flat(picture: Image.Image, name: str) -> None:
    """Write a picture of few colours as a small PNG beside this script."""
    target = HERE / f"{name}.png"
    palette = picture.quantize(COLOURS, kmeans=2)
    reduced = picture.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
    reduced.save(target, optimize=True)
    print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1000} kB")


def save(picture: Image.Image, name: str) -> None:
    """Write a small WebP beside this script."""
    target = HERE / f"{name}.webp"
    picture.save(target, quality=QUALITY, method=6)
    print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1000} kB")


def main() -> int:
    """Make all pictures; 1 where the catalogue can't be built."""
    starter_photo()
    if build(Order(root=ROOT, output=OUTPUT), Desk("vi")).status:
        return 1
    save(product_page(OUTPUT / "site"), "product-page")
    save_flat(label_sheet(OUTPUT / "labels"), "label-sheet")
    project = ROOT / ".cache" / "images-project"
    guide.make(project, ROOT / "content", save, OUTPUT / "brochures", FAIR)
    return 0


if __name__ == "__main__":
    sys.exit(main())
