"""What a row of a list says, while it is read: facts by the keys of columns, doubts and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.catalogue.lists.cells import CellDoubt, taken
from generator.catalogue.lists.columns import YEAR_ONLY
from generator.catalogue.lists.rows import ListRow
from generator.catalogue.lists.tables import Value
from generator.catalogue.model.products import Status

POTENTIAL = Status.POTENTIAL.value
_SPARED = (
    *("producer.phone", "producer.tax_code", "producer.founded"),
    *("producer.email", "producer.website"),
)
"""Facts of a producer that hold back none of its products."""
_OF_CERTIFICATE = "certificate."
_FOLLOWS = {
    "producer.place": ("producer.address",),
    "producer.address": ("certificate.decision",),
    "certificate.decided_on": (YEAR_ONLY, "certificate.decision", "producer.address"),
    "certificate.issued_by": ("certificate.decision",),
    "certificate.decision": ("producer.address",),
    "producer.kind": ("producer.name",),
    "producer.phone": ("producer.address",),
    "status": ("certificate.stars",),
    "packs": ("packs.net", "packs.price"),
}
"""From which other column's cell a fact may follow."""


@dataclass(frozen=True, slots=True)
class Remarked:
    """What is to be said of a cell."""

    cell: str
    vi: str
    en: str


@dataclass
class Facts:
    """What a row says, by the keys of columns; the cells that can't be taken are doubts.

    `filled` are keys that no cell of the row states: they may stand only where there is nothing.
    `spared` are doubts of what a product can do without: only that fact is not taken.
    """

    row: ListRow
    values: dict[str, object] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)
    doubts: list[Remarked] = field(default_factory=list)
    spared: list[Remarked] = field(default_factory=list)
    notes: list[Remarked] = field(default_factory=list)

    def cell(self, key: str) -> str:
        """The cell in which the fact stands, or that from which it follows."""
        if cell := self.stated_at(key):
            return cell
        return self.row.stated[key].cell if key in self.row.stated else self.row.cell

    def stated_at(self, key: str) -> str:
        """The row's own cell for that fact, empty where it has none."""
        cells = self.row.cells
        return cells.get(key) or next(
            (cells[other] for other in _FOLLOWS.get(key, ()) if other in cells), ""
        )

    def silent(self, key: str) -> bool:
        """Whether no cell of the row states it."""
        return key not in self.values or key in self.filled

    def doubt(self, key: str, doubt: CellDoubt) -> None:
        """Keep a doubt of that column's cell."""
        doubts = self.spared if key in _SPARED else self.doubts
        doubts.append(Remarked(self.cell(key), doubt.vi, doubt.en))

    def note(self, key: str, vi: str, en: str) -> None:
        """Keep what was taken otherwise than it stands."""
        self.notes.append(Remarked(self.cell(key), vi, en))

    @property
    def recognised(self) -> bool:
        """Whether the row itself tells of a certificate, or what is said of all rows gives stars.

        A row that calls itself potential has none of those stars.
        """
        told = {key for key in self.values if key.startswith(_OF_CERTIFICATE)}
        if told - self.filled:
            return True
        potential = not self.silent("status") and self.values["status"] == POTENTIAL
        return "certificate.stars" in told and not potential

    def leave_out_certificate(self) -> None:
        """Forget what only was filled in of a certificate, for there is none to be completed."""
        for key in [key for key in self.values if key.startswith(_OF_CERTIFICATE)]:
            if key in self.filled:
                del self.values[key]
        heads = {
            told.cell
            for key, told in self.row.stated.items()
            if key == YEAR_ONLY or key.startswith(_OF_CERTIFICATE)
        }
        self.notes = [each for each in self.notes if each.cell not in heads]

    @cached_property
    def of_producer(self) -> Mapping[str, object]:
        """The keys of its producer's file; to be asked for when all cells are read."""
        return {k.partition(".")[2]: v for k, v in self.values.items() if k.startswith("producer.")}


def take(found: Facts, key: str, value: Value) -> None:
    """Keep what a cell of that column says, or the doubt of it."""
    try:
        said = taken(key, value)
    except CellDoubt as doubt:
        found.doubt(key, doubt)
    else:
        if said != "":
            found.values[key] = said
