"""What is remembered from one run to the next: forgotten rather than ever wrong.

A store is one file. Before its content stands a hash of the content, of the file's name and of the
version that wrote it, and what doesn't agree with its hash is not there. The content is text that
its reader validates, never a pickle, so that a file which somebody else has put there can do no
more than be read. The hash is no seal: whoever may write in the cache can write a sound store.

What is remembered of a file holds while the file's stamp is as it was. Stamps can't tell two
changes within one tick of the file system's clock apart, so nothing is remembered of a file that
has hardly been written.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.engine.tree import TICK, Stamp
from generator.engine.writing import write

_FORM = b"store 1 "
"""Begins the file, with the number of its form."""


@dataclass(frozen=True, slots=True)
class Store:
    """Content that holds good for one `version`: of the program, and of what else it depends on."""

    path: Path
    version: str

    def read(self) -> bytes | None:
        """What was written; None where there is nothing sound, or it is of another version."""
        try:
            head, _, content = self.path.read_bytes().partition(b"\n")
        except OSError:
            return None
        return content if head == self._head(content) else None

    def write(self, content: bytes) -> None:
        """Remember it in one step, in place of what was there. Raises OSError."""
        write(self.path, self._head(content) + b"\n" + content)

    def read_json(self) -> Any:  # noqa: ANN401  # JSON: its reader validates it
        """The JSON value that was written, or None."""
        content = self.read()
        try:
            return None if content is None else json.loads(content)
        except (ValueError, RecursionError):
            return None

    def write_json(self, value: object) -> None:
        """Remember a JSON value. Raises OSError."""
        self.write(json.dumps(value).encode())

    def keep(self, content: bytes) -> None:
        """Write it, if that can be done: who finds nothing here finds it out anew."""
        with suppress(OSError):
            self.write(content)

    def keep_json(self, value: object) -> None:
        """Keep a JSON value, if that can be done."""
        with suppress(OSError):
            self.write_json(value)

    def _head(self, content: bytes) -> bytes:
        hashed = hashlib.blake2b(digest_size=16)
        hashed.update(json.dumps([self.path.name, self.version]).encode() + b"\n")
        hashed.update(content)
        return _FORM + hashed.hexdigest().encode()


def long_past(times: Iterable[int]) -> bool:
    """Whether no change made from now on can bear one of these times (in ns)."""
    return max(times, default=0) < time.time_ns() - TICK


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of files by name, taken before any of the files is read, and made then."""

    by_name: Mapping[str, Stamp]
    _latest: int = field(default_factory=lambda: time.time_ns() - TICK)

    def agree(self, name: str, stamp: object) -> bool:
        """Whether the file is as it was when it had that stamp, a sequence of numbers."""
        now = self.by_name.get(name)
        return now is not None and isinstance(stamp, list | tuple) and now == tuple(stamp)

    def settled(self, name: str) -> Stamp | None:
        """The stamp to remember a file by, None where its next change might bear the same."""
        stamp = self.by_name.get(name)
        return stamp if stamp is not None and max(stamp[1:3]) < self._latest else None
