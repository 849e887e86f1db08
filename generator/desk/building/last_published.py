"""The texts of content/ as they were last published, to go on from where a file is broken now."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.engine import write
from generator.engine.fingerprint import digest
from generator.engine.store import Store
from generator.engine.tree import Stamp, listing, stamp_of
from generator.litter import is_passed_over
from generator.plain_files import NotPlainError, TooLargeError, read_plain

_CONTENT = "content/"
_ENDINGS = (".md", ".csv", ".yaml")
"""Of the files that are read as text, wherever they stand."""
_WASTE = 2
"""So many times the bytes that are kept, and the texts go to another file."""
_FILES = ("texts.bin", "texts.2.bin")
"""The names of that with the texts, by turns."""
_NOWHERE = -1
"""Where a text is that was found to be damaged."""
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


class _Kept(NamedTuple):
    """A text that is kept: its file's stamp, its hash, and where in the one file of all it is."""

    stamp: Stamp
    digest: str
    start: int
    size: int

    def is_within(self, length: int) -> bool:
        """Whether a file of so many bytes can have it."""
        return self.start != _NOWHERE and self.start + self.size <= length


class _Index(NamedTuple):
    """What is kept, by paths below content/, and the name of the file with the texts."""

    kept: Mapping[str, _Kept] = {}
    file: str = _FILES[0]


@dataclass(frozen=True, slots=True)
class LastPublished:
    """Copies of the texts in a folder of the cache; `version` is the program's.

    All stand one after another in one file, for tens of thousands of small ones take long to make
    and to carry about. What is new is added at its end, and an index tells where each text is. What
    the index doesn't speak of is nothing to go back to; once it is most of the file, the rest goes
    to another, and the old one when the index names that: whenever a build is killed, index and
    file agree.
    """

    folder: Path
    version: str

    def remember(
        self, content: Path, stamps: Mapping[str, Stamp], behind: Set[str], *, ahead: bool = False
    ) -> None:
        """Copy what has changed since the last time. `stamps` are those that were published.

        What is known of the files `behind`, which were not, stays. A file that has been edited
        since is not remembered at all. `ahead` is for the moment before it is all published: then
        what is known of files that are gone stays as well. Raises OSError.
        """
        before, name = self._index()
        if not before:
            shutil.rmtree(self.folder, ignore_errors=True)  # of an older program
        index: dict[str, _Kept] = {}
        new: list[bytes] = []
        end = length = self._length(name)
        for path, stamp in stamps.items():
            if not _is_text(path):
                continue
            known = before.get(path)
            waits = f"{_CONTENT}{path}" in behind
            if known and (waits or (known.stamp == stamp and known.is_within(length))):
                index[path] = known
                continue
            if waits:
                continue
            text = _read(content / path)
            if text is not None and stamp_of((content / path).lstat()) == stamp:
                index[path] = _Kept(stamp, digest(text), end, len(text))
                new.append(text)
                end += len(text)
        gone = before.keys() - index.keys()
        index |= {p: before[p] for p in gone if ahead or f"{_CONTENT}{p}" in behind}
        if index != before:
            self._add(name, new)
            if end > _WASTE * sum(each.size for each in index.values()):
                index, name = self._gathered(_Index(index, name))
            self._store.write_json([name, index])
            for old in {*_FILES} - {name}:
                (self.folder / old).unlink(missing_ok=True)

    def paths(self) -> Set[str]:
        """What is remembered, by paths below content/."""
        return self._index().kept.keys()

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
        unsure = (
            each for each in left_out if not index.kept or each.removeprefix(_CONTENT) in index.kept
        )
        return Mended(root, tuple(kept), tuple(left_out), tuple(unsure))

    def _text(self, path: str, index: _Index) -> bytes | None:
        """The file as it was published; None where that is not known, or no longer what it was."""
        kept = index.kept.get(path)
        if kept is None or kept.start == _NOWHERE:
            return None
        try:
            with (self.folder / index.file).open("rb") as file:
                file.seek(kept.start)
                text = file.read(kept.size)
        except OSError:
            return None
        return text if digest(text) == kept.digest else None

    def _add(self, name: str, texts: list[bytes]) -> None:
        """Put the texts at the end of that file. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / name).open("ab") as file:
            file.writelines(texts)
            file.flush()
            os.fsync(file.fileno())  # after a power cut, index and file agree as well

    def _gathered(self, index: _Index) -> tuple[dict[str, _Kept], str]:
        """Write what the index speaks of to the other file; where it is there, and the file.

        A damaged text stays in the index, as one that is nowhere: whoever goes on has to know that
        there was one.
        """
        found: dict[str, _Kept] = {}
        texts: list[bytes] = []
        end = 0
        for path, kept in index.kept.items():
            text = self._text(path, index)
            found[path] = kept._replace(start=_NOWHERE if text is None else end)
            texts.append(text or b"")
            end += len(text or b"")
        (name,) = {*_FILES} - {index.file}
        write(self.folder / name, b"".join(texts))
        return found, name

    def _length(self, name: str) -> int:
        try:
            return (self.folder / name).stat().st_size
        except OSError:
            return 0

    def _index(self) -> _Index:
        stored = self._store.read_json()
        try:
            name, kept = stored
            found = {
                str(path): _Kept(_stamp(stamp), str(hash_), int(start), int(size))
                for path, (stamp, hash_, start, size) in kept.items()
            }
        except (AttributeError, TypeError, ValueError):
            return _Index()
        return _Index(found, name) if name in _FILES else _Index()

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
