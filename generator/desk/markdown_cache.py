"""What was read remains known for as long as its file stays as it was.

What is remembered is a file of the cache: JSON that is validated when it is read, so that a
damaged one gives nothing, and that holds good for one version of the program alone.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.catalogue.languages import Language
from generator.catalogue.reading.files import TextFile
from generator.catalogue.reading.markdown_file import (
    FileKind,
    MarkdownFile,
    adapter,
)
from generator.catalogue.reading.markdown_files import MarkdownCache
from generator.engine import write
from generator.engine.tree import (
    TICK,
    Stamp,
)


class StoredMarkdown(MarkdownCache):
    """Files as read, in a folder of the cache, a file for each kind.

    `stamps` are those of the files below content/, taken before any is read, by path there. A file
    written within the last tick of the clock is not remembered: its next change may bear the
    same stamp.
    """

    def __init__(self, folder: Path, version: str, stamps: Mapping[str, Stamp]) -> None:
        self._folder = folder
        self._version = version
        self._stamps = stamps
        self._latest = time.time_ns() - TICK

    def recall(
        self, kind: FileKind, language: Language, files: Sequence[TextFile]
    ) -> list[MarkdownFile[Any]]:
        """Those of the files whose stamps are as they were."""
        try:
            stored = self._file(kind).read_bytes()
            head, _, read = stored.partition(b"\n")
            form = json.loads(head)
            if form["for"] != self._form(language) or form["check"] != _check(read):
                return []
            known = adapter(kind).validate_json(read)
            pairs = zip(known, form["stamps"], strict=True)
            names = {file.name for file in files}
            return [
                one
                for one, stamp in pairs
                if one.name in names and self._stamp(one.name) == tuple(stamp)
            ]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return []

    def keep(self, kind: FileKind, language: Language, read: Sequence[MarkdownFile[Any]]) -> None:
        """Remember all files of a kind, as far as they have settled."""
        settled = [one for one in read if self._settled(one.name)]
        text = adapter(kind).dump_json(settled, exclude_defaults=True)
        stamps = [self._stamp(one.name) for one in settled]
        form = {"for": self._form(language), "check": _check(text), "stamps": stamps}
        write(self._file(kind), json.dumps(form).encode() + b"\n" + text)

    def _stamp(self, name: str) -> Stamp | None:
        return self._stamps.get(name.removeprefix("content/"))

    def _settled(self, name: str) -> bool:
        stamp = self._stamp(name)
        return stamp is not None and max(stamp[1:3]) < self._latest

    def _form(self, language: Language) -> list[str]:
        return [self._version, language]

    def _file(self, kind: FileKind) -> Path:
        suffix = "-translated" if kind.translated else ""
        return self._folder / f"{kind.room}{suffix}.json"


def _check(text: bytes) -> str:
    return hashlib.blake2b(text, digest_size=16).hexdigest()
