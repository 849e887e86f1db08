"""Trade fairs."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.catalogue.languages import Language
from generator.catalogue.model.products import Photo
from generator.catalogue.model.types import Day, Model, Name, Position, Slug, Text, Url

PRINT_FOLDERS = frozenset({"catalogue", "chosen", "products"})
"""Folders below brochures/ for what is printed for no fair: no fair may bear their names."""


class FairWording(Model):
    """A fair's words in one language, and its pictures with theirs; `body` is Markdown.

    `cover` stands on the front of what is printed, `plan` shows the way to the booth.
    """

    name: Name
    summary: Text | None = None
    hours: Text | None = None
    venue: Text | None = None
    cover: Photo | None = None
    plan: Photo | None = None
    body: str = ""

    @property
    def pictures(self) -> Iterator[tuple[str, Photo]]:
        """Cover and plan, as far as there are any, each with its key."""
        for key, photo in (("cover", self.cover), ("plan", self.plan)):
            if photo:
                yield key, photo


class Booth(Model):
    """A booth, and which of the fair's products are there."""

    name: Name
    products: tuple[Slug, ...] = ()


class Fair(FairWording):
    """A trade fair; `products` in the order of the leaflet, empty for all.

    `booth` says where all of it is, `booths` where each product is; `map` is a page of a map, else
    one of its `position`.
    `brochures` are the printed formats that a build makes for it, where it has a choice of its own.
    """

    slug: Slug
    source: str
    starts_on: Day
    ends_on: Day
    booth: Text | None = None
    place: Slug | None = None
    position: Position | None = None
    map: Url | None = None
    products: tuple[Slug, ...] = ()
    booths: tuple[Booth, ...] = ()
    brochures: tuple[Slug, ...] | None = None
    sample: bool = False
    draft: bool = False
    translations: dict[Language, FairWording] = Field(default_factory=dict)

    def wording(self, language: Language) -> FairWording:
        """The words in that language, else in the site's own."""
        return self.translations.get(language, self)

    @property
    def where(self) -> str | None:
        """The booth, or the names of all booths."""
        return self.booth or ", ".join(dict.fromkeys(each.name for each in self.booths)) or None
