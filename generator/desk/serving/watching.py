"""Notices what is saved below content/ and themes/, however editors and disks go about it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import watch

from generator.engine.tree import Stamp, listing, stamp_of
from generator.litter import is_passed_over

FOLDERS = ("content", "themes")
_STEP = 12
"""Milliseconds of quiet that end a batch of changes: an editor's writing and renaming."""
_LONGEST_BATCH = 250
"""Milliseconds after which a batch ends, however much is going on."""
_LOOK = 1000
"""Milliseconds after which the folders themselves are looked at."""
_RARELY = 2.0
_SHARE = 20
"""Seconds between looks at all files, for disks that tell of nothing; and so many times as long as
such a look takes, where that is more."""
_SOON = 0.05
"""Seconds in which a look at few files ends; for one at many nobody who saves is made to wait."""
_SPARES = (".swp", ".swx", ".part", ".crdownload", ".partial", ".bak")
_OF_VIM = "4913"


class _Look:
    """A look at all files, in a thread of its own; `noted` are those told of meanwhile."""

    def __init__(self, listed: Callable[[], dict[str, Stamp]]) -> None:
        self.noted: set[str] = set()
        self.found: dict[str, Stamp] | None = None
        self.seconds = 0.0
        self._listed = listed
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        self.thread.join(_SOON)

    def _run(self) -> None:
        start = time.monotonic()
        found = self._listed()
        self.seconds = time.monotonic() - start
        self.found = found


@dataclass(slots=True)
class Watch:
    """Calls `on_saved` with paths from the root, in a thread of its own, until `stop` is set.

    `on_polling` is called once, where the system can't tell of changes and files are looked at
    instead.
    """

    root: Path
    on_saved: Callable[[frozenset[str]], None]
    on_polling: Callable[[], None]
    stop: threading.Event = field(default_factory=threading.Event)
    ready: threading.Event = field(default_factory=threading.Event)
    _polling: bool = False
    _known: dict[str, Stamp] = field(default_factory=dict)
    _due: float = 0.0
    _look: _Look | None = None

    def __post_init__(self) -> None:
        """Take note of what there is before anything is read: what changes since is told."""
        self._known = self._listed()

    def run(self) -> None:
        """Watch until the end."""
        while not self.stop.is_set():
            there = self._there()
            if not there:
                self.ready.set()
                self.stop.wait(_LOOK / 1000)
                continue
            try:
                self._watch(there)
            except FileNotFoundError:
                continue  # gone while we looked
            except (OSError, RuntimeError):
                if self._polling:
                    self.stop.wait(_LOOK / 1000)
                else:
                    self._polling = True
                    self.on_polling()

    def _watch(self, there: Mapping[Path, int]) -> None:
        changes = watch(
            *there,
            watch_filter=None,
            debounce=_LONGEST_BATCH,
            step=_STEP,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            raise_interrupt=False,
            stop_event=self.stop,
            force_polling=self._polling or None,
        )
        self._due = 0.0
        self.ready.set()
        for batch in changes:
            if saved := self._meant(path for _, path in batch):
                self._note(saved)
                self.on_saved(saved)
            if self._there() != there:
                self._known, self._look = self._listed(), None
                self.on_saved(frozenset(FOLDERS))
                return
            if not batch and (unseen := self._unseen()):
                self.on_saved(unseen)

    def _there(self) -> dict[Path, int]:
        """The folders that there are, and which they are: one put back is another."""
        found: dict[Path, int] = {}
        for name in FOLDERS:
            try:
                folder = (self.root / name).resolve()
                if folder.is_dir():
                    found[folder] = folder.stat().st_ino
            except (OSError, RuntimeError):
                continue
        return found

    def _meant(self, paths: Iterable[str]) -> frozenset[str]:
        """The paths from the root, without those that no editor meant."""
        found = set[str]()
        folders = {(self.root / name).resolve(): name for name in FOLDERS}
        for path in map(Path, paths):
            for folder, name in folders.items():
                if path.is_relative_to(folder):
                    below = path.relative_to(folder).as_posix()
                    if is_meant(below):
                        found.add(f"{name}/{below}")
        return frozenset(found)

    def _note(self, paths: Collection[str]) -> None:
        """Take note of files as they are now: no later look is to find them changed."""
        if self._look:
            self._look.noted.update(paths)
        for path in paths:
            try:
                self._known[path] = stamp_of((self.root / path).lstat())
            except OSError:
                self._known.pop(path, None)

    def _unseen(self) -> frozenset[str]:
        """What has changed without a word from the system, as on many a network's disk."""
        if self._look is None and time.monotonic() >= self._due:
            self._look = _Look(self._listed)
        look = self._look
        if look is None or look.found is None:
            return frozenset()
        self._look = None
        self._due = time.monotonic() + max(_RARELY, look.seconds * _SHARE)
        before, now = self._known, look.found
        told = {path: before[path] for path in look.noted if path in before}
        self._known = {path: now[path] for path in now.keys() - look.noted} | told
        paths = (before.keys() | now.keys()) - look.noted
        return frozenset(path for path in paths if before.get(path) != now.get(path))

    def _listed(self) -> dict[str, Stamp]:
        """Every file that an editor saves; none of a folder that can't be read."""
        found: dict[str, Stamp] = {}
        for name in FOLDERS:
            with suppress(OSError):
                below = listing(self.root / name)
                found |= {
                    f"{name}/{path}": stamp for path, stamp in below.items() if is_meant(path)
                }
        return found


def is_meant(path: str) -> bool:
    """Whether a path below content/ or themes/ is one that an editor saves."""
    parts = path.split("/")
    name = parts[-1]
    if not name or name == "." or name == _OF_VIM or name.lower().endswith(_SPARES):
        return False
    return not any(map(is_passed_over, parts))
