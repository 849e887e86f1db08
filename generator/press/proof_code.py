"""The code's part of the proof: the first label's code, measured on a close rendering.

What was read at the printer's resolution says where to look; sizes are told at 1200 dpi.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Any

from PIL import Image

from generator.engine import Values
from generator.press.proof_bars import MeasuredBars, first_bar, measured_bars

QUIET_MODULES = 4
CLOSE = 1200
"""Dots an inch of the close rendering."""
_LIGHT = 0.9
MM = 25.4

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in millimetres of the page."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One code as the first label shows it; all lengths in millimetres.

    `dot_error` is how far its module misses whole dots, in dots; `bars` are those of the EAN.
    `dark` and `light` are its colours as the file asks for them and a screen shows them: how they
    come out on paper, only print can tell.
    """

    address: str
    modules: int
    level: str
    module_mm: float
    quiet_zone_modules: float
    dark: str
    light: str
    dots_per_module: float
    dot_error: float
    bars: MeasuredBars | None


def trimmed(
    page: Any,  # noqa: ANN401
    scale: float,
    box: Box | None = None,
    *,
    grey: bool = True,
) -> Image.Image:
    """The page (or a part of it), without what is cut off."""
    left, bottom, right, top = page.get_trimbox()
    width, height = page.get_size()
    cut = [left, bottom, width - right, height - top]
    if box:
        mm = 72 / MM
        cut = [
            left + box[0] * mm,
            bottom + (top - bottom) - box[3] * mm,
            width - left - box[2] * mm,
            height - top + box[1] * mm,
        ]
    picture: Image.Image = page.render(
        scale=scale, crop=tuple(max(0.0, each) for each in cut), grayscale=grey
    ).to_pil()
    return picture


def measure(page: Any, label: Box, seen: dict[str, Any], values: Values) -> Measured:  # noqa: ANN401
    """Measure the first label's code, `seen` at the printer's resolution, on a close rendering."""
    address, side = values["urls"][0], int(values["codes"][0]["side"])
    dots_per_mm = 1 / values["stock"]["dot"]
    code = seen[address]
    near = _surroundings(code.position, side, dots_per_mm, label)
    picture = trimmed(page, CLOSE / 72, near)
    dark = _dark_box(picture, _nearer(code.position, dots_per_mm, label, near))
    module = (dark[2] - dark[0]) / side
    dots = module / CLOSE * MM * dots_per_mm
    dark_mm = tuple(edge / CLOSE * MM + near[index % 2] for index, edge in enumerate(dark))
    dark_colour, light_colour = _colours(page, dark_mm, module / CLOSE * MM)
    return Measured(
        address=address,
        modules=side,
        level=code.ec_level,
        module_mm=round(module / CLOSE * MM, 3),
        quiet_zone_modules=_quiet_zone(picture, dark, module, (dark_mm, label), values),
        dark=dark_colour,
        light=light_colour,
        dots_per_module=round(dots, 2),
        dot_error=round(abs(dots - round(dots)), 3),
        bars=_bars(page, label, seen, dots_per_mm),
    )


def _colours(page: Any, dark_mm: tuple[float, ...], module_mm: float) -> tuple[str, str]:  # noqa: ANN401
    """The colours of the code's first mark: that of its middle, and that of the ring around it.

    Only the middle row of the mark is drawn in colour.
    """
    left, top = dark_mm[0], dark_mm[1] + 3 * module_mm
    row = trimmed(
        page, CLOSE / 72, (left, top, left + 4 * module_mm, top + module_mm), grey=False
    ).convert("RGB")
    found = (row.getpixel((round(row.width * at / 4), row.height // 2)) for at in (3.5, 1.5))
    one, other = ("#" + bytes(each).hex() for each in found)  # type: ignore[arg-type]  # RGB
    return one, other


def tone(colour: str) -> float:
    """How light a colour is, 0 to 1."""
    red, green, blue = bytes.fromhex(colour[1:])
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def _bars(page: Any, label: Box, seen: dict[str, Any], dots_per_mm: float) -> MeasuredBars | None:  # noqa: ANN401
    """The EAN among what was `seen`, measured on a close rendering of its first long bar."""
    digits = next((text for text in seen if text.isdigit()), None)
    if digits is None:
        return None
    at = seen[digits].position
    left, right = (label[0] + each.x / dots_per_mm for each in (at.top_left, at.top_right))
    strip = first_bar(digits, left, right)
    picture = trimmed(page, CLOSE / 72, (strip[0], label[1], strip[1], label[3]))
    middle = (at.top_left.y + at.bottom_left.y) / 2
    return measured_bars(digits, picture, CLOSE / MM, middle / dots_per_mm, right - left)


def _surroundings(position: Any, side: int, dots_per_mm: float, label: Box) -> Box:  # noqa: ANN401
    """The code with six modules around it, as far as the label goes, in millimetres of the page."""
    left, top = position.top_left.x / dots_per_mm, position.top_left.y / dots_per_mm
    right, bottom = position.bottom_right.x / dots_per_mm, position.bottom_right.y / dots_per_mm
    margin = 6 * (right - left) / side
    return (
        label[0] + max(0.0, left - margin),
        label[1] + max(0.0, top - margin),
        min(label[2], label[0] + right + margin),
        min(label[3], label[1] + bottom + margin),
    )


def _nearer(position: Any, dots_per_mm: float, label: Box, near: Box) -> tuple[int, ...]:  # noqa: ANN401
    """Where the close rendering of `near` has the code that was read at `position` of its label."""
    at = [position.top_left, position.top_right, position.bottom_left, position.bottom_right]
    xs, ys = [point.x for point in at], [point.y for point in at]
    return tuple(
        round((edge / dots_per_mm + label[index % 2] - near[index % 2]) * CLOSE / MM)
        for index, edge in enumerate((min(xs), min(ys), max(xs), max(ys)))
    )


def _dark_box(picture: Image.Image, seen: tuple[int, ...]) -> tuple[int, int, int, int]:
    """The code's dark part in pixels: where ZXing saw it, to the last dark column and row."""
    margin = round((seen[2] - seen[0]) / 40)
    left, top = max(0, seen[0] - margin), max(0, seen[1] - margin)
    part = picture.crop((left, top, seen[2] + margin, seen[3] + margin))
    darkest, lightest = part.getextrema()
    middle = (float(darkest) + float(lightest)) / 2  # type: ignore[arg-type]  # one band
    inside = part.point(lambda tone: 255 if tone < middle else 0).getbbox()
    if inside is None:
        return left, top, seen[2], seen[3]
    return left + inside[0], top + inside[1], left + inside[2], top + inside[3]


def _quiet_zone(
    picture: Image.Image,
    dark: tuple[int, int, int, int],
    module: float,
    places: tuple[tuple[float, ...], Box],
    values: Values,
) -> float:
    """Light modules around the code, not beyond the label's edge; as many as needed are enough.

    `places` are the code's dark part and the label, in millimetres of the page.
    """
    for modules in (4, 3.5, 3, 2.5, 2, 1.5, 1, 0.5):
        far = round(modules * module) - 1
        box = (dark[0] - far, dark[1] - far, dark[2] + far, dark[3] + far)
        reach = modules * module / CLOSE * MM - 0.05
        if _on_label(reach, *places, values) and _light_around(picture, dark, box):
            return float(modules)
    return 0.0


def _on_label(reach: float, dark: tuple[float, ...], label: Box, values: Values) -> bool:
    """Whether the code with that much around it lies on the label, round or not."""
    left, top, right, bottom = dark[0] - reach, dark[1] - reach, dark[2] + reach, dark[3] + reach
    if values["stock"]["round"]:
        middle = (label[0] + label[2]) / 2, (label[1] + label[3]) / 2
        corners = ((x, y) for x in (left, right) for y in (top, bottom))
        radius = (label[2] - label[0]) / 2
        return all(hypot(x - middle[0], y - middle[1]) <= radius for x, y in corners)
    return left >= label[0] and top >= label[1] and right <= label[2] and bottom <= label[3]


def _light_around(
    picture: Image.Image, dark: tuple[int, int, int, int], box: tuple[int, int, int, int]
) -> bool:
    strips = (
        (box[0], box[1], box[2], dark[1] - 1),
        (box[0], dark[3] + 1, box[2], box[3]),
        (box[0], box[1], dark[0] - 1, box[3]),
        (dark[2] + 1, box[1], box[2], box[3]),
    )
    for left, top, right, bottom in strips:
        strip = (max(0, left), max(0, top), min(picture.width, right), min(picture.height, bottom))
        if strip[2] > strip[0] and strip[3] > strip[1]:
            lowest = picture.crop(strip).getextrema()[0]
            if float(lowest) < _LIGHT * 255:  # type: ignore[arg-type]  # one band
                return False
    return True
