"""What may be the path of a file below output/, whoever asks for it.

A path comes from names and addresses that people write. One that climbs out of its folder, or that
a system reads otherwise than it is written, is refused before anything is written.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable, Set
from pathlib import Path

from generator.engine.artifact import Artifact

_OUTSIDE = "nằm ngoài thư mục kết quả (outside the output folder)"
_LINKED = "là liên kết, không phải thư mục (a link, not a folder)"
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\\:]")
"""Ends of lines and of texts, halves of characters, and what Windows reads as drive or folder."""


def is_below(path: str, scopes: Set[str]) -> bool:
    """Whether the path, with forward slashes, is that of a file below one of the scopes."""
    scope, *rest = path.split("/")
    sound = scope in scopes and bool(rest) and _ODD.search(path) is None
    return sound and not {"", ".", ".."}.intersection(rest)


def outside(artifacts: Iterable[Artifact], scopes: Set[str]) -> tuple[tuple[str, str], ...]:
    """Every path that is not below its scope, with the content file that asked for it."""
    return tuple(
        (path, artifact.source)
        for artifact in artifacts
        for path in artifact.paths
        if not is_below(path, scopes)
    )


def check_below(paths: Iterable[str], scopes: Set[str]) -> None:
    """Raise OSError for a path that is not below one of the scopes."""
    for path in paths:
        if not is_below(path, scopes):
            raise OSError(errno.EINVAL, _OUTSIDE, path.encode(errors="replace").decode())


def check_unlinked(output: Path, path: str) -> None:
    """Raise OSError where a folder between output/ and the file is a link to somewhere else."""
    folder = output
    for name in path.split("/")[:-1]:
        folder /= name
        if folder.is_symlink():
            raise OSError(errno.ENOTDIR, _LINKED, str(folder))
