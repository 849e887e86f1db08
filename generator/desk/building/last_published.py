"""The texts of content/ as they were last published, to go on from where a file is broken now."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.engine import write
from generator.engine.fingerprint import digest
from generator.engine.next_tree import put
from generator.engine.store import Store
from generator.engine.tree import Stamp, listing, stamp_of
from generator.litter import is_passed_over
from generator.plain_files import NotPlainError, TooLargeError, read_plain

_CONTENT = "content/"
_ENDINGS = (".md", ".csv", ".yaml")
"""Of the files that are read as text, wherever they stand."""
LARGEST = 20_000_000
"""Bytes of a text that is copied: more than any that is read."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A copy of the project's texts below `root`, in which nothing broken is left.

    `kept` are the files that stand there as they were last published, `left_out` those that never
    were; both by their names, `content/products/x.md`. Of the `unsure` among the latter nobody
    knows that: they may have been published, and the copy is gone.
    """

    root: Path
    kept: tuple[str, ...]
    left_out: tuple[str, ...]
    unsure: tuple[str, ...] = ()

    @property
    def behind(self) -> frozenset[str]:
        """The files whose text is not what is published."""
        return frozenset((*self.kept, *self.left_out))


@dataclass(frozen=True, slots=True)
class LastPublished:
    """Copies of the texts in a folder of the cache; `version` is the program's."""

    folder: Path
    version: str

    def remember(self, content: Path, stamps: Mapping[str, Stamp], behind: Set[str]) -> None:
        """Copy what has changed since the last time. `stamps` are those that were published.

        What is known of the files `behind`, which were not, stays. A file that has been edited
        since is not remembered at all. Raises OSError.
        """
        before = self._index()
        index: dict[str, tuple[Stamp, str]] = {}
        for path, stamp in stamps.items():
            if not _is_text(path):
                continue
            known = before.get(path)
            waits = f"{_CONTENT}{path}" in behind
            if known and (waits or known[0] == stamp):
                index[path] = known
                continue
            if waits:
                continue
            text = _read(content / path)
            if text is not None and stamp_of((content / path).lstat()) == stamp:
                # A copy that no index speaks of is nothing to go back to, so it may be written at
                # once; the index tells whether it was written whole.
                if known:
                    write(self._copy(path), text)
                else:
                    put(os.fspath(self._copy(path)), text)
                index[path] = stamp, digest(text)
        gone = before.keys() - index.keys()
        index |= {path: before[path] for path in gone if f"{_CONTENT}{path}" in behind}
        for path in before.keys() - index.keys():
            self._copy(path).unlink(missing_ok=True)
        if index != before:
            self._store.write_json({path: [*entry] for path, entry in index.items()})

    def paths(self) -> Set[str]:
        """What is remembered, by paths below content/."""
        return self._index().keys()

    def text(self, path: str) -> bytes | None:
        """The file as it was published; None where that is not known."""
        return self._text(path, self._index())

    def mended(self, content: Path, broken: Set[str], root: Path) -> Mended:
        """Lay out the texts below `root`, with the broken files as they were. Raises OSError."""
        index = self._index()
        kept, left_out = [], []
        shutil.rmtree(root, ignore_errors=True)
        named = {each for each in broken if each.startswith(_CONTENT)}
        there = {f"{_CONTENT}{path}" for path in listing(content) if _is_text(path)}
        for name in sorted(there | named):
            path = name.removeprefix(_CONTENT)
            target = root / name
            if any(str(each) in broken for each in PurePosixPath(name).parents):
                continue  # a folder where a file was to be
            if name not in broken:
                if (own := _read(content / path)) is not None:
                    write(target, own)
            elif (text := self._text(path, index)) is not None:
                write(target, text)
                kept.append(name)
            else:
                left_out.append(name)
        unsure = (each for each in left_out if not index or each.removeprefix(_CONTENT) in index)
        return Mended(root, tuple(kept), tuple(left_out), tuple(unsure))

    def _text(self, path: str, index: Mapping[str, tuple[Stamp, str]]) -> bytes | None:
        """The file as it was published; None where that is not known, or no longer what it was."""
        try:
            text = self._copy(path).read_bytes()
        except OSError:
            return None
        return text if path in index and digest(text) == index[path][1] else None

    def _copy(self, path: str) -> Path:
        return self.folder / "texts" / path

    def _index(self) -> dict[str, tuple[Stamp, str]]:
        stored = self._store.read_json()
        try:
            found = {
                str(path): (_stamp(stamp), str(hash_)) for path, (stamp, hash_) in stored.items()
            }
        except (AttributeError, TypeError, ValueError):
            return {}
        return found

    @property
    def _store(self) -> Store:
        return Store(self.folder / "index.json", self.version)


def _read(path: Path) -> bytes | None:
    """The file's bytes; None for what no one reads as text, whatever its name says."""
    try:
        return read_plain(path, LARGEST)
    except (NotPlainError, TooLargeError):
        return None


def _is_text(path: str) -> bool:
    """Whether it is a file of a kind that is read as text, and meant to be."""
    # An empty folder is listed with a slash at its end.
    return path.endswith(_ENDINGS) and not any(map(is_passed_over, path.split("/")))


def _stamp(found: list[int]) -> Stamp:
    size, changed, entered, inode = map(int, found)
    return size, changed, entered, inode
