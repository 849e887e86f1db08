"""One table of content/lots/ on the desk: its rows, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rule import Rule, Severity
from generator.catalogue.reading.files import read_bytes, text_of
from generator.catalogue.reading.frontmatter import UnreadableError
from generator.catalogue.reading.tables import Table, TableRow, read_table
from generator.engine.fingerprint import digest

FOLDER = "lots"
LARGEST = 4_000_000
"""Bytes of a table, which has years of lots; a list of 50,000 lots has fewer."""
_EVENTS = ".events"


def product_of(stem: str) -> str:
    """The slug of the product that a table of that name is about."""
    return stem[: -len(_EVENTS)] if _tells_events(stem) else stem


def _tells_events(stem: str) -> bool:
    return stem.casefold().endswith(_EVENTS)


@dataclass(slots=True)
class LotFile:
    """One table, and what is wrong in it. `latest` is the last day that may be told of."""

    path: Path
    content: Path
    latest: date
    digest: str = ""
    findings: list[Finding] = field(default_factory=list)
    table: Table = field(default_factory=lambda: Table((), ()))
    rows: dict[str, TableRow] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The path for messages."""
        return f"content/{FOLDER}/{self.path.name}"

    @property
    def is_table(self) -> bool:
        """Whether its ending is that of a table."""
        return self.path.suffix.lower() == ".csv"

    @property
    def is_events(self) -> bool:
        """Whether it tells what happened to lots."""
        return _tells_events(self.path.stem)

    @property
    def slug(self) -> str:
        """The product that it is about."""
        return product_of(self.path.stem)

    @property
    def has_errors(self) -> bool:
        """Whether something was found by now that keeps it from being used."""
        return any(each.rule.severity is Severity.ERROR for each in self.findings)

    def read(self, columns: Sequence[str], required: Sequence[str]) -> tuple[TableRow, ...]:
        """Its sound rows; none where it can't be read."""
        try:
            raw = read_bytes(self.path, self.content, LARGEST)
            self.digest = digest(raw)
            text = text_of(raw)
        except UnreadableError as error:
            self.note(error.finding)
            return ()
        self.table = read_table(text, columns, required)
        for fault in self.table.faults:
            self.note(fault)
        return self.table.rows

    def note(self, finding: Finding) -> None:
        """Keep what was found."""
        self.findings.append(finding.in_file(self.name))

    def report(self, row: TableRow, column: str, rule: Rule, /, **values: str) -> None:
        """Note a problem at that cell."""
        self.note(Finding.of(self.name, self.table.position(row, column), rule, **values))
