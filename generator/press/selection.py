"""Which products a piece of print shows, in what order, and which it leaves out and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.catalogue.judging.lapsing import stars_hold
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Fair, FairWording, Photo, Product, Status, Wording
from generator.catalogue.ordering import in_order
from generator.pictures.picture import Picture
from generator.press import print_values as facts
from generator.press.formats import About, Format

CHOSEN = "chosen"
"""The folder of print that shows products which somebody chose by name."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What one piece of print is about: a fair, a product, or with neither the whole catalogue.

    `products`, where there are any, are those that somebody chose to have shown, in their order.
    """

    fair: Fair | None = None
    product: Product | None = None
    products: tuple[Product, ...] = ()

    @property
    def folder(self) -> str:
        """Where it stands in brochures/."""
        if self.product:
            return f"products/{self.product.slug}"
        if self.products:
            return CHOSEN
        return self.fair.slug if self.fair else "catalogue"

    def wording(self, language: Language) -> FairWording | Wording | None:
        """The words of the fair or the product; none for the catalogue."""
        own = self.product or self.fair
        return own.wording(language) if own else None

    def source(self, catalogue: Catalogue) -> str:
        """The content file that asks for it."""
        return (self.product or self.fair or catalogue.site).source


class Reason(StrEnum):
    """Why a product is not shown."""

    WITHDRAWN = "withdrawn"
    POTENTIAL = "potential"
    LAPSED = "lapsed"
    NO_PHOTO = "no-photo"
    NO_CODE = "no-code"
    NO_STARS = "no-stars"
    NO_TRANSLATION = "no-translation"
    OVER_THE_NUMBER = "over-the-number"


@dataclass(frozen=True, slots=True)
class Shown:
    """A product with its photos that can be printed, and the address its code carries, if any."""

    product: Product
    photos: tuple[tuple[Photo, Picture], ...]
    url: str | None

    @property
    def photo(self) -> Photo | None:
        """The first of its photos."""
        return self.photos[0][0] if self.photos else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A product that the print is about but does not show."""

    product: Product
    reason: Reason


@dataclass(frozen=True, slots=True)
class Selection:
    """The products shown, in their order, and those left out, in theirs; in which language.

    `pictures` are the fair's own, by their keys, that can be printed.
    """

    language: Language
    shown: tuple[Shown, ...]
    left_out: tuple[LeftOut, ...]
    pictures: Mapping[str, tuple[Photo, Picture]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stand:
    """How things stand on the printing day: the photos there are and the stars that don't hold."""

    photos: Mapping[str, Picture]
    lapsed: frozenset[str] = frozenset()


def subjects(catalogue: Catalogue, abouts: tuple[About, ...]) -> Iterator[Subject]:
    """Every subject of these kinds, in the catalogue's order; products are certified ones."""
    for about in abouts:
        match about:
            case "catalogue":
                yield Subject()
            case "fair":
                yield from (Subject(fair=fair) for fair in catalogue.fairs)
            case "product":
                yield from (Subject(product=each) for each in certified(catalogue))


def select(
    catalogue: Catalogue, wanted: Format, subject: Subject, stand: Stand, language: Language
) -> Selection:
    """What a piece of print shows of its subject, at most as many products as the format holds.

    All its words are in that language, so that it shows no product that has none.
    """
    shown: list[Shown] = []
    left_out: list[LeftOut] = []
    until = subject.fair.ends_on if subject.fair else None
    for product in _asked(catalogue, wanted, subject):
        found: Shown | Reason = Reason.NO_TRANSLATION
        if worded(catalogue, product, language):
            found = _judged(catalogue, wanted, product, stand, until)
        if product.status is Status.POTENTIAL:
            if "stars" in wanted.needs:
                found = Reason.NO_STARS
            elif not (wanted.potential or _is_asked(subject)):
                found = Reason.POTENTIAL
        if isinstance(found, Shown) and wanted.most is not None and len(shown) >= wanted.most:
            found = Reason.OVER_THE_NUMBER
        if isinstance(found, Shown):
            shown.append(found)
        else:
            left_out.append(LeftOut(product, found))
    if wanted.is_book:
        shown.sort(key=_chapter)
    return Selection(language, tuple(shown), tuple(left_out), _pictures(subject, stand, language))


def _pictures(
    subject: Subject, stand: Stand, language: Language
) -> Mapping[str, tuple[Photo, Picture]]:
    """The fair's cover and plan, in that language or else its own."""
    fair = subject.fair
    if fair is None:
        return {}
    named = {**dict(fair.pictures), **dict(fair.wording(language).pictures)}
    return {
        key: (photo, stand.photos[photo.file])
        for key, photo in named.items()
        if photo.file in stand.photos
    }


def certified(catalogue: Catalogue) -> Iterator[Product]:
    """The products that print may show without being asked for by name, in the order of lists."""
    found = (each for each in catalogue.products if each.status is Status.CERTIFIED)
    return iter(in_order(found, catalogue.site.language))


def worded(catalogue: Catalogue, product: Product, language: Language) -> bool:
    """Whether somebody has written the product's words in that language."""
    return language == catalogue.site.language or language in product.translations


def _chapter(shown: Shown) -> tuple[bool, int]:
    """Where a book has the product: by group in the order of the decision, potential ones last."""
    return shown.product.stars is None, shown.product.group


def _is_asked(subject: Subject) -> bool:
    """Whether somebody has named each product."""
    return bool(subject.product or subject.products or _listed(subject))


def _listed(subject: Subject) -> tuple[str, ...]:
    return subject.fair.products if subject.fair else ()


def _asked(catalogue: Catalogue, wanted: Format, subject: Subject) -> Iterator[Product]:
    """The product itself, those chosen, the fair's own list, else every certified product.

    The page of a fair without a list shows potential products too, so that they count as asked for.
    """
    if subject.product:
        yield subject.product
    elif subject.products:
        yield from subject.products
    elif slugs := _listed(subject):
        yield from (catalogue.by_slug[slug] for slug in slugs if slug in catalogue.by_slug)
    elif subject.fair or wanted.potential:
        found = (each for each in catalogue.products if each.status is not Status.WITHDRAWN)
        yield from in_order(found, catalogue.site.language)
    else:
        yield from certified(catalogue)


def _judged(
    catalogue: Catalogue, wanted: Format, product: Product, stand: Stand, until: date | None
) -> Shown | Reason:
    """The product as it is shown, or why it isn't; its stars must hold today and `until` then."""
    if product.status is Status.WITHDRAWN:
        return Reason.WITHDRAWN
    if product.slug in stand.lapsed or (until and not stars_hold(product, until)):
        return Reason.LAPSED
    photos = ((one, stand.photos.get(one.file)) for one in product.photos)
    found = tuple((photo, picture) for photo, picture in photos if picture)
    if not found and "photo" in wanted.needs:
        return Reason.NO_PHOTO
    url = facts.scan_url(catalogue, product)
    return Reason.NO_CODE if url is None and "code" in wanted.needs else Shown(product, found, url)
