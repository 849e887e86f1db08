"""What was perhaps meant by a word that nobody knows, and how a key is named to an editor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from generator.catalogue.blanks import without_blanks
from generator.catalogue.problems.place import KeyPath

_DASHES = re.compile("[‐-―−]")
_LONGEST = 200
"""Characters of a word that is worth comparing: it takes time by the square of its length."""


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like the one written, empty where none is near."""
    if len(word) > _LONGEST:
        return ""
    return next(iter(get_close_matches(word, list(known), n=1)), "")


class Alike:
    """Tells which known word differs in case, spaces and the form of dashes alone."""

    def __init__(self, known: Iterable[str]) -> None:
        self._given = known
        self._known: dict[str, list[str]] | None = None

    def to(self, word: str) -> str:
        """The word, empty where there is none, or more than one."""
        if self._known is None:
            self._known = {}
            for each in self._given:
                self._known.setdefault(_folded(each), []).append(each)
        found = self._known.get(_folded(word), [])
        return found[0] if len(found) == 1 else ""


def _folded(word: str) -> str:
    return _DASHES.sub("-", without_blanks(unicodedata.normalize("NFKC", word))).casefold()


MOST_LOOKS = 20
"""Unknown words that are compared with all known ones; of thousands, the first few teach enough."""


class Nearest:
    """Tells what was perhaps meant, among the same known words, of the first few that are unknown.

    Each look compares a word with all of them: thousands of looks among thousands would take
    minutes, and whoever has mistyped so many needs no word for each.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._given = known
        self._known: tuple[str, ...] | None = None
        self._looks = 0

    def to(self, word: str) -> str:
        """The known word most like the one written, empty where none is near, or after many."""
        if self._looks >= MOST_LOOKS:
            return ""
        if self._known is None:
            self._known = tuple(sorted(self._given))
        self._looks += 1
        return closest(word, self._known)


def key_name(path: KeyPath) -> str:
    """The key as an editor would say it: `photos[1].file`, counting from 1."""
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return name.removeprefix(".")
