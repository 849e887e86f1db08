"""How far apart the lines of words on a finished PDF are, from base line to base line."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double
from itertools import groupby
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw

MARKS, TAILS = 1.0, 0.25
"""How far Vietnamese small letters reach above and below their base line, in type sizes."""
_HAIR = 0.02


class Line(NamedTuple):
    """Letters that stand side by side; lengths in points, heights from the page's foot."""

    words: str
    base: float
    left: float
    right: float
    size: float


def lines_on(pdf: bytes, page: int = 0) -> list[Line]:
    """The lines of upright words, those side by side apart."""
    text = pypdfium2.PdfDocument(pdf)[page].get_textpage()
    letters = sorted(_letters(text), key=lambda each: (round(each.base, 1), each.left))
    return [
        line
        for _, level in groupby(letters, lambda each: round(each.base, 1))
        for line in _runs(level)
    ]


def _letters(text: pypdfium2.PdfTextPage) -> Iterator[Line]:
    x, y = c_double(), c_double()
    for index in range(text.count_chars()):
        sign = text.get_text_range(index, 1)
        if sign.strip() and sign.isprintable() and not raw.FPDFText_GetCharAngle(text.raw, index):
            raw.FPDFText_GetCharOrigin(text.raw, index, byref(x), byref(y))
            left, _, right, _ = text.get_charbox(index)
            size = raw.FPDFText_GetFontSize(text.raw, index)
            yield Line(sign, y.value, left, right, size)


def _runs(letters: Iterator[Line]) -> Iterator[Line]:
    """Letters of one height in runs without wide gaps."""
    run: list[Line] = []
    for letter in letters:
        if run and letter.left - run[-1].right > letter.size:
            yield _joined(run)
            run = []
        run.append(letter)
    if run:
        yield _joined(run)


def _joined(run: list[Line]) -> Line:
    size = max(each.size for each in run)
    words = "".join(each.words for each in run)
    return Line(words, run[0].base, run[0].left, max(each.right for each in run), size)


def too_near(pdf: bytes) -> list[tuple[str, str, float]]:
    """Pairs of lines in which marks could meet what hangs down: both, and their leading.

    Of two lines of one size the leading is in type sizes, 1.25 at the least.
    """
    found = []
    lines = lines_on(pdf)
    for upper in lines:
        below = [
            each
            for each in lines
            if each.base < upper.base - 0.5 and each.left < upper.right and upper.left < each.right
        ]
        if not below:
            continue
        lower = max(below, key=lambda each: each.base)
        least = TAILS * upper.size + MARKS * lower.size
        if upper.base - lower.base < least - _HAIR * lower.size:
            leading = (upper.base - lower.base) / max(upper.size, lower.size)
            found.append((upper.words, lower.words, round(leading, 3)))
    return found
