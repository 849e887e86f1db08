"""What a version is, and what a keeper of versions can do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, Self

Change = Literal["new", "changed", "gone"]
_CHANGES: tuple[Change, ...] = ("new", "changed", "gone")


class KeepingError(OSError):
    """A keeper can't keep versions or give them back; its text says why."""


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """The state of content/ at a moment (seconds since 1970), and how it differs from before."""

    number: int
    at: int
    why: str
    changes: Mapping[str, Change]

    def as_line(self) -> str:
        """The version as one line of ASCII."""
        return json.dumps([self.number, self.at, self.why, dict(self.changes)])

    @classmethod
    def of_line(cls, line: str) -> Self:
        """The version that was written so. Raises ValueError."""
        try:
            number, at, why, changes = json.loads(line)
            known = {str(path): _CHANGES[_CHANGES.index(kind)] for path, kind in changes.items()}
            return cls(int(number), int(at), str(why), known)
        except (TypeError, AttributeError, RecursionError) as error:
            raise ValueError(line[:80]) from error


class Keeper(Protocol):
    """Keeps versions. Files are named by their paths below content/, and by hashes of their bytes.

    Whoever calls holds the project's lock, or only reads. All raise OSError.
    """

    def mark(self) -> str:
        """Changes with every version that is added; found out without starting a process."""

    def versions(self) -> tuple[KeptVersion, ...]:
        """All that it has, oldest first."""

    def files(self, number: int) -> Mapping[str, str]:
        """The hash of every file of a version."""

    def read(self, number: int, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield each of these files as it was in a version."""

    def add(
        self, version: KeptVersion, files: Mapping[str, str], content: Callable[[str], bytes]
    ) -> None:
        """Keep a version of these files, whole or not at all; `content` reads one of today's."""


def hash_of(content: bytes) -> str:
    """The name of a file's bytes, the one that git gives them."""
    head = b"blob %d\0" % len(content)
    return hashlib.sha1(head + content, usedforsecurity=False).hexdigest()


def changes_between(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, Change]:
    """What has come, changed and gone from one state to the next."""
    found: dict[str, Change] = {}
    for path in sorted(before.keys() | now.keys()):
        if path not in before:
            found[path] = "new"
        elif path not in now:
            found[path] = "gone"
        elif before[path] != now[path]:
            found[path] = "changed"
    return found


def latest(versions: Iterable[KeptVersion]) -> KeptVersion | None:
    """The last of them by number."""
    return max(versions, key=lambda each: each.number, default=None)
