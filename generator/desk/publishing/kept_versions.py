"""The files of what was published last and of the version before, by their hash.

A folder of the cache, one for each target. What is sent is sent from here, so that a build may go
on meanwhile; and from here an earlier version comes back. A file that doesn't have the hash of its
name any more is as good as gone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.desk.publishing.site_version import SiteFile, SiteVersion
from generator.engine.fingerprint import digest_at
from generator.engine.renaming import rename
from generator.engine.store import Store

_FORM = "1"
_NAMES = ("current", "before")


@dataclass(frozen=True, slots=True)
class Kept:
    """A version of which all files are kept; `id` is that of its manifest on the target."""

    version: SiteVersion
    id: str


@dataclass(frozen=True, slots=True)
class KeptVersions:
    """The store in that folder."""

    folder: Path

    def take(self, root: Path, files: Mapping[str, SiteFile]) -> str:
        """Copy those of the files below `root` that are not here yet.

        The path of one that doesn't hold what it should, for it was changed meanwhile; else
        nothing. Raises OSError.
        """
        for path, file in files.items():
            place = self.place(file.digest)
            if place.is_file() and place.stat().st_size == file.size:
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            part = place.with_name(f"{place.name}.part")
            shutil.copyfile(root / path, part)
            if digest_at(str(part)) != file.digest:
                part.unlink()
                return path
            rename(part, place, about=place)
        return ""

    def place(self, hash_: str) -> Path:
        """Where a file of that hash is kept."""
        return self.folder / "files" / hash_[:2] / hash_

    def whole(self, files: Iterable[SiteFile]) -> bool:
        """Whether all of the files are here and hold what they should."""
        return all(digest_at(str(self.place(each))) == each for each in {f.digest for f in files})

    @property
    def current(self) -> Kept | None:
        """The version that was published last."""
        return self._read("current")

    @property
    def before(self) -> Kept | None:
        """The version before it."""
        return self._read("before")

    def published(self, version: SiteVersion, id_: str) -> None:
        """Remember that this is the version on the target now. Raises OSError."""
        current = self.current
        if current and current.version.files != version.files:
            self._write("before", current)
        self._write("current", Kept(version, id_))
        self._forget_others()

    def _forget_others(self) -> None:
        known = [each for each in (self.current, self.before) if each]
        wanted = {file.digest for each in known for file in each.version.files.values()}
        for place in (self.folder / "files").glob("*/*"):
            if place.name not in wanted and place.is_file():
                place.unlink(missing_ok=True)

    def _read(self, name: str) -> Kept | None:
        stored = self._store(name).read_json()
        try:
            files = {path: SiteFile(hash_, size) for path, (hash_, size) in stored["files"].items()}
            return Kept(SiteVersion(files, stored["base_url"], stored["built_on"]), stored["id"])
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    def _write(self, name: str, kept: Kept) -> None:
        self._store(name).write_json({**asdict(kept.version), "id": kept.id})

    def _store(self, name: str) -> Store:
        return Store(self.folder / f"{name}.json", _FORM)
