"""Files of the preview, each made when somebody asks for it.

What takes long to make (renditions of photos, share cards, print) is kept in a place of its own
below .cache/, so that it is made once, however often the preview is started. It may be deleted at
any time, and what nobody has asked for in a fortnight is.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from generator.desk.serving.sight import LiveSite
from generator.desk.version import program_version
from generator.engine import Artifact, Values, write
from generator.engine.fingerprint import digest
from generator.engine.tree import stamp_of
from generator.pictures import photos

_IN_MEMORY = 64_000_000
"""Bytes of files that need not be made again."""
_KEPT = 14 * 24 * 3600
"""Seconds after which a file that nobody asked for goes."""
_Made = tuple[Artifact, LiveSite, Sequence[bytes]]
"""An artifact and its site, which live on while their names are keys, and the files."""


class MadeFiles:
    """Makes files and remembers them; any thread may ask."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._memory: OrderedDict[tuple[int, int], _Made] = OrderedDict()
        self._size = 0
        self._guard = threading.Lock()
        self._locks: defaultdict[str, threading.RLock] = defaultdict(threading.RLock)

    def of(self, artifact: Artifact, site: LiveSite) -> Sequence[bytes]:
        """What stands at each of the artifact's paths. Raises whatever its maker does."""
        key = (id(artifact), id(site))
        with self._guard:
            if known := self._memory.get(key):
                self._memory.move_to_end(key)
                return known[2]
            lock = self._locks[_sharing(artifact)]
        with lock:
            values = artifact.values_from(site.editions)
            slow = artifact.cost > 0 and artifact.derive is None
            made = self._kept(artifact, values) if slow else None
            if made is None:
                made = artifact.make(values, site.folders)
                if slow:
                    self._keep(artifact, values, made)
        self._remember(key, (artifact, site, made))
        return made

    def forget(self) -> None:
        """Let go of what was made for an earlier sight."""
        with self._guard:
            self._memory.clear()
            self._size = 0

    def tidy(self) -> None:
        """Remove what nobody has asked for in a long time."""
        oldest = time.time() - _KEPT
        with suppress(OSError):
            for file in self._folder.iterdir():
                with suppress(OSError):
                    if file.stat().st_mtime < oldest:
                        file.unlink()

    def _remember(self, key: tuple[int, int], made: _Made) -> None:
        with self._guard:
            if key in self._memory:
                return
            self._memory[key] = made
            self._size += sum(map(len, made[2]))
            while self._size > _IN_MEMORY and len(self._memory) > 1:
                _, gone = self._memory.popitem(last=False)
                self._size -= sum(map(len, gone[2]))

    def _files(self, artifact: Artifact, values: Values) -> list[Path]:
        stamps = [(str(file), stamp_of(file.stat())) for file in artifact.files]
        name = f"{artifact.make.__module__}.{artifact.make.__qualname__}"
        told = repr((program_version(), name, sorted(values.items()), stamps))
        key = digest(told.encode(errors="surrogateescape"))
        return [self._folder / f"{key}-{number}" for number in range(len(artifact.paths))]

    def _kept(self, artifact: Artifact, values: Values) -> Sequence[bytes] | None:
        try:
            files = self._files(artifact, values)
            found = [file.read_bytes() for file in files]
            for file in files:
                file.touch()
        except OSError:
            return None
        return found

    def _keep(self, artifact: Artifact, values: Values, made: Sequence[bytes]) -> None:
        # A full disk is no reason to show nothing.
        with suppress(OSError):
            for file, content in zip(self._files(artifact, values), made, strict=True):
                write(file, content)


def _sharing(artifact: Artifact) -> str:
    """A name for what can't be made at once: photos share nothing, others templates and engines."""
    if artifact.make is photos.make_renditions:
        return artifact.source
    return artifact.make.__module__.rpartition(".")[0]
