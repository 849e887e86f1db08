"""Which photos stand in the places that a printed format has for them, by the file for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.languages import Language
from generator.catalogue.model import Photo, Product
from generator.pictures.picture import Picture
from generator.press.formats import Format, Slot
from generator.press.selection import Selection, Shown
from generator.press.stocks import measures
from generator.press.template_values import SlotValues
from generator.theme.signs import printed

OF_NONE = -1
"""In place of a product's number: the pictures are the fair's own."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A photo in its place: the file that is made for it, and what it shows in words."""

    file: str
    photo: Photo
    picture: Picture
    alt: str


def slot_values(wanted: Format, chosen: Selection) -> Mapping[str, SlotValues]:
    """The format's places for photos, and which files stand in them."""
    found: dict[str, SlotValues] = {}
    for name, slot in wanted.slots_for(len(chosen.shown)).items():
        width, height = measures(slot.size)
        photos = photos_in(slot, chosen)
        found[name] = {
            "width": width,
            "height": height,
            "bleeds": [*slot.bleeds],
            "products": [number for number, _ in _shown(slot, chosen)],
            "files": [[each.file for each in some] for some in photos],
            "alts": [[each.alt for each in some] for some in photos],
            "ratios": [[slot.ratio(each.picture.facts) for each in some] for some in photos],
        }
    return found


def photos_in(slot: Slot, chosen: Selection) -> Sequence[Sequence[Filled]]:
    """The photos that stand in a slot, of each thing that it shows."""
    which = {"all": slice(None), "rest": slice(1, None)}.get(slot.shows, slice(1))
    return [
        [
            Filled(f"{slot.name}-{number}-{place}.jpg", *photo)
            for place, photo in enumerate(photos[which])
            if slot.takes(photo[1].facts)
        ]
        for number, (_, photos) in enumerate(_shown(slot, chosen))
    ]


def alt_of(product: Product, photo: Photo, language: Language) -> str:
    """What a product's photo shows, in words that the face can print."""
    said = product.photo_alt(product.photos.index(photo), language)
    return printed(said, language) or product.wording(language).name


_Told = tuple[Photo, Picture, str]


def _shown(slot: Slot, chosen: Selection) -> Iterator[tuple[int, Sequence[_Told]]]:
    """Yield the photos of each thing, with the product's number or `OF_NONE`."""
    found = [*enumerate(_of_product(each, chosen.language) for each in chosen.shown)]
    match slot.shows:
        case "cover":
            # A fair's own, or the photo of the first product that has one.
            own = _of_fair(chosen, "cover")
            with_photos = (each for each in found if each[1])
            yield (OF_NONE, own) if own else next(with_photos, (OF_NONE, ()))
        case "own":
            yield OF_NONE, _of_fair(chosen, "cover")
        case "plan":
            yield OF_NONE, _of_fair(chosen, "plan")
        case "first":
            yield from found[:1]
        case "last":
            yield from found[-1:]
        case "others":
            yield from found[1:]
        case "each" | "all" | "rest":
            yield from found


def _of_product(shown: Shown, language: Language) -> Sequence[_Told]:
    return [
        (photo, picture, alt_of(shown.product, photo, language)) for photo, picture in shown.photos
    ]


def _of_fair(chosen: Selection, key: str) -> Sequence[_Told]:
    found = chosen.pictures.get(key)
    if found is None:
        return ()
    photo, picture = found
    return [(photo, picture, printed(photo.alt, chosen.language))]
