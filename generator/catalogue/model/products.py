"""A product: its facts, its certificate, and its words in each language."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field

from generator.catalogue.dates import add_months
from generator.catalogue.languages import Language
from generator.catalogue.model.marks import Mark
from generator.catalogue.model.types import (
    Code,
    Day,
    Decimal,
    Dong,
    Focus,
    GroupNumber,
    Gtin,
    Model,
    Name,
    PageText,
    Period,
    Phone,
    Slug,
    Stars,
    StoryText,
    Text,
    Url,
    Year,
)
from generator.catalogue.ocop.validity import MONTHS_OF_VALIDITY


class Status(StrEnum):
    """Where a product stands in the programme."""

    CERTIFIED = "certified"
    POTENTIAL = "potential"
    WITHDRAWN = "withdrawn"


class Certificate(Model):
    """The decision that gave a product its stars, and the one (`revoked_by`) that took them."""

    stars: Stars
    decision: Text | None = None
    decided_on: Period | None = None
    issued_by: Text
    legal_basis: PageText | None = None
    score: Annotated[Decimal, Field(ge=0, le=100)] | None = None
    ocop_code: PageText | None = None
    expires_on: Period | None = None
    revoked_on: Day | None = None
    revoked_by: PageText | None = None

    @cached_property
    def valid_from(self) -> date | None:
        """The first day of the (perhaps only partly known) date of the decision."""
        return self.decided_on.first_day if self.decided_on else None

    @cached_property
    def valid_until(self) -> date | None:
        """The last day of validity: the decision's own, else 36 months after `valid_from`.

        None where neither is known: then nobody can say whether it is valid.
        """
        if self.expires_on:
            return self.expires_on.first_day
        return add_months(self.valid_from, MONTHS_OF_VALIDITY) if self.valid_from else None

    def holds_on(self, day: date) -> bool:
        """Whether the stars may be shown that day; both ends count."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and self.valid_until is not None and day <= self.valid_until


class Photo(Model):
    """A picture in content/media; `focus` is where its subject is, “x% y%” of it."""

    file: PageText
    alt: PageText
    credit: PageText | None = None
    focus: Focus = "50% 50%"


class Pack(Model):
    """One size the product is sold in; `price` in đồng."""

    net: Name
    price: Dong | None = None
    gtin: Gtin | None = None


class Seller(Model):
    """Where a product can be bought."""

    name: Text
    url: Url | None = None
    phone: Phone | None = None


class Award(Model):
    """A prize that the product was given, and `by` whom."""

    name: PageText
    year: Year
    by: PageText


class Wording(Model):
    """What changes with the language; `source` is the file, whose text is the story in Markdown.

    `story` stands here only where it is given with the facts; `Catalogue.story` has it always.
    """

    source: str
    name: Name
    summary: Text | None = None
    ingredients: Text | None = None
    allergens: Text | None = None
    directions: Text | None = None
    storage: Text | None = None
    warnings: Text | None = None
    shelf_life: Text | None = None
    story: StoryText = ""


class Translation(Wording):
    """A product's words in another language.

    `pack_nets`, `photo_alts` and `award_names` come in the order of packs, photos and awards.
    """

    pack_nets: tuple[Name, ...] = ()
    photo_alts: tuple[PageText, ...] = ()
    award_names: tuple[PageText, ...] = ()


class Product(Wording):
    """One product: the facts of its front matter, and its words in the site's language."""

    slug: Slug
    status: Status
    code: Code | None = None
    gtin: Gtin | None = None
    group: GroupNumber
    also_known_as: tuple[PageText, ...] = ()
    brand: PageText | None = None
    logo: PageText | None = None
    producer: Slug
    made_in: Slug | None = None
    certificate: Certificate | None = None
    photos: tuple[Photo, ...] = ()
    video: Url | None = None
    packs: tuple[Pack, ...] = ()
    standards: tuple[Text, ...] = ()
    awards: tuple[Award, ...] = ()
    marks: tuple[Mark, ...] = ()
    buy: tuple[Seller, ...] = ()
    aliases: tuple[PageText, ...] = ()
    sample: bool = False
    draft: bool = False
    translations: dict[Language, Translation] = Field(default_factory=dict)

    def wording(self, language: Language) -> Wording:
        """The words in that language, else in the site's own."""
        return self.translations.get(language, self)

    def packs_in(self, language: Language) -> tuple[Pack, ...]:
        """Its packs, with what they hold in that language if someone wrote it.

        Where there are more words than packs, or fewer, nobody knows whose they are: a label
        must not tell of another pack, so the original's stand.
        """
        translation = self.translations.get(language)
        nets = translation.pack_nets if translation else ()
        if len(nets) != len(self.packs):
            return self.packs
        pairs = zip(self.packs, nets, strict=True)
        return tuple(each.model_copy(update={"net": net}) for each, net in pairs)

    def award_name(self, index: int, language: Language) -> str:
        """What the award is called, in that language if someone wrote it."""
        translation = self.translations.get(language)
        names = translation.award_names if translation else ()
        return names[index] if index < len(names) else self.awards[index].name

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
        """Stars of a product that is certified, until a day that is known; else None."""
        held = self.certificate
        if self.status is Status.CERTIFIED and held and held.valid_until:
            return held.stars
        return None
