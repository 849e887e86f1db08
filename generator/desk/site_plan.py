"""The site's plan, for whoever looks an address up in it, counts its files or makes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator import theme
from generator.catalogue.judging.lapsing import not_held
from generator.catalogue.model import Catalogue
from generator.desk.offered import downloads
from generator.engine import Plan
from generator.pictures.picture import Picture


def site_plan(
    catalogue: Catalogue,
    pictures: Mapping[str, Picture],
    digests: Mapping[str, str],
    content: Path,
    folders: theme.Folders,
    day: date,
) -> Plan:
    """The plan of the catalogue's site, as it was ordered and as it is printed on that day.

    `content` is the project's content folder, `digests` the hashes of its files, `folders` are the
    theme's. Raises ThemeError.
    """
    # The pages, which whoever needs no plan can spare.
    from generator.web import plan as pages

    offered = downloads(catalogue, pictures, folders, not_held(catalogue, day))
    return pages.plan(catalogue, pictures, content, folders, digests, offered)
