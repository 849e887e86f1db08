"""What we know: products, producers, places, fairs, pages and the site, as frozen typed values.

The field names are the front-matter keys that editors write (`docs/` lists them); `slug` is the
file's stem and `source` its path below the project's root, for messages.
"""

from __future__ import annotations

from generator.catalogue.languages import Language
from generator.catalogue.model.catalogue import Catalogue
from generator.catalogue.model.fair import Fair, FairWording
from generator.catalogue.model.page import Page, PageWording
from generator.catalogue.model.place import Place
from generator.catalogue.model.producer import Producer, ProducerKind, ProducerWording
from generator.catalogue.model.product import (
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
from generator.catalogue.model.site import Office, Site, SiteWording
from generator.catalogue.model.types import (
    BaseUrl,
    Code,
    Day,
    Dong,
    Focus,
    Gln,
    Gtin,
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

__all__ = [
    "Award",
    "BaseUrl",
    "Catalogue",
    "Certificate",
    "Code",
    "Day",
    "Dong",
    "Fair",
    "FairWording",
    "Focus",
    "Gln",
    "Gtin",
    "Language",
    "Model",
    "Office",
    "Pack",
    "Page",
    "PageText",
    "PageWording",
    "Period",
    "Phone",
    "Photo",
    "Place",
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
    "Wording",
    "Year",
]
