"""A brochure's photos as each flavour has them: inks for the press, RGB elsewhere.

A photo is never enlarged. Where it has fewer pixels than the place asks for, its own are embedded:
whoever measures the PDF measures the photo.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.engine import Values

if TYPE_CHECKING:
    from PIL import Image

    from generator.press.typesetter import Flavour

SCREEN_DPI = 110
_QUALITY, _SCREEN_QUALITY = 90, 72
_MM = 25.4


def pixels(photo: tuple[int, int], size: tuple[float, float], dpi: float) -> tuple[int, int]:
    """Pixels to cut from a photo for a place of that size in millimetres."""
    scale = min(dpi, dots_an_inch(photo, size)) / _MM
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def dots_an_inch(photo: tuple[int, int], size: tuple[float, float]) -> float:
    """The photo's own pixels for each inch of a place that it fills, cut as it has to be."""
    return min(have / wanted for have, wanted in zip(photo, size, strict=True)) * _MM


def flavoured(
    photos: Sequence[Values],
    content: Path,
    flavours: Sequence[Flavour],
    profile: bytes,
    dpi: int,
) -> Iterator[tuple[Flavour, Mapping[str, bytes]]]:
    """The JPEG files by their names, for one flavour after the other; each photo is cut once.

    Raises PhotoError.
    """
    from generator.pictures.imaging import PAPER, WHITE
    from generator.pictures.photos import cropped

    cut = {
        each["name"]: cropped(
            content / "media" / each["file"],
            each["width"],
            each["height"],
            each["focus"],
            WHITE if each.get("on_white") else PAPER,
        )
        for each in photos
    }
    for flavour in flavours:
        yield flavour, {name: _jpeg(image, flavour, profile, dpi) for name, image in cut.items()}


def _jpeg(image: Image.Image, flavour: Flavour, profile: bytes, dpi: int) -> bytes:
    from generator.pictures.inks import cmyk_jpeg, separated
    from generator.pictures.photos import jpeg_bytes

    match flavour:
        case "press":
            return cmyk_jpeg(separated(image, profile), dpi)
        case "office":
            return jpeg_bytes(image, _QUALITY, dpi)
