"""Which codes, label sheets and brochures a build makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.catalogue.model import (
    Catalogue,
    Status,
)
from generator.engine import Artifact
from generator.pictures.picture import Picture
from generator.press import (
    brochures,
    labels,
    pieces,
)
from generator.press import print_values as facts
from generator.press.lettered import lettered
from generator.press.selection import Stand
from generator.press.stocks import Stock, shipped
from generator.press.usual import usual_stock


def plan(
    catalogue: Catalogue,
    photos: Mapping[str, Picture],
    theme: tuple[Path, ...],
    only: frozenset[str],
    lapsed: frozenset[str] = frozenset(),
    stocks: Mapping[str, Stock] | None = None,
) -> Iterator[Artifact]:
    """Everything printed of the wanted scopes, the slowest first; of the site what it offers.

    `photos` are the pictures of content/media by file name, `theme` the chosen theme's folder and
    its ancestors'. `lapsed` products, by slug, may not be printed with their stars any more: they
    get no sheet, and no brochure shows them. `stocks` are those there are, shipped ones if none are
    given.
    """
    worded = lettered(catalogue)
    if only & {"brochures", "site"}:
        yield from _brochures(worded, Stand(photos, lapsed), theme, only)
    if "labels" in only:
        yield from _labels(worded, theme, lapsed, usual_stock(catalogue.site, stocks or shipped()))


def _brochures(
    catalogue: Catalogue, stand: Stand, theme: tuple[Path, ...], only: frozenset[str]
) -> Iterator[Artifact]:
    own = catalogue.site.language
    for piece, chosen in pieces.with_products(catalogue, theme, stand, own):
        is_offered = "site" in only and pieces.is_offered(catalogue.site, piece)
        if "brochures" in only or is_offered:
            brochure = brochures.plan_one(catalogue, piece, chosen, theme)
            if "brochures" in only:
                yield brochure
            if is_offered:
                yield brochures.in_flavour(
                    brochure, "screen", f"site/{pieces.site_path(piece, own)}"
                )


def _labels(
    catalogue: Catalogue, theme: tuple[Path, ...], lapsed: frozenset[str], stock: Stock
) -> Iterator[Artifact]:
    """Codes and sheets of certified products: no other may be put on sale with a label of ours."""
    for product in catalogue.products:
        url = facts.scan_url(catalogue, product)
        if url and product.status is Status.CERTIFIED:
            if product.slug not in lapsed:
                yield labels.plan_sheet(catalogue, product, theme, stock)
            yield labels.plan_code(catalogue, product, url, theme)
