"""Which codes, label sheets and leaflets a build makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.build import Artifact
from generator.catalogue.models import Catalogue, Status
from generator.pictures.photos import Picture
from generator.press import facts, labels, leaflets, stocks


def plan(
    catalogue: Catalogue,
    photos: Mapping[str, Picture],
    theme: tuple[Path, ...],
    only: frozenset[str],
) -> Iterator[Artifact]:
    """Everything printed of the wanted scopes ("labels", "brochures"), the slowest first.

    `photos` are the pictures of content/media by file name, `theme` the chosen theme's folder and
    its ancestors'.
    """
    if "brochures" in only:
        yield from leaflets.plan(catalogue, photos, theme)
    if "labels" in only:
        yield from _labels(catalogue, theme)


def _labels(catalogue: Catalogue, theme: tuple[Path, ...]) -> Iterator[Artifact]:
    """Codes and sheets of certified products: no other may be put on sale with a label of ours."""
    stock = stocks.shipped()[stocks.DEFAULT]
    for product in catalogue.products:
        url = facts.scan_url(catalogue, product)
        if url and product.status is Status.CERTIFIED:
            yield labels.plan_sheet(catalogue, product, theme, stock)
            yield labels.plan_code(catalogue, product, url, theme)
