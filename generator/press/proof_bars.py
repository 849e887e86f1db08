"""The bars' part of the proof: how high an EAN stands on the first label.

Scanners at a till read bars from any side as long as they have their height; lower ones have to be
turned the right way.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

NOMINAL_MODULES = 69.24
"""The height of long bars: 22.85 mm at a module of 0.33 mm (GS1 General Specifications)."""
FULL = 0.97
"""Of that height: what counts as full."""
_MODULES = {13: 95, 8: 67}


@dataclass(frozen=True, slots=True)
class MeasuredBars:
    """The digits, how high the long bars are, and that in parts of what the standard has."""

    digits: str
    height_mm: float
    height_share: float

    @property
    def full(self) -> bool:
        """Whether they have the standard's height."""
        return self.height_share >= FULL


def first_bar(digits: str, left: float, right: float) -> tuple[float, float]:
    """From where to where the first long bar and the space around it reach."""
    module = (right - left) / _MODULES[len(digits)]
    return left - module, left + 1.5 * module


def measured_bars(
    digits: str, strip: Image.Image, per_mm: float, seen: float, width: float
) -> MeasuredBars:
    """Measure the first bar on a strip of the label that has `per_mm` pixels a millimetre.

    `seen` is how far down the bars were read, `width` that of all, in millimetres.
    """
    grey = strip.convert("L")
    row = min(max(0, round(seen * per_mm)), grey.height - 1)
    tones = grey.crop((0, row, grey.width, row + 1)).tobytes()
    darkest = tones.index(min(tones))
    column = grey.crop((darkest, 0, darkest + 1, grey.height)).tobytes()
    dark = (min(tones) + 255) / 2
    top = bottom = row
    while top > 0 and column[top - 1] < dark:
        top -= 1
    while bottom + 1 < len(column) and column[bottom + 1] < dark:
        bottom += 1
    height = (bottom + 1 - top) / per_mm
    module = width / _MODULES[len(digits)]
    return MeasuredBars(digits, round(height, 2), round(height / (NOMINAL_MODULES * module), 2))
