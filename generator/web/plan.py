"""Everything below output/site, as artifacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import addresses, theme
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.engine.artifact import (
    Artifact,
    Deriver,
    Plan,
    Values,
)
from generator.pictures.picture import Picture
from generator.web import (
    lots,
    passport_files,
    render,
    styles,
)
from generator.web.calendars import calendars
from generator.web.dependencies import Dependencies
from generator.web.downloads import Download
from generator.web.feeds import feeds
from generator.web.hosting import hosting
from generator.web.installable import installable
from generator.web.kinds import BY_NAME as KINDS
from generator.web.kinds import TABLE, Asked
from generator.web.linkset import linksets
from generator.web.media import media
from generator.web.offline import offline_files
from generator.web.paths import Key, paths_of
from generator.web.search.files import search_files
from generator.web.sitemap import sitemaps
from generator.web.template_files import TemplateFiles
from generator.web.template_values.frame import FrameValues
from generator.web.template_values.pages import RedirectPage
from generator.web.views.content import not_found_page, redirect_page, root_page
from generator.web.views.edition import NOT_FOUND, Edition

_INLINE_STYLED = "product.html"
_AT_ROOT = {"sw.js"}
"""Static files that stand at the site's root: a service worker answers for what is below it."""
Editions = Mapping[Language, Edition]


def plan(
    catalogue: Catalogue,
    photos: Mapping[str, Picture],
    content: Path,
    theme: tuple[Path, ...],
    digests: Mapping[str, str] | None = None,
    downloads: tuple[Download, ...] = (),
) -> Plan:
    """The site's pages, pictures and files; the subject is the editions by language.

    `photos` are by file name in `content`/media; `theme` is the chosen theme's folder, then its
    ancestors'; `digests` are hashes of the content's files as `Reading` has them, None where there
    are none; `downloads` are the files that it offers, which are made elsewhere. Templates, styles
    and strings are read here to name the files that each page needs.

    Raises ThemeError for a theme that lacks a file or a string.
    """
    editions = editions_of(catalogue, photos, theme, downloads)
    dependencies = None
    if digests is not None:
        dependencies = Dependencies.seen(catalogue, photos, digests, TABLE.groupings, downloads)
    return Plan((*_artifacts(editions, catalogue, photos, content, theme, dependencies),), editions)


def _artifacts(
    editions: Editions,
    catalogue: Catalogue,
    photos: Mapping[str, Picture],
    content: Path,
    theme: tuple[Path, ...],
    dependencies: Dependencies | None,
) -> Iterator[Artifact]:
    main = editions[catalogue.site.language]
    pages = _Pages(theme, dependencies, TemplateFiles(theme))
    for key, paths in main.paths:
        source = main.paths.sources.get(key, catalogue.site.source)
        (kind, slug) = key
        parts = KINDS[kind].page_of(slug).parts
        for language, path in paths.items():
            own = language == main.language and slug
            extra = KINDS[kind].also_at(catalogue, slug) if own else ()
            yield from pages.page(language, key, (path, *extra), source)
            for number in range(2, parts(editions[language], slug) + 1):
                further = addresses.part(path, number, language)
                yield from pages.page(language, key, (further,), source, part=number)
    for language, edition in editions.items():
        files = pages.files(_INLINE_STYLED, language)
        yield from lots.lot_pages(edition, main.language, files, dependencies)
    yield from passport_files.passports(main, theme, dependencies)
    yield from linksets([*editions.values()], theme, dependencies)
    yield from hosting(main, theme)
    yield from _redirects(main, pages)
    if not any(path == "" for path in main.paths.of(("home", "")).values()):
        yield pages.file(main, "redirect.html", "index.html", catalogue.site.source, root_values)
    yield pages.file(main, "not_found.html", NOT_FOUND, catalogue.site.source, lost_values)
    yield from sitemaps(main, dependencies)
    yield from feeds([*editions.values()], dependencies)
    yield from search_files([*editions.values()], dependencies)
    yield from calendars([*editions.values()], theme, dependencies)
    yield from installable([*editions.values()], theme)
    yield from offline_files([*editions.values()])
    yield from media(editions.values(), photos, content, theme)
    yield from _static(catalogue, theme)


def editions_of(
    catalogue: Catalogue,
    photos: Mapping[str, Picture],
    folders: theme.Folders,
    downloads: tuple[Download, ...],
) -> dict[Language, Edition]:
    """The site in each of its languages, its own first. Raises ThemeError."""
    paths = paths_of(catalogue, KINDS.values())
    own = catalogue.site.language
    languages = [own, *(each for each in catalogue.site.languages if each != own)]
    return {
        language: Edition(
            catalogue, photos, paths, language, theme.words(folders, language), TABLE, downloads
        )
        for language in languages
    }


@dataclass(frozen=True, slots=True)
class _Pages:
    """Describes pages as artifacts, and remembers which files of the theme each template reads."""

    folders: theme.Folders
    dependencies: Dependencies | None
    templates: TemplateFiles
    read: dict[tuple[str, str], tuple[Path, ...]] = field(default_factory=dict)

    def page(
        self, language: Language, key: Key, paths: Sequence[str], source: str, part: int = 1
    ) -> Iterator[Artifact]:
        """The page about something, at each of its addresses; the worker gathers its values.

        Addresses of one depth get one and the same page: its links start from any of them alike.
        All but the first are on packs, and lack what nobody needs there.
        `part` is the number of the page in a long list.
        """
        kind, slug = key
        template = KINDS[kind].page_of(slug).template
        for alike in _by_depth(paths):
            values = {
                "template": template,
                "language": language,
                "about": key,
                "origin": alike[-1],
                "part": part,
                "uses": [_use(path, paths[0]) for path in alike],
            }
            yield Artifact(
                tuple(f"site/{path}index.html" for path in alike),
                render.render_page,
                values,
                source,
                self.files(template, language),
                derive=page_values,
                dependencies=self._dependencies(key, source),
            )

    def file(
        self,
        edition: Edition,
        template: str,
        path: str,
        source: str,
        derive: Deriver,
        **values: str,
    ) -> Artifact:
        """A page that is about nothing in particular."""
        known = {"template": template, "language": edition.language, **values}
        files = self.files(template, edition.language)
        face = self.dependencies.face if self.dependencies else None
        return Artifact(
            (f"site/{path}",),
            render.render_page,
            known,
            source,
            files,
            derive=derive,
            dependencies=face,
        )

    def _dependencies(self, key: Key, source: str) -> str | None:
        if self.dependencies is None:
            return None
        return (
            self.dependencies.of_recalls
            if KINDS[key[0]].shows_recalls
            else self.dependencies.of_page(key, source)
        )

    def files(self, template: str, language: str) -> tuple[Path, ...]:
        """All of the theme's files that pages of that template in that language are made from."""
        if (template, language) not in self.read:
            found = self.templates.of(template)
            found += theme.string_files(self.folders, language)
            found += theme.manifest_files(self.folders)
            if template == _INLINE_STYLED:
                found += theme.styles(self.folders, "inline") + theme.styles(self.folders, "lot")
            self.read[template, language] = found
        return self.read[template, language]


def _by_depth(paths: Sequence[str]) -> Sequence[tuple[str, ...]]:
    depths: dict[int, list[str]] = {}
    for path in paths:
        depths.setdefault(path.count("/"), []).append(path)
    return [tuple(alike) for alike in depths.values()]


def _use(path: str, browsed: str) -> render.Use:
    """How people come to the page at the path; a GS1 address is for machines as well."""
    if path == browsed:
        return "browsed"
    return "whole" if path.startswith("01/") else "coded"


def page_values(editions: Editions, values: Values) -> Values:
    """The values of `render_page` for the page that is `about` a key: see `_Pages.page`."""
    edition = editions[values["language"]]
    kind, slug = values["about"]
    asked = Asked(slug, values["origin"], values["part"])
    page = KINDS[kind].page_of(slug).view(edition, asked)
    return {**_rendered(values, page), "uses": values["uses"]}


def lost_values(editions: Editions, values: Values) -> Values:
    """The values of `render_page` for the page that answers for lost addresses."""
    return _rendered(values, not_found_page(editions[values["language"]]))


def redirect_values(editions: Editions, values: Values) -> Values:
    """The values of `render_page` for the page at an old address (`from`) of a product (`slug`)."""
    edition = editions[values["language"]]
    return _rendered(values, redirect_page(edition, values["from"], values["slug"]))


def root_values(editions: Editions, values: Values) -> Values:
    """The values of `render_page` for the root of a site whose home page stands below it."""
    return _rendered(values, root_page(editions[values["language"]]))


def _rendered(values: Values, page: FrameValues | RedirectPage) -> Values:
    return {"template": values["template"], "language": values["language"], "page": page}


def _redirects(edition: Edition, pages: _Pages) -> Iterator[Artifact]:
    targets = edition.product_pages
    slugs = {path: slug for slug, path in targets.items()}
    for redirect in addresses.redirects(edition.catalogue, targets):
        where = {"from": redirect.path, "slug": slugs[redirect.target]}
        path = f"{redirect.path}index.html"
        yield pages.file(edition, "redirect.html", path, redirect.source, redirect_values, **where)


def _static(catalogue: Catalogue, folders: theme.Folders) -> Iterator[Artifact]:
    source = catalogue.site.source
    manifests = theme.manifest_files(folders)
    for name, place in styles.SHEETS.items():
        files = (*theme.styles(folders, place), *manifests)
        yield Artifact(
            (f"site/static/{name}",), render.bundle_styles, {"place": place}, source, files
        )
    scripts = theme.scripts(folders)
    for path, parts in scripts.items():
        target = f"site/static/{path}"
        yield Artifact((target,), render.join_script, {"path": path}, source, (*parts, *manifests))
    for path, file in theme.static_files(folders).items():
        if path in scripts:
            continue
        target = f"site/{path}" if path in _AT_ROOT else f"site/static/{path}"
        files = (file, *manifests) if file.suffix == ".svg" else (file,)
        yield Artifact((target,), render.copy_static, {"path": path}, source, files)
