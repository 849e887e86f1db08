"""What a kind of pages is: its addresses, its views, and where the site names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue.model import Catalogue
from generator.web.paths import Key, PathKind
from generator.web.template_values.frame import FrameValues
from generator.web.views.edition import Edition, Grouping, KindTable, MenuPart


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page of a kind is wanted: about what, standing where, and which part of a long list."""

    slug: str
    origin: str
    part: int = 1


def one_part(edition: Edition, slug: str) -> int:  # noqa: ARG001
    """Of a page that is no long list."""
    return 1


@dataclass(frozen=True, slots=True)
class PageOf:
    """How pages are made: the theme's `template`, the `view` with its values, how many `parts`."""

    template: str
    view: Callable[[Edition, Asked], FrameValues]
    parts: Callable[[Edition, str], int] = one_part


def nowhere_else(catalogue: Catalogue, slug: str) -> tuple[str, ...]:  # noqa: ARG001
    """Of pages that stand at one address."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(PathKind):
    """One kind of pages.

    `list` makes the page at the kind's folder, `one` the page about a subject; None where there is
    no such page. `also_at` gives further addresses of a subject's page in the site's own language.
    `grouping` says which products a subject gathers. The list is in the menu, or in the footer,
    where so told; `menu` is the kind's own part of the menu. `title` is the string that names the
    list, `list.<name>` where it isn't given; `shows_recalls` that it shows lots in full.
    """

    list: PageOf | None = None
    one: PageOf | None = None
    also_at: Callable[[Catalogue, str], tuple[str, ...]] = nowhere_else
    grouping: Grouping | None = None
    in_menu: bool = False
    in_footer: bool = False
    menu: MenuPart | None = None
    title: str | None = None
    shows_recalls: bool = False

    def page_of(self, slug: str) -> PageOf:
        """How the page about that subject is made; of the list, without a slug."""
        found = self.one if slug else self.list
        if found is None:
            raise LookupError(f"{self.name} has no such page")
        return found

    @property
    def title_key(self) -> str:
        """The string that names the list."""
        return self.title or f"list.{self.name}"


def table_of(kinds: Iterable[Kind]) -> KindTable:
    """What views may know of all kinds."""
    kinds = [*kinds]
    return KindTable(
        groupings={kind.name: kind.grouping for kind in kinds if kind.grouping},
        menu=tuple(part for kind in kinds for part in _menu(kind)),
        footer=tuple(kind.name for kind in kinds if kind.in_footer),
        titles={kind.name: kind.title_key for kind in kinds},
    )


def _menu(kind: Kind) -> Iterator[MenuPart]:
    if kind.in_menu:
        yield partial(_list_entry, (kind.name, ""), kind.title_key)
    if kind.menu:
        yield kind.menu


def _list_entry(key: Key, title: str, edition: Edition) -> Iterator[tuple[Key, str]]:
    if edition.language in edition.paths.of(key):
        yield key, edition.words.say(title)
