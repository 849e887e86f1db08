"""What a build's results depend on besides the project: the program and its libraries."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator import __version__

_PROGRAM = Path(__file__).resolve().parent.parent
_LIBRARIES = (
    *("babel", "brotli", "fontpkg-be-vietnam-pro", "fonttools", "jinja2", "markdown", "nh3"),
    *("pillow", "pillow-heif", "pydantic", "pypdfium2", "pyyaml", "qrcode", "typst", "zxing-cpp"),
)


@cache
def program_version() -> str:
    """The program's version, a hash of its sources, and the versions of its libraries.

    The hash tells apart two states of one version, as anyone sees them who works on the program.
    """
    hashed = hashlib.blake2b(digest_size=16)
    for path in sorted(_sources(os.fspath(_PROGRAM))):
        hashed.update(path.removeprefix(os.fspath(_PROGRAM)).encode())
        with open(path, "rb") as file:  # noqa: PTH123  # hundreds of times a command
            hashed.update(file.read())
    known = _installed()
    found = (f"{name} {known.get(name) or _asked(name)}" for name in _LIBRARIES)
    return "; ".join([__version__, hashed.hexdigest(), *found])


def _sources(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _sources(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path


def _asked(library: str) -> str:
    """The version of a library that isn't found by its folder."""
    from importlib import metadata

    return metadata.version(library)


def _installed() -> dict[str, str]:
    """Versions by library, as the names of their folders tell them: reading each file takes long.

    Source: Recording installed projects, `{name}-{version}.dist-info`.
    """
    found: dict[str, str] = {}
    for folder in (each for each in sys.path if each.endswith("-packages") and os.path.isdir(each)):  # noqa: PTH112
        for entry in os.listdir(folder):  # noqa: PTH208
            name, _, version = entry.removesuffix(".dist-info").rpartition("-")
            if entry.endswith(".dist-info"):
                found.setdefault(name.lower().replace("_", "-"), version)
    return found
