"""Which pages the site has, in which languages, and at which addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import get_args

from generator import addresses
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product, Site, Status

LANGUAGES: tuple[Language, ...] = get_args(Language)
Key = tuple[str, str]
"""What a page is about: its kind and its slug or number; an empty slug for the kind's list."""
RECALLS: Key = ("recall", "")
"""The list of recalled lots, which a site with lots has."""


ROOTS = ("01", "Q", "media", "static", "qr", "share", "schema", "pagefind", "brochures")
"""First segments of addresses that are no pages to browse."""


@dataclass(frozen=True, slots=True)
class PageSubject:
    """What a page of a kind is about: its `slug`, and its content file where it has its own.

    `segment` is the last part of its address, where that isn't the slug; `hidden` keeps the page
    out of the sitemap.
    """

    slug: str
    source: str | None = None
    segment: str | None = None
    hidden: bool = False


Subjects = Sequence[PageSubject]


def nothing(catalogue: Catalogue, language: Language) -> Subjects:  # noqa: ARG001
    """The subjects of a kind that is a list alone."""
    return ()


def never(catalogue: Catalogue, subjects: Subjects) -> bool:  # noqa: ARG001
    """A kind whose pages no list gathers."""
    return False


def always(catalogue: Catalogue, subjects: Subjects) -> bool:  # noqa: ARG001
    """A list that stands whatever it holds."""
    return True


def where_any(catalogue: Catalogue, subjects: Subjects) -> bool:  # noqa: ARG001
    """A list that stands where there is something to list."""
    return bool(subjects)


@dataclass(frozen=True, slots=True, kw_only=True)
class PathKind:
    """What a kind of pages says of its addresses.

    `segments` is the folder by language, empty for pages that stand at the language's own root;
    `subjects` gives what an edition has pages about; `listed` tells whether the folder has a page.
    `claimed` gives the last parts of all addresses that the kind may come to have, where those
    are more than it has: no alias may take one.
    """

    name: str
    segments: Mapping[Language, str]
    subjects: Callable[[Catalogue, Language], Subjects] = nothing
    listed: Callable[[Catalogue, Subjects], bool] = where_any
    claimed: Callable[[Catalogue, Language], Iterable[str]] | None = None

    def folder(self, language: Language) -> str:
        """The address of the kind's list."""
        return addresses.folder(self.segments, language)

    def page(self, segment: str, language: Language) -> str:
        """The address of the page that ends in the segment."""
        return addresses.page(self.segments, segment, language)


@dataclass(frozen=True, slots=True)
class Paths:
    """Addresses of all pages, by what they are about and then by language.

    `sources` are the content files of pages that have one; `hidden` pages stay out of the sitemap.
    """

    table: Mapping[Key, Mapping[Language, str]]
    sources: Mapping[Key, str]
    hidden: Set[Key]

    def of(self, key: Key) -> Mapping[Language, str]:
        """The page's address in each language that it exists in; empty for no such page."""
        return self.table.get(key, {})

    def __iter__(self) -> Iterator[tuple[Key, Mapping[Language, str]]]:
        return iter(self.table.items())


def listed(catalogue: Catalogue, language: Language) -> tuple[Product, ...]:
    """Products that lists in that language show: not withdrawn, and written in the language."""
    return tuple(
        product
        for product in catalogue.products
        if product.status is not Status.WITHDRAWN and written(catalogue, product, language)
    )


def written(catalogue: Catalogue, product: Product, language: Language) -> bool:
    """Whether the product has words in that language."""
    return language == catalogue.site.language or language in product.translations


def languages_of(site: Site) -> tuple[Language, ...]:
    """The languages of the site's pages, its own among them."""
    return tuple(dict.fromkeys((*site.languages, site.language)))


def paths_of(catalogue: Catalogue, kinds: Iterable[PathKind]) -> Paths:
    """Every page of the site, in the order of the kinds."""
    table: dict[Key, dict[Language, str]] = {}
    sources: dict[Key, str] = {}
    hidden = set[Key]()
    kinds = [*kinds]
    for language in languages_of(catalogue.site):
        for kind in kinds:
            subjects = kind.subjects(catalogue, language)
            if kind.listed(catalogue, subjects):
                table.setdefault((kind.name, ""), {})[language] = kind.folder(language)
            folder = kind.folder(language)
            for each in subjects:
                key = (kind.name, each.slug)
                table.setdefault(key, {})[language] = f"{folder}{each.segment or each.slug}/"
                if each.source:
                    sources[key] = each.source
                if each.hidden:
                    hidden.add(key)
    return Paths(table, sources, hidden)


def claimed(catalogue: Catalogue, kinds: Iterable[PathKind]) -> Mapping[str, str]:
    """Every address that a page to browse has or may come to have, with its file, if it has one."""
    kinds = [*kinds]
    found: dict[str, str] = {}
    for language in languages_of(catalogue.site):
        for kind in kinds:
            found[kind.folder(language)] = ""
            for segment in _claimed(kind, catalogue, language):
                found[kind.page(segment, language)] = ""
            for each in kind.subjects(catalogue, language):
                if each.source:
                    found[kind.page(each.segment or each.slug, language)] = each.source
    return found


def _claimed(kind: PathKind, catalogue: Catalogue, language: Language) -> Iterable[str]:
    if kind.claimed:
        return kind.claimed(catalogue, language)
    return (each.segment or each.slug for each in kind.subjects(catalogue, language))


def reserved(kinds: Iterable[PathKind], language: Language) -> Set[str]:
    """First segments of that language's addresses that no content page may take.

    In lower case: on many a disk, q and Q are one folder.
    """
    folders = {kind.segments[language] for kind in kinds} - {""}
    if addresses.home(language):
        return folders
    others = {addresses.home(each).strip("/") for each in LANGUAGES} - {""}
    return folders | others | {each.lower() for each in ROOTS}
