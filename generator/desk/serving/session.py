"""One run of the preview: what is saved is shown, at once as far as that goes, then the whole."""

from __future__ import annotations

import contextlib
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from generator.catalogue.problems.rules_files import FILE_UNREADABLE
from generator.catalogue.problems.rules_photos import PHOTO_UNREADABLE
from generator.desk.options import Order
from generator.desk.serving.first_look import FirstLook
from generator.desk.serving.looking import Looker
from generator.desk.serving.preview import Preview
from generator.desk.serving.sight import NOTHING, Saved, Sight
from generator.engine import write

CACHE = "serve"
"""The preview's own place below .cache/."""
_HELD = frozenset({FILE_UNREADABLE, PHOTO_UNREADABLE})
"""What is said of a file that another program holds open, as Excel does, or is writing."""
_AGAIN = (0.3, 0.6, 1.2, 2.4, 5.0, 15.0, 60.0)
"""Seconds before a file that is held is tried again; the last for as long as it is."""
UNTOLD = 3
"""So many times nothing is said of it."""
_BACK_SOON = 0.4
"""Seconds in which a file that is gone may come back: some programs save so."""
_LET_LOOK = 0.05
"""Seconds that the browser gets to fetch the page before the whole is read."""


@dataclass(slots=True)
class Session:
    """Knows what was saved and not yet read as a whole; `on_fault` is told of the program's."""

    order: Order
    on_fault: Callable[[Exception], None]
    preview: Preview = field(init=False)
    stop: threading.Event = field(default_factory=threading.Event)
    _looker: Looker = field(init=False)
    _wake: threading.Event = field(default_factory=threading.Event)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _few_guard: threading.Lock = field(default_factory=threading.Lock)
    _first: FirstLook = field(init=False)
    _saved: frozenset[str] = frozenset()
    _newer: frozenset[str] = frozenset()
    _edits: int = 0
    _quiet_until: float = 0.0
    _tries: int = 0

    def __post_init__(self) -> None:
        self.preview = Preview(self.order.root, self.order.cache / CACHE)
        self._looker = Looker(self.order)
        self._first = FirstLook(self.order)

    def begin(self) -> None:
        """Have something to show: all, or of a large project a first look, with all to follow."""
        few = self._few() if self._first.begin() else None
        if few is None:
            self.preview.show(self._whole())
            return
        self.preview.reaches = self._reaches
        self.preview.show(few)
        self._later(frozenset())

    def saved(self, paths: frozenset[str]) -> None:
        """Show at once what can be shown of what was saved, and have the whole follow."""
        try:
            self._part(paths)
        except Exception as error:  # the whole, which follows, says what is wrong
            self._fault(error)
            self._later(paths)

    def follow(self) -> None:
        """Read the whole whenever something was saved, until the end."""
        self.preview.files.tidy()
        self._warm()
        while not self.stop.is_set():
            self._wake.wait(self._patience())
            if self.stop.is_set():
                return
            while (left := self._quiet_until - time.monotonic()) > 0:
                self.stop.wait(left)
            self.catch_up()

    def catch_up(self) -> None:
        """Read the whole, and show it unless something newer has been shown meanwhile."""
        self._wake.clear()
        with self._guard:
            edits, saved, self._saved = self._edits, self._saved, frozenset()
            self._newer = frozenset()
        sight = self._whole()
        self.preview.prepare(sight)
        with self._guard:
            if self._edits != edits:
                # What is newer wakes us again. Meanwhile it is put on top: whoever saves often
                # would else never see lists change.
                self._saved |= saved
                now = self._with_newer(sight)
                if now is None:
                    return
                sight = now
            self.preview.show(sight, Saved(saved))

    def _with_newer(self, sight: Sight) -> Sight | None:
        """The sight with what was saved while it was read; None where that takes the whole."""
        if not self._newer or sight.awaited:
            return None
        if all((self.order.root / path).exists() for path in self._newer):
            part = self._looker.part(sight, Saved(self._newer))
            if part is not None:
                return part
        return sight if self.preview.sight.awaited else None

    def _few(self) -> Sight | None:
        try:
            return self._looker.few(self._first)
        except OSError:  # files come and go while we look: the whole says so
            return None

    def _reaches(self, path: str) -> bool:
        """Have the first look show the page at that path too, if there is one."""
        if not self._first.reaches(path):
            return False
        self._show_few()
        return True

    def _show_few(self, saved: frozenset[str] = frozenset()) -> None:
        with self._few_guard:
            self._show_if_awaited(self._few(), saved)

    def _show_part_of_few(self, paths: frozenset[str]) -> None:
        """Show what was saved on top of the first look; a page that it lacks takes a new one."""
        with self._few_guard:
            there = all((self.order.root / path).exists() for path in paths)
            before = self.preview.sight
            part = self._looker.part(before, Saved(paths), self._first) if there else None
            if part is None:
                self._first.saved(paths)
            self._show_if_awaited(part or self._few(), paths)

    def _show_if_awaited(self, few: Sight | None, saved: frozenset[str]) -> None:
        with self._guard:
            if few and self.preview.sight.awaited:
                self.preview.show(few, Saved(saved))

    def end(self) -> None:
        """Let the threads go."""
        self.stop.set()
        self._wake.set()

    def _part(self, paths: frozenset[str]) -> None:
        sight = self.preview.sight
        if sight.awaited:
            self._later(paths)
            self._show_part_of_few(paths)
            return
        root = self.order.root
        changed = frozenset(path for path in paths if not self._looker.says_the_same(sight, path))
        if not changed:
            return
        gone = [path for path in changed if not (root / path).exists()]
        part = None if gone else self._looker.part(sight, Saved(changed))
        self._tries = 0
        if part is not None:
            self.preview.show(part, Saved(changed))
            self._later(frozenset(), _LET_LOOK, newer=changed)
        else:
            self._later(changed, _BACK_SOON if gone else 0.0)

    def _later(
        self, paths: frozenset[str], quiet: float = 0.0, newer: frozenset[str] = frozenset()
    ) -> None:
        """Have the whole read for these; `newer` are shown already."""
        with self._guard:
            self._saved |= paths
            self._newer |= paths | newer
            self._edits += 1
            self._quiet_until = max(self._quiet_until, time.monotonic() + quiet)
        self._wake.set()

    def _whole(self) -> Sight:
        before = self.preview.sight
        # The first time, several processes are worth it; a first look is no state to stand on.
        first = before.site is None or before.awaited > 0
        jobs, standing = (self.order.jobs, NOTHING) if first else (1, before)
        try:
            seen = self._looker.whole(standing, jobs)
        except OSError as error:
            # Files come and go while we look; what goes on is said.
            self._tries += 1
            said = f"{error.strerror or error} ({error.filename or ''})"
            return before if self._tries <= UNTOLD else replace(before, fault=said)
        except Exception as error:  # an editor sees no traceback, and the preview goes on
            self._tries = 0
            self._fault(error)
            return replace(before, fault=f"{type(error).__name__}: {error}")
        held = [each for each in seen.problems if each.rule in _HELD]
        self._tries = self._tries + 1 if held else 0
        if held and self._tries <= UNTOLD:
            others = tuple(each for each in seen.problems if each.rule not in _HELD)
            return replace(seen, problems=others)
        return seen

    def _patience(self) -> float | None:
        """How long to wait for something to be saved: not for ever, where a file is held."""
        if not self._tries:
            return None
        return _AGAIN[min(self._tries, len(_AGAIN)) - 1]

    def _warm(self) -> None:
        """Have templates compiled before somebody asks."""
        try:
            self.preview.page("")
        except Exception as error:
            self._fault(error)

    def _fault(self, error: Exception) -> None:
        log = self.order.cache / "error.log"
        trace = "".join(traceback.format_exception(error))
        with contextlib.suppress(OSError):
            write(log, trace.encode(errors="backslashreplace"))
        self.on_fault(error)
