"""The pages of a product's lots, all made together.

A lot's page is its product's page with a few passages of its own. So that hundreds of lots cost
little, the product's page is rendered once with marks where those passages go, and each lot fills
them in. The marks are control characters, which the reader takes out of everything that is written
in content/, so that no text can hold one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import escape

from generator import addresses, theme
from generator.catalogue.languages import Language
from generator.catalogue.model import Product
from generator.engine.artifact import (
    Artifact,
    Folders,
    Values,
)
from generator.web import render
from generator.web.dependencies import Dependencies
from generator.web.loaded_theme import loaded_theme
from generator.web.template_failure import told_at_its_line
from generator.web.template_values.frame import SwitchValues
from generator.web.template_values.product import LotValues, ProductPage, ReportValues
from generator.web.views.edition import Edition
from generator.web.views.lot import lot_view, lots_of
from generator.web.views.product import product_page

LOT, MAIL, HEAD, TRACE, PASSPORT = "\x01", "\x02", "\x03", "\x04", "\x05"
"""Marks for the lot, the address of a letter to the office, and three passages of lot.html."""


def lot_pages(
    edition: Edition, own: Language, files: tuple[Path, ...], dependencies: Dependencies | None
) -> Iterator[Artifact]:
    """Pages at the scan addresses of every lot; in another language, pages that those link to.

    `own` is the site's own language, `files` what the theme's template of a product needs.
    """
    for product in edition.catalogue.products:
        lots = [lot.lot for lot in lots_of(edition, product)]
        about = ("product", product.slug)
        of_page = dependencies.of_page(about, product.source) if dependencies else None
        if lots and edition.language in edition.paths.of(about):
            for origin in _origins(edition, own, product):
                paths = tuple(f"site/{origin.replace(LOT, lot)}index.html" for lot in lots)
                values = {
                    "language": edition.language,
                    "about": product.slug,
                    "origin": origin,
                    "use": "whole" if edition.language == own else "browsed",
                }
                yield Artifact(
                    paths,
                    render_lots,
                    values,
                    product.source,
                    files,
                    derive=lot_values,
                    dependencies=of_page,
                    cost=len(lots) // 50,
                )


def _origins(edition: Edition, own: Language, product: Product) -> tuple[str, ...]:
    """Where a lot's page stands, with a mark in the place of the lot."""
    if edition.language != own:
        return (addresses.lot_page(_page(edition, product, edition.language), LOT),)
    return tuple(f"{path}/" for path in addresses.lot_paths(product, LOT))


def _page(edition: Edition, product: Product, language: Language) -> str:
    return edition.paths.of(("product", product.slug))[language]


def lot_values(editions: Mapping[Language, Edition], values: Values) -> Values:
    """The values of `render_lots` for the lots of the product `about`, standing at `origin`."""
    edition = editions[values["language"]]
    product = edition.catalogue.by_slug[values["about"]]
    origin = values["origin"]
    return {
        "template": "product.html",
        "language": edition.language,
        "page": _shell(edition, product, origin),
        "use": values["use"],
        "lots": [
            lot_view(edition, origin.replace(LOT, lot.lot), product, lot)
            for lot in lots_of(edition, product)
        ],
    }


def _shell(edition: Edition, product: Product, origin: str) -> ProductPage:
    page = product_page(edition, product, origin)
    title = edition.words.say("lot.title", name=page["title"], lot=LOT)
    return {
        **page,
        "title": title,
        "full_title": f"{title} · {page['site']['name']}",
        "switch": _switch(edition, product, origin),
        "lot": {"lot": LOT, "head": HEAD, "trace": TRACE, "passport": PASSPORT},
        "recalls": [],
        "report": _marked(page["report"]),
    }


def _marked(report: ReportValues | None) -> ReportValues | None:
    """How to report a doubt, with a mark in the place of the letter."""
    return {**report, "mail": MAIL} if report and report["mail"] else report


def _switch(edition: Edition, product: Product, origin: str) -> SwitchValues | None:
    """The same lot's page in the other language."""
    for language in edition.paths.of(("product", product.slug)):
        if language != edition.language:
            own = language == edition.site.language
            path = (
                f"{addresses.lot_paths(product, LOT)[0]}/"
                if own
                else addresses.lot_page(_page(edition, product, language), LOT)
            )
            return {"language": language, "href": edition.link(origin, path)}
    return None


def render_lots(values: Values, folders: Folders) -> Sequence[bytes]:
    """One page per entry of `lots`; `page` holds the values of product.html with its marks.

    `use` tells how people come to them: in the site's own language, by a code.
    """
    shell = render.used(render.page_html(values, folders), values["use"], values, folders)
    shown, language = loaded_theme(folders), values["language"]
    words = shown.words(language)
    with told_at_its_line():
        passages: Any = shown.template(language, "lot.html").module
        pages = [_filled(shell, lot, values["page"], passages, words) for lot in values["lots"]]
    return [render.as_bytes(each, "lot.html", folders) for each in pages]


def _filled(
    shell: str,
    lot: LotValues,
    page: ProductPage,
    passages: Any,  # noqa: ANN401 - a template's macros have no type
    words: theme.Words,
) -> str:
    fillings = {
        HEAD: passages.head(lot, page, words.say),
        TRACE: passages.trace(lot, words.say),
        PASSPORT: passages.passport(lot["passport"], words.say),
        MAIL: escape(lot["mail"] or ""),
        LOT: lot["lot"],
    }
    for mark, filling in fillings.items():
        shell = shell.replace(mark, str(filling))
    return shell
