"""How much blur a label's code stands: each is printed, blurred and read, until no reader can.

    .venv/bin/python benchmarks/blur.py [--root DIR] [--product SLUG] [--stocks a5,a7,…]

A label is rendered at its printer's resolution, so that a dot is a pixel, and blurred as a camera
out of focus does (Gauss, sigma in millimetres on the label). The table says up to which sigma
ZXing, OpenCV and, where its library is installed, ZBar still read the address. Run it with the
checkout of another version on PYTHONPATH to compare.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter

from generator import theme
from generator.catalogue.model import Catalogue
from generator.desk.content import load
from generator.desk.options import SHIPPED_THEMES
from generator.press import labels
from generator.press.run import Run
from generator.press.stocks import Stock, dot, shipped
from generator.press.typesetter import PressError

Reader = Callable[[Image.Image], set[str]]
DATED = {"lot": "L260905", "produced": date(2026, 9, 5), "best_before": date(2027, 3, 5)}
STEP, MOST = 0.02, 1.2
"""Sigmas that are tried, in millimetres."""
STOCKS = (
    *(("nhiet-40x30", "stamp"), ("a4-tron-40", "stamp"), ("a4-70x37", "stamp")),
    *(("a4-99x68", "label"), ("nhiet-100x70", "label"), ("a7", "label"), ("a6", "label")),
    *(("a5", "label"), ("a4-a7", "shelf-card")),
)


def by_zxing(picture: Image.Image) -> set[str]:
    """What ZXing reads."""
    return {found.text for found in zxingcpp.read_barcodes(picture)}


def by_opencv(picture: Image.Image) -> set[str]:
    """What OpenCV reads."""
    try:
        text, _, _ = cv2.QRCodeDetector().detectAndDecode(np.array(picture))
    except cv2.error:  # it stumbles over what is hardly a code any more
        return set()
    return {text}


def readers() -> dict[str, Reader]:
    """The programs that are here to read with."""
    found: dict[str, Reader] = {"zxing": by_zxing, "opencv": by_opencv}
    try:
        from pyzbar import pyzbar
    except ImportError:
        return found
    return {**found, "zbar": lambda p: {each.data.decode() for each in pyzbar.decode(p)}}


def printed(found: Catalogue, run: Run, root: Path) -> tuple[Image.Image, str] | None:
    """The first label, a pixel a dot, on a light ground, and its address; None without room."""
    folders = theme.chain(found.site.theme, (root / "themes", *SHIPPED_THEMES))
    values = labels.drawn(labels.values_of(found, run, theme.press_words(folders, "vi")))
    try:
        pdf = labels.print_labels(theme.typst_templates(folders), values, "office")
    except PressError:
        return None
    per_mm, cell = 1 / dot(run.dpi), next(run.stock.cells())
    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=per_mm * 25.4 / 72, grayscale=True).to_pil()
    box = (cell.left, cell.top, cell.left + cell.width, cell.top + cell.height)
    face = picture.crop(tuple(round(each * per_mm) for each in box))
    ground = Image.new("L", (face.width + 80, face.height + 80), 255)
    ground.paste(face, (40, 40))
    return ground, values["urls"][0]


def stands(picture: Image.Image, address: str, per_mm: float, read: Reader) -> float:
    """The largest blur up to which every smaller one is read too."""
    last = 0.0
    for number in range(1, round(MOST / STEP) + 1):
        sigma = number * STEP
        if address not in read(picture.filter(ImageFilter.GaussianBlur(sigma * per_mm))):
            break
        last = sigma
    return last


def rows(
    found: Catalogue, slug: str, root: Path, wanted: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """Stock, design, module, modules and level, then the blur that each reader stands."""
    for name, design in wanted.items():
        stock: Stock = shipped()[name]
        run = Run(
            found.by_slug[slug],
            stock,
            date(2026, 11, 26),
            design,
            stock.dpi[0],
            count=1,
            **(DATED if design != "shelf-card" else {}),  # type: ignore[arg-type]
        )
        made = printed(found, run, root)
        if made is None:
            yield name, design, "không đủ chỗ · no room"
            continue
        picture, address = made
        seen = next(each for each in zxingcpp.read_barcodes(picture) if each.text == address)
        corners = seen.position.top_left, seen.position.bottom_right
        side = len(labels.codes.matrix(address, seen.ec_level))
        module = (corners[1].x - corners[0].x) / side * dot(run.dpi)
        read = readers()
        blurs = (stands(picture, address, 1 / dot(run.dpi), each) for each in read.values())
        yield (
            name,
            design,
            f"{module:.3f}",
            f"{side}, {seen.ec_level}",
            *(f"{b:.2f}" for b in blurs),
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How much blur the codes of labels stand.")
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--product", default="kho-ca-loc")
    parser.add_argument("--stocks", help="names, with commas; else the usual ones")
    asked = parser.parse_args()
    found = load(asked.root).catalogue
    if found is None:
        raise SystemExit(f"no catalogue in {asked.root}")
    only = asked.stocks.split(",") if asked.stocks else [name for name, _ in STOCKS]
    wanted = {name: design for name, design in STOCKS if name in only}
    heads = ("giấy · stock", "mẫu · design", "ô · module, mm", "ô mỗi cạnh, mức · side, level")
    print("| " + " | ".join((*heads, *(f"{name}, σ mm" for name in readers()))) + " |")
    print("|---|---|---:|---|" + "---:|" * len(readers()))
    for row in rows(found, asked.product, asked.root, wanted):
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
