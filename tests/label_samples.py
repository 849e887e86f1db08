"""Runs of labels for tests: made and proven from the small catalogue of `press_samples`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date
from math import hypot

import pypdfium2
from press_samples import THEME, catalogue, product

from generator.catalogue.model import Catalogue
from generator.press import (
    labels,
    proof,
)
from generator.press.run import Run
from generator.press.stocks import Stock, measures, shipped
from generator.press.typesetter import Flavour
from generator.theme import press_words, typst_templates

DAY = date(2026, 11, 24)
FULL: Mapping[str, object] = {
    "gtin": "9521234500056",
    "group": 8,
    "ingredients": "Cá lóc 92 %, muối, đường, tỏi, ớt, tiêu",
    "allergens": "Có cá",
    "directions": "Nướng than hoặc chiên vừa lửa đến khi vàng hai mặt",
    "storage": "Giữ ngăn mát 0–5 °C",
    "warnings": "Có thể còn sót xương nhỏ",
    "shelf_life": "6 tháng kể từ ngày sản xuất",
    "standards": ("TCCS 01:2026/MẪU",),
    "certificate": {
        "stars": 4,
        "decided_on": "2026-01-15",
        "issued_by": "UBND tỉnh Tây Ninh",
        "legal_basis": "148/QĐ-TTg",
    },
}
LONG_LOT = "L260901-XUONG-2-CA-3"
"""Twenty characters, the most that GS1 allows."""
CODES_ALONE = {"a4-36x17", "a4-46x21", "nhiet-35x22x2", "nhiet-35x22x3"}
"""Stocks on which no stamp has room."""


@functools.cache
def words() -> Mapping[str, str]:
    return press_words(THEME, "vi")


@functools.cache
def templates() -> Mapping[str, bytes]:
    return typst_templates(THEME)


def full(**facts: object) -> Catalogue:
    """A dried fish of which everything is known that a label says; `facts` in place of its own."""
    maker = {"address": "Ấp Cây Me", "phone": "0000 000 001"}
    return catalogue(product(1, {**FULL, **facts}), maker=maker)


def run_of(found: Catalogue, stock: str, design: str, **asked: object) -> Run:
    """A run of the catalogue's first product."""
    chosen = shipped()[stock]
    values: dict[str, object] = {"on": DAY, "design": design, "dpi": chosen.dpi[0], **asked}
    return Run(found.products[0], chosen, **values)  # type: ignore[arg-type]


def printed(found: Catalogue, run: Run, flavour: Flavour = "press") -> tuple[bytes, proof.Sheet]:
    """The run's PDF and its proof. Raises PressError."""
    values = labels.drawn(labels.values_of(found, run, words()))
    pdf = labels.print_labels(templates(), values, flavour)
    return pdf, proof.prove({"labels.pdf": pdf}, values)[0]


def letters_of(pdf: bytes, page: int = 0) -> list[tuple[str, float, float, float, float]]:
    """Every visible letter with its left, top, right and bottom in millimetres of the page."""
    sheet = pypdfium2.PdfDocument(pdf)[page]
    left, _, _, top = sheet.get_trimbox()
    text = sheet.get_textpage()
    found = []
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter.strip() and letter.isprintable():
            x0, y0, x1, y1 = text.get_charbox(index)
            mm = 25.4 / 72
            found.append(
                (letter, (x0 - left) * mm, (top - y1) * mm, (x1 - left) * mm, (top - y0) * mm)
            )
    return found


def assert_inside(pdf: bytes, stock: Stock) -> None:
    """Every letter lies within its label, clear of what stays free of print."""
    cell = next(stock.cells())
    inset_x, inset_y = measures(stock.inset)
    for letter, left, top, right, bottom in letters_of(pdf):
        if stock.round:
            middle = cell.left + cell.width / 2, cell.top + cell.height / 2
            far = max(
                hypot(x - middle[0], y - middle[1]) for x in (left, right) for y in (top, bottom)
            )
            assert far <= cell.width / 2, letter
            continue
        assert left >= cell.left + inset_x - 0.2, letter
        assert right <= cell.left + cell.width - inset_x + 0.2, letter
        assert top >= cell.top + inset_y - 0.7, letter
        # Letters hang below their line: 1.2 mm on the largest labels, whose margins are 7 mm.
        assert bottom <= cell.top + cell.height - inset_y + 1.2, letter
