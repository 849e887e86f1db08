"""Producers (chủ thể)."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.catalogue.languages import Language
from generator.catalogue.model.types import (
    Colour,
    Email,
    Founded,
    Gln,
    Model,
    Name,
    PageText,
    Phone,
    Slug,
    Text,
    Url,
)


class ProducerKind(StrEnum):
    """The legal forms whose products OCOP assesses (DOMAIN: the programme)."""

    HOUSEHOLD = "household"
    COOPERATIVE_GROUP = "cooperative_group"
    COOPERATIVE = "cooperative"
    COMPANY = "company"


class ProducerWording(Model):
    """A producer's words in another language; `body` is Markdown."""

    name: Name | None = None
    body: str = ""


class Producer(Model):
    """Who makes it (chủ thể); `names` in other languages, `bodies` Markdown by language."""

    slug: Slug
    source: str
    name: Name
    kind: ProducerKind
    place: Slug | None = None
    village: Slug | None = None
    address: Text | None = None
    phone: Phone | None = None
    email: Email | None = None
    website: Url | None = None
    tax_code: PageText | None = None
    gln: Gln | None = None
    founded: Founded | None = None
    logo: PageText | None = None
    logo_colour: Colour | None = None
    sample: bool = False
    draft: bool = False
    names: dict[Language, Text] = Field(default_factory=dict)
    bodies: dict[Language, str] = Field(default_factory=dict)

    def name_in(self, language: Language) -> str:
        """The name in that language, else as it is registered."""
        return self.names.get(language, self.name)
