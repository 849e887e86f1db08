"""Where keys stand in their files, for messages.

Nothing is kept but the last file asked about: positions are wanted seldom, those of one file
together, and there can be tens of thousands of files.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START, KeyPath, Position
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rules_keys import KEY_UNKNOWN, TRANSLATION_KEY
from generator.catalogue.reading.files import read_text, text_of
from generator.catalogue.reading.frontmatter import (
    Document,
    UnreadableError,
    parse,
    split,
)

_OF_KEYS = frozenset({KEY_UNKNOWN, TRANSLATION_KEY})
"""What is said of a key itself, not of its value."""


class Positions:
    """Where keys stand, by the file's path from the project's root and the key path.

    `proposed` are bytes by that path that stand in for files.
    """

    def __init__(self, content: Path, proposed: Mapping[str, bytes] = MappingProxyType({})) -> None:
        self._content, self._proposed = content, proposed
        self._last: tuple[str, Document | None] = ("", None)

    def keep(self, path: str, document: Document) -> None:
        """Remember a file's document, which has just been read."""
        self._last = path, document

    def placed(self, finding: Finding) -> Problem:
        """The finding with the line and column of its key."""
        if isinstance(finding.at, Position):
            return Problem.at(finding.at, finding)
        look = self.of_key if finding.rule in _OF_KEYS else self.of
        return Problem.at(look(finding.file, finding.at), finding)

    def of(self, path: str, key_path: KeyPath) -> Position:
        """Line and column of that key's value, else of the nearest key around it, else 1, 1."""
        document = self._document(path)
        known = document.values if document else {}
        for length in range(len(key_path), 0, -1):
            if found := known.get(key_path[:length]):
                return found
        return START

    def line(self, path: str, at: Position | KeyPath) -> str:
        """The file and the line of a value, or of a position, as other files' messages have it."""
        found = at if isinstance(at, Position) else self.of(path, at)
        return f"{path}:{found.line}"

    def of_key(self, path: str, key_path: KeyPath) -> Position:
        """Line and column of the key itself, else of its value."""
        document = self._document(path)
        found = document.keys.get(key_path) if document else None
        return found or self.of(path, key_path)

    def _document(self, path: str) -> Document | None:
        if self._last[0] != path:
            self._last = path, self._read(path)
        return self._last[1]

    def _read(self, path: str) -> Document | None:
        try:
            if path in self._proposed:
                text = text_of(self._proposed[path])
            else:
                text = read_text(self._content / path.removeprefix("content/"), self._content)
            if path.endswith(".md"):
                return parse(split(text)[0], 2)
            return parse(text)
        except UnreadableError:
            return None
