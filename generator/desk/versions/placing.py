"""Files of a version put in their places: all read and on the disk before the first is moved.

So a full disk or a damaged version stops it before anything has changed, and whoever reads content/
sees each file as it was or as it is to be. What is killed in between says so in `history`.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.desk.versions.archive import FOLDER
from generator.desk.versions.kept_version import hash_of
from generator.engine.paths import check_unlinked
from generator.engine.renaming import rename
from generator.engine.writing import sync, write

_STAGE = "restoring"
_UNFINISHED = "unfinished.txt"


@dataclass(frozen=True, slots=True)
class WayBack:
    """Files of content/ on their way back, in a folder of their own."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where they wait."""
        return self.root / FOLDER / _STAGE

    @contextmanager
    def filled(self, files: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
        """The folder with these files in it, durably, and nothing else. Raises OSError."""
        shutil.rmtree(self.folder, ignore_errors=True)
        try:
            paths = [self._add(path, content) for path, content in files]
            sync(self.folder, paths)
            yield self.folder
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def place(
        self, command: str, gone: Sequence[str], paths: Sequence[str], noted: Mapping[str, str]
    ) -> list[str]:
        """Remove what is gone, move the rest into place; what could not be done, and why.

        A file that is not as it was `noted`, by its hash, is left: somebody saved it meanwhile.
        What goes is first: a folder of that name, or another case of its letters, may come back.
        """
        note = self.root / FOLDER / _UNFINISHED
        write(note, command.encode(errors="replace"), durably=True)
        content = self.root / "content"
        failed = []
        for path in (*gone, *paths):
            try:
                _check_inside(path)
                check_unlinked(content, path)
                _check_noted(content / path, noted.get(path))
                if path in gone:
                    _remove(content, path)
                else:
                    _move(self.folder / path, content / path)
            except OSError as error:
                failed.append(f"content/{path} ({error.strerror or error})")
        note.unlink()
        return failed

    def _add(self, path: str, content: bytes) -> str:
        _check_inside(path)
        write(self.folder / path, content)
        return path


def unfinished(root: Path) -> str:
    """The command that was ended while it put files in their places, if one was."""
    try:
        return (root / FOLDER / _UNFINISHED).read_text("utf-8", "replace")
    except OSError:
        return ""


def _check_inside(path: str) -> None:
    """Raise OSError for what would lie outside of a folder that it is joined to."""
    plain = os.path.normpath(path).replace(os.sep, "/")
    if plain != path or path.startswith(("../", "/")) or os.path.splitdrive(path)[0]:
        raise OSError(errno.EINVAL, "nằm ngoài content/ (outside of content/)", path)


def _check_noted(place: Path, noted: str | None) -> None:
    """Raise OSError for a file that no version has as it is now."""
    try:
        found = place.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return
    if hash_of(found) != noted:
        raise OSError(None, "vừa được sửa (was edited just now)")


def _move(staged: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        rename(staged, place, about=place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write(place, staged.read_bytes(), durably=True)  # content/ is on another disk


def _remove(content: Path, path: str) -> None:
    """Remove a file, and the folders that have nothing in them without it."""
    (content / path).unlink(missing_ok=True)
    for folder in (content / path).parents:
        if folder == content or any(folder.iterdir()):
            break
        folder.rmdir()
