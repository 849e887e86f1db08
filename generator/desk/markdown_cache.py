"""What was read of a Markdown file remains known for as long as the file stays as it was."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from generator.catalogue.languages import Language
from generator.catalogue.model import Place
from generator.catalogue.problems.rules_files import FILE_UNREADABLE
from generator.catalogue.reading.files import TextFile
from generator.catalogue.reading.markdown_file import (
    FileKind,
    MarkdownFile,
    adapter,
)
from generator.catalogue.reading.markdown_files import MarkdownCache
from generator.engine.fingerprint import digest
from generator.engine.store import Stamps, Store
from generator.engine.tree import Stamp

_LINE = 100
"""Files that are read from the cache at once: meanwhile all other threads of a preview wait."""
_LONG_LIST = 20_000
"""Letters of a list of places that takes longer to read than to recall."""


class StoredMarkdown(MarkdownCache):
    """Files as read, in a folder of the cache, a store for each kind.

    The first line has their stamps, each after it some of the files. `stamps` are those of the
    files below content/, taken before any is read, by path there.
    """

    def __init__(self, folder: Path, version: str, stamps: Mapping[str, Stamp]) -> None:
        self._folder = folder
        self._version = version
        self._stamps = Stamps(stamps)

    def with_written(self, stamps: Mapping[str, Stamp]) -> StoredMarkdown:
        """The same for files that have been written since and have these stamps now.

        Of all others holds what had settled when they were looked at.
        """
        names = self._stamps.by_name.keys() - stamps.keys()
        settled = {name: stamp for name in names if (stamp := self._stamps.settled(name))}
        return StoredMarkdown(self._folder, self._version, {**settled, **stamps})

    def recall(
        self, kind: FileKind, language: Language, files: Sequence[TextFile]
    ) -> list[MarkdownFile[Any]]:
        """Those of the files whose stamps are as they were."""
        stored = self._store(kind, language).read()
        if stored is None:
            return []
        head, *lines = stored.split(b"\n")
        try:
            known = [one for line in lines for one in adapter(kind).validate_json(line)]
            pairs = [*zip(known, json.loads(head), strict=True)]
        except (ValueError, TypeError, RecursionError):
            return []
        names = {file.name for file in files}
        return [
            one
            for one, stamp in pairs
            if one.name in names and self._stamps.agree(_below_content(one.name), stamp)
        ]

    def keep(self, kind: FileKind, language: Language, files: Sequence[MarkdownFile[Any]]) -> None:
        """Remember all files of a kind, as far as they have settled."""
        settled = {
            one.name: stamp
            for one in files
            if not is_held(one) and (stamp := self._stamps.settled(_below_content(one.name)))
        }
        known = [one for one in files if one.name in settled]
        stamps = json.dumps([settled[one.name] for one in known])
        lines = [
            adapter(kind).dump_json(known[start : start + _LINE], exclude_defaults=True)
            for start in range(0, len(known), _LINE)
        ]
        self._store(kind, language).keep(b"\n".join([stamps.encode(), *lines]))

    def recall_places(self, text: str, language: Language) -> Mapping[int, Place] | None:
        """The places by their row, where the list is as it was."""
        if len(text) < _LONG_LIST:
            return None
        stored = self._store_of_places(text, language).read()
        try:
            return None if stored is None else _places().validate_json(stored)
        except (ValueError, RecursionError):
            return None

    def keep_places(self, text: str, language: Language, places: Mapping[int, Place]) -> None:
        """Remember them, if they took long to read."""
        if len(text) >= _LONG_LIST:
            dumped = _places().dump_json({**places}, exclude_defaults=True)
            self._store_of_places(text, language).keep(dumped)

    def _store_of_places(self, text: str, language: Language) -> Store:
        read_of = digest(text.encode(errors="surrogatepass"))
        return Store(self._folder / "place-list.json", f"{self._version}; {language}; {read_of}")

    def _store(self, kind: FileKind, language: Language) -> Store:
        suffix = "-translated" if kind.translated else ""
        path = self._folder / f"{kind.room}{suffix}.json"
        return Store(path, f"{self._version}; {language}")


@cache
def _places() -> TypeAdapter[dict[int, Place]]:
    return TypeAdapter(dict[int, Place])


def is_held(one: MarkdownFile[Any]) -> bool:
    """Whether the file could not be read: the next time it may, with the stamps it has now."""
    return any(each.rule is FILE_UNREADABLE for each in one.problems)


def _below_content(name: str) -> str:
    return name.removeprefix("content/")
