"""Where something stands in a file: by line and column, or by the keys that lead to it."""

from __future__ import annotations

from typing import NamedTuple

KeyPath = tuple[str | int, ...]
"""Keys and places in lists, from 0: `("photos", 0, "file")`."""


class Position(NamedTuple):
    """Line and column in the file, both from 1."""

    line: int
    column: int


START = Position(1, 1)
"""What is said of a file as a whole stands at its start."""
