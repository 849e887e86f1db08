"""Everything that the content says, once read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import Field

from generator.catalogue.model.fairs import Fair
from generator.catalogue.model.lots import Lot
from generator.catalogue.model.pages import Page
from generator.catalogue.model.places import Place
from generator.catalogue.model.producers import Producer
from generator.catalogue.model.products import Product
from generator.catalogue.model.site import Site
from generator.catalogue.model.types import Model
from generator.catalogue.model.villages import Village
from generator.catalogue.problems.place import KeyPath


class Catalogue(Model):
    """Everything the content says, once read; every lookup is by slug. Lots come newest first.

    `content` is the folder that was read, None for a catalogue made otherwise: stories, which
    are most of what there is, stay in their files until one is asked for.

    A preview has drafts in which something stands in for what is yet to be told: `lacking` are the
    keys that are missing or wrong, by their file.
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
    lacking: dict[str, tuple[KeyPath, ...]] = Field(default_factory=dict)

    @cached_property
    def by_slug(self) -> dict[str, Product]:
        """Products by slug."""
        return {product.slug: product for product in self.products}

    def commune_of(self, place: Place) -> Place:
        """Today's commune of a former unit, or the place itself."""
        return self.places[place.now] if place.now else place

    def with_parts(self, parts: Mapping[str, Any]) -> Catalogue:
        """The catalogue with other fields, which have been validated.

        A pydantic copy would remember the lookups of the first.
        """
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_construct(**{**kept, **parts})
