"""All versions of a project, whichever keeper has them, and how a new one is added."""

from __future__ import annotations

import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from generator.desk.versions.copies_keeper import CopiesKeeper
from generator.desk.versions.git_keeper import GitKeeper
from generator.desk.versions.git_process import git_program
from generator.desk.versions.kept_version import (
    Keeper,
    KeepingError,
    KeptVersion,
    changes_between,
    hash_of,
    latest,
)
from generator.engine.store import Stamps, Store
from generator.engine.tree import Stamp, listing
from generator.engine.writing import write
from generator.litter import is_passed_over

FOLDER = ".versions"
LARGEST = 64_000_000
"""Bytes of the largest file that is kept: more than any photo has, less than a film."""
_HIGHEST = "last-number"
_PASSED_OVER = b"# ocop: khong dua vao git (not for your own git)\n*\n"
_READ_ME = """\
Các phiên bản trước của thư mục content/. Đừng xóa: xóa là mất.
Xem: ocop history. Lấy lại: ocop restore.

Earlier versions of content/. What is deleted here is gone.
See: ocop history. Bring back: ocop restore.
"""


@dataclass(frozen=True, slots=True)
class State:
    """The files of content/ that are kept, with their hashes; `left` are those that aren't."""

    files: Mapping[str, str]
    left: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Seen:
    """The last version's files, with the stamps by which each is known; `mark` is the keepers'."""

    mark: list[str]
    hashes: Mapping[str, str]
    stamps: Mapping[str, Stamp | None]

    @classmethod
    def of(cls, found: Any) -> Self:  # noqa: ANN401  # JSON: what is not as it should be is not there
        """What was written, or nothing."""
        try:
            hashes = {str(path): str(hash_) for path, (hash_, _) in found["files"].items()}
            stamps = {p: stamp and _stamp(stamp) for p, (_, stamp) in found["files"].items()}
            return cls([*map(str, found["mark"])], hashes, stamps)
        except (KeyError, TypeError, ValueError, AttributeError):
            return cls([], {}, {})

    def as_json(self) -> object:
        """What `of` makes this of."""
        files = {path: (hash_, self.stamps.get(path)) for path, hash_ in self.hashes.items()}
        return {"mark": self.mark, "files": files}


@dataclass(frozen=True, slots=True)
class Archive:
    """The versions of the project at `root`; the first keeper that can takes the next one."""

    root: Path
    keepers: tuple[Keeper, ...]

    @classmethod
    def of(cls, root: Path) -> Archive:
        """The archive of a project: git first, where it is installed."""
        folder, program = root / FOLDER, git_program(root)
        git = (GitKeeper((folder / "git").resolve(), program),) if program else ()
        return cls(root, (*git, CopiesKeeper(folder / "copies")))

    def versions(
        self, on_damage: Callable[[KeepingError], None] | None = None
    ) -> list[KeptVersion]:
        """Every version that can be read, oldest first. Raises OSError.

        A damaged repository hides no dated copies; `on_damage` is told of it.
        """
        found = list[KeptVersion]()
        for keeper in self.keepers:
            try:
                found += keeper.versions()
            except KeepingError as error:
                if on_damage:
                    on_damage(error)
        return sorted(found, key=lambda each: each.number)

    def files(self, number: int) -> Mapping[str, str]:
        """The hash of every file of a version. Raises OSError."""
        return self._keeper(number).files(number)

    def read(self, number: int, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield each of these files as it was in a version. Raises OSError."""
        return self._keeper(number).read(number, paths)

    def add(self, why: str, stamps: Mapping[str, Stamp] | None = None) -> State:
        """Note content/ as it is, where it differs from the last version; what it is now.

        Where nothing changed, no process is started, and only files without a settled stamp are
        read. `stamps` are those of a listing of content/ just made. Whoever calls holds the
        project's lock. Raises OSError.
        """
        found = listing(self.root / "content") if stamps is None else stamps
        seen = Stamps({path: stamp for path, stamp in found.items() if _is_kept(path)})
        stored = _Seen.of(self._store.read_json())
        is_last = stored.mark == self._mark()
        if is_last and stored.stamps == seen.by_name:
            return State(stored.hashes, frozenset())
        before = stored.hashes if is_last else self._last_files()
        state = self._state(seen, stored, before)
        changes = changes_between(before, state.files)
        if changes:
            last = latest(self.versions())
            number = max(last.number if last else 0, self._highest()) + 1
            self._keep(KeptVersion(number, int(time.time()), why, changes), state)
        self._remember(seen, state, stored)
        return state

    def _last_files(self) -> Mapping[str, str]:
        last = latest(self.versions())
        with suppress(KeepingError):
            return self.files(last.number) if last else {}
        return {}

    def _keep(self, version: KeptVersion, state: State) -> None:
        """Have the first keeper that can keep it; git may be damaged, or no more than a name."""
        folder = self.root / FOLDER
        if not (folder / ".gitignore").is_file():
            write(folder / ".gitignore", _PASSED_OVER)
            write(folder / "README.txt", _READ_ME.encode("utf-8-sig"))
        write(folder / _HIGHEST, b"%d" % version.number)
        for keeper in self.keepers[:-1]:
            try:
                keeper.add(version, state.files, lambda path: self._content(path, state))
            except KeepingError:
                continue
            return
        self.keepers[-1].add(version, state.files, lambda path: self._content(path, state))

    def _highest(self) -> int:
        """The highest number ever given: those of a git that is gone now must not come twice."""
        try:
            return int((self.root / FOLDER / _HIGHEST).read_text("ascii"))
        except (OSError, ValueError):
            return 0

    def _content(self, path: str, state: State) -> bytes:
        found = (self.root / "content" / path).read_bytes()
        if hash_of(found) != state.files[path]:
            raise OSError(None, "vừa được sửa (was edited just now)", f"content/{path}")
        return found

    def _state(self, seen: Stamps, stored: _Seen, before: Mapping[str, str]) -> State:
        """The hash of each file; one that can't be read now is as it was, and left alone."""
        files, left = {}, set()
        for path in seen.by_name:
            known = seen.agree(path, stored.stamps.get(path))
            hash_ = stored.hashes[path] if known else self._hash(path)
            if hash_:
                files[path] = hash_
                continue
            left.add(path)
            if path in before:
                files[path] = before[path]
        return State(files, frozenset(left))

    def _hash(self, path: str) -> str:
        """The hash of a file, empty for what is no file, too large, or can't be read."""
        file = self.root / "content" / path
        try:
            found = file.lstat()
            if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
                return ""
            return hash_of(file.read_bytes())
        except OSError:
            return ""

    def _remember(self, seen: Stamps, state: State, stored: _Seen) -> None:
        stamps = {path: None if path in state.left else seen.settled(path) for path in state.files}
        now = _Seen(self._mark(), state.files, stamps)
        if now != stored:
            self._store.write_json(now.as_json())

    def _mark(self) -> list[str]:
        return [keeper.mark() for keeper in self.keepers]

    def _keeper(self, number: int) -> Keeper:
        for keeper in self.keepers:
            with suppress(KeepingError):
                if any(each.number == number for each in keeper.versions()):
                    return keeper
        raise KeepingError(f"{number}?")

    @property
    def _store(self) -> Store:
        return Store(self.root / FOLDER / "seen.json", "2")


def _stamp(found: Sequence[int]) -> Stamp:
    size, changed, entered, inode = map(int, found)
    return size, changed, entered, inode


def _is_kept(path: str) -> bool:
    """Whether it is a file that a person put there; nothing else is kept, nor ever touched."""
    return not path.endswith("/") and not any(map(is_passed_over, path.split("/")))
