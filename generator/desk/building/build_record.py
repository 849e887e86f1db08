"""What the site in output/ was built from, for whoever is to publish it.

Unlike what a build remembers to do nothing twice, this is known of every site that stands there:
also of one that was built around broken files, or a moment after they were written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Self

from generator.catalogue import settings_files
from generator.desk.options import Order
from generator.engine.store import Store
from generator.engine.tree import Stamp, listing
from generator.litter import is_passed_over

_VERSION = "1"
_NOT_IN_PAGES = frozenset(
    {
        *(settings_files.PRINTED, settings_files.SEAL, settings_files.HANDED_OUT),
        *(settings_files.EDITIONS, settings_files.PUBLISH),
    }
)
"""Files of content/ of which no page has anything."""
_NAMED = ("wrong", "kept", "left_out", "photos")
"""What of a built site is names of files."""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """The site as a build left it.

    `days` are the day of the build and the first on which a certificate makes a difference. Of the
    files with errors, `wrong`, some are as they were `kept`, and some `left_out`, as are `photos`.
    """

    base_url: str
    days: tuple[str, str]
    wrong: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Whether a build of that day would say the same, as far as dates go."""
        first, change = self.days
        return first <= day.isoformat() and (not change or day.isoformat() < change)


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """The site that stands in output/, and a hash of what it was made from."""

    site: BuiltSite
    inputs: str
    written: int = field(default=0, compare=False)

    @classmethod
    def of(cls, order: Order) -> Self | None:
        """The record of the order's output; None where nothing is known of what stands there."""
        stored = _store(order).read_json()
        try:
            facts = stored["site"]
            first, change = map(str, facts["days"])
            named = {key: tuple(map(str, facts[key])) for key in _NAMED}
            written = _store(order).path.stat().st_mtime_ns
            site = BuiltSite(str(facts["base_url"]), (first, change), **named)
            return cls(site, str(stored["inputs"]), written)
        except (KeyError, OSError, TypeError, ValueError):
            return None

    def holds(self, order: Order) -> bool:
        """Whether content/ and themes are as they were when the site was made."""
        return self.inputs == _inputs(order, listing(order.content))

    def newer(self, order: Order) -> str:
        """The file of content/ that was changed last, if it was after that; else nothing."""
        found = {path: stamp[1] for path, stamp in _of_pages(listing(order.content)).items()}
        path = max(found, key=lambda each: found[each], default="")
        return f"content/{path}" if path and found[path] >= self.written else ""


def recorded(order: Order) -> bool:
    """Whether there is a record of the order's output."""
    return BuildRecord.of(order) is not None


def remember(order: Order, content: Mapping[str, Stamp], site: BuiltSite) -> None:
    """Write the record; `content` are the stamps of what was read. Raises OSError."""
    _store(order).write_json({"inputs": _inputs(order, content), "site": asdict(site)})


def forget(order: Order) -> None:
    """Have no record, as another site is about to take the place of this. Raises OSError."""
    _store(order).path.unlink(missing_ok=True)


def _inputs(order: Order, content: Mapping[str, Stamp]) -> str:
    hashed = hashlib.blake2b(digest_size=16)
    # By number: where the project stands, and how that is written, is no matter.
    themes = ((f"themes {number}", listing(r)) for number, r in enumerate(order.theme_roots))
    rooms = (("content", _of_pages(content)), *themes)
    for room, files in rooms:
        for path in sorted(files):
            size, changed, _, inode = files[path]
            line = f"{room}/{path} {size} {changed} {inode}\n"
            hashed.update(line.encode(errors="surrogateescape"))
    return hashed.hexdigest()


def _of_pages(content: Mapping[str, Stamp]) -> Mapping[str, Stamp]:
    """Without folders, what programs leave there, and what no page is made of."""
    return {
        path: stamp
        for path, stamp in content.items()
        if path not in _NOT_IN_PAGES
        and not path.endswith("/")
        and not is_passed_over(path.rpartition("/")[2])
    }


def _store(order: Order) -> Store:
    return Store(Path(order.output_cache) / "built-site.json", _VERSION)
