"""The sitemap: every page's address in its languages, in as many files as the protocol wants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from generator.catalogue.languages import Language
from generator.engine.artifact import (
    Artifact,
    Folders,
    Values,
)
from generator.web.dependencies import Dependencies
from generator.web.views.edition import Edition

MOST_ADDRESSES = 40_000
"""Addresses of one file. The protocol (sitemaps.org) allows 50,000, and 50 MB."""
PATH = "sitemap.xml"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
_ADDRESSES_A_TENTH = 6000
"""Addresses that take a tenth of a second."""


def sitemaps(main: Edition, dependencies: Dependencies | None) -> Iterator[Artifact]:
    """sitemap.xml; where it would be too long, it lists files that hold a part each.

    `main` is the edition in the site's own language.
    """
    parts = _parts(main)
    face, source = dependencies.face if dependencies else None, main.site.source
    if parts > 1:
        files = [main.url(_part_path(number)) for number in range(parts)]
        yield Artifact((f"site/{PATH}",), index, {"files": files}, source)
    for number in range(parts):
        path = _part_path(number) if parts > 1 else PATH
        known = {"language": main.language, "part": number}
        yield Artifact(
            (f"site/{path}",),
            sitemap,
            known,
            source,
            derive=_values,
            dependencies=face,
            cost=min(_count(main), MOST_ADDRESSES) // _ADDRESSES_A_TENTH,
        )


def _part_path(number: int) -> str:
    return f"sitemap-{number + 1}.xml"


def _count(edition: Edition) -> int:
    return sum(len(paths) for key, paths in edition.paths if key not in edition.paths.hidden)


def _parts(edition: Edition) -> int:
    """How many files it takes; a page stands in one of them with all its languages."""
    return max(1, -(-_count(edition) // MOST_ADDRESSES))


def _values(editions: Mapping[Language, Edition], values: Values) -> Values:
    """The addresses of a part: pages are dealt out by how many addresses come before them."""
    edition = editions[values["language"]]
    before, pages = 0, []
    for key, paths in edition.paths:
        if key in edition.paths.hidden:
            continue
        if before // MOST_ADDRESSES == values["part"]:
            pages.append({str(each): edition.url(path) for each, path in paths.items()})
        before += len(paths)
    return {"pages": pages}


def sitemap(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """A sitemap of `pages`, each its addresses by language.

    Tens of thousands of addresses are written as text, each escaped, and not as a tree.
    """
    lines = [f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">']
    for page in values["pages"]:
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(other)}"/>'
            for language, other in page.items()
            if len(page) > 1
        )
        lines += (f"<url><loc>{escape(url)}</loc>{others}</url>" for url in page.values())
    return ("\n".join([_DECLARATION, *lines, "</urlset>\n"]).encode(),)


def index(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """The list of the sitemaps that are `files`."""
    lines = [f"<sitemap><loc>{escape(url)}</loc></sitemap>" for url in values["files"]]
    whole = [_DECLARATION, f'<sitemapindex xmlns="{_SITEMAP}">', *lines, "</sitemapindex>\n"]
    return ("\n".join(whole).encode(),)
