"""Versions as dated folders with copies of what changed, for machines without git.

`.versions/copies/000012 2026-11-26 07.12.35 UTC/content/…` holds what was new or changed then, for
anyone to open; `version.json` beside them names every file of the version, its hash, and the folder
where its bytes stand.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.desk.versions.kept_version import KeepingError, KeptVersion, hash_of
from generator.engine.renaming import rename
from generator.engine.writing import sync, write

_LIST = "version.json"
_FILES = "content"
_PART = "part-"
"""Begins the name of a folder that is not finished."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A version with each file's hash, and the folder where its bytes stand."""

    version: KeptVersion
    files: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class CopiesKeeper:
    """Keeps versions in folders below `folder`."""

    folder: Path

    def mark(self) -> str:
        """The name of the last folder."""
        return next((each.name for each in reversed(self._folders())), "")

    def versions(self) -> tuple[KeptVersion, ...]:
        """All versions that can be read, oldest first."""
        return tuple(each.version for each in self._all())

    def files(self, number: int) -> Mapping[str, str]:
        """The hash of every file of a version."""
        return {path: hash_ for path, (hash_, _) in self._kept(number).files.items()}

    def read(self, number: int, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield files as they were in a version; copies may have been edited: they are checked."""
        files = self._kept(number).files
        for path in paths:
            hash_, folder = files[path]
            file = self.folder / folder / _FILES / path
            found = file.read_bytes()
            if hash_of(found) != hash_:
                raise KeepingError(f"{file}: đã bị sửa (was edited)")
            yield path, found

    def add(
        self, version: KeptVersion, files: Mapping[str, str], content: Callable[[str], bytes]
    ) -> None:
        """Keep a version in a folder that gets its name when all is in it."""
        for left in self.folder.glob(f"{_PART}*"):
            shutil.rmtree(left)
        # The bytes of an unchanged file stand where they stood, under the same path.
        same = {
            (path, hash_): folder
            for kept in islice(filter(None, map(_read, reversed(self._folders()))), 1)
            for path, (hash_, folder) in kept.files.items()
        }
        when = time.strftime("%Y-%m-%d %H.%M.%S", time.gmtime(version.at))
        name = f"{version.number:06} {when} UTC"
        part = self.folder / f"{_PART}{version.number}"
        placed: dict[str, tuple[str, str]] = {}
        for path, hash_ in files.items():
            placed[path] = hash_, same.get((path, hash_), name)
            if placed[path][1] == name:
                write(part / _FILES / path, content(path))
        sync(part / _FILES, [path for path, (_, folder) in placed.items() if folder == name])
        listed = json.dumps({"version": version.as_line(), "files": placed}, indent=0)
        write(part / _LIST, listed.encode(), durably=True)
        rename(part, self.folder / name, about=self.folder / name)

    def _folders(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        named = (each for each in self.folder.iterdir() if not each.name.startswith(_PART))
        return sorted(each for each in named if (each / _LIST).is_file())

    def _all(self) -> list[_Kept]:
        found = [kept for folder in self._folders() if (kept := _read(folder))]
        return sorted(found, key=lambda each: each.version.number)

    def _kept(self, number: int) -> _Kept:
        named = (each for each in self._folders() if each.name.startswith(f"{number:06} "))
        for kept in filter(None, map(_read, named)):
            if kept.version.number == number:
                return kept
        raise KeepingError(f"{number}?")


def _read(folder: Path) -> _Kept | None:
    """The version of that folder, None where its list is damaged."""
    try:
        found = json.loads((folder / _LIST).read_bytes())
        files = {path: (str(hash_), str(where)) for path, (hash_, where) in found["files"].items()}
        return _Kept(KeptVersion.of_line(found["version"]), files)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
