"""What an import would do with rows that stand in no file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.catalogue.lists.rows import read_list
from generator.catalogue.lists.tables import ListSheet, Value
from generator.catalogue.reading.reader import read
from generator.desk.importing.fates import Planned
from generator.desk.importing.plan import Planner


def planned(
    root: Path, given: Mapping[str, str], heads: Sequence[str], *rows: Sequence[Value]
) -> list[Planned]:
    """The fate of each row; `given` are --set."""
    catalogue = read(root).catalogue
    assert catalogue is not None
    return Planner(root, catalogue).plan([read_list(ListSheet("DS", [heads, *rows]), {})], given)


def text_of(row: Planned, folder: str = "products") -> str:
    """The new file of that folder."""
    return next(text for name, text in row.files.items() if name.startswith(f"{folder}/"))
