"""A folder as a target: on this machine, on a USB stick, or on a drive of the network."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.desk.publishing.site_version import MANIFEST, PARTS
from generator.desk.publishing.transport import TransportError, batches
from generator.engine.paths import check_unlinked
from generator.engine.renaming import rename
from generator.engine.writing import sync

_AT_ONCE = 200
"""Files that are on the disk itself before the first of them takes its name."""
_LARGEST = 200_000_000
"""Bytes of what is read back: the list of a national catalogue's files has fewer."""


class FolderTarget:
    """The folder at `root`, which is made where the folder around it is there."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @contextmanager
    def opened(self, *, to_write: bool) -> Iterator[FolderTarget]:
        """Look whether the folder is there; one that is to be written is made, and tidied."""
        with _told():
            if not self._root.is_dir() and not self._root.parent.is_dir():
                raise TransportError(
                    f"Không thấy thư mục {self._root}. Hãy cắm ổ USB, hoặc tạo thư mục "
                    f"{self._root.parent}, rồi chạy lại.",
                    f"There is no folder {self._root}. Plug the USB stick in, or make the folder "
                    f"{self._root.parent}, and run again.",
                )
            if to_write:
                self._root.mkdir(exist_ok=True)
                self._tidy()
        try:
            yield self
        finally:
            if to_write:
                shutil.rmtree(self._root / PARTS, ignore_errors=True)

    def _tidy(self) -> None:
        parts = self._root / PARTS
        if os.path.lexists(parts):
            shutil.rmtree(parts)

    def read(self, path: str) -> bytes | None:
        """What a file holds; None where there is none."""
        with _told():
            found = self._looked_at(path)
            if found is None or not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
                return None
            return (self._root / path).read_bytes()

    def present(self, paths: Collection[str]) -> frozenset[str]:
        """Those of the paths where something stands, be it a link that leads nowhere."""
        with _told():
            return frozenset(path for path in paths if self._looked_at(path))

    def top(self) -> frozenset[str]:
        """Names of all that the folder holds."""
        with _told():
            found = self._root.iterdir() if self._root.is_dir() else ()
            return frozenset(each.name for each in found)

    def folds_cases(self) -> bool:
        """Whether the disk finds our list of files by another name: a stick of Windows does."""
        with _told():
            return self._looked_at(MANIFEST.upper()) is not None

    def write(self, files: Mapping[str, Path]) -> Iterator[str]:
        """Put files there; none takes its name before all that it holds is on the disk."""
        for some in batches(files, _AT_ONCE):
            with _told():
                parts = {path: f"{PARTS}/{number}" for number, path in enumerate(some)}
                (self._root / PARTS).mkdir(exist_ok=True)
                for path, part in parts.items():
                    check_unlinked(self._root, path)
                    shutil.copyfile(files[path], self._root / part)
                sync(self._root, [*parts.values()])
            for path, part in parts.items():
                with _told():
                    (self._root / path).parent.mkdir(parents=True, exist_ok=True)
                    rename(self._root / part, self._root / path, about=self._root / path)
            with _told():
                sync(self._root, some)
            yield from some

    def delete(self, paths: Collection[str]) -> None:
        """Remove files."""
        for path in paths:
            with _told():
                check_unlinked(self._root, path)
                (self._root / path).unlink(missing_ok=True)

    def prune(self, folders: Sequence[str]) -> None:
        """Remove the folders that are empty; never one with anything in it."""
        for folder in folders:
            with _told():
                check_unlinked(self._root, f"{folder}/x")
            with suppress(OSError):  # it holds something, or is gone already
                (self._root / folder).rmdir()

    def tidy(self) -> None:
        """Nothing: the folder is tidied when it is opened."""

    def finish(self) -> None:
        """Nothing: all is on the disk already."""

    def _looked_at(self, path: str) -> os.stat_result | None:
        try:
            return (self._root / path).lstat()
        except (FileNotFoundError, NotADirectoryError):
            return None


@contextmanager
def _told() -> Iterator[None]:
    """Say an OSError as what it means for a target."""
    try:
        yield
    except OSError as error:
        where, why = error.filename2 or error.filename or "", error.strerror or error
        vi, en = _ADVICE.get(error.errno or 0, _OTHERWISE)
        raise TransportError(
            f"Không đọc hoặc ghi được {where}: {why}. {vi}",
            f"{where} can't be read or written: {why}. {en}",
        ) from error


_FULL = (
    "Ổ đĩa đã đầy: hãy chừa chỗ rồi chạy lại, phần đã chép thì giữ.",
    "The disk is full: make room and run again; what has been copied stays.",
)
_READ_ONLY = (
    "Ổ đĩa hay thư mục không cho ghi: hãy mở khóa ghi, hoặc chọn nơi khác.",
    "The disk or folder is read-only: unlock it, or choose another place.",
)
_LINKED = (
    "Ở đó đang có thứ khác, không phải thư mục của trang: hãy dời nó đi rồi chạy lại.",
    "Something else than a folder of the site is there: move it away and run again.",
)
_GONE = (
    "Ổ đĩa vừa bị rút, hoặc có người khác đang đăng vào đây: hãy xem lại rồi chạy lại.",
    "The disk was just removed, or somebody else is publishing here: see, wait, and run again.",
)
_OTHERWISE = (
    "Hãy xem ổ đĩa còn cắm và cho ghi không, rồi chạy lại.",
    "See whether the disk is still there and may be written, and run again.",
)
_ADVICE = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: _FULL,
    errno.ENOENT: _GONE,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.ENOTDIR: _LINKED,
    errno.EISDIR: _LINKED,
    errno.EEXIST: _LINKED,
}
