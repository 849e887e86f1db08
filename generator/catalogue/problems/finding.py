"""A broken rule, as whoever finds it tells it: before anyone has looked up where its key stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from generator.catalogue.problems.place import KeyPath, Position
from generator.catalogue.problems.rule import Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule and where; `values` fill its words.

    `at` is a position, or the path of a key that reading's Positions turn into one. `file` is
    relative to the project's root, and empty as long as only a text is at hand.
    """

    file: str
    at: Position | KeyPath
    rule: Rule
    values: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, file: str, at: Position | KeyPath, rule: Rule, /, **values: str) -> Self:
        """A finding with the values that the rule's words want."""
        return cls(file, at, rule, values)

    def in_file(self, file: str, *, below: KeyPath = (), lines: int = 0) -> Finding:
        """The same in that file, under the keys `below`, or so many lines further down."""
        if isinstance(self.at, Position):
            at = self.at._replace(line=self.at.line + lines)
            return Finding(file, at, self.rule, self.values)
        return Finding(file, below + self.at, self.rule, self.values)
