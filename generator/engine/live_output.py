"""What stands in output/ while a build is made, and how its scopes change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.engine.manifest import ManifestEntry
from generator.engine.publish import PublishedError, publish, stamps_after
from generator.engine.tree import Stamp, Trees
from generator.engine.writing import sync


class LiveOutput:
    """What stands in output/, as far as this build answers for it; `trees` has current stamps."""

    def __init__(self, folder: Path, next_tree: Path, found: Trees) -> None:
        self._folder = folder
        self._next_tree = next_tree
        self._found = found
        self._copies: dict[str, Mapping[str, Stamp]] = {}
        self._new: list[str] = []
        self.trees = dict(found)

    def linked(self, laid: Trees) -> None:
        """Take note of files whose stamps are others since they were linked.

        Where there are no links, they are those of copies, which count once these are published.
        """
        for scope, stamps in laid.items():
            found = self._found[scope]
            same = {path: each for path, each in stamps.items() if each[3] == found[path][3]}
            self._copies[scope] = {path: stamps[path] for path in stamps.keys() - same.keys()}
            if same:
                self.trees[scope] = {**found, **same}

    def files(self) -> Iterator[str]:
        """The path of every file, and of every empty folder with a closing slash."""
        return (f"{scope}/{path}" for scope, files in self._found.items() for path in files)

    def stamp(self, path: str) -> Stamp | None:
        """The stamp that a file has by now, None where there is none."""
        scope, _, rest = path.partition("/")
        return self.trees.get(scope, {}).get(rest)

    def has(self, path: str, entry: ManifestEntry | None) -> bool:
        """Whether that file was found to be what the entry says."""
        scope, _, rest = path.partition("/")
        stamp = self._found.get(scope, {}).get(rest)
        return entry is not None and entry.describes(self._folder, path, stamp)

    def publish(self, scope: str, written: set[str], removed: set[str]) -> None:
        """Swap one scope's tree for its next one, if anything in it changes.

        What is new is on the disk by then: after a power cut no page stands there empty.
        """
        start = f"{scope}/"
        new = {p.removeprefix(start) for p in written if p.startswith(start)}
        gone = {p.removeprefix(start) for p in removed if p.startswith(start)}
        if new or gone:
            live = self._folder / scope
            sync(self._next_tree / scope, new)
            publish(live, self._next_tree / scope)
            self._new.append(scope)
            before = {**self.trees[scope], **self._copies[scope]}
            self.trees[scope] = stamps_after(live, before, new, gone)

    @contextmanager
    def telling_what_is_new(self) -> Iterator[None]:
        """Let an OSError say whether some of the output is new by then."""
        try:
            yield
        except OSError as error:
            if self._new:
                raise PublishedError.after(error) from error
            raise
