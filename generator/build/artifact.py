"""One output, made by a pure function from named values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the makers find files: `content` (the project's), `theme` (nearest ancestor last)."""

    content: Path
    theme: tuple[Path, ...]


Maker = Callable[[Values, Folders], Sequence[bytes]]


@dataclass(frozen=True, slots=True)
class Artifact:
    """Files that one call of `make(values, folders)` gives, one bytes object per path.

    `paths` are relative to output/, with forward slashes. `make` is a module-level function that
    depends on nothing but its arguments and `files`, the input files it reads. `values` are JSON
    values, hashed for the fingerprint. `source` is the content file that asked for it.
    """

    paths: tuple[str, ...]
    make: Maker
    values: Values
    source: str
    files: tuple[Path, ...] = ()
