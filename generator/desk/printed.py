"""The ledger held against the catalogue: what `check` and `build` say of printed addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator import addresses
from generator.addresses import handed_out, ledger, seal
from generator.addresses.ledger import Ledger, LedgerEntry
from generator.addresses.printed_check import PrintedCheck
from generator.catalogue.base_url import is_placeholder, normalised
from generator.catalogue.judging.garbled_texts import garbled_findings, invisible_findings
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rules_printed import PRINTED_PLACEHOLDER, PRINTED_SERIALS_COUNT
from generator.catalogue.reading.files import (
    markdown_files,
    read_text,
)
from generator.catalogue.reading.frontmatter import (
    UnreadableError,
)
from generator.catalogue.reading.lot_files import lots_of
from generator.engine import Plan
from generator.web.kinds import PRODUCT


def was_printed(content: Path) -> bool:
    """Whether the ledger holds any printing, or a build has handed out a code."""
    return bool(ledger.read(content).entries or handed_out.read(content).entries)


def scan_pages(planned: Plan) -> frozenset[str]:
    """The scan pages that a plan really writes, with closing slash."""
    return frozenset(
        path.removeprefix("site/").removesuffix("index.html")
        for artifact in planned.artifacts
        for path in artifact.paths
        if path.startswith(("site/01/", "site/Q/")) and path.endswith("/index.html")
    )


def printed_findings(
    content: Path,
    catalogue: Catalogue,
    base_url: str | None,
    wrong: Collection[str] = (),
    planned: Plan | None = None,
    drafts: Set[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Every problem of the ledger; `wrong` are the files with errors, which are told already.

    `planned` is the site's plan, None where errors leave none: then what the catalogue promises
    stands in for what would be written. `drafts` are the files in work, which have no page.

    `base_url` is that of the command line. A trial at a host that nobody can reach may differ from
    what was printed; the site's own may not.
    """
    found = ledger.read(content)
    of_seal = tuple(_seal_findings(content, found))
    handed = handed_out.read(content)
    if not any((found.entries, found.faults, handed.entries, handed.faults)):
        return of_seal
    own = catalogue.site.base_url
    trial = base_url is None or is_placeholder(base_url)
    check = PrintedCheck(
        catalogue,
        partial(PRODUCT.page, language=catalogue.site.language),
        addresses.served(catalogue.products, catalogue.lots)
        if planned is None
        else scan_pages(planned),
        (own,) if trial or base_url is None else tuple({own: None, normalised(base_url): None}),
        dict(_unread(content, catalogue, besides=drafts)),
        frozenset(filter(None, map(lots_of, wrong))),
        dict(_drafts(content, drafts)),
    )
    faults = (*found.faults, *check.faults(found.entries), *_placeholders(found.entries))
    of_codes = (*handed.faults, *handed_out.faults(handed, found.entries, check))
    of_rows = (*_miscounted(found.entries), *_garbled(found.entries))
    return (*of_seal, *faults, *of_rows, *of_codes)


def _seal_findings(content: Path, found: Ledger) -> Iterator[Finding]:
    """Yield what is wrong with the seal, and which rows are gone for no cause that is told."""
    sealed = seal.read(content)
    if sealed.fault:
        yield sealed.fault
    elif not found.unread:
        lost = sealed.lost(entry.printing for entry in found.entries)
        yield from seal.lost_faults(seal.besides(lost, found.spoiled))


def _unread(content: Path, catalogue: Catalogue, besides: Set[str]) -> Iterator[tuple[str, str]]:
    """Slug and text of each product file that is not in the catalogue, for it has errors."""
    for file in markdown_files(content, "products"):
        if file.name not in besides and not file.language and file.slug not in catalogue.by_slug:
            with suppress(UnreadableError):
                yield file.slug, read_text(file.path, content)


def _drafts(content: Path, drafts: Set[str]) -> Iterator[tuple[str, str]]:
    """Slug and text of each product file in work."""
    for file in markdown_files(content, "products") if drafts else ():
        if file.name in drafts:
            with suppress(UnreadableError):
                yield file.slug, read_text(file.path, content)


def _miscounted(entries: Sequence[LedgerEntry]) -> Iterator[Finding]:
    for entry in entries:
        printing = entry.printing
        count = sum(map(len, printing.ranges))
        if printing.serials and count != printing.quantity:
            values = {"found": printing.serials, "quantity": str(printing.quantity)}
            at = entry.table.position(entry.row, "serials")
            yield Finding(ledger.SOURCE, at, PRINTED_SERIALS_COUNT, {**values, "count": str(count)})


def _garbled(entries: Sequence[LedgerEntry]) -> Iterator[Finding]:
    """Yield a finding where the words for what was printed have lost their letters."""
    for entry in entries:
        what = entry.printing.what
        for each in (*garbled_findings(what), *invisible_findings(what, "what")):
            at = entry.table.position(entry.row, "what")
            yield replace(each, file=ledger.SOURCE, at=at)


def _placeholders(entries: Sequence[LedgerEntry]) -> Iterator[Finding]:
    seen = set[str]()
    for entry in entries:
        stem = entry.printing.scan.stem
        if stem and is_placeholder(stem) and stem not in seen:
            seen.add(stem)
            values = {"address": entry.printing.address}
            yield Finding(ledger.SOURCE, entry.position, PRINTED_PLACEHOLDER, values)
