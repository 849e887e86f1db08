"""Photos as print has them, kept in the cache: one that has not changed is not cut anew.

A book has hundreds, more than memory holds; so each is read when a page with it is set.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.engine import Values
from generator.engine.store import Store

_VERSION = "cut 1"
"""Goes up when a photo would be cut or coloured otherwise."""
_KEPT = 14 * 24 * 3600
"""Seconds after which a photo that nothing has needed goes."""


@dataclass(frozen=True, slots=True)
class CutPhotos(Mapping[str, bytes]):
    """JPEG files by the names that templates give them."""

    stores: Mapping[str, Store]

    def __getitem__(self, name: str) -> bytes:
        """The file. Raises KeyError where it is not there, or no longer."""
        content = self.stores[name].read()
        if content is None:
            raise KeyError(name)
        return content

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self.stores)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self.stores)


@contextmanager
def cut_folder(cache: Path | None, *, tidied: bool = True) -> Iterator[Path]:
    """Where cut photos are kept: in the cache, or where there is none, only as long as it takes.

    What nothing has needed for long goes, where it is to be `tidied`.
    """
    if cache is None:
        with TemporaryDirectory(prefix="cuts-") as brief:
            yield Path(brief)
        return
    folder = cache / "cuts"
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    if tidied:
        tidy(folder)


def store_of(folder: Path, photo: Values, made: tuple[str, ...]) -> Store:
    """Where a photo is kept that is cut so, and `made` so: flavour, resolution, inks."""
    told = [photo.get(key) for key in ("digest", "focus", "width", "height", "on_white")]
    key = hashlib.blake2b(json.dumps([told, made]).encode(), digest_size=16).hexdigest()
    return Store(folder / key, _VERSION)


def is_kept(store: Store) -> bool:
    """Whether it is there and sound; then it is as young as one that has been made now."""
    if store.read() is None:
        return False
    with suppress(OSError):
        os.utime(store.path)
    return True


def tidy(folder: Path) -> None:
    """Let go of what nothing has needed for a fortnight."""
    oldest = time.time() - _KEPT
    with suppress(OSError):
        for file in folder.iterdir():
            with suppress(OSError):
                if file.stat().st_mtime < oldest:
                    file.unlink()
