"""What we know: products, producers, places, villages, fairs, pages, the site: frozen typed values.

The field names are the front-matter keys that editors write (`docs/` lists them); `slug` is the
file's stem and `source` its path below the project's root, for messages.
"""

from __future__ import annotations

from generator.catalogue.languages import Language
from generator.catalogue.model.catalogue import Catalogue
from generator.catalogue.model.fairs import Booth, Fair, FairWording
from generator.catalogue.model.marks import Mark
from generator.catalogue.model.pages import Page, PageWording
from generator.catalogue.model.places import Place
from generator.catalogue.model.producers import Producer, ProducerKind, ProducerWording
from generator.catalogue.model.products import (
    Award,
    Certificate,
    Pack,
    Photo,
    Product,
    Seller,
    Status,
    Translation,
    Wording,
)
from generator.catalogue.model.site import (
    LabelHabits,
    OcopMark,
    Office,
    PressHabits,
    Site,
    SiteWording,
)
from generator.catalogue.model.types import (
    BaseUrl,
    Code,
    Day,
    Decimal,
    Dong,
    Dots,
    Focus,
    Gln,
    Gtin,
    Integer,
    Model,
    PageText,
    Period,
    Phone,
    Printed,
    Quantity,
    Says,
    Slug,
    Stars,
    StoryText,
    Text,
    Url,
    Year,
)
from generator.catalogue.model.villages import Village, VillageWording

__all__ = [
    "Award",
    "BaseUrl",
    "Booth",
    "Catalogue",
    "Certificate",
    "Code",
    "Day",
    "Decimal",
    "Dong",
    "Dots",
    "Fair",
    "FairWording",
    "Focus",
    "Gln",
    "Gtin",
    "Integer",
    "LabelHabits",
    "Language",
    "Mark",
    "Model",
    "OcopMark",
    "Office",
    "Pack",
    "Page",
    "PageText",
    "PageWording",
    "Period",
    "Phone",
    "Photo",
    "Place",
    "PressHabits",
    "Printed",
    "Producer",
    "ProducerKind",
    "ProducerWording",
    "Product",
    "Quantity",
    "Says",
    "Seller",
    "Site",
    "SiteWording",
    "Slug",
    "Stars",
    "Status",
    "StoryText",
    "Text",
    "Translation",
    "Url",
    "Village",
    "VillageWording",
    "Wording",
    "Year",
]
