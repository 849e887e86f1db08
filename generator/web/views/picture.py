"""Photos as responsive pictures."""

from __future__ import annotations

from generator.catalogue.model import Photo, Product
from generator.pictures.picture import rendition_paths
from generator.web.template_values.common import PictureValues
from generator.web.views.edition import Edition


def picture(edition: Edition, origin: str, product: Product, index: int) -> PictureValues | None:
    """The product's photo of that index, None where its file could not be read."""
    return picture_of(
        edition, origin, product.photos[index], product.photo_alt(index, edition.language)
    )


def picture_of(edition: Edition, origin: str, photo: Photo, alt: str) -> PictureValues | None:
    """A photo with what it shows in words, None where its file could not be read."""
    found = edition.photos.get(photo.file)
    if found is None:
        return None
    renditions = rendition_paths(photo.file, found.digest)
    sources = [
        f"{edition.link(origin, _below_site(renditions.webp[nominal]))} {width}w"
        for nominal, width in found.facts.widths.items()
    ]
    return {
        "alt": alt,
        "credit": photo.credit,
        "srcset": ", ".join(sources),
        "jpeg": edition.link(origin, _below_site(renditions.jpeg)),
        "jpeg_path": _below_site(renditions.jpeg),
        "width": found.facts.width,
        "height": found.facts.height,
        "placeholder": found.facts.placeholder,
        "focus": photo.focus,
    }


def pictures(edition: Edition, origin: str, product: Product) -> list[PictureValues]:
    """All of the product's photos that can be shown."""
    found = (picture(edition, origin, product, index) for index in range(len(product.photos)))
    return [each for each in found if each]


def _below_site(path: str) -> str:
    return path.removeprefix("site/")
