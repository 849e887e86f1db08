"""The Markdown files as last read, kept by a process that lives on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from generator.catalogue.languages import Language
from generator.catalogue.reading.files import TextFile
from generator.catalogue.reading.markdown_file import FileKind, MarkdownFile
from generator.catalogue.reading.markdown_files import MarkdownCache
from generator.desk.markdown_cache import StoredMarkdown, is_held
from generator.engine.store import Stamps
from generator.engine.tree import Stamp

_UNSETTLED: Stamp = (0, 0, 0, 0)
Kept = dict[str, tuple[Stamp, MarkdownFile[Any]]]


class LastRead(Protocol):
    """Knows single files as they were last read, and is told where one has been read since."""

    def known(self, kind: FileKind, language: Language, name: str) -> MarkdownFile[Any] | None:
        """What was last read of the file, however it is now."""

    def note(self, kind: FileKind, language: Language, one: MarkdownFile[Any]) -> None:
        """Remember what has just been read of one file."""


class WarmFiles(MarkdownCache):
    """Remembers every file in memory; begins with what the cache on the disk has.

    `look` is called before each reading, with the stamps of the files below content/. The disk's
    cache is written once: whoever reads the project next begins with it, too.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = version
        self._stamps = Stamps({})
        self._stored: StoredMarkdown | None = None
        self._kept: dict[tuple[FileKind, Language], Kept] = {}

    def look(self, stamps: Mapping[str, Stamp]) -> None:
        """Take note of the files as they are now."""
        self._stamps = Stamps(stamps)
        first = not self._kept
        self._stored = StoredMarkdown(self._folder, self._version, stamps) if first else None

    def recall(
        self, kind: FileKind, language: Language, files: Sequence[TextFile]
    ) -> list[MarkdownFile[Any]]:
        """Those of the files that are as they were."""
        if self._stored:
            found = self._stored.recall(kind, language, files)
            self._remember(kind, language, found)
            return found
        kept = self._kept.get((kind, language), {})
        return [
            kept[file.name][1]
            for file in files
            if file.name in kept and self._stamps.agree(_path(file.name), kept[file.name][0])
        ]

    def keep(self, kind: FileKind, language: Language, files: Sequence[MarkdownFile[Any]]) -> None:
        """Remember all files of a kind, as far as they have settled."""
        if self._stored:
            self._stored.keep(kind, language, files)
        self._remember(kind, language, files)

    def note(self, kind: FileKind, language: Language, one: MarkdownFile[Any]) -> None:
        """Remember what has just been read of one file; the next reading reads it once more."""
        self._kept.setdefault((kind, language), {})[one.name] = _UNSETTLED, one

    def known(self, kind: FileKind, language: Language, name: str) -> MarkdownFile[Any] | None:
        """What was last read of the file, however it is now."""
        entry = self._kept.get((kind, language), {}).get(name)
        return entry and entry[1]

    def _remember(
        self, kind: FileKind, language: Language, files: Sequence[MarkdownFile[Any]]
    ) -> None:
        self._kept[kind, language] = {one.name: (self._stamp(one), one) for one in files}

    def _stamp(self, one: MarkdownFile[Any]) -> Stamp:
        """The stamp to know the file by; of one that is to be read again, none that a file has."""
        settled = None if is_held(one) else self._stamps.settled(_path(one.name))
        return settled or _UNSETTLED


def _path(name: str) -> str:
    return name.removeprefix("content/")
