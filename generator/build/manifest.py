"""What the last build published, and what it made each file from.

The manifest lives in the cache, so it may be missing or damaged; then everything is simply made
anew. The inventory lives in output/ beside the files it names, and outlives the cache: it tells
the build's own files from a stranger's.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from generator.build.fingerprint import digest
from generator.build.tree import Stamp

_FORM = 3
INVENTORY = ".inventory"


@dataclass(frozen=True, slots=True)
class Entry:
    """One published file: what it was made from, what came out, and the stamp it then had.

    `needs` is the hash of all that its values could come from, empty where nobody can tell.
    """

    fingerprint: str
    needs: str
    digest: str
    stamp: Stamp

    def describes(self, output: Path, path: str, stamp: Stamp | None) -> bool:
        """Whether the output's file of that path and stamp is still the one that was published."""
        if stamp is None:
            return False
        if stamp == self.stamp:
            return True
        try:
            return digest((output / path).read_bytes()) == self.digest
        except OSError:
            return False

    def stamped(self, stamp: Stamp) -> Self:
        """The same file with another stamp."""
        return replace(self, stamp=stamp)

    def needing(self, needs: str) -> Self:
        """The same file, with what its values could come from this time."""
        return self if needs == self.needs else replace(self, needs=needs)


def load(path: Path) -> dict[str, Entry]:
    """The manifest's entries by path below output/; none where there is no readable manifest."""
    try:
        stored = json.loads(path.read_bytes())
        if stored["form"] != _FORM:
            return {}
        return {
            name: Entry(str(print_), str(needs), str(hash_), _stamp(stamp))
            for name, (print_, needs, hash_, stamp) in stored["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def save(path: Path, entries: Mapping[str, Entry]) -> None:
    """Write the manifest in one step."""
    files = {name: [e.fingerprint, e.needs, e.digest, e.stamp] for name, e in entries.items()}
    write(path, json.dumps({"form": _FORM, "files": files}, separators=(",", ":")).encode())


def load_inventory(output: Path) -> set[str]:
    """The paths below output/ that builds have published there."""
    try:
        return set((output / INVENTORY).read_text("utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return set()


def save_inventory(output: Path, paths: Iterable[str]) -> None:
    """Write the inventory in one step."""
    write(output / INVENTORY, "".join(f"{path}\n" for path in sorted(paths)).encode())


def write(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def forget_parts(folder: Path) -> None:
    """Remove what `write` leaves in a folder when the program is killed in its midst."""
    for part in folder.glob(".*.part"):
        part.unlink(missing_ok=True)


def _stamp(found: list[int]) -> Stamp:
    size, changed, entered, inode = map(int, found)
    return size, changed, entered, inode
