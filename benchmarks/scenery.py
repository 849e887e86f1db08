"""Invented photographs: soft light, rounded shapes, texture at every scale, and a sensor's grain.

Cameras' pictures compress as they do because of texture and grain; flat drawings would make every
encoder look fast and good.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 2400, 1800
LIGHTEST, HEAVIEST = 500_000, 900_000
"""Bytes that a photo may have."""
Pixels = NDArray[np.float32]


def write(path: Path, number: int) -> None:
    """Write the `number`th photo as JPEG."""
    path.write_bytes(photo(number))


def photo(number: int) -> bytes:
    """JPEG of WIDTH×HEIGHT pixels between LIGHTEST and HEAVIEST bytes; always the same one."""
    chance = np.random.default_rng([2026, number])
    picture = _grained(_with_things(_backdrop(chance), chance), chance)
    wanted = int(chance.integers(LIGHTEST + 60_000, HEAVIEST - 60_000))
    return _encoded(picture, wanted)


def _backdrop(chance: np.random.Generator) -> Image.Image:
    """Light from above, and noise whose amplitude falls as it gets finer."""
    top, bottom = chance.uniform(60, 220, (2, 3))
    height = np.linspace(0, 1, HEIGHT, dtype=np.float32)[:, None, None]
    pixels: Pixels = (top + (bottom - top) * height).astype(np.float32)
    pixels = np.repeat(pixels, WIDTH, axis=1)
    for octave in range(9):
        grid = chance.integers(0, 256, (3 << octave, 4 << octave), dtype=np.uint8)
        cloud = Image.fromarray(grid).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
        weight = 0.6 / 1.6**octave
        pixels += (np.asarray(cloud, np.float32)[..., None] - 127) * weight
    return _image(pixels)


def _with_things(picture: Image.Image, chance: np.random.Generator) -> Image.Image:
    """A few large things with a lit side, and heaps of small ones as of grain, leaves or straw."""
    draw = ImageDraw.Draw(picture)
    for _ in range(int(chance.integers(3, 7))):
        _thing(draw, chance)
    for _ in range(int(chance.integers(1, 5))):
        _heap(draw, chance)
    return picture.filter(ImageFilter.GaussianBlur(1))


def _thing(draw: ImageDraw.ImageDraw, chance: np.random.Generator) -> None:
    x, y = chance.uniform((200, 400), (WIDTH - 200, HEIGHT - 100))
    across, down = chance.uniform(70, (380, 300))
    colour = chance.integers(30, 225, 3)
    shape = draw.ellipse if chance.random() < 0.6 else draw.rectangle
    for step in range(12):
        inset = 1 - step / 16
        box = (x - across * inset, y - down, x + across * inset, y + down * inset)
        shape(box, fill=_tint(colour, 0.8 + 0.04 * step))


def _heap(draw: ImageDraw.ImageDraw, chance: np.random.Generator) -> None:
    middle = chance.uniform((300, 700), (WIDTH - 300, HEIGHT - 200))
    spread = chance.uniform(120, (500, 260))
    length, thick = chance.uniform(10, 60), int(chance.integers(3, 9))
    colour = chance.integers(40, 215, 3)
    count = int(spread.prod() / length / thick * 4)
    ends = chance.normal(middle, spread, (count, 2))
    turns = chance.uniform(0, np.pi, count)
    shades = chance.uniform(0.6, 1.25, count)
    for (x, y), turn, shade in zip(ends, turns, shades, strict=True):
        to = (x + length * np.cos(turn), y + length * np.sin(turn))
        draw.line(((x, y), to), fill=_tint(colour, shade), width=thick)


def _tint(colour: NDArray[np.int64], light: float) -> tuple[int, int, int]:
    red, green, blue = (int(min(255, part * light)) for part in colour)
    return red, green, blue


def _grained(picture: Image.Image, chance: np.random.Generator) -> Image.Image:
    grain = chance.standard_normal((HEIGHT, WIDTH, 1), dtype=np.float32) * 2
    specks = chance.standard_normal((HEIGHT, WIDTH, 3), dtype=np.float32)
    return _image(np.asarray(picture, np.float32) + grain + specks)


def _image(pixels: Pixels) -> Image.Image:
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _encoded(picture: Image.Image, wanted: int) -> bytes:
    """The JPEG whose size comes closest to the wanted one, by halving the range of qualities."""
    low, high, found = 30, 97, list[bytes]()
    while low <= high:
        quality = (low + high) // 2
        out = BytesIO()
        picture.save(out, "JPEG", quality=quality)
        found.append(out.getvalue())
        if out.tell() < wanted:
            low = quality + 1
        else:
            high = quality - 1
    return min(found, key=lambda content: abs(len(content) - wanted))
