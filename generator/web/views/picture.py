"""Photos as responsive pictures."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalogue.model import Photo, Product
from generator.pictures.picture import FALLBACK_WIDTHS, rendition_paths
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

    def srcset(paths: Mapping[int, str], widths: Mapping[int, int]) -> str:
        return ", ".join(
            f"{edition.link(origin, _below_site(paths[nominal]))} {width}w"
            for nominal, width in widths.items()
        )

    jpeg = _below_site(renditions.jpeg[FALLBACK_WIDTHS[-1]])
    return {
        "alt": alt,
        "credit": photo.credit,
        "srcset": srcset(renditions.avif, found.facts.widths),
        "jpeg_srcset": srcset(renditions.jpeg, found.facts.fallback_widths),
        "jpeg": edition.link(origin, jpeg),
        "jpeg_path": jpeg,
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
