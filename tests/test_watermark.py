"""The words across a proof are seen whole on every stock."""

from __future__ import annotations

import math

import pypdfium2
import pytest
from label_samples import CODES_ALONE, full, run_of, templates, words

from generator.press import labels
from generator.press.stocks import shipped

_SCALE = 8
MM = 72 / 25.4
_VEIL = range(214, 240)
"""How light the watermark's grey is on a screen; nothing else on a label is so."""


def watermark(stock: str, design: str) -> tuple[str, float]:
    """The slanted letters of the first label, and of the one seen least: how much of its box."""
    found = full()
    values = labels.values_of(found, run_of(found, stock, design, proof=True), words())
    values = labels.drawn({**values, "count": 1})
    page = pypdfium2.PdfDocument(labels.print_labels(templates(), values, "press"))[0]
    text, high = page.get_textpage(), page.get_height()
    cell = next(shipped()[stock].cells())
    first = (cell.left, high / MM - cell.top - cell.height, 0, cell.top)
    x, below, _, y = (math.floor(each * MM * _SCALE) / _SCALE for each in first)
    beside = page.get_width() - math.ceil((cell.left + cell.width) * MM)
    cut = (x, max(below, 0.0), max(beside, 0.0), y)
    picture = page.render(scale=_SCALE, crop=cut, grayscale=True).to_numpy().squeeze()
    veiled = (picture >= _VEIL.start) & (picture < _VEIL.stop)
    said, seen = "", []
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        angle = pypdfium2.raw.FPDFText_GetCharAngle(text, index)
        if letter.strip() and 0.01 < angle < math.tau - 0.01:
            left, bottom, right, top = text.get_charbox(index)
            across = slice(int((left - x) * _SCALE), int((right - x) * _SCALE))
            down = slice(int((high - top - y) * _SCALE), int((high - bottom - y) * _SCALE))
            said += letter
            seen.append(veiled[down, across].mean())
    return said, min(seen, default=0)


@pytest.mark.parametrize("stock", shipped())
def test_the_words_of_a_proof_are_seen_whole(stock: str) -> None:
    said, least = watermark(stock, "code" if stock in CODES_ALONE else "stamp")

    assert said == "BẢNINTHỬ"
    assert least > 0.08


@pytest.mark.parametrize(
    ("stock", "design"),
    [("a4-tron-40", "code"), ("a4-99x68", "label"), ("a6", "brand"), ("a4-a7", "shelf-card")],
)
def test_neither_code_nor_bars_photo_or_water_hides_them(stock: str, design: str) -> None:
    said, least = watermark(stock, design)

    assert said == "BẢNINTHỬ"
    assert least > 0.08
