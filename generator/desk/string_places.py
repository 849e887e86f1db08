"""Where in a theme's table a string stands."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue.problems.place import START, Position


def place_of(lines: Sequence[str], key: str, text: str) -> Position:
    """Where the string stands, else its key, else the file's start."""
    first = text.strip().partition("\n")[0]
    name = key.rpartition(".")[2]
    for number, line in enumerate(lines, 1):
        if (at := line.find(first)) > 0 and name in line[:at]:
            return Position(number, at + 1)
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith(name):
            return Position(number, 1)
    return START
