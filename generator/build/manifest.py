"""What the last build published: path → fingerprint of its artifact, size and hash of the file.

It lives in the cache, so it may be missing or damaged; then everything is simply made anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.fingerprint import digest

_FORM = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One published file: what it was made from, and what came out."""

    fingerprint: str
    digest: str

    def describes(self, path: Path) -> bool:
        """Whether the file is still the one that was published."""
        try:
            return digest(path.read_bytes()) == self.digest
        except OSError:
            return False


def load(path: Path) -> dict[str, Entry]:
    """The manifest's entries by path below output/; none where there is no readable manifest."""
    try:
        stored = json.loads(path.read_bytes())
        if stored["form"] != _FORM:
            return {}
        return {name: Entry(str(print_), str(hash_)) for name, (print_, hash_) in stored["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def save(path: Path, entries: Mapping[str, Entry]) -> None:
    """Write the manifest in one step."""
    stored = {
        "form": _FORM,
        "files": [[name, [e.fingerprint, e.digest]] for name, e in sorted(entries.items())],
    }
    replace(path, json.dumps(stored, separators=(",", ":")).encode())


def replace(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
