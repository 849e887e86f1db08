"""Everything below output/site, as artifacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import addresses
from generator.build.artifact import Artifact, Plan, Values
from generator.catalogue.models import Catalogue, Language
from generator.pictures.photos import Picture
from generator.web import render, theme
from generator.web.feeds import feeds
from generator.web.hosting import hosting
from generator.web.linkset import linksets
from generator.web.media import media
from generator.web.paths import Key, paths_of
from generator.web.views.content import content_page, not_found_page, redirect_page
from generator.web.views.edition import NOT_FOUND, Edition, View
from generator.web.views.fair import fair_page
from generator.web.views.home import home_page
from generator.web.views.lists import catalogue_page, index_page, list_page, parts, producer_page
from generator.web.views.product import product_page

_INLINE_STYLED = "product.html"
Editions = Mapping[Language, Edition]


def plan(
    catalogue: Catalogue,
    photos: Mapping[str, Picture],
    content: Path,
    theme: tuple[Path, ...],
) -> Plan:
    """The site's pages, pictures and files; the subject is the editions by language.

    `photos` are by file name in `content`/media; `theme` is the chosen theme's folder, then its
    ancestors'. Templates, styles and strings are read here to name the files that each page needs.

    Raises ThemeError for a theme that lacks a file or a string.
    """
    editions = _editions(catalogue, photos, theme)
    return Plan((*_artifacts(editions, catalogue, photos, content, theme),), editions)


def _artifacts(
    editions: Editions,
    catalogue: Catalogue,
    photos: Mapping[str, Picture],
    content: Path,
    theme: tuple[Path, ...],
) -> Iterator[Artifact]:
    main = editions[catalogue.site.language]
    pages = _Pages(theme)
    sources = _sources(catalogue)
    for key, paths in main.paths:
        source = sources.get(key, catalogue.site.source)
        for language, path in paths.items():
            yield pages.page(language, key, path, source)
            for number in range(2, parts(editions[language], key) + 1):
                further = addresses.part(path, number, language)
                yield pages.page(language, key, further, source, part=number)
    for product in catalogue.products:
        for scan in addresses.all_scan_paths(product):
            path = f"{scan}/"
            key = ("product", product.slug)
            yield pages.page(main.language, key, path, product.source, scan=path)
    yield from _redirects(main, pages)
    lost = not_found_page(main)
    yield pages.file(main, "not_found.html", f"site/{NOT_FOUND}", lost, catalogue.site.source)
    yield from feeds(list(editions.values()))
    yield from linksets(list(editions.values()))
    yield from hosting(main, theme)
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
    """Describes pages as artifacts, and remembers which files of the theme each template reads."""

    folders: theme.Folders
    read: dict[tuple[str, str], tuple[Path, ...]] = field(default_factory=dict)

    def page(
        self, language: Language, key: Key, path: str, source: str, **where: str | int
    ) -> Artifact:
        """A page about something, whose values the worker gathers.

        `where` says that it stands at a `scan` path, or which `part` of a long list it shows.
        """
        template = _template(key)
        values = {"template": template, "language": language, "about": key, **where}
        return Artifact(
            (f"site/{path}index.html",),
            render.render_page,
            values,
            source,
            self._files(template, language),
            derive=page_values,
        )

    def file(self, edition: Edition, template: str, path: str, page: View, source: str) -> Artifact:
        """A page whose few values are known here."""
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


def page_values(editions: Editions, values: Values) -> Values:
    """The values of `render_page` for the page that is `about` a key: see `_Pages.page`."""
    edition = editions[values["language"]]
    return {
        "template": values["template"],
        "language": values["language"],
        "page": _view(edition, values["about"], values.get("scan"), values.get("part", 1)),
    }


def _template(key: Key) -> str:
    kind, slug = key
    if kind == "home":
        return "home.html"
    if kind == "page":
        return "page.html"
    if kind == "product":
        return _INLINE_STYLED if slug else "catalogue.html"
    if not slug:
        return "index.html"
    return {"producer": "producer.html", "fair": "fair.html"}.get(kind, "list.html")


def _view(edition: Edition, key: Key, scan: str | None, part: int) -> View:
    kind, slug = key
    catalogue = edition.catalogue
    if kind == "home":
        return home_page(edition)
    if kind == "product":
        if slug:
            return product_page(edition, catalogue.by_slug[slug], scan)
        return catalogue_page(edition, part)
    if kind == "page":
        return content_page(edition, next(each for each in catalogue.pages if each.slug == slug))
    if not slug:
        return index_page(edition, kind)
    if kind == "producer":
        return producer_page(edition, slug)
    if kind == "fair":
        return fair_page(edition, next(each for each in catalogue.fairs if each.slug == slug))
    return list_page(edition, kind, slug, part)


def _sources(catalogue: Catalogue) -> Mapping[Key, str]:
    """The content file behind each page that has one of its own."""
    return {
        **{("product", each.slug): each.source for each in catalogue.products},
        **{("producer", slug): each.source for slug, each in catalogue.producers.items()},
        **{("fair", each.slug): each.source for each in catalogue.fairs},
        **{("page", each.slug): each.source for each in catalogue.pages},
    }


def _redirects(edition: Edition, pages: _Pages) -> Iterator[Artifact]:
    products = edition.catalogue.products
    titles = {edition.path(("product", each.slug)): each.name for each in products}
    for redirect in addresses.flatten(addresses.redirects(edition.catalogue)):
        page = redirect_page(edition, redirect, titles[redirect.target])
        path = f"site/{redirect.path}index.html"
        yield pages.file(edition, "redirect.html", path, page, redirect.source)


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
