"""What files an editor means by a name: a path from anywhere, a folder, or a bare name."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath


def below_content(root: Path, name: str) -> str:
    """The name as a path below content/, as far as it is one."""
    content, given = Path(os.path.abspath(root / "content")), Path(name)  # noqa: PTH100 - no ".."
    for each in (given, Path.cwd() / given, root.absolute() / given):
        path = Path(os.path.normpath(each))
        if path.is_relative_to(content):
            return path.relative_to(content).as_posix()
    return name.replace("\\", "/").strip("/")


def named(name: str, known: Iterable[str]) -> set[str]:
    """The known paths that are meant: that path, those below it, else all of that bare name."""
    known = list(known)
    wanted = _plain(name)
    exact = {each for each in known if _plain(each) == wanted}
    if exact:
        return exact
    below = {each for each in known if wanted == "." or _plain(each).startswith(f"{wanted}/")}
    if below:
        return below
    return {
        each
        for each in known
        if wanted in {_plain(PurePosixPath(each).name), _plain(PurePosixPath(each).stem)}
    }


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name)
