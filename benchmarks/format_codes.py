"""What the codes of printed formats stand: blur, tilt and damage, at their printed size.

    .venv/bin/ocop brochure tent badges poster-a3 … --output DIR
    .venv/bin/python benchmarks/format_codes.py DIR/brochures/catalogue

The first code of each `*.office.pdf` is rendered at 300 dpi with what stands around it, blurred as
a camera out of focus does (Gauss, sigma in millimetres on the paper), turned by 5° and tilted so
that the far edge is a tenth shorter, and spoilt by a blot in its middle. The table says up to which
sigma ZXing and OpenCV read it, whether tilted too at a sigma of 0.2 mm, and how large a blot of its
area may be. A code's neighbours come into the picture, so a quiet zone that lacks is felt.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
import zxingcpp
from blur import Reader, by_opencv, by_zxing, stands
from PIL import Image, ImageDraw, ImageFilter

DPI = 300
PER_MM = DPI / 25.4
BLUR_MM, TURN = 0.2, 5
_AROUND = 8
"""Modules of the sheet around a code."""
_MOST_PIXELS = 60_000_000
READERS: dict[str, Reader] = {"zxing": by_zxing, "opencv": by_opencv}


def first_code(file: Path) -> tuple[Image.Image, Any, float] | None:
    """A picture of the first code with its surroundings, what was read, and pixels a millimetre."""
    for page in pypdfium2.PdfDocument(file):
        width, height = page.get_size()
        scale = min(DPI / 72, (_MOST_PIXELS / (width * height)) ** 0.5)
        sheet = page.render(scale=scale, grayscale=True).to_pil()
        found = _codes(sheet)
        if found:
            return sheet, found[0], scale * 72 / 25.4
    return None


def _codes(sheet: Image.Image) -> list[Any]:
    kind = zxingcpp.barcode_formats_from_str("QRCode")
    found = [*zxingcpp.read_barcodes(sheet, formats=kind)]
    # Those that stand upright come first: one half of a table tent stands on its head.
    return sorted(found, key=lambda each: each.position.top_left.x > each.position.top_right.x)


def tilted(picture: Image.Image) -> Image.Image:
    """The picture turned, and with its upper edge a tenth shorter."""
    side = picture.width
    turned = picture.rotate(TURN, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    source = np.float32([(0, 0), (side, 0), (side, side), (0, side)])
    target = np.float32([(side * 0.05, 0), (side * 0.95, 0), (side, side), (0, side)])
    matrix = cv2.getPerspectiveTransform(source, target)  # type: ignore[call-overload]
    size = turned.width, turned.height
    return Image.fromarray(cv2.warpPerspective(np.array(turned), matrix, size, borderValue=255))


def blotted(picture: Image.Image, share: float, side: float) -> Image.Image:
    """The picture with a white blot in its middle, so much of the code's area."""
    spoilt, half = picture.copy(), side * share**0.5 / 2
    middle = picture.width / 2
    ImageDraw.Draw(spoilt).rectangle(
        (middle - half, middle - half, middle + half, middle + half), 255
    )
    return spoilt


def row_of(file: Path) -> tuple[str, ...]:
    """The row of one file."""
    seen = first_code(file)
    name = file.name.removesuffix(".office.pdf")
    if seen is None:
        return name, "không đọc được mã · no code"
    sheet, code, per_mm = seen
    at, end = code.position.top_left, code.position.bottom_right
    address, side = code.text, end.x - at.x
    modules = modules_of(address, code.ec_level)
    far = round(_AROUND * side / modules)
    picture = sheet.crop((at.x - far, at.y - far, end.x + far, end.y + far))
    blurred = tilted(picture).filter(ImageFilter.GaussianBlur(BLUR_MM * per_mm))
    blots = [
        share for share in range(1, 26) if address in by_zxing(blotted(picture, share / 100, side))
    ]
    most = next((share - 1 for share in range(1, 27) if share not in blots), 25)
    return (
        name,
        f"{side / modules / per_mm:.2f}",
        f"{modules}, {code.ec_level}",
        *(f"{stands(picture, address, per_mm, read):.2f}" for read in READERS.values()),
        *("✓" if address in read(blurred) else "–" for read in READERS.values()),
        f"{most} %",
    )


def modules_of(address: str, level: str) -> int:
    """How many modules a side a code of it has."""
    from generator.pictures import codes

    return len(codes.matrix(address, level))  # type: ignore[arg-type]


def rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """A row for each format in that folder."""
    yield from (row_of(file) for file in sorted(folder.glob("*.office.pdf")))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What the codes of printed formats stand.")
    parser.add_argument("folder", type=Path)
    heads = (
        "ấn phẩm · format",
        "ô · module, mm",
        "ô mỗi cạnh, mức · side, level",
        *(f"{name}, σ mm" for name in READERS),
        *(f"{name}, nghiêng và mờ · tilted and blurred" for name in READERS),
        "vết trắng giữa mã · blot",
    )
    print("| " + " | ".join(heads) + " |")
    print("|---|---:|---|---:|---:|---|---|---:|")
    for row in rows(parser.parse_args().folder):
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
