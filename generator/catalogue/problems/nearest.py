"""What was perhaps meant by a word that nobody knows, and how a key is named to an editor."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from generator.catalogue.problems.place import KeyPath

_LONGEST = 200
"""Characters of a word that is worth comparing: it takes time by the square of its length."""


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like the one written, empty where none is near."""
    if len(word) > _LONGEST:
        return ""
    return next(iter(get_close_matches(word, list(known), n=1)), "")


def key_name(path: KeyPath) -> str:
    """The key as an editor would say it: `photos[1].file`, counting from 1."""
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return name.removeprefix(".")
