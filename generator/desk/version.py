"""What a build's results depend on besides the project: the program and its libraries."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

from generator import __version__

_PROGRAM = Path(__file__).resolve().parent.parent
_LIBRARIES = (
    *("babel", "brotli", "fontpkg-be-vietnam-pro", "fonttools", "jinja2", "markdown", "nh3"),
    *("pillow", "pillow-heif", "pydantic", "pyyaml", "qrcode", "typst"),
)


@cache
def program_version() -> str:
    """The program's version, a hash of its sources, and the versions of its libraries.

    The hash tells apart two states of one version, as anyone sees them who works on the program.
    """
    sources = sorted(_PROGRAM.rglob("*.py"))
    hashed = hashlib.blake2b(digest_size=16)
    for path in sources:
        hashed.update(path.relative_to(_PROGRAM).as_posix().encode())
        hashed.update(path.read_bytes())
    found = (f"{name} {metadata.version(name)}" for name in _LIBRARIES)
    return "; ".join([__version__, hashed.hexdigest(), *found])
