"""The facts that packs bear already: a list never changes them.

What labels say is what the field table says that they do. Who wants another value all the same
writes it by hand, and knows then that there are packs with the old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.addresses import ledger
from generator.addresses.ledger_row import Printing
from generator.addresses.scan import all_scan_paths
from generator.catalogue import saying
from generator.catalogue.fields import Shows
from generator.catalogue.lists.columns import BY_KEY
from generator.catalogue.model import Catalogue
from generator.desk.importing.fates import Change
from generator.desk.importing.row_facts import Remarked

_STEERS = ("status",)
"""What labels go by, but don't say."""
_TOGETHER = (
    ("certificate",),
    ("packs",),
    ("producer.place", "producer.address"),
)
"""Facts that stand or fall together: a certificate half taken from a list would be no true one."""


class PrintedFacts:
    """Which products have been printed, and when."""

    def __init__(self, content: Path, catalogue: Catalogue) -> None:
        self._printed: dict[str, Printing] = {}
        paths = {path: each.slug for each in catalogue.products for path in all_scan_paths(each)}
        makers = {each.slug: each.producer for each in catalogue.products}
        for entry in ledger.read(content).entries:
            found = entry.printing
            slug = found.product if found.product in makers else paths.get(found.scan.path)
            if slug in makers:
                self._printed[f"products/{slug}.md"] = found
                self._printed[f"producers/{makers[slug]}.md"] = found

    def sorted_out(self, changes: Iterable[Change]) -> tuple[list[Change], list[Remarked]]:
        """The changes that may be written, and why the others may not."""
        changes = [*changes]
        printed = [each for each in changes if self._bears(each)]
        units = {_unit(each) for each in printed}
        kept = [each for each in changes if _unit(each) not in units]
        return kept, [
            each for change in changes if _unit(change) in units for each in self._why(change)
        ]

    def _bears(self, change: Change) -> bool:
        if change.before in (None, "") or change.key in _STEERS:
            return False
        shown = Shows.LABEL in BY_KEY[change.key].row.shows
        return shown and change.file in self._printed

    def _why(self, change: Change) -> Iterator[Remarked]:
        column, cure = BY_KEY[change.key], _cure(change)
        if not self._bears(change):
            yield Remarked(
                change.cell,
                f"{change.name} đi cùng với dữ kiện đã in nên cũng giữ “{change.before or '–'}”; "
                f"muốn ghi “{change.after}” thì chạy {cure}",
                f"{change.name} goes with a printed fact, so “{change.before or '–'}” stays; "
                f"for “{change.after}” run {cure}",
            )
            return
        found = self._printed[change.file]
        day, what = saying.day(found.printed_on), found.what
        yield Remarked(
            change.cell,
            f"đã in {what} ngày {day}, nên {column.row.name('vi')} vẫn là “{change.before}” như "
            f"trong tệp, không ghi “{change.after}” của danh sách đè lên; nếu đúng là đổi thì chạy "
            f"{cure}",
            f"{what} was printed on {day}, so {column.row.name('en')} stays “{change.before}” as "
            f"in the file, and the list’s “{change.after}” isn't written over it; if it has "
            f"changed run {cure}",
        )


def _unit(change: Change) -> tuple[str, str]:
    """The file, and the first of the keys with which this one stands or falls."""
    top = change.key.partition(".")[0]
    for together in _TOGETHER:
        if change.key in together or top in together:
            return change.file, together[0]
    return change.file, change.key


def _cure(change: Change) -> str:
    """The command that writes it."""
    name = change.file.removesuffix(".md").removeprefix("products/")
    told = f"{change.name}={change.after}"
    return f"ocop set {name} " + (f'"{told}"' if " " in told else told)
