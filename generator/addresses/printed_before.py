"""What a new printing would repeat: the same order, or numbers that packs have already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.addresses.ledger_row import Printing
from generator.addresses.scan import same_place


@dataclass(frozen=True, slots=True)
class PrintedBefore:
    """Earlier printings of the same address: all, those of the same order, of the same numbers."""

    all: tuple[Printing, ...]
    same: tuple[Printing, ...]
    overlapping: tuple[Printing, ...]


def printed_before(printing: Printing, earlier: Iterable[Printing]) -> PrintedBefore:
    """Look for it among earlier printings."""
    found = tuple(each for each in earlier if _at_one_address(each, printing))
    same = tuple(each for each in found if _is_same(each, printing))
    return PrintedBefore(
        found, same, () if same else tuple(e for e in found if _number_in_both(e, printing))
    )


def _at_one_address(one: Printing, other: Printing) -> bool:
    stems = one.scan.stem, other.scan.stem
    return (one.product, one.scan.path, _lot(one)) == (
        other.product,
        other.scan.path,
        _lot(other),
    ) and (None in stems or same_place(stems[0] or "", stems[1] or ""))


def _is_same(one: Printing, other: Printing) -> bool:
    """Whether both are of one order; where both know what their labels say, of the same words."""
    editions = {one.edition, other.edition} - {None}
    return _order(one) == _order(other) and len(editions) < 2


def _order(printing: Printing) -> tuple[object, ...]:
    return (tuple(map(str, printing.ranges)), printing.quantity, printing.what)


def _lot(printing: Printing) -> str | None:
    return printing.lot or printing.scan.lot


def _number_in_both(one: Printing, other: Printing) -> bool:
    return any(a.meets(b) for a in one.ranges for b in other.ranges)
