"""How like a picture is to what it means to show: SSIM, and SSIMULACRA2, nearer to what is seen."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from peers import HERE
from PIL import Image

TOOLS = HERE / ".tools" / "judge"
"""Where setup puts SSIMULACRA2; appended, so that Pillow and numpy are those that ocop has."""
Brightness = NDArray[np.float64]
WINDOW = 8
"""Side of the square, in pixels, within which two pictures are compared."""
_STABLE = (0.01 * 255) ** 2, (0.03 * 255) ** 2
"""C1 and C2 of the definition, for brightness from 0 to 255."""


def ssimulacra2(wanted: Image.Image, shown: Image.Image) -> float:
    """The score of the package of that name: 100 for equal ones, from 70 on faults are hard to see.

    It reads files alone.
    """
    if str(TOOLS) not in sys.path:
        sys.path.append(str(TOOLS))
    from ssimulacra2 import compute_ssimulacra2

    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{name}.png") for name in ("wanted", "shown")]
        for picture, file in zip((wanted, shown), files, strict=True):
            picture.save(file, compress_level=0)
        return float(compute_ssimulacra2(*map(str, files)))


def ssim(wanted: Image.Image, shown: Image.Image) -> float:
    """Structural similarity of the brightness of two pictures of one size, 1 for equal ones.

    As in Wang, Bovik, Sheikh and Simoncelli, “Image quality assessment: from error visibility to
    structural similarity” (2004), with the plain mean over a square for the weighted one.
    """
    one, other = (np.asarray(each.convert("L"), np.float64) for each in (wanted, shown))
    mean_one, mean_other = _local_mean(one), _local_mean(other)
    variance_one = _local_mean(one * one) - mean_one**2
    variance_other = _local_mean(other * other) - mean_other**2
    covariance = _local_mean(one * other) - mean_one * mean_other
    c1, c2 = _STABLE
    likeness = (2 * mean_one * mean_other + c1) * (2 * covariance + c2)
    scale = (mean_one**2 + mean_other**2 + c1) * (variance_one + variance_other + c2)
    return float((likeness / scale).mean())


def _local_mean(values: Brightness) -> Brightness:
    """The mean of every WINDOW×WINDOW square that lies within the picture."""
    sums = np.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    w = WINDOW
    total = sums[w:, w:] - sums[:-w, w:] - sums[w:, :-w] + sums[:-w, :-w]
    return np.asarray(total / w**2)
