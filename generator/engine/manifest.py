"""What the last build published, and what it made each file from.

The manifest lives in the cache, so it may be missing or damaged; then everything is simply made
anew. The inventory lives in output/ beside the files it names, and outlives the cache: it tells
the build's own files from a stranger's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, Self

from generator.engine.fingerprint import digest_at
from generator.engine.tree import Stamp
from generator.engine.writing import write

_END = b"manifest 4"
"""Begins the last line, with the number of the manifest's form; no path begins with it."""
INVENTORY = ".inventory"


class ManifestEntry(NamedTuple):
    """One published file: what it was made from, what came out, and the stamp it then had.

    `dependencies` is the hash of all that its values could come from, empty where nobody can tell.
    """

    fingerprint: str
    dependencies: str
    digest: str
    stamp: Stamp

    def describes(self, output: Path, path: str, stamp: Stamp | None) -> bool:
        """Whether the output's file of that path and stamp is still the one that was published."""
        if stamp is None:
            return False
        if stamp == self.stamp:
            return True
        return digest_at(f"{output}/{path}") == self.digest

    def stamped(self, stamp: Stamp) -> Self:
        """The same file with another stamp."""
        return self._replace(stamp=stamp)

    def depending_on(self, dependencies: str) -> Self:
        """The same file, with what its values could come from this time."""
        return (
            self if dependencies == self.dependencies else self._replace(dependencies=dependencies)
        )


def load(path: Path) -> dict[str, ManifestEntry]:
    """The manifest's entries by path below output/; none where there is no sound manifest.

    A line each, so that a long one need not be held in memory as text; the last has a hash of all
    before it, so that what is read is what was written.
    """
    entries: dict[str, ManifestEntry] = {}
    hashed = hashlib.blake2b(digest_size=16)
    try:
        with path.open("rb") as file:
            for line in file:
                if line.startswith(_END):
                    return entries if line == _end(hashed) else {}
                hashed.update(line)
                name, print_, dependencies, hash_, *stamp = line.decode().rsplit(" ", 7)
                size, changed, entered, inode = map(int, stamp)
                entries[name] = ManifestEntry(
                    print_, dependencies, hash_, (size, changed, entered, inode)
                )
    except (OSError, ValueError):
        pass
    return {}


def save(path: Path, entries: Mapping[str, ManifestEntry]) -> None:
    """Write the manifest in one step."""
    lines = (" ".join((name, *each[:3], *map(str, each.stamp))) for name, each in entries.items())
    text = "".join(f"{line}\n" for line in lines).encode()
    write(path, text + _end(hashlib.blake2b(text, digest_size=16)))


def _end(hashed: hashlib.blake2b) -> bytes:
    return b"%s %s\n" % (_END, hashed.hexdigest().encode())


def load_inventory(output: Path) -> set[str]:
    """The paths below output/ that builds have published there."""
    try:
        return set((output / INVENTORY).read_text("utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return set()


def save_inventory(output: Path, paths: Iterable[str]) -> None:
    """Write the inventory in one step."""
    write(output / INVENTORY, "".join(f"{path}\n" for path in sorted(paths)).encode())
