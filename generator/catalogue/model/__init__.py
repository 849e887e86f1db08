"""What we know: products, producers, places, villages, fairs, pages, the site: frozen typed values.

The field names are the front-matter keys that editors write (`docs/` lists them); `slug` is the
file's stem and `source` its path below the project's root, for messages.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.catalogue.base_url import BaseUrlError, is_placeholder, normalised
from generator.catalogue.dates import PartialDate, add_months
from generator.catalogue.model.base import (
    Code,
    Day,
    Dong,
    Focus,
    Gln,
    Gtin,
    Language,
    Model,
    PageText,
    Phone,
    Printed,
    Quantity,
    Slug,
    StoryText,
    Text,
    Url,
)
from generator.catalogue.model.fairs import Fair, FairWording
from generator.catalogue.model.lots import Lot
from generator.catalogue.model.villages import Village, VillageWording
from generator.catalogue.ocop.stars import MAXIMUM_STARS, MINIMUM_STARS
from generator.catalogue.ocop.validity import MONTHS_OF_VALIDITY

__all__ = [
    "BaseUrl",
    "Catalogue",
    "Certificate",
    "Day",
    "Fair",
    "FairWording",
    "Language",
    "Model",
    "Office",
    "Pack",
    "Page",
    "PageText",
    "PageWording",
    "Photo",
    "Place",
    "Printed",
    "Producer",
    "ProducerKind",
    "ProducerWording",
    "Product",
    "Quantity",
    "Seller",
    "Site",
    "SiteWording",
    "Slug",
    "Status",
    "StoryText",
    "Text",
    "Translation",
    "Village",
    "VillageWording",
    "Wording",
    "is_placeholder",
]


def _base_url(text: str) -> str:
    try:
        return normalised(text)
    except BaseUrlError as error:
        raise PydanticCustomError("base_url", "{reason_en}", dict(error.values)) from None


class Status(StrEnum):
    """Where a product stands in the programme."""

    CERTIFIED = "certified"
    POTENTIAL = "potential"
    WITHDRAWN = "withdrawn"


class ProducerKind(StrEnum):
    """The legal forms whose products OCOP assesses (DOMAIN: the programme)."""

    HOUSEHOLD = "household"
    COOPERATIVE_GROUP = "cooperative_group"
    COOPERATIVE = "cooperative"
    COMPANY = "company"


class Certificate(Model):
    """The decision that gave a product its stars, and the one (`revoked_by`) that took them."""

    stars: Annotated[int, Field(ge=MINIMUM_STARS, le=MAXIMUM_STARS)]
    decision: PageText | None = None
    decided_on: PartialDate
    issued_by: PageText
    legal_basis: PageText
    score: Annotated[float, Field(ge=0, le=100)] | None = None
    ocop_code: PageText | None = None
    expires_on: PartialDate | None = None
    revoked_on: Day | None = None
    revoked_by: PageText | None = None

    @property
    def valid_from(self) -> date:
        """The first day of the (perhaps only partly known) date of the decision."""
        return self.decided_on.first_day

    @property
    def valid_until(self) -> date:
        """The last day of validity: the decision's own, else 36 months after `valid_from`."""
        if self.expires_on:
            return self.expires_on.first_day
        return add_months(self.valid_from, MONTHS_OF_VALIDITY)


class Photo(Model):
    """A picture in content/media; `focus` is where its subject is, as CSS percentages (x y)."""

    file: PageText
    alt: PageText
    credit: PageText | None = None
    focus: Focus = "50% 50%"


class Pack(Model):
    """One size the product is sold in; `price` in đồng."""

    net: Text
    price: Dong | None = None
    gtin: Gtin | None = None


class Seller(Model):
    """Where a product can be bought."""

    name: PageText
    url: Url | None = None
    phone: Phone | None = None


class Wording(Model):
    """What changes with the language; `source` is the file, whose text is the story in Markdown.

    `story` stands here only where it is given with the facts; `Catalogue.story` has it always.
    """

    source: str
    name: Text
    summary: Text | None = None
    ingredients: Text | None = None
    allergens: Text | None = None
    directions: Text | None = None
    storage: Text | None = None
    warnings: Text | None = None
    shelf_life: Text | None = None
    story: StoryText = ""


class Translation(Wording):
    """A product's words in another language; `photo_alts` in the order of the photos."""

    photo_alts: tuple[PageText, ...] = ()


class Product(Wording):
    """One product: the facts of its front matter, and its words in the site's language."""

    slug: Slug
    status: Status
    code: Code | None = None
    gtin: Gtin | None = None
    group: int
    brand: PageText | None = None
    producer: Slug
    made_in: Slug | None = None
    certificate: Certificate | None = None
    photos: tuple[Photo, ...] = ()
    video: Url | None = None
    packs: tuple[Pack, ...] = ()
    standards: tuple[Text, ...] = ()
    buy: tuple[Seller, ...] = ()
    aliases: tuple[PageText, ...] = ()
    sample: bool = False
    translations: dict[Language, Translation] = Field(default_factory=dict)

    def wording(self, language: Language) -> Wording:
        """The words in that language, else in the site's own."""
        return self.translations.get(language, self)

    def photo_alt(self, index: int, language: Language) -> str:
        """What the photo shows, in that language if someone wrote it."""
        translation = self.translations.get(language)
        if translation and index < len(translation.photo_alts):
            return translation.photo_alts[index]
        return self.photos[index].alt

    @property
    def gtin14(self) -> str | None:
        """The GTIN in the 14 digits a GS1 address wants."""
        return self.gtin.zfill(14) if self.gtin else None

    @property
    def stars(self) -> int | None:
        """Stars of a product that is certified; None for any other status."""
        if self.status is Status.CERTIFIED and self.certificate:
            return self.certificate.stars
        return None


class Place(Model):
    """A commune of today, or a former unit whose name stands on packs (`now`: today's slug)."""

    slug: Slug
    kind: Text
    name: Text
    province: Text
    district: Text | None = None
    code: PageText | None = None
    province_code: PageText | None = None
    now: Slug | None = None

    @property
    def label(self) -> str:
        """“xã Tân Hưng”."""
        return f"{self.kind} {self.name}"

    @property
    def address(self) -> str:
        """“xã Tân Hưng, tỉnh Tây Ninh”, with the district where the unit had one."""
        district = [f"huyện {self.district}"] if self.district else []
        return ", ".join([self.label, *district, f"tỉnh {self.province}"])


class ProducerWording(Model):
    """A producer's words in another language; `body` is Markdown."""

    name: Text | None = None
    body: str = ""


class Producer(Model):
    """Who makes it (chủ thể); `names` in other languages, `bodies` Markdown by language."""

    slug: Slug
    source: str
    name: Text
    kind: ProducerKind
    place: Slug
    village: Slug | None = None
    address: Text | None = None
    phone: Phone | None = None
    email: PageText | None = None
    website: Url | None = None
    tax_code: PageText | None = None
    gln: Gln | None = None
    founded: int | None = None
    sample: bool = False
    names: dict[Language, Text] = Field(default_factory=dict)
    bodies: dict[Language, str] = Field(default_factory=dict)

    def name_in(self, language: Language) -> str:
        """The name in that language, else as it is registered."""
        return self.names.get(language, self.name)


class PageWording(Model):
    """A content page's words in one language; `body` is Markdown."""

    title: PageText
    summary: PageText | None = None
    body: str = ""


class Page(PageWording):
    """A page of its own at `/<slug>/`; `menu` is its rank in the menu, None for none."""

    slug: Slug
    source: str
    menu: int | None = None
    translations: dict[Language, PageWording] = Field(default_factory=dict)

    def wording(self, language: Language) -> PageWording:
        """The words in that language, else in the site's own."""
        return self.translations.get(language, self)


class Office(Model):
    """The programme office that answers doubts."""

    name: Text
    address: Text | None = None
    phone: Phone | None = None
    email: Text | None = None


class SiteWording(Model):
    """The site's own words in one language."""

    name: Text
    tagline: Text | None = None
    description: Text | None = None
    area: Text | None = None


BaseUrl = Annotated[str, AfterValidator(_base_url)]


class Site(SiteWording):
    """content/site.yaml; `base_url` is where the site will live, as `base_url.parse` writes it.

    `former_base_urls` are where it used to live: hosts that forward each of their addresses here.
    Without `languages` there is the site's own.
    `share_cards` asks for a picture per product with a photo, for previews of shared links.
    """

    source: str = "content/site.yaml"
    base_url: BaseUrl
    former_base_urls: tuple[BaseUrl, ...] = ()
    language: Language = "vi"
    languages: tuple[Language, ...] = Field(
        default_factory=lambda keys: (keys.get("language", "vi"),)
    )
    theme: Slug = "mua-nuoc-noi"
    share_cards: bool = True
    office: Office | None = None
    english: SiteWording | None = None

    def wording(self, language: Language) -> SiteWording:
        """The words in that language, else in the site's own."""
        return self.english if language == "en" and self.english else self

    @property
    def placeholder_host(self) -> bool:
        """Whether nobody else can reach the host, so that nothing is printed for sale with it."""
        return is_placeholder(self.base_url)


class Catalogue(Model):
    """Everything the content says, once read; every lookup is by slug. Lots come newest first.

    `content` is the folder that was read, None for a catalogue made otherwise: stories, which
    are most of what there is, stay in their files until one is asked for.
    """

    site: Site
    products: tuple[Product, ...]
    producers: dict[str, Producer]
    places: dict[str, Place]
    villages: dict[str, Village] = Field(default_factory=dict)
    fairs: tuple[Fair, ...] = ()
    pages: tuple[Page, ...] = ()
    lots: dict[str, tuple[Lot, ...]] = Field(default_factory=dict)
    content: Path | None = None

    @cached_property
    def by_slug(self) -> dict[str, Product]:
        """Products by slug."""
        return {product.slug: product for product in self.products}

    @cached_property
    def by_producer(self) -> dict[str, tuple[Product, ...]]:
        """Each producer's products, in the catalogue's order."""
        found: dict[str, list[Product]] = {}
        for product in self.products:
            found.setdefault(product.producer, []).append(product)
        return {slug: tuple(products) for slug, products in found.items()}

    def commune_of(self, place: Place) -> Place:
        """Today's commune of a former unit, or the place itself."""
        return self.places[place.now] if place.now else place
