"""Everything below output/site, as artifacts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator import addresses
from generator.build.artifact import Artifact
from generator.catalogue.models import Catalogue, Language, Product
from generator.pictures.photos import Picture
from generator.web import render, theme
from generator.web.feeds import feeds
from generator.web.media import media
from generator.web.paths import Key, paths_of
from generator.web.views.content import content_page, not_found_page, redirect_page
from generator.web.views.edition import NOT_FOUND, Edition, View
from generator.web.views.fair import fair_page
from generator.web.views.home import home_page
from generator.web.views.lists import catalogue_page, index_page, list_page, producer_page
from generator.web.views.product import product_page

_INLINE_STYLED = "product.html"


def plan(
    catalogue: Catalogue,
    photos: Mapping[str, Picture],
    content: Path,
    theme: tuple[Path, ...],
) -> Iterator[Artifact]:
    """The site's pages, pictures and files.

    `photos` are by file name in `content`/media; `theme` is the chosen theme's folder, then its
    ancestors'. Templates, styles and strings are read here to name the files that each page needs.

    Raises ThemeError for a theme that lacks a file or a string.
    """
    editions = _editions(catalogue, photos, theme)
    main = editions[catalogue.site.language]
    pages = _Pages(theme)
    for key, paths in main.paths:
        for language, path in paths.items():
            edition = editions[language]
            template, view = _view(edition, key)
            yield pages.page(edition, template, path, view(), _source(catalogue, key))
    for product in catalogue.products:
        yield from _scan_pages(main, pages, product)
    yield from _redirects(main, pages)
    lost = not_found_page(main)
    yield pages.file(main, "not_found.html", f"site/{NOT_FOUND}", lost, catalogue.site.source)
    yield from feeds(list(editions.values()))
    yield from media(editions.values(), photos, content)
    yield from _static(catalogue, theme)


def _editions(
    catalogue: Catalogue, photos: Mapping[str, Picture], folders: theme.Folders
) -> dict[Language, Edition]:
    paths = paths_of(catalogue)
    own = catalogue.site.language
    languages = [own, *(each for each in catalogue.site.languages if each != own)]
    return {
        language: Edition(catalogue, photos, paths, language, theme.words(folders, language))
        for language in languages
    }


@dataclass(frozen=True, slots=True)
class _Pages:
    """Makes artifacts of pages, and remembers which files of the theme each template reads."""

    folders: theme.Folders
    read: dict[tuple[str, str], tuple[Path, ...]] = field(default_factory=dict)

    def page(self, edition: Edition, template: str, path: str, page: View, source: str) -> Artifact:
        return self.file(edition, template, f"site/{path}index.html", page, source)

    def file(self, edition: Edition, template: str, path: str, page: View, source: str) -> Artifact:
        values = {"template": template, "language": edition.language, "page": page}
        files = self._files(template, edition.language)
        return Artifact((path,), render.render_page, values, source, files)

    def _files(self, template: str, language: str) -> tuple[Path, ...]:
        if (template, language) not in self.read:
            found = theme.templates(self.folders, template)
            found += theme.string_files(self.folders, language)
            if template == _INLINE_STYLED:
                found += _style_files(self.folders, "inline")
            self.read[template, language] = found
        return self.read[template, language]


def _view(edition: Edition, key: Key) -> tuple[str, Callable[[], View]]:
    """The template of a page and what gives its values."""
    kind, slug = key
    if kind == "home":
        return "home.html", partial(home_page, edition)
    if kind == "product" and slug:
        return "product.html", partial(product_page, edition, edition.catalogue.by_slug[slug])
    if kind == "product":
        return "catalogue.html", partial(catalogue_page, edition)
    if kind == "page":
        page = next(each for each in edition.catalogue.pages if each.slug == slug)
        return "page.html", partial(content_page, edition, page)
    if not slug:
        return "index.html", partial(index_page, edition, kind)
    if kind == "producer":
        return "producer.html", partial(producer_page, edition, slug)
    if kind == "fair":
        fair = next(each for each in edition.catalogue.fairs if each.slug == slug)
        return "fair.html", partial(fair_page, edition, fair)
    return "list.html", partial(list_page, edition, kind, slug)


def _source(catalogue: Catalogue, key: Key) -> str:
    kind, slug = key
    if kind == "product" and slug:
        return catalogue.by_slug[slug].source
    if kind == "producer" and slug:
        return catalogue.producers[slug].source
    sources = {("fair", fair.slug): fair.source for fair in catalogue.fairs}
    sources |= {("page", page.slug): page.source for page in catalogue.pages}
    return sources.get(key, catalogue.site.source)


def _scan_pages(edition: Edition, pages: _Pages, product: Product) -> Iterator[Artifact]:
    for scan in addresses.scan_paths(product):
        page = product_page(edition, product, f"{scan}/")
        yield pages.page(edition, _INLINE_STYLED, f"{scan}/", page, product.source)


def _redirects(edition: Edition, pages: _Pages) -> Iterator[Artifact]:
    products = edition.catalogue.products
    titles = {edition.path(("product", each.slug)): each.name for each in products}
    for redirect in addresses.flatten(addresses.redirects(edition.catalogue)):
        page = redirect_page(edition, redirect, titles[redirect.target])
        yield pages.page(edition, "redirect.html", redirect.path, page, redirect.source)


def _static(catalogue: Catalogue, folders: theme.Folders) -> Iterator[Artifact]:
    source = catalogue.site.source
    linked = _style_files(folders, "linked")
    yield Artifact(("site/static/site.css",), render.bundle_styles, {}, source, linked)
    for path, file in theme.static_files(folders).items():
        yield Artifact(
            (f"site/static/{path}",), render.copy_static, {"path": path}, source, (file,)
        )


def _style_files(folders: theme.Folders, place: str) -> tuple[Path, ...]:
    manifests = tuple(folder / "theme.toml" for folder in folders)
    return (*theme.styles(folders, place), *manifests)
