"""An edition: the site in one language, which every view draws from."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import urlsplit

from generator import addresses
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product, Site
from generator.catalogue.model.folders import BY_NAME
from generator.catalogue.ordering import in_order
from generator.catalogue.prose.links import content_keys
from generator.pictures.picture import Picture
from generator.theme import Words
from generator.web.downloads import Download
from generator.web.paths import Key, Paths, listed
from generator.web.template_values.common import StoryValues

T = TypeVar("T")

NOT_FOUND = "404.html"
"""The origin of the page for lost addresses: shown at any depth, so its links are absolute."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """How a kind gathers the products that lists show, a page for each group of them.

    `slug_of` names the group that a product belongs to, `title` what a group is called. `by_name`
    puts groups in the order of their names; `chip` is the kind's rank among the catalogue's ways
    into shorter lists.
    """

    slug_of: Callable[[Catalogue, Product], str | None]
    title: Callable[[Edition, str], str]
    by_name: bool = False
    chip: int | None = None


MenuPart = Callable[["Edition"], Iterable[tuple[Key, str]]]
"""Entries of the menu: what the page is about, and the words."""


@dataclass(frozen=True, slots=True)
class KindTable:
    """What views may know of the kinds of pages, by name and in their order.

    `footer` names those whose lists the footer links to, `titles` the string that names each list.
    """

    groupings: Mapping[str, Grouping]
    menu: tuple[MenuPart, ...]
    footer: tuple[str, ...]
    titles: Mapping[str, str]


@dataclass(frozen=True)
class Edition:
    """The catalogue with its photos, all pages' addresses, and one language's strings.

    An `origin` is the folder of the page that a link stands on, or NOT_FOUND.
    """

    catalogue: Catalogue
    photos: Mapping[str, Picture]
    paths: Paths
    language: Language
    words: Words
    kinds: KindTable
    downloads: tuple[Download, ...] = ()
    _made: dict[Hashable, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def site(self) -> Site:
        """The site's own facts."""
        return self.catalogue.site

    @property
    def own_words(self) -> Language | None:
        """The language of what editors write once for all languages, where it isn't this one."""
        own = self.site.language
        return own if own != self.language else None

    @cached_property
    def products(self) -> tuple[Product, ...]:
        """Products that this edition's lists show."""
        return listed(self.catalogue, self.language)

    @cached_property
    def ranked(self) -> tuple[Product, ...]:
        """The same in the order of lists: most stars first, then by name."""
        return tuple(in_order(self.products, self.language))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made at the first call with that key."""
        if key not in self._made:
            self._made[key] = make()
        found: T = self._made[key]
        return found

    def anew(self, catalogue: Catalogue | None = None, words: Words | None = None) -> Edition:
        """The edition of a catalogue in which a thing tells other facts, or with other strings.

        What lists have gathered is not gathered anew: they may still say the old.
        """
        newer = replace(self, catalogue=catalogue or self.catalogue, words=words or self.words)
        for name in ("products", "ranked", "product_pages"):
            if name in self.__dict__:
                newer.__dict__[name] = self.__dict__[name]
        if newer.words.table == self.words.table:
            newer._made.update(self._made)
        return newer

    def has_card(self, product: Product) -> bool:
        """Whether links to the product are shared with a picture of its own."""
        shown = (photo.file in self.photos for photo in product.photos)
        return self.site.share_cards and any(shown)

    def path(self, key: Key) -> str | None:
        """The page's address in this language, else in the site's own; None for no such page."""
        paths = self.paths.of(key)
        return paths.get(self.language, paths.get(self.site.language))

    def link(self, origin: str, target: str) -> str:
        """The link from a page to an address or a file of the site."""
        if origin == NOT_FOUND:
            return f"{urlsplit(self.site.base_url).path}/{target}"
        return addresses.relative(origin, target)

    def to(self, origin: str, key: Key) -> str | None:
        """The link from a page to the page about something, None where there is none."""
        path = self.path(key)
        return None if path is None else self.link(origin, path)

    def url(self, path: str) -> str:
        """The absolute address of a page or file."""
        return addresses.public_url(self.site.base_url, path)

    @cached_property
    def product_pages(self) -> Mapping[str, str]:
        """Each product's page in the site's own language, by slug."""
        own = self.site.language
        pages = ((each.slug, ("product", each.slug)) for each in self.catalogue.products)
        return {slug: self.paths.of(key)[own] for slug, key in pages}

    def root(self, origin: str) -> str:
        """The way from a page to the site's root, with a closing slash."""
        if origin == NOT_FOUND:
            return self.link(origin, "")
        return posixpath.relpath("/", "/" + origin) + "/"

    def rooted(self, origin: str, target: str) -> str:
        """The link from a page by way of the root: the same from all pages of one depth."""
        if origin == NOT_FOUND:
            return self.link(origin, target)
        folder = target.endswith("/") or not target
        return f"{self.root(origin)}{target}{'index.html' if folder else ''}"

    def story(self, origin: str, markdown: str, folder: str) -> StoryValues | None:
        """Markdown of that folder of content/ with the links it may need, None for no text."""
        if not markdown.strip():
            return None
        found = ((key, self._linked(origin, key)) for key in content_keys(markdown))
        links = {key: href for key, href in sorted(found) if href}
        return {"markdown": markdown, "folder": folder, "links": links}

    def _linked(self, origin: str, content_key: str) -> str:
        folder, slug = content_key.split("/")
        return self.to(origin, (BY_NAME[folder].kind, slug)) or ""
