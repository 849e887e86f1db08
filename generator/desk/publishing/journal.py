"""What a run that was stopped had sent, so that the next one goes on from there.

Lines in a file of the cache, one for each file that is in place on the target. They hold good for
the very state of the target that the run was at work on: its head is a hash of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from generator.engine.fingerprint import digest


def head_of(manifest: bytes | None, under_way: bytes | None) -> str:
    """What tells a target in one state from every other."""
    return digest(b"\n".join((manifest or b"", under_way or b"")))


def read(path: Path, head: str) -> Mapping[str, str]:
    """Hashes by path of what was sent to a target in that state; what isn't whole is left out."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    if lines[0] != head:
        return {}
    pairs = (line.partition(" ") for line in lines[1:-1])
    return {name: hash_ for hash_, _, name in pairs if name}


@contextmanager
def kept(path: Path, head: str, sent: Mapping[str, str]) -> Iterator[Journal]:
    """Begin the journal of a run; `sent` are files that are in place already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{head}\n")
        journal = Journal(file)
        for name, hash_ in sent.items():
            journal.note(name, hash_)
        yield journal


def forget(path: Path) -> None:
    """Nothing is under way any more."""
    with suppress(OSError):
        path.unlink()


class Journal:
    """Takes note of each file in place; a line that a power cut takes away is sent again."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def note(self, path: str, hash_: str) -> None:
        """The file of that hash is in place."""
        self._file.write(f"{hash_} {path}\n")
        self._file.flush()
