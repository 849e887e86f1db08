"""QR codes (ISO/IEC 18004) as a matrix, and drawn as SVG, PNG or runs for the typesetter.

An address in upper case is packed in alphanumeric mode, which keeps the code small: 36 signs at
level M fit version 2 (25×25 modules), where mixed case takes version 3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Literal

from generator.engine import (
    Artifact,
    Folders,
    Values,
)

Level = Literal["L", "M", "Q", "H"]
Matrix = tuple[str, ...]
"""Rows of "0" (light) and "1" (dark), without quiet zone."""

QUIET_ZONE = 4
"""Light modules that must surround a code."""
DPI = 600
DOTS_PER_MODULE = 12
MODULE_MM = DOTS_PER_MODULE / DPI * 25.4
"""0.508 mm, a little above the 0.495 mm that GS1 aims at, and whole dots at 300 and 600 dpi."""

_SHORTEST_RUNS = (0, 20, 8)
"""Ways to pack a text: in one mode, or with a mode of its own for runs from so many signs on."""
_ONE_MODE = re.compile(r"(?!.*[0-9]{8})[0-9A-Z $%*+./:-]+")
"""A text without a run worth a mode of its own."""


def matrix(text: str, level: Level = "M") -> Matrix:
    """The smallest code for the text at that level, with the mask of the lowest penalty."""
    # Here, since whoever only speaks of codes can spare what draws them.
    from generator.pictures.codewords import LEVELS, packed
    from generator.pictures.masks import masked

    return masked(packed(text, LEVELS[level], _runs(text)))


def _runs(text: str) -> Sequence[int]:
    """The ways to pack it that may lead to the smallest code."""
    return _SHORTEST_RUNS[:1] if _ONE_MODE.fullmatch(text) else _SHORTEST_RUNS


def strongest(text: str) -> Level:
    """The level that stands most damage among those whose code is no larger than at level M."""
    from generator.pictures.codewords import LEVELS, least_version

    runs = _runs(text)
    least = least_version(text, LEVELS["M"], runs)
    better: tuple[Level, ...] = ("H", "Q")
    return next((each for each in better if least_version(text, LEVELS[each], runs) <= least), "M")


def outline(matrix: Matrix) -> tuple[tuple[int, int, int], ...]:
    """Dark runs as (x, y, length), one module high, in modules from the top left corner."""
    runs: list[tuple[int, int, int]] = []
    for y, row in enumerate(matrix):
        x = 0
        for dark in row.split("0"):
            if dark:
                runs.append((x, y, len(dark)))
            x += len(dark) + 1
    return tuple(runs)


def svg_path(matrix: Matrix) -> str:
    """The code as SVG path data in modules, without quiet zone; fill it, don't stroke it."""
    starts, lines = _pen(len(matrix))
    path: list[str] = []
    place = 0
    for dark in "0".join(matrix).split("0"):
        if dark:
            path += starts[place], lines[dark]
        place += len(dark) + 1
    return "".join(path)


@lru_cache(maxsize=8)
def _pen(side: int) -> tuple[Sequence[str], Mapping[str, str]]:
    """Path data of a run's start, by its place with a gap after each row, and of a run itself."""
    starts = [f"M{x} {y}" for y in range(side) for x in range(side + 1)]
    return starts, {"1" * length: f"h{length}v1h-{length}z" for length in range(1, side + 1)}


_SIGNS = str.maketrans("01", ".#")
"""For modules while numbers are written between them."""


def svg_strokes(matrix: Matrix) -> str:
    """The same as lines along the middle of each row, half as long: stroke them, a module wide.

    Row 0 is drawn at y = 0, so that the drawing begins half a module above. Each line begins as far
    from where the last one ended as it does elsewhere: pages are sent compressed, and steps repeat
    where places don't.
    """
    rows: list[str] = []
    right, below = 0, 0
    for y, row in enumerate(matrix):
        if drawn := row.strip("0"):
            left = row.index("1")
            rows.append(f"m{left - right} {y - below}{drawn.translate(_SIGNS)}")
            right, below = left + len(drawn), y
    path = "".join(rows)
    for length in range(len(matrix), 0, -1):  # all of a length at once
        path = path.replace("#" * length, f"h{length}").replace("." * length, f"m{length} 0")
    return path


def svg(matrix: Matrix, module_mm: float) -> bytes:
    """A drawing of its true size: black on white, the quiet zone included."""
    side = len(matrix) + 2 * QUIET_ZONE
    size = f"{side * module_mm:.3f}mm"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
        f'viewBox="{-QUIET_ZONE} {-QUIET_ZONE} {side} {side}" shape-rendering="crispEdges">'
        f'<rect x="{-QUIET_ZONE}" y="{-QUIET_ZONE}" width="{side}" height="{side}" fill="#fff"/>'
        f'<path fill="#000" d="{svg_path(matrix)}"/></svg>\n'
    ).encode()


def png(matrix: Matrix, dpi: int = DPI, dots_per_module: int = DOTS_PER_MODULE) -> bytes:
    """A picture of one bit a dot for that resolution, the quiet zone included."""
    from PIL import Image

    side = len(matrix) + 2 * QUIET_ZONE
    image = Image.new("1", (side, side), 1)
    for x, y, length in outline(matrix):
        image.paste(
            0, (x + QUIET_ZONE, y + QUIET_ZONE, x + QUIET_ZONE + length, y + QUIET_ZONE + 1)
        )
    dots = side * dots_per_module
    out = BytesIO()
    image.resize((dots, dots), Image.Resampling.NEAREST).save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


def plan(slug: str, source: str, url: str) -> Artifact:
    """qr.svg and qr.png of a product: `url` as printed, `source` its content file."""
    paths = (f"labels/{slug}/qr.svg", f"labels/{slug}/qr.png")
    return Artifact(paths, make_code, {"url": url}, source)


def make_code(values: Values, folders: Folders) -> Sequence[bytes]:  # noqa: ARG001  # a maker's form
    """The code of `url` as SVG and PNG, both with modules of 0.508 mm."""
    found = matrix(values["url"])
    return [svg(found, MODULE_MM), png(found)]
