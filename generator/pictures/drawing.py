"""Flat shapes for share cards: the site's mark, stars, and the plain in flood season.

Shapes are polygons in the units of their own small canvas, painted through a mask drawn four times
as large, since Pillow's own polygons have hard edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, pi, sin

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
Point = tuple[float, float]

INK: Colour = (29, 43, 42)
SOFT: Colour = (90, 103, 100)
WATER: Colour = (14, 79, 74)
STRAW: Colour = (201, 138, 18)
LOTUS: Colour = (184, 52, 95)
_PALE_LOTUS: Colour = (226, 140, 168)

_OVERSAMPLING = 4


def paint(
    image: Image.Image, colour: Colour, shapes: Iterable[Sequence[Point]], at: Point, unit: float
) -> None:
    """Fill polygons, given in units of `unit` pixels from the point `at`."""
    placed = [[(at[0] + x * unit, at[1] + y * unit) for x, y in shape] for shape in shapes]
    left = int(min(x for shape in placed for x, _ in shape)) - 1
    top = int(min(y for shape in placed for _, y in shape)) - 1
    right = int(max(x for shape in placed for x, _ in shape)) + 2
    bottom = int(max(y for shape in placed for _, y in shape)) + 2
    size = (right - left, bottom - top)
    mask = Image.new("L", (size[0] * _OVERSAMPLING, size[1] * _OVERSAMPLING), 0)
    pen = ImageDraw.Draw(mask)
    for shape in placed:
        pen.polygon(
            [((x - left) * _OVERSAMPLING, (y - top) * _OVERSAMPLING) for x, y in shape], fill=255
        )
    image.paste(colour, (left, top), mask.resize(size, Image.Resampling.BOX))


def star(centre: Point = (0.5, 0.5), radius: float = 0.5) -> list[Point]:
    """A five-pointed star, one point up, in a unit square."""
    turns = [(radius if n % 2 == 0 else radius * 0.44, pi * n / 5) for n in range(10)]
    return [(centre[0] + r * sin(turn), centre[1] - r * cos(turn)) for r, turn in turns]


def pill(width: float, height: float) -> list[Point]:
    """A rectangle with round ends."""
    radius = height / 2
    turns = [pi * n / 24 - pi / 2 for n in range(25)]
    right = [(width - radius + radius * cos(t), radius + radius * sin(t)) for t in turns]
    return right + [(radius - radius * cos(t), radius - radius * sin(t)) for t in turns]


def mark(image: Image.Image, at: Point, side: float) -> None:
    """The site's mark: a lotus over two waves, in a square of `side` pixels."""
    unit = side / 32
    paint(image, _PALE_LOTUS, [_petal(16, 16, -0.9), _petal(16, 16, 0.9)], at, unit)
    paint(image, LOTUS, [_petal(16, 16, 0.0)], at, unit)
    paint(image, STRAW, [wave(3, 29, 20, 1.7, 13, 2.4)], at, unit)
    paint(image, WATER, [wave(3, 29, 26, 1.7, 13, 2.4)], at, unit)


def wave(
    left: float, right: float, y: float, height: float, length: float, thickness: float
) -> list[Point]:
    """A band that swings `height` above and below `y`, one swing each `length`."""
    steps = [left + (right - left) * n / 60 for n in range(61)]
    crest = [(x, y - height * sin(2 * pi * (x - left) / length)) for x in steps]
    upper = [(x, v - thickness / 2) for x, v in crest]
    return upper + [(x, v + thickness / 2) for x, v in reversed(crest)]


def _petal(x: float, y: float, lean: float) -> list[Point]:
    """A pointed leaf 13 units long that stands on (x, y), leaning by `lean` radians."""
    length, breadth = 13.0, 3.6
    heights = [n / 16 for n in range(17)]
    side = [(breadth * sin(pi * h**0.8) * (1 - 0.25 * h), h * length) for h in heights]
    leaf = side + [(-across, along) for across, along in reversed(side)]
    return [(x + a * cos(lean) + b * sin(lean), y + a * sin(lean) - b * cos(lean)) for a, b in leaf]


def landscape(width: int, height: int) -> Image.Image:
    """The plain in flood season, for want of a photo: low sun, melaleuca, water to the horizon."""
    horizon = int(height * 0.56)
    sky = [(244, 190, 106), (250, 219, 163), (253, 240, 214)]
    water = [(196, 215, 190), (97, 163, 150), (20, 92, 86)]
    image = Image.new("RGB", (width, height))
    image.paste(_gradient(width, horizon, sky), (0, 0))
    image.paste(_gradient(width, height - horizon, water), (0, horizon))
    sun = (width * 0.66, horizon - height * 0.14)
    for radius, colour in ((0.105, (254, 236, 190)), (0.08, (255, 246, 220))):
        paint(image, colour, [_disc(1.0)], sun, height * radius)
    _trees(image, horizon)
    _glitter(image, horizon, sun[0])
    _lotuses(image)
    return image


def _gradient(width: int, height: int, stops: Sequence[Colour]) -> Image.Image:
    column = Image.new("RGB", (1, len(stops)))
    column.putdata(list(stops))
    return column.resize((width, height), Image.Resampling.BICUBIC)


def _disc(radius: float) -> list[Point]:
    return [(radius * cos(pi * n / 36), radius * sin(pi * n / 36)) for n in range(72)]


def _trees(image: Image.Image, horizon: int) -> None:
    """A low, uneven line of crowns on the horizon, and its reflection."""
    unit = image.height / 100
    steps = [n * image.width / unit / 240 for n in range(241)]
    crowns = [1.7 + 0.8 * abs(sin(x * 0.9)) + 0.7 * abs(sin(x * 0.37 + 1)) for x in steps]
    far = [(x, -c * 0.8 - 0.7) for x, c in zip(steps, reversed(crowns), strict=True)]
    near = [(x, -c) for x, c in zip(steps, crowns, strict=True)]
    ground = [(steps[-1], 0.4), (0.0, 0.4)]
    paint(image, (150, 178, 140), [far + ground], (0, horizon), unit)
    paint(image, (88, 138, 110), [near + ground], (0, horizon), unit)
    mirrored = [(x, c * 0.55) for x, c in zip(steps, crowns, strict=True)]
    paint(image, (142, 184, 160), [[(0.0, 0.3), *mirrored, (steps[-1], 0.3)]], (0, horizon), unit)


def _glitter(image: Image.Image, horizon: int, sun: float) -> None:
    """Strokes of light on the water, longer and further apart towards the beholder."""
    unit = image.height / 100
    depth = (image.height - horizon) / unit
    for n in range(11):
        y = depth * (0.1 + 0.85 * (n / 11) ** 1.6)
        length = 3 + 9 * (n / 11) + 4 * abs(sin(n * 2.1))
        x = sun / unit + 9 * sin(n * 1.9) * (0.4 + n / 11) - length / 2
        stroke = [(px, py * 0.8) for px, py in pill(length, 0.9)]
        paint(image, (240, 232, 200), [stroke], (x * unit, horizon + y * unit), unit)


def _lotuses(image: Image.Image) -> None:
    """Leaves and three flowers in the foreground."""
    unit = image.height / 100
    leaf = [(x, y * 0.3) for x, y in _disc(9.0)]
    for x, y, size in ((6, 97, 1.3), (27, 95, 1.0), (46, 99, 1.2), (16, 90, 0.7)):
        paint(image, (44, 118, 92), [leaf], (x * unit, y * unit), unit * size)
        paint(image, (66, 143, 108), [leaf], (x * unit, (y - 0.9) * unit), unit * size * 0.94)
    for x, y, size in ((12, 88, 0.95), (33, 93, 0.7)):
        at, scale = (x * unit, y * unit), unit * size
        paint(image, (217, 120, 152), [_petal(0, 0, lean) for lean in (-1.15, 1.15)], at, scale)
        paint(image, (232, 152, 178), [_petal(0, 0, lean) for lean in (-0.6, 0.6)], at, scale)
        paint(image, (245, 190, 206), [_petal(0, 0, 0.0)], at, scale)
