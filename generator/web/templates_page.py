"""The part of docs/themes.md on pages, written from the templates' typed values: `make docs`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from generator.theme.values_page import TemplateValues, ValuesPart
from generator.web.template_values import pages
from generator.web.template_values.frame import FrameValues, GlobalNames, TemplateNames
from generator.web.template_values.product import LotValues, ProductPage

TEMPLATES: Mapping[str, type] = {
    "layout.html": FrameValues,
    "home.html": pages.HomePage,
    "product.html": ProductPage,
    "lot.html": LotValues,
    "recalls.html": pages.RecallsPage,
    "catalogue.html": pages.CataloguePage,
    "list.html": pages.ListPage,
    "index.html": pages.IndexPage,
    "producer.html": pages.ProducerPage,
    "village.html": pages.VillagePage,
    "fairs.html": pages.FairsPage,
    "fair.html": pages.FairPage,
    "page.html": pages.ContentPage,
    "mine.html": pages.MinePage,
    "compare.html": pages.MinePage,
    "offline.html": pages.OfflinePage,
    "not_found.html": pages.NotFoundPage,
    "redirect.html": pages.RedirectPage,
}
"""What `page` is in each template, and `lot` in lot.html."""

FRAMELESS = {"layout.html", "lot.html", "redirect.html"}
"""Templates whose values are told in full: the others get those of layout.html as well."""


def _told(name: str, kind: type) -> TemplateValues:
    prefix = "lot." if name == "lot.html" else "page."
    return TemplateValues(f"`{name}`", kind, prefix, None if name in FRAMELESS else FrameValues)


PART = ValuesPart(
    "web templates",
    (
        TemplateValues("In every template", TemplateNames),
        TemplateValues("In every template, and in those imported", GlobalNames),
        *(_told(name, kind) for name, kind in TEMPLATES.items()),
    ),
)

if __name__ == "__main__":
    PART.write(Path(sys.argv[1]))
