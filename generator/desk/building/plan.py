"""Everything a build makes: the rooms' artifacts side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator import addresses
from generator.catalogue.judging.lapsing import not_held
from generator.catalogue.model import (
    Catalogue,
    Product,
    Status,
)
from generator.desk.content import Content
from generator.desk.site_plan import site_plan
from generator.engine import (
    Artifact,
    Plan,
)
from generator.pictures import codes


def plan(
    catalogue: Catalogue,
    content: Content,
    folder: Path,
    theme: tuple[Path, ...],
    scopes: frozenset[str],
    today: date,
) -> Plan:
    """The artifacts of the wanted scopes: site, labels, brochures; `today` is the printing day.

    `catalogue` is the content's as it was ordered, `folder` the content's own.
    """
    pictures = content.pictures
    lapsed = not_held(catalogue, today)
    site = Plan(())
    if "site" in scopes:
        site = content.site or site_plan(catalogue, pictures, content.digests, folder, theme, today)
    found = [*site.artifacts]
    if "labels" in scopes:
        found += _codes(catalogue)
    if catalogue.site.downloads or scopes - {"site"}:
        # The typesetter, which a site that offers nothing printed can spare.
        from generator.press.finishing.own_profile import profile_named
        from generator.press.plan import plan as printed

        profile = profile_named(catalogue.site)
        of_press = (folder / profile,) if profile else ()
        found += (
            replace(each, files=(*each.files, *of_press)) if "profile" in each.values else each
            for each in printed(catalogue, pictures, theme, scopes, lapsed, content.stocks)
        )
    return Plan((*found,), site.subject)


def _codes(catalogue: Catalogue) -> Iterator[Artifact]:
    for product, url in coded(catalogue):
        yield codes.plan(product.slug, product.source, url)


def coded(catalogue: Catalogue) -> Iterator[tuple[Product, str]]:
    """Every product that gets a code of its own, with the address in it."""
    for product in catalogue.products:
        paths = addresses.scan_paths(product)
        if paths and product.status is Status.CERTIFIED:
            yield product, addresses.printed_url(catalogue.site.base_url, paths[0])
