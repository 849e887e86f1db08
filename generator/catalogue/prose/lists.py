"""Lists as editors write them: nested by two spaces or more, numbered as they please.

Markdown (the library) nests by four spaces alone and counts on from the first number. Here a list's
lines are given the indentation it wants before it sees them, and a number that is not the next one
is handed to its entry. A number of three digits or more, such as a year, begins a paragraph, and so
does a date such as 30. 4. 1975.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

_LEVEL = 4
"""Spaces by which the library nests."""
_MOST_QUOTES = 50
_SIGN = "\x05"
"""Around an entry's own number until there is an element for it; no text has this character, and
none takes it for a space."""
_NUMBER = re.compile(f"{_SIGN}([0-9]+){_SIGN}")
_ANY = re.compile(r"^[ >]*(?:[-*+]|[0-9]{1,2}\.) ", re.MULTILINE)
_ORDERED = r"[0-9]{1,2}\.(?! +[0-9]+\.(?: |$))"
_ITEM = re.compile(rf"( *)([-*+]|{_ORDERED}) +(?=[^ ])")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *")
_HEADING = re.compile(r" {0,3}#{1,6}(?: |$)")
_QUOTED = re.compile(r"( {0,3})> ?")


@dataclass(frozen=True, slots=True)
class _Level:
    """An open list: how far in its mark and its words stand; its last number written and shown."""

    mark: int
    words: int
    numbered: bool
    written: int
    shown: int

    def holds(self, indent: int) -> bool:
        """Whether what stands so far in belongs into the entry."""
        return indent >= min(self.words, self.mark + 2)


class ListLines(Preprocessor):
    """Gives the lines of lists the indentation that the library wants."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, with empty ones where a list begins right behind words."""
        return _laid_out(lines, 0) if _ANY.search("\n".join(lines)) else lines


class NumberedLists(SaneOListProcessor):
    """Takes a number of three digits or more for words."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(rf"^[ ]{{0,3}}{_ORDERED}[ ]+(.*)")
        self.CHILD_RE = re.compile(rf"^[ ]{{0,3}}(({_ORDERED}))[ ]+(.*)")


class ListNumbers(Treeprocessor):
    """Gives an entry the number that was written for it."""

    def run(self, root: ET.Element) -> None:
        """Change the tree in place."""
        for entry in root.iter("li"):
            holder = entry if entry.text and entry.text.strip() else next(iter(entry), entry)
            if found := _NUMBER.match((holder.text or "").lstrip()):
                entry.set("value", found[1])
                holder.text = (holder.text or "").lstrip()[found.end() :]


def add_lists(md: Markdown) -> None:
    """Register all of it; sane_lists must be there."""
    md.preprocessors.register(ListLines(md), "list-lines", 25)
    md.parser.blockprocessors.register(NumberedLists(md.parser), "olist", 40)
    md.treeprocessors.register(ListNumbers(md), "list-numbers", 25)


def _laid_out(lines: list[str], depth: int) -> list[str]:
    """The lines; `depth` are the quotes around them, of which no text may have so many."""
    if depth > _MOST_QUOTES:
        return lines
    found: list[str] = []
    levels: list[_Level] = []
    quoted: list[str] = []
    for line in lines:
        mark = _QUOTED.match(line)
        if mark and not any(level.holds(len(mark[1])) for level in levels):
            levels.clear()
            quoted.append(line[mark.end() :])
            continue
        found += _requoted(quoted, depth)
        quoted = []
        _add(line, found, levels)
    return found + _requoted(quoted, depth)


def _requoted(lines: list[str], depth: int) -> list[str]:
    return [f"> {each}" for each in _laid_out(lines, depth + 1)] if lines else []


def _add(line: str, found: list[str], levels: list[_Level]) -> None:
    """Put the line behind those found, and change what is open."""
    behind_words = bool(found) and found[-1].strip() != ""
    rule = _RULE.fullmatch(line) is not None
    item = None if rule else _ITEM.match(line)
    if not line.strip():
        found.append("")
    elif item and not (behind_words and not levels and item[2][:-1] not in ("", "1")):
        found += _entry(line, item, levels, found if behind_words else [])
    elif not levels or rule or _HEADING.match(line):
        levels.clear()
        found.append(line)
    elif behind_words:
        found.append(" " * _LEVEL * (len(levels) - 1) + line.lstrip())
    else:
        _close(levels, len(line) - len(line.lstrip()))
        found.append(" " * _LEVEL * len(levels) + line.lstrip() if levels else line)


def _goes_on(lines: list[str], indent: int) -> bool:
    """Whether an entry so far in belongs to the list with which the last block began."""
    first = next((at for at in range(len(lines), 0, -1) if not lines[at - 1].strip()), 0)
    item = _ITEM.match(lines[first])
    return item is not None and len(item[1]) <= indent


def _close(levels: list[_Level], indent: int) -> _Level | None:
    """Close what can't hold something so far in; the outermost list that was closed."""
    last = None
    while levels and not levels[-1].holds(indent):
        last = levels.pop()
    return last


def _entry(line: str, item: re.Match[str], levels: list[_Level], behind: list[str]) -> list[str]:
    """The lines of an entry: an empty one where another list begins, and its own.

    `behind` are the lines above it, if no empty one is between.
    """
    before = _close(levels, len(item[1]))
    numbered, number = item[2][:-1] != "", int(item[2][:-1] or 0)
    follows = before is not None and before.numbered == numbered
    shown = _shown(before, number) if before and follows else number
    counted = before is None or not follows or shown == before.shown + 1
    own = f"{_SIGN}{number}{_SIGN}" if numbered and not counted else ""
    indent = _LEVEL * len(levels)
    levels.append(_Level(len(item[1]), item.end(), numbered, number, shown))
    written = f"{' ' * indent}{item[2]} {own}{line[item.end() :]}"
    another = before is not None and not follows
    return ["", written] if behind and (another or not _goes_on(behind, indent)) else [written]


def _shown(before: _Level, number: int) -> int:
    """The number that the entry shows: its own, but where all are written 1 they are counted."""
    return before.shown + 1 if number == before.written == 1 else number
