"""Marks that other programs know and stories don't: they show as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue.problems.place import Position
from generator.catalogue.prose.raw_html import without_code

_MARKS = re.compile(
    r"~~(?=[^\s~])[^~\n]+~~|==(?=[^\s=])[^=\n]+(?<=\S)==|\[\^[^\]\s]+\]|\{[.#:][^{}\n]*\}"
    r"|^ *[-*+] (?P<box>\[[ xX]\]) ",
    re.MULTILINE,
)
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)", re.MULTILINE)


def foreign_marks(markdown: str) -> Iterator[tuple[str, Position]]:
    """Yield each mark outside code, and where it stands; of fences the opening ones."""
    text = without_code(markdown)
    for match in _MARKS.finditer(text):
        group = "box" if match["box"] else 0
        yield match[group], _position(markdown, match.start(group))
    for match in list(_FENCE.finditer(markdown))[::2]:
        yield match[1], _position(markdown, match.start(1))


def _position(text: str, index: int) -> Position:
    return Position(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
