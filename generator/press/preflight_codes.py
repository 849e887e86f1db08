"""The codes of a book, read from the drawings in its PDF: to render all pages takes minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image, ImageDraw

if TYPE_CHECKING:
    import pikepdf

_DOT, _QUIET = 4, 4
"""Pixels of a module, and modules of the blank edge."""
_LEAST, _MOST = 21, 177
"""Modules a side that a QR code may have."""
_RUN = re.compile(rb"(\d+) (\d+) (\d+) 1 re")
_ONLY_RUNS = re.compile(rb"[\d. ]+ k\s+(?:\d+ \d+ \d+ 1 re\s+)+f\s*")


def codes_of(document: pikepdf.Pdf) -> Iterator[str]:
    """Yield what each drawing says that is a code: runs of dark modules in a square and no more.

    Each is read once, wherever it stands; whether anything lies over it is not seen here.
    """
    seen: set[tuple[int, int]] = set()
    for page in document.pages:
        for drawing in page.resources.get("/XObject", {}).values():
            if drawing.get("/Subtype") != "/Form" or drawing.objgen in seen:
                continue
            seen.add(drawing.objgen)
            *_, width, height = (float(each) for each in drawing.BBox)
            if width == height and _LEAST <= width <= _MOST:
                drawn = drawing.read_bytes()
                if _ONLY_RUNS.fullmatch(drawn):
                    yield from _read(int(width), drawn)


def _read(side: int, drawn: bytes) -> Iterator[str]:
    whole = (side + 2 * _QUIET) * _DOT
    picture = Image.new("L", (whole, whole), 255)
    draw = ImageDraw.Draw(picture)
    for run in _RUN.finditer(drawn):
        x, y, length = (int(each) for each in run.groups())
        left, top = (x + _QUIET) * _DOT, (side - 1 - y + _QUIET) * _DOT
        draw.rectangle((left, top, left + length * _DOT - 1, top + _DOT - 1), fill=0)
    kinds = zxingcpp.barcode_formats_from_str("QRCode")
    yield from (each.text for each in zxingcpp.read_barcodes(picture, formats=kinds))
