"""“Mở tệp”: a file of the project opens in whatever program this machine has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

_FOLDERS = ("content", "themes")
_ENDINGS = frozenset(
    [
        *(".md", ".csv", ".yaml", ".yml", ".toml", ".html", ".css", ".js", ".typ", ".txt"),
        *(".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".svg"),
    ]
)
"""Of text and pictures alone: nothing that a system would run."""
_PLAIN = frozenset({".js", ".html", ".svg"})
"""What a system may run, or show, instead of opening it to be edited."""


def may_be_opened(root: Path, name: str) -> Path | None:
    """The file of that name from the project's root; None where it is none that editors write.

    Links are followed, and may not lead out of content/ or themes/.
    """
    path = PurePosixPath(name)
    if "\\" in name or "\0" in name or path.is_absolute() or ".." in path.parts:
        return None
    if path.parts[:1] not in [(folder,) for folder in _FOLDERS]:
        return None
    if path.suffix.lower() not in _ENDINGS:
        return None
    try:
        file = (root / path).resolve()
        inside = any(file.is_relative_to((root / folder).resolve()) for folder in _FOLDERS)
        return file if inside and file.suffix.lower() in _ENDINGS and file.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def open_file(file: Path) -> bool:
    """Open it; whether there is a program that does. Doesn't wait for it."""
    if sys.platform == "win32":
        if file.suffix.lower() in _PLAIN:
            return _started("notepad.exe", str(file))
        os.startfile(file)  # noqa: S606 - an editor asked for it, and its ending is one of ours
        return True
    if sys.platform == "darwin":
        plain = ["-t"] if file.suffix.lower() in _PLAIN else []
        return _started("open", *plain, str(file))
    return _started("xdg-open", str(file))


def _started(program: str, *arguments: str) -> bool:
    found = shutil.which(program)
    if found is None:
        return False
    nothing = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 - a program of the system, and one file
        [found, *arguments],
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        start_new_session=True,
    )
    return True
