"""A brochure's photos as each flavour has them: inks for the press, RGB elsewhere.

A photo is never enlarged. Where it has fewer pixels than the place asks for, its own are embedded:
whoever measures the PDF measures the photo.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.engine import Folders, Values
from generator.engine.store import Store
from generator.press.finishing.cut_photos import CutPhotos, cut_folder, is_kept, store_of

if TYPE_CHECKING:
    from PIL import Image

    from generator.press.typesetter import Flavour

SCREEN_DPI = 110
COARSEST_SHARE = 1 / 4
"""Of the resolution that a format asks for, 75 of 300 dots an inch: less can't be printed."""
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
    folders: Folders,
    flavours: Sequence[Flavour],
    profile: bytes,
    dpi: int,
    *,
    tidied: bool = True,
) -> Iterator[tuple[Flavour, Mapping[str, bytes]]]:
    """The JPEG files by their names, for one flavour after the other; each photo is cut once.

    Raises PhotoError.
    """
    inks = hashlib.blake2b(profile, digest_size=8).hexdigest()
    made = {each: (each, str(dpi), inks if each == "press" else "") for each in flavours}
    with cut_folder(folders.cache, tidied=tidied) as folder:
        stores: dict[Flavour, dict[str, Store]] = {each: {} for each in flavours}
        for photo in photos:
            for flavour in flavours:
                stores[flavour][photo["name"]] = store_of(folder, photo, made[flavour])
            own = {each: stores[each][photo["name"]] for each in flavours}
            missing = {each: store for each, store in own.items() if not is_kept(store)}
            if missing:
                made_now = _cut(photo, folders.content, tuple(missing), profile, dpi)
                for store, jpeg in zip(missing.values(), made_now, strict=True):
                    store.write(jpeg)
        for flavour in flavours:
            yield flavour, CutPhotos(stores[flavour])


def _cut(
    photo: Values, content: Path, flavours: Sequence[Flavour], profile: bytes, dpi: int
) -> Sequence[bytes]:
    """The photo's JPEG file of each of those flavours. Raises PhotoError."""
    from generator.pictures.imaging import PAPER, WHITE
    from generator.pictures.photos import cropped

    file = content / "media" / photo["file"]
    ground = WHITE if photo.get("on_white") else PAPER
    image = cropped(file, photo["width"], photo["height"], photo["focus"], ground)
    return [_jpeg(image, each, profile, dpi) for each in flavours]


def _jpeg(image: Image.Image, flavour: Flavour, profile: bytes, dpi: int) -> bytes:
    from generator.pictures.imaging import SCALING
    from generator.pictures.inks import cmyk_jpeg, separated
    from generator.pictures.photos import jpeg_bytes

    match flavour:
        case "press":
            return cmyk_jpeg(separated(image, profile), dpi)
        case "office":
            return jpeg_bytes(image, _QUALITY, dpi)
        case "screen":
            share = min(1, SCREEN_DPI / dpi)
            width, height = (max(1, round(side * share)) for side in image.size)
            return jpeg_bytes(image.resize((width, height), SCALING), _SCREEN_QUALITY, SCREEN_DPI)
