"""The ledgers in content/, which only grow: an older one may only stand in for what lacks nothing.

An older ledger has forgotten codes that are on packs in shops, or what brochures say that people
have: the next proof would find nothing changed. It comes back only where it was asked for by name,
and has every row that is recorded today: where today's was emptied or spoilt.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from generator.addresses import handed_out, ledger, seal
from generator.addresses.ledger_row import Printing
from generator.addresses.seal import Seal
from generator.catalogue import settings_files

LEDGERS = frozenset({ledger.NAME, seal.NAME, handed_out.NAME, settings_files.EDITIONS})


def is_ledger(path: str) -> bool:
    """Whether that path below content/ is a ledger's, also where case doesn't count."""
    return path.casefold() in LEDGERS


def rows_lacking(name: str, older: Path, content: Path) -> int:
    """How many rows that are recorded in content/ the older ledger of that name lacks.

    `older` is a folder in which it stands, alone. What can't be read in content/ counts for
    nothing: there the older one may be the cure.
    """
    if name == handed_out.NAME:
        return len(_codes(content) - _codes(older))
    if name == settings_files.EDITIONS:
        from generator.press import edition_list  # much that no other file needs

        return (Counter(edition_list.rows(content)) - Counter(edition_list.rows(older))).total()
    recorded = seal.read(content).with_all(_printings(content))
    if name == ledger.NAME:
        return len(recorded.lost(_printings(older)))
    sealed = seal.read(older)
    if sealed.fault:
        return max(1, len(recorded.lines))
    return _lines_lacking(recorded, sealed)


def _lines_lacking(recorded: Seal, older: Seal) -> int:
    """A line that was let go of since counts as one: an older seal would take that back."""
    marks = [Counter((each.digest, each.live) for each in seal.lines) for seal in (recorded, older)]
    return (marks[0] - marks[1]).total()


def _printings(content: Path) -> list[Printing]:
    return [each.printing for each in ledger.read(content).entries]


def _codes(content: Path) -> set[tuple[str, str]]:
    found = handed_out.read(content).entries
    return {(each.printing.address, each.printing.product) for each in found}
