"""Which pages are about what somebody has saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.languages import Language
from generator.catalogue.model.folders import BY_NAME
from generator.desk.serving.sight import LiveSite, Saved
from generator.web.kinds import BY_NAME as KINDS


@dataclass(frozen=True, slots=True)
class Going:
    """Where browsers go, from the sight of that number on: to the first of these pages.

    One stays where it is if its page is among them, or is made from one of the `sources`.
    """

    number: int = 0
    pages: tuple[str, ...] = ()
    sources: frozenset[str] = frozenset()


def going_to(site: LiveSite, saved: Saved) -> Going | None:
    """The pages of the one thing that was saved, the best to look at first.

    None where several were, as after an import: nobody is led about then.
    """
    found = {about for path in saved.paths if (about := _about(path, site))}
    if len(found) != 1:
        return None
    ((folder, slug, language),) = found
    pages = tuple(dict.fromkeys(f"/{path}" for path in _pages(site, folder, slug, language)))
    sources = saved.paths if language else saved.paths | {f"content/{folder}/{slug}.md"}
    return Going(0, pages, sources) if pages else None


def _about(path: str, site: LiveSite) -> tuple[str, str, Language | None] | None:
    """Folder and slug of the thing that the file is part of; the language, where it is of one."""
    parts = path.split("/")
    if len(parts) < 3 or parts[0] != "content":
        return None
    folder, name = parts[1], "/".join(parts[2:])
    if folder == "media":
        return _pictured(site, name)
    stem, _, ending = name.rpartition(".")
    if folder == "lots" and ending == "csv":
        return "products", stem, None
    if folder not in BY_NAME or ending.lower() != "md":
        return None
    for language in site.editions:
        if stem.endswith(f".{language}"):
            return folder, stem.removesuffix(f".{language}"), language
    return folder, stem, None


def _pictured(site: LiveSite, photo: str) -> tuple[str, str, None] | None:
    for product in site.catalogue.products:
        if any(each.file == photo for each in product.photos):
            return "products", product.slug, None
    return None


def _pages(site: LiveSite, folder: str, slug: str, language: Language | None) -> Iterator[str]:
    own = site.catalogue.site.language
    edition = site.editions[own]
    key = (BY_NAME[folder].kind, slug)
    paths = edition.paths.of(key)
    wanted = [language] if language else [own, *(each for each in paths if each != own)]
    yield from (paths[each] for each in wanted if each in paths)
    if folder == "products" and language in (None, own):
        yield from KINDS[key[0]].also_at(edition.catalogue, slug) if paths else ()
