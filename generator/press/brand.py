"""What brand labels show of their maker: logo, one colour, a photo; and if these can be printed.

A label is as good as its pictures: a photo or a logo of pixels has 300 of them an inch at the size
in which it stands on the paper, or it isn't printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.catalogue.model import Catalogue, Product
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rules_brand import LOGO_MISSING, LOGO_UNUSABLE, PICTURE_COARSE
from generator.catalogue.saying import figure
from generator.press.finishing.flavoured_photos import dots_an_inch
from generator.press.label_values import BrandValues, LogoValues, PhotoValues, SheetValues
from generator.press.logos import Logo, LogoError, read_logo
from generator.press.run import Run
from generator.press.stocks import Stock

BLEED = 2.0
"""Millimetres that a brand label's colour runs over its cut line."""
LEAST_DPI = 300
A6_CM2 = 137
"""A face of 99 × 139 mm: from here on a full label has room for a photo."""
LARGEST_PHOTO = (88.4, 52.0)
"""Millimetres of the largest photo on a full label, as `goods.typ` has it."""
PHOTO, LOGO = "photo.jpg", "logo.jpg"
"""What the template calls the pictures."""
_MM = 25.4


def brand_of(catalogue: Catalogue, run: Run) -> BrandValues | None:
    """Logo, colour and photo of the run's label, as they are named; None for one without any.

    A full label has a photo from A6 on, where its words leave room.
    """
    if not run.drawn_as.branded:
        if not _has_photo(run) or not run.product.photos:
            return None
        return {"cut": False, "colour": None, "logo": None, "photo": _photo_of(run.product)}
    product, maker = run.product, catalogue.producers[run.product.producer]
    file = product.logo or maker.logo
    logo: LogoValues | None = None
    if file:
        alt = f"Logo {maker.name_in('vi')}"
        logo = {"file": file, "name": LOGO, "alt": alt, "width": 1.0, "shapes": []}
    photo = None if run.drawn_as.lawful else _photo_of(product)
    return {"cut": True, "colour": maker.logo_colour, "logo": logo, "photo": photo}


def _photo_of(product: Product) -> PhotoValues | None:
    """The product's first photo."""
    if not product.photos:
        return None
    photo = product.photos[0]
    return {"name": PHOTO, "file": photo.file, "focus": photo.focus, "alt": photo.alt}


def _has_photo(run: Run) -> bool:
    """Whether a full label is large enough for one, and its printer has colours."""
    return run.drawn_as.lawful and run.stock.area >= A6_CM2 and not run.stock.roll


def photo_size(stock: Stock, *, cut: bool) -> tuple[float, float]:
    """The photo's width and height in millimetres, what is cut off included.

    On a label that is cut out it takes the right part of a wide one, the upper part of a high one;
    on others it is as large as it gets there.
    """
    if not cut:
        return LARGEST_PHOTO
    (width, height), bleed = stock.size, BLEED if stock.may_bleed else 0.0
    if width >= height:
        return width * 0.42 + bleed, height + 2 * bleed
    return width + 2 * bleed, height * 0.4 + bleed


def logo_box(stock: Stock) -> tuple[float, float]:
    """The largest width and height of a logo, in millimetres."""
    width, height = stock.size
    return min(width, height) * 0.42, min(width, height) * 0.2


def with_logo(brand: BrandValues, logo: Logo) -> BrandValues:
    """The brand with its logo drawn."""
    told = brand["logo"]
    if told is None:
        return brand
    scale = 1 / logo.height
    shapes = [
        {
            "steps": [
                [each if isinstance(each, str) else round(each * scale, 6) for each in step]
                for step in shape.steps
            ],
            "paper": shape.paper,
            "even_odd": shape.even_odd,
        }
        for shape in logo.shapes
    ]
    drawn: LogoValues = {**told, "width": logo.width * scale, "shapes": shapes}  # type: ignore[typeddict-item]
    return {**brand, "logo": drawn}


def without_pictures(values: SheetValues, pictures: Mapping[str, bytes]) -> SheetValues:
    """The values without the pictures that are not there."""
    brand = values["brand"]
    if brand is None:
        return values
    logo, photo = brand["logo"], brand["photo"]
    kept_logo = logo if logo and (logo["shapes"] or logo["name"] in pictures) else None
    kept_photo = photo if photo and photo["name"] in pictures else None
    return {**values, "brand": {**brand, "logo": kept_logo, "photo": kept_photo}}


def logo_findings(catalogue: Catalogue, content: Path) -> Iterator[Finding]:
    """Yield what is wrong with the logos that the content names."""
    named = [
        *((each.source, each.logo) for each in catalogue.producers.values()),
        *((each.source, each.logo) for each in catalogue.products),
    ]
    for source, logo in named:
        found = look_at(content, logo, source, ("logo",)) if logo else None
        if isinstance(found, Finding):
            yield found


def look_at(content: Path, name: str, source: str, at: KeyPath) -> Logo | Finding:
    """The logo of that name in content/media, or what is wrong with it."""
    media = (content / "media").resolve()
    file = media / name
    if not file.resolve().is_relative_to(media) or not file.is_file():
        return Finding.of(source, at, LOGO_MISSING, found=name)
    try:
        return read_logo(file)
    except LogoError as error:
        return Finding.of(
            source, at, LOGO_UNUSABLE, found=name, reason_vi=error.vi, reason_en=error.en
        )
    except OSError as error:
        why = error.strerror or str(error)
        return Finding.of(source, at, LOGO_UNUSABLE, found=name, reason_vi=why, reason_en=why)


def picture_findings(
    catalogue: Catalogue, run: Run, content: Path, photos: Mapping[str, tuple[int, int]]
) -> Iterator[Finding]:
    """Yield pictures with too few pixels for the label; `photos` are sizes by file name."""
    if not run.drawn_as.branded:
        return
    product, maker = run.product, catalogue.producers[run.product.producer]
    source, name = (product.source, product.logo) if product.logo else (maker.source, maker.logo)
    if name:
        logo = look_at(content, name, source, ("logo",))
        if isinstance(logo, Logo) and not logo.drawn:
            size = logo.within(*logo_box(run.stock))
            pixels = round(logo.width), round(logo.height)
            yield from _coarse(name, pixels, size, source, ("logo",))
    photo = None if run.drawn_as.lawful else _photo_of(product)
    if photo and photo["file"] in photos:
        at: KeyPath = ("photos", 0, "file")
        size = photo_size(run.stock, cut=True)
        yield from _coarse(photo["file"], photos[photo["file"]], size, product.source, at)


def _coarse(
    name: str, pixels: tuple[int, int], size: Sequence[float], source: str, at: KeyPath
) -> Iterator[Finding]:
    width, height = size
    dots = dots_an_inch(pixels, (width, height))
    if dots < LEAST_DPI - 1:
        needed = (round(each / _MM * LEAST_DPI + 0.5) for each in (width, height))
        values = {"found": name, "dots": f"{dots:.0f}", "least": str(LEAST_DPI)}
        values["pixels"] = "×".join(map(str, needed))
        values["size_vi"] = " × ".join(figure(round(each), "vi") for each in (width, height))
        values["size_en"] = " × ".join(f"{each:.0f}" for each in (width, height))
        yield Finding(source, at, PICTURE_COARSE, values)
