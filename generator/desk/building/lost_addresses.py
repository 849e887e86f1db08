"""Pages that the last build published, and whose address the next one would lose.

Links, bookmarks, search results and codes on packs lead to it. Most are lost without anyone's
meaning it: a file's name is its page's address, a line of site.yaml is that of half the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from generator.addresses.scan import same_place
from generator.catalogue.base_url import is_placeholder
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.model.folders import BY_NAME, folder_of
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_lost import (
    ADDRESS_ALIAS,
    ADDRESS_DRAFT,
    ADDRESS_FOLDER,
    ADDRESS_HOST,
    ADDRESS_LANGUAGE,
    ADDRESS_LOST,
    ADDRESS_MOVED,
    ADDRESS_OWN_LANGUAGE,
    ADDRESS_PAGE,
    ADDRESS_UNTRANSLATED,
)
from generator.catalogue.problems.rules_printed import HANDED_OUT_HOST, HANDED_OUT_LOST
from generator.desk.building.published_pages import (
    PLACES_FILE,
    PublishedPages,
    PublishedThing,
    place_slug,
)
from generator.desk.content import Content
from generator.desk.options import Order

_ONCE = frozenset(
    {
        *(ADDRESS_ALIAS, ADDRESS_DRAFT, ADDRESS_FOLDER, ADDRESS_HOST, ADDRESS_LANGUAGE),
        *(ADDRESS_LOST, ADDRESS_MOVED, ADDRESS_OWN_LANGUAGE, ADDRESS_PAGE, ADDRESS_UNTRANSLATED),
    }
)


def with_lost_addresses(order: Order, content: Content) -> Content:
    """The content with a warning for each page that is gone and that no alias answers for.

    What it publishes is in its `pages` then, where there was a build before. While there are
    errors, nobody can say which product has which code and which alias.
    """
    if content.errors or content.catalogue is None:
        return content
    before = PublishedPages.last(order)
    if not before.things:
        return content
    catalogue = content.catalogue
    now = PublishedPages.of(catalogue, catalogue.site.base_url)
    lost = content.placed(_Lost(before, now, content, catalogue).findings())
    problems = tuple(sorted((*content.problems, *lost))) if lost else content.problems
    return replace(content, problems=problems, pages=now)


def is_told_once(problem: Problem) -> bool:
    """Whether that holds no longer when the build that says it has been published."""
    return problem.rule in _ONCE


@dataclass(frozen=True)
class _Lost:
    """What stood there `before`, held against the content of today and what it publishes `now`."""

    before: PublishedPages
    now: PublishedPages
    content: Content
    catalogue: Catalogue

    @cached_property
    def by_code(self) -> Mapping[str, Product]:
        """The products of today by what tells one from all others."""
        products = {each.source: each for each in self.catalogue.products}
        things = self.now.things
        return {c: product for source, product in products.items() for c in things[source].codes}

    @cached_property
    def lost(self) -> Mapping[str, PublishedThing]:
        """What has addresses that open nothing any more, with these alone."""
        answered = self.now.answered | self._told
        found = {}
        for source, thing in self.before.things.items():
            pages = {lang: page for lang, page in thing.pages.items() if page not in answered}
            others = tuple(each for each in thing.others if each not in answered)
            if pages or others:
                found[source] = replace(thing, pages=pages, others=others)
        return found

    @cached_property
    def _told(self) -> frozenset[str]:
        """Addresses that the list of codes tells of."""
        told = (each for each in self.content.problems if each.rule == HANDED_OUT_LOST)
        return frozenset(f"{dict(each.values)['alias'].strip('/')}/" for each in told)

    def findings(self) -> Iterator[Finding]:
        """Yield one finding for each cause."""
        yield from self._of_host()
        site = self.catalogue.site
        if self.before.language != site.language:
            values = {"before": self.before.language, "found": site.language}
            yield from self._of_site(ADDRESS_OWN_LANGUAGE, "language", self._pages(), values)
            yield from self._of_files(frozenset(self.before.languages))
            return
        gone = frozenset(self.before.languages) - {*site.languages}
        for language in sorted(gone):
            values = {"found": language}
            yield from self._of_site(ADDRESS_LANGUAGE, "languages", self._pages(language), values)
        yield from self._of_files(gone)

    def _of_host(self) -> Iterator[Finding]:
        """Yield a finding where the whole site has moved, and nobody says that the old forwards."""
        site, old = self.catalogue.site, self.before.base_url
        known = (site.base_url, *site.former_base_urls)
        told = any(each.rule == HANDED_OUT_HOST for each in self.content.problems)
        if told or not old or is_placeholder(old) or any(same_place(old, each) for each in known):
            return
        listed = ", ".join([*site.former_base_urls, old])
        values = {"found": site.base_url, "old": old, "listed": f"[{listed}]"}
        yield Finding(site.source, ("base_url",), ADDRESS_HOST, values)

    def _pages(self, language: str | None = None) -> list[str]:
        """The lost pages, in that language or in any."""
        return [
            page
            for thing in self.lost.values()
            if not thing.sample
            for each, page in thing.pages.items()
            if language in {None, each}
        ]

    def _of_site(
        self, rule: Rule, key: str, pages: Sequence[str], values: Mapping[str, str]
    ) -> Iterator[Finding]:
        if pages:
            found = {**values, "count": str(len(pages)), "address": f"/{min(pages)}"}
            yield Finding(self.catalogue.site.source, (key,), rule, found)

    def _of_files(self, told: Set[str]) -> Iterator[Finding]:
        """Yield what single files have lost, but for pages in languages that are `told`."""
        emptied = dict(self._emptied(told))
        yield from emptied.values()
        for source, thing in sorted(self.lost.items()):
            pages = {lang: page for lang, page in thing.pages.items() if lang not in told}
            if (pages or thing.others) and _room(source) not in emptied:
                yield from self._of_file(source, replace(thing, pages=pages))

    def _emptied(self, told: Set[str]) -> Iterator[tuple[str, Finding]]:
        """Yield the folders of which nothing is left, where there was more than one page."""
        still = {_room(source) for source in (*self.now.things, *self.content.drafts)}
        rooms: dict[str, list[str]] = {}
        for source, thing in self.lost.items():
            room = _room(source)
            if room and room not in still and not thing.sample:
                rooms.setdefault(room, []).extend(
                    p for k, p in thing.pages.items() if k not in told
                )
        for room, pages in rooms.items():
            if len(pages) > 1:
                values = {"count": str(len(pages)), "address": f"/{min(pages)}"}
                yield room, Finding(f"content/{room}", START, ADDRESS_FOLDER, values)

    def _of_file(self, source: str, thing: PublishedThing) -> Iterator[Finding]:
        heir = next((self.by_code[code] for code in thing.codes if code in self.by_code), None)
        own = self.now.things.get(source)
        if thing.sample and heir is None:
            return  # nobody needs the page of a product that was made up
        if own is not None and _room(source) == "products":
            yield from self._of_product(self.catalogue.by_slug[PurePosixPath(source).stem], thing)
        elif heir is not None:
            yield _at(heir, ADDRESS_MOVED, (*thing.pages.values(), *thing.others), source)
        elif thing.pages and source in self.content.drafts:
            address = f"/{next(iter(thing.pages.values()))}"
            yield Finding.of(source, ("draft",), ADDRESS_DRAFT, address=address)
        elif slug := place_slug(source):
            if slug not in self.catalogue.places:
                yield Finding(PLACES_FILE, START, ADDRESS_PAGE, _values([*thing.pages.values()]))
        elif thing.pages:
            rule = ADDRESS_LOST if _room(source) == "products" else ADDRESS_PAGE
            yield Finding(source, START, rule, _values([*thing.pages.values(), *thing.others]))

    def _of_product(self, product: Product, thing: PublishedThing) -> Iterator[Finding]:
        """Yield what a product that there still is has lost: a translation, a code, an alias."""
        for language, page in thing.pages.items():
            old = product.source.removesuffix(".md") + f".{language}.md"
            yield _at(product, ADDRESS_UNTRANSLATED, [page], old)
        if thing.others:
            yield _at(product, ADDRESS_ALIAS, thing.others)


def _room(source: str) -> str:
    """The folder of content/ that the file is of; empty for what stands in content/ itself."""
    return folder_of(source) if source.count("/") > 1 and folder_of(source) in BY_NAME else ""


def _at(product: Product, rule: Rule, lost: Iterable[str], old: str = "") -> Finding:
    """At the product that is to answer at the lost addresses, with the aliases that do it."""
    at = ("aliases",) if product.aliases else START
    return Finding(product.source, at, rule, _values([*lost], product.aliases, old))


def _values(lost: list[str], aliases: Sequence[str] = (), old: str = "") -> dict[str, str]:
    listed = ", ".join([*aliases, *(f"/{each}" for each in lost)])
    return {"address": f"/{lost[0]}", "aliases": f"[{listed}]", "old": old}
