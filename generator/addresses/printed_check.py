"""Whether every printed address still answers, with the page of the product it was printed for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.addresses.ledger import SOURCE, LedgerEntry
from generator.addresses.redirects import alias_path
from generator.addresses.scan import ScanAddress, all_scan_paths, former_scan_paths, same_place
from generator.catalogue.model import (
    Catalogue,
    Product,
)
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rules_printed import (
    PRINTED_DRAFT,
    PRINTED_HOST,
    PRINTED_LOST,
    PRINTED_LOT_LOST,
    PRINTED_OTHER,
    PRINTED_RENAMED,
)
from generator.catalogue.saying import span


@dataclass(frozen=True)
class PrintedCheck:
    """What answers today.

    `page_of` gives a product's page to browse by its slug, of one that is gone too; `served` are
    the paths of all pages, with closing slash; `base_urls` where the site will live,
    once for each build that is to be published; `unread` the texts by slug of product files that
    have errors, which are told first: nobody can say yet what they answer for. `unread_lots` are
    the slugs of products whose tables of lots have errors. `drafts` are the texts by slug of
    product files in work, which answer for nothing.
    """

    catalogue: Catalogue
    page_of: Callable[[str], str]
    served: Collection[str]
    base_urls: tuple[str, ...]
    unread: Mapping[str, str] = field(default_factory=dict)
    unread_lots: Collection[str] = ()
    drafts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def owners(self) -> dict[str, Product]:
        """The product behind each scan address."""
        return {path: each for each in self.catalogue.products for path in all_scan_paths(each)}

    def faults(self, entries: Iterable[LedgerEntry]) -> Iterator[Finding]:
        """Yield a finding for each address that no longer leads where its packs promise.

        All printings of one address are told together, at the first.
        """
        groups: dict[tuple[ScanAddress, str], list[LedgerEntry]] = {}
        for entry in entries:
            printing = entry.printing
            groups.setdefault((printing.scan, printing.product), []).append(entry)
        for (scan, slug), group in groups.items():
            if slug not in self.unread:
                yield from self._faults(scan, slug, group)

    def _faults(
        self, scan: ScanAddress, slug: str, group: Sequence[LedgerEntry]
    ) -> Iterator[Finding]:
        position, packs = group[0].position, _packs(group)
        for base_url in self.base_urls:
            if scan.stem is not None and not self._leads_to(scan.stem, base_url):
                values = {**packs, "found": base_url}
                yield Finding(SOURCE, position, PRINTED_HOST, values)
        owner = self.owners.get(scan.path)
        if owner is None and self._may_come_back(scan.path):
            return
        if owner is None and (draft := self._draft_of(slug, scan.path)):
            yield Finding(f"content/products/{draft}.md", ("draft",), PRINTED_DRAFT, packs)
            return
        if owner is None or f"{scan.path}/" not in self.served:
            values = {**packs, "alias": f"/{scan.path}"}
            yield Finding(SOURCE, position, PRINTED_LOST, values)
            return
        if not self._answers_for(owner, slug, scan.path):
            values = {**packs, "other": owner.source, "alias": f"/{self.page_of(slug)}"}
            yield from self._stranger(slug, position, values)
        if f"{scan.page}/" not in self.served and owner.slug not in self.unread_lots:
            values = {**packs, "lot": scan.lot or ""}
            yield Finding(SOURCE, position, PRINTED_LOT_LOST, values)

    def _leads_to(self, stem: str, base_url: str) -> bool:
        """Whether what was printed with this stem opens there, perhaps by being forwarded."""
        site = self.catalogue.site
        former = site.former_base_urls if base_url == site.base_url else ()
        return any(same_place(stem, place) for place in (base_url, *former))

    def _may_come_back(self, path: str) -> bool:
        """Whether a file with errors names the code, or the GTIN in however many digits."""
        return any(_code(path) in text for text in self.unread.values())

    def _draft_of(self, slug: str, path: str) -> str | None:
        """The draft that the packs are of: the product's own file, else one with its code."""
        named = (each for each, text in self.drafts.items() if _code(path) in text)
        return slug if slug in self.drafts else next(named, None)

    def _answers_for(self, owner: Product, slug: str, path: str) -> bool:
        """Whether the owner is the product itself, or says that it stands for it."""
        renamed = self.page_of(slug) in map(alias_path, owner.aliases)
        return owner.slug == slug or renamed or path in former_scan_paths(owner)

    def _stranger(self, slug: str, position: Position, values: dict[str, str]) -> Iterator[Finding]:
        rule = PRINTED_OTHER if slug in self.catalogue.by_slug else PRINTED_RENAMED
        yield Finding(SOURCE, position, rule, values)


def _code(path: str) -> str:
    """What a file has of a scan address: the code, or the GTIN without zeros before it."""
    return path.split("/")[1].lstrip("0")


def _packs(group: Sequence[LedgerEntry]) -> dict[str, str]:
    """What is at stake: “1200 × tem 70 × 37 mm, 12/03/2026”."""
    printings = [entry.printing for entry in group]
    days = [printing.printed_on for printing in printings]
    kinds = list(dict.fromkeys(printing.what for printing in printings))
    return {
        "address": printings[0].address,
        "product": printings[0].product,
        "quantity": str(sum(printing.quantity for printing in printings)),
        "what": ", ".join(kinds[:3]) + (" …" if len(kinds) > 3 else ""),
        "days": span(min(days), max(days)),
    }
