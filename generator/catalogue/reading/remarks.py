"""What a file of keys says after “#”, where YAML hears a remark and an editor may mean words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue.problems.place import Position

_BEHIND = re.compile(r"[ \t]+(#.*)")
_BELOW = re.compile(r"([ \t]+)(#\S.*)")
_NUMBERED = re.compile(r"#[^\s#]")
_INDENT = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark behind a value: where “#” stands, and the words that are cut off.

    `numbered` where a word stands close to it (#1), as remarks seldom do; `certain` where nothing
    can be said for words: the value ended with its quote, or there is none.
    """

    at: Position
    cut: str
    numbered: bool
    certain: bool


def remark_behind(event: Any, lines: Sequence[str], first_line: int) -> Remark | None:  # noqa: ANN401
    """The remark behind a scalar, or close below a line of plain words and deeper than its key."""
    if event.style in ("|", ">"):
        return None
    end = event.end_mark
    if end.line >= len(lines):
        return None
    plain = event.implicit[0] and bool(event.value)
    if found := _BEHIND.fullmatch(lines[end.line][end.column :]):
        return _remark(end.line, end.column + found.start(1), found[1], first_line, plain=plain)
    if plain and not lines[end.line][end.column :].strip() and end.line + 1 < len(lines):
        below = _BELOW.fullmatch(lines[end.line + 1])
        indent = _indent(lines[event.start_mark.line])
        # A value that begins below its key is itself as deep as what follows it.
        deepest = indent - 1 if event.start_mark.column == indent else indent
        if below and len(below[1]) > deepest:
            return _remark(end.line + 1, len(below[1]), below[2], first_line, plain=plain)
    return None


def _remark(line: int, column: int, cut: str, first_line: int, *, plain: bool) -> Remark:
    at = Position(line + first_line, column + 1)
    return Remark(at, cut.rstrip(), _NUMBERED.match(cut) is not None, not plain)


def _indent(line: str) -> int:
    found = _INDENT.match(line)
    return found.end() if found else 0
