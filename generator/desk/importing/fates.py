"""What becomes of a row of a list, and of each fact in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from generator.catalogue.problems.nearest import key_name
from generator.catalogue.problems.place import KeyPath
from generator.desk.importing.row_facts import Remarked


class Fate(Enum):
    """What becomes of a row: its words in both languages."""

    NEW = ("mới", "new")
    CHANGED = ("thay đổi", "changed")
    UNCHANGED = ("không đổi", "unchanged")
    OUTDONE = ("cũ hơn", "older")
    DOUBTFUL = ("chưa chắc", "doubtful")
    REFUSED = ("không nhận", "refused")


@dataclass(frozen=True, slots=True)
class Change:
    """A value of a file (by its path below content/) that becomes another.

    `key` is the column's, `cell` where the list has it, `before` empty where there was none.
    """

    file: str
    path: KeyPath
    key: str
    before: object
    after: object
    cell: str

    @property
    def name(self) -> str:
        """The key as messages have it and `ocop set` wants it: `packs[1].price`."""
        return key_name(self.path)


@dataclass(frozen=True, slots=True)
class Planned:
    """One row of a list: why it is doubted or refused, what is said of it, what would be written.

    `refused` are facts that stay as they are although all else of the row is taken; `files` are
    the texts of new files by path below content/, `cell_of` says where the row has a fact.
    """

    fate: Fate
    name: str
    cell: str
    reasons: tuple[Remarked, ...] = ()
    notes: tuple[Remarked, ...] = ()
    changes: tuple[Change, ...] = ()
    refused: tuple[Remarked, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    cell_of: Callable[[str], str] = field(default=str, compare=False)
