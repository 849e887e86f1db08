"""Whether anything changed since the last build, found out without reading a file's content.

What is remembered of a build is one hash of the stamps of all that went in (content, themes,
program, libraries) and one of all that came out. While both are as they were, there is nothing to
do. A stamp can't tell two changes within one tick of the file system's clock apart, so a build
that reads files which have hardly been written is not remembered.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from generator import __version__
from generator.catalogue import settings_files
from generator.desk.building.summary import Summary
from generator.desk.options import Order
from generator.desk.today import printing_day
from generator.engine.store import Store, long_past
from generator.engine.tree import (
    Stamp,
    Trees,
    lines,
    lines_of,
    listing,
    stamp_of,
)

_OURS = settings_files.HANDED_OUT
"""A build writes it itself."""
_PROGRAM = Path(__file__).resolve().parents[2]


class EditedError(Exception):
    """Somebody edited a file of content/ while it was being built; `path` is that file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that goes into a build, as it stood when this was made: before anything was read."""

    order: Order
    digest: str
    newest: int
    content: Mapping[str, Stamp]

    @classmethod
    def of(cls, order: Order) -> Self:
        """Look at the project, the themes and the program."""
        found = _listings(order)
        named = [each for each in found if each[0] != "libraries"]
        newest = max((max(stamp[1:3]) for _, files in named for stamp in files.values()), default=0)
        asked = (order.base_url, order.theme, order.strict, order.language, sorted(order.scopes))
        text = repr((__version__, sys.version, asked)).encode() + lines(found)
        return cls(order, _hash(text), newest, dict(found)["content"])

    def settled(self) -> bool:
        """Whether no change made from now on can bear the time of one that was seen."""
        return long_past([self.newest])

    def unchanged_summary(self) -> Summary | None:
        """The summary of the build that these made, None where anything is no longer so."""
        stored = self._store.read_json()
        try:
            if stored is None or stored["inputs"] != self.digest:
                return None
            if stored["outputs"] != _outputs_now(self.order):
                return None
            summary = Summary.of_json(stored["summary"])
            if not summary.holds_on(printing_day()):
                return None
        except (OSError, ValueError, KeyError, TypeError):
            return None
        same = summary.written + summary.unchanged
        return replace(summary, written=0, unchanged=same, removed=0)

    def edited(self) -> str | None:
        """A file of content/ that somebody has edited, put there or taken away since, or None.

        The time of an entry doesn't count, nor what programs put there while a file is open: they
        sync and lock files all the time.
        """
        now = listing(self.order.content)
        for path in sorted(self.content.keys() | now.keys()):
            passing = path.rpartition("/")[2].startswith((".", "~")) or path == _OURS
            if not passing and _version(self.content.get(path)) != _version(now.get(path)):
                return f"content/{path}"
        return None

    def still(self) -> None:
        """Raise EditedError where anything in content/ is no longer as it was."""
        if path := self.edited():
            raise EditedError(path)

    def remember(self, summary: Summary, trees: Trees) -> None:
        """Remember the build that has just been made; `trees` is what it published."""
        self._store.write_json(
            {"inputs": self.digest, "outputs": _outputs(trees), "summary": summary.as_json()}
        )

    @property
    def _store(self) -> Store:
        scopes = "-".join(sorted(self.order.scopes))
        return Store(self.order.output_cache / f"up-to-date-{scopes}.json", __version__)


def _version(stamp: Stamp | None) -> tuple[int, ...] | None:
    """What tells a file's content from another: size, time of its change, inode."""
    return stamp and (stamp[0], stamp[1], stamp[3])


def _listings(order: Order) -> list[tuple[str, Mapping[str, Stamp]]]:
    found = [("content", listing(order.content))]
    found += [(f"theme {root}", listing(root)) for root in order.theme_roots]
    libraries = {
        path: stamp_of(Path(path).stat()) for path in sys.path if path.endswith("-packages")
    }
    return [*found, ("program", listing(_PROGRAM, compiled=False)), ("libraries", libraries)]


def _outputs_now(order: Order) -> str:
    return _hash(
        b"\n".join(lines_of(scope, order.output / scope) for scope in sorted(order.scopes))
    )


def _outputs(trees: Trees) -> str:
    return _hash(b"\0".join(lines([each]) for each in sorted(trees.items())))


def _hash(text: bytes) -> str:
    return hashlib.blake2b(text, digest_size=16).hexdigest()
