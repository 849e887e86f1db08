"""The ledger held against the catalogue: what `check` and `build` say of printed addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from generator import addresses
from generator.addresses import ledger
from generator.addresses.ledger import Entry
from generator.addresses.printed_check import Standing
from generator.catalogue.base_url import is_placeholder, normalised
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rules_printed import PRINTED_PLACEHOLDER
from generator.catalogue.reading.files import (
    markdown_files,
    read_text,
)
from generator.catalogue.reading.frontmatter import (
    UnreadableError,
)
from generator.catalogue.reading.lot_files import lots_of


def printed_findings(
    content: Path, catalogue: Catalogue, base_url: str | None, wrong: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Every problem of the ledger; `wrong` are the files with errors, which are told already.

    `base_url` is that of the command line. A trial at a host that nobody can reach may differ from
    what was printed; the site's own may not.
    """
    found = ledger.read(content)
    if not found.entries and not found.faults:
        return ()
    own = catalogue.site.base_url
    trial = base_url is None or is_placeholder(base_url)
    standing = Standing(
        catalogue,
        addresses.served(catalogue.products, catalogue.lots),
        (own,) if trial or base_url is None else tuple({own: None, normalised(base_url): None}),
        dict(_unread(content, catalogue)),
        frozenset(filter(None, map(lots_of, wrong))),
    )
    return (*found.faults, *standing.faults(found.entries), *_placeholders(found.entries))


def _unread(content: Path, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Slug and text of each product file that is not in the catalogue, for it has errors."""
    for file in markdown_files(content, "products"):
        if file.language is None and file.slug not in catalogue.by_slug:
            with suppress(UnreadableError):
                yield file.slug, read_text(file.path, content)


def _placeholders(entries: Sequence[Entry]) -> Iterator[Finding]:
    seen = set[str]()
    for entry in entries:
        stem = entry.printing.scan.stem
        if stem and is_placeholder(stem) and stem not in seen:
            seen.add(stem)
            values = {"address": entry.printing.address}
            yield Finding(ledger.SOURCE, entry.position, PRINTED_PLACEHOLDER, values)
