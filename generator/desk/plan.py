"""Everything a build makes: the rooms' artifacts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from generator import addresses, press, web
from generator.build import Artifact, Plan
from generator.catalogue.lapsing import lapsed
from generator.catalogue.models import Catalogue, Status
from generator.pictures import codes
from generator.pictures.photos import Picture


def plan(
    catalogue: Catalogue,
    pictures: Mapping[str, Picture],
    content: Path,
    theme: tuple[Path, ...],
    scopes: frozenset[str],
    today: date,
) -> Plan:
    """The artifacts of the wanted scopes: site, labels, brochures; `today` is the printing day."""
    site = web.plan(catalogue, pictures, content, theme) if "site" in scopes else Plan(())
    found = [*site.artifacts]
    if "labels" in scopes:
        found += _codes(catalogue)
    if paper := scopes - {"site"}:
        found += press.plan(catalogue, pictures, theme, paper, lapsed(catalogue, today))
    return Plan((*found,), site.subject)


def _codes(catalogue: Catalogue) -> Iterator[Artifact]:
    for product in catalogue.products:
        paths = addresses.scan_paths(product)
        if paths and product.status is Status.CERTIFIED:
            url = addresses.printed_url(catalogue.site.base_url, paths[0])
            yield codes.plan(product.slug, product.source, url)
