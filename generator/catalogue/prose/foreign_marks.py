"""Marks that other programs know and stories don't: they show as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue.problems.place import Position
from generator.catalogue.prose.raw_html import without_code

_MARKS = re.compile(
    r"~~(?=[^\s~])[^~\n]+~~|==(?=[^\s=])[^=\n]+(?<=\S)==|\[\^[^\[\]\s]+\]|\{[.#:][^{}\n]*\}"
    r"|\+\+(?=[^\s+])[^+\n]+(?<=\S)\+\+|(?<=\w)~\w{1,6}~|(?<=\w)\^\w{1,6}\^|\[\[[^\[\]\n]+\]\]"
    r"|(?<![\w:]):[a-z_]{3,20}:(?!\w)"
    r"|(?P<link>\[[^\[\]\n]{1,200}\](?: +\([^()\s]{0,200}(?:\.md|://)[^()\s]{0,200}\)|\((?![^\n]*\))))"
    r"|^ *[-*+] (?P<box>\[[ xX]\]) ",
    re.MULTILINE,
)
_MAYBE = re.compile(r"[~=^{\[]|\+\+|:[a-z_]{3}")
"""What one of them has: most texts have none, and are looked through once."""
_LINK = re.compile(r"(?<!\[)\[[^][^~={+:\n]{2,200}\]\((?:https?://)?[\w./#-]+\)")
"""A link as stories write them, with none of these marks in it."""
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)", re.MULTILINE)


def foreign_marks(markdown: str) -> Iterator[tuple[str, Position]]:
    """Yield the first mark of each kind outside code, and where it stands."""
    if not _MAYBE.search(_LINK.sub("", markdown)) and "```" not in markdown:
        return
    kinds = dict[str, re.Match[str]]()
    for match in _MARKS.finditer(without_code(markdown)):
        kind = "box" if match["box"] else "link" if match["link"] else match[0][:2]
        kinds.setdefault(kind, match)
    for kind, match in kinds.items():
        group = "box" if kind == "box" else 0
        yield match[group], _position(markdown, match.start(group))
    if fence := _FENCE.search(markdown):
        yield fence[1], _position(markdown, fence.start(1))


def _position(text: str, index: int) -> Position:
    return Position(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
