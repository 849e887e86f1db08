"""The pictures of brand labels as each flavour has them: logo and photo, looked at and cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.engine import Folders, Values
from generator.press.brand import (
    LEAST_DPI,
    LOGO,
    PHOTO,
    logo_box,
    look_at,
    photo_size,
    with_logo,
)
from generator.press.finishing.flavoured_photos import dots_an_inch, flavoured, pixels
from generator.press.finishing.print_profile import of_file
from generator.press.label_values import BrandValues, SheetValues
from generator.press.logos import Logo
from generator.press.stocks import Stock
from generator.press.typesetter import FLAVOURS, Flavour

_QUALITY = 95
Pictures = Mapping[Flavour, Mapping[str, bytes]]
"""JPEG files by the names that templates have for them, for each flavour."""


def pictured(
    values: SheetValues,
    stock: Stock,
    content: Path,
    profile: str | None,
    photos: Mapping[str, tuple[int, int]],
) -> tuple[SheetValues, Pictures]:
    """The values with their logo drawn, and the pictures that they name. Raises PhotoError.

    `profile` is the printing house's, below content/; without one ours. `photos` are upright sizes
    in pixels by file name. A picture that isn't there is left out: that has been told.
    """
    brand = values["brand"]
    if brand is None:
        return values, {}
    logo_file = brand["logo"]["file"] if brand["logo"] else None
    logo = look_at(content, logo_file, "", ()) if logo_file else None
    found = logo if isinstance(logo, Logo) else None
    told: BrandValues = with_logo(brand, found) if found else {**brand, "logo": None}
    inks = of_file(content, profile).content
    found_photos = [*_photo(told, stock, photos)]
    # Without a cache what is cut is there only as long as it is asked for here.
    files = flavoured(found_photos, Folders(content, ()), FLAVOURS, inks, LEAST_DPI)
    cut: Pictures = {flavour: dict(pictures) for flavour, pictures in files}
    if logo_file and found and not found.drawn:
        size = pixels(
            (round(found.width), round(found.height)), found.within(*logo_box(stock)), LEAST_DPI
        )
        logos = _logo(content / "media" / logo_file, size, inks)
        cut = {flavour: {**each, LOGO: logos[flavour]} for flavour, each in cut.items()}
    return {**values, "brand": told}, cut


def _photo(
    brand: BrandValues, stock: Stock, photos: Mapping[str, tuple[int, int]]
) -> Iterator[Values]:
    """What to cut of the photo, if there is one: its pixels, and where the subject is.

    A full label does without one that is too coarse.
    """
    photo = brand["photo"]
    if photo is None or photo["file"] not in photos:
        return
    own, size = photos[photo["file"]], photo_size(stock, cut=brand["cut"])
    if not brand["cut"] and dots_an_inch(own, size) < LEAST_DPI:
        return
    width, height = pixels(own, size, LEAST_DPI)
    said = {"name": PHOTO, "file": photo["file"], "focus": photo["focus"]}
    yield {**said, "width": width, "height": height}


def _logo(file: Path, size: tuple[int, int], inks: bytes) -> Mapping[Flavour, bytes]:
    """A logo of pixels on paper white, whatever shines through it."""
    from PIL import Image

    from generator.pictures.inks import cmyk_jpeg, separated
    from generator.pictures.photos import jpeg_bytes

    with Image.open(file) as picture:
        own = picture.convert("RGBA")
    paper = Image.new("RGBA", own.size, "white")
    flat = Image.alpha_composite(paper, own).convert("RGB")
    flat = flat.resize(size, Image.Resampling.LANCZOS)
    return {
        "press": cmyk_jpeg(separated(flat, inks), LEAST_DPI),
        "office": jpeg_bytes(flat, _QUALITY, LEAST_DPI),
    }
