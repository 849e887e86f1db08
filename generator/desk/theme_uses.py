"""Whether anything in a project's own theme names a thing: a word, a colour, a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from generator import theme
from generator.press.formats import FILE
from generator.theme.own_files import own_files

TEXTS = ("web", "press", "scripts", "static")
"""Folders of a theme whose files use words, colours and other files by their names."""
_WRITTEN = frozenset({".html", ".typ", ".js", ".css", ".svg"})
TABLES = ("theme.toml", f"press/{FILE}")
"""A theme's own, whatever the one behind it has. They name files: parts of scripts, style sheets,
templates of formats.
"""


class Uses:
    """What the project's own files say, read once something has to be sought in them."""

    def __init__(self, own: Sequence[Path]) -> None:
        self._own = own

    def has(self, name: str) -> bool:
        """Whether it stands in a file as a word of its own."""
        return _stands(name, self._text)

    def has_file(self, name: str) -> bool:
        """The same of a file's name, which the theme's tables may tell too."""
        return self.has(name) or _stands(name, self._tables)

    @cached_property
    def _text(self) -> str:
        return _texts(path for path in self._files(*TEXTS) if path.suffix in _WRITTEN)

    @cached_property
    def _tables(self) -> str:
        return _texts(path for each in self._own for path in own_files(each, *TABLES))

    def _files(self, *places: str) -> Iterator[Path]:
        for each in self._own:
            for place in places:
                yield from own_files(each / place, "**/*")


def _texts(paths: Iterable[Path]) -> str:
    return "\n".join(map(theme.text_of, paths))


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w)(?<!\w-){re.escape(name)}(?![\w-])", text) is not None
