"""The site itself: content/site.yaml."""

from __future__ import annotations

from pydantic import Field

from generator.catalogue.base_url import is_placeholder
from generator.catalogue.languages import Language
from generator.catalogue.model.types import (
    BaseUrl,
    Country,
    Dots,
    Email,
    Model,
    Name,
    PageText,
    Phone,
    PictureFile,
    ProfileFile,
    Slug,
    Text,
)


class Office(Model):
    """The programme office that answers doubts."""

    name: Name
    address: Text | None = None
    phone: Phone | None = None
    email: Email | None = None


class LabelHabits(Model):
    """What labels are printed on where a command doesn't say.

    `stock` is a stock's name or a maker's; `printer` the dots an inch of the thermal printer, which
    counts for the stocks that it can print on.
    """

    stock: PageText | None = None
    printer: Dots | None = None


class PressHabits(Model):
    """What the printing house asks for: `profile` is its ICC file in content/."""

    profile: ProfileFile | None = None


class OcopMark(Model):
    """The programme's certification mark, as the office supplies it: a `file` in content/media.

    Nobody draws it (regulation 1162/QĐ-VPĐP-OCOP, 2020).
    """

    file: PictureFile


class SiteWording(Model):
    """The site's own words in one language."""

    name: Name
    tagline: Text | None = None
    description: Text | None = None
    area: Text | None = None


class Site(SiteWording):
    """content/site.yaml; `base_url` is where the site will live, as `base_url.parse` writes it.

    `former_base_urls` are where it used to live: hosts that forward each of their addresses here.
    Without `languages` there is the site's own.
    `brochures` are the printed formats that a build makes; without them those that are `built`.
    `downloads` asks for those of them that suit screens as files on the site.
    `share_cards` asks for a picture per product with a photo, for previews of shared links.
    """

    source: str = "content/site.yaml"
    base_url: BaseUrl
    former_base_urls: tuple[BaseUrl, ...] = ()
    language: Language = "vi"
    languages: tuple[Language, ...] = Field(
        default_factory=lambda keys: (keys.get("language", "vi"),)
    )
    country: Country = "VN"
    theme: Slug = "mua-nuoc-noi"
    share_cards: bool = True
    brochures: tuple[Slug, ...] | None = None
    downloads: bool = True
    office: Office | None = None
    labels: LabelHabits | None = None
    press: PressHabits | None = None
    mark: OcopMark | None = None
    english: SiteWording | None = None

    def wording(self, language: Language) -> SiteWording:
        """The words in that language, else in the site's own."""
        return self.english if language == "en" and self.english else self

    @property
    def placeholder_host(self) -> bool:
        """Whether nobody else can reach the host, so that nothing is printed for sale with it."""
        return is_placeholder(self.base_url)
