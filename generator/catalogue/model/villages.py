"""Craft villages (làng nghề): where a trade is at home, and what is known of it."""

from __future__ import annotations

from pydantic import Field

from generator.catalogue.languages import Language
from generator.catalogue.model.types import (
    Founded,
    Model,
    Name,
    Period,
    Position,
    Slug,
    Text,
    Url,
)


class VillageWording(Model):
    """A village's words in one language; `body` is Markdown."""

    name: Name
    summary: Text | None = None
    craft: Text | None = None
    body: str = ""


class Village(VillageWording):
    """A craft village; `place` is the commune, `map` a page of a map, else one of its `position`.

    `recognised_on`, `decision` and `recognised_by` tell of the decision that recognised it.
    """

    slug: Slug
    source: str
    place: Slug | None = None
    position: Position | None = None
    map: Url | None = None
    founded: Founded | None = None
    recognised_on: Period | None = None
    decision: Text | None = None
    recognised_by: Text | None = None
    sample: bool = False
    draft: bool = False
    translations: dict[Language, VillageWording] = Field(default_factory=dict)

    def wording(self, language: Language) -> VillageWording:
        """The words in that language, else in the site's own."""
        return self.translations.get(language, self)
