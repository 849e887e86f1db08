"""Files that a project's own theme holds for nobody: their names were mistyped."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path, PurePosixPath

from generator import theme
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import closest
from generator.catalogue.problems.place import START
from generator.catalogue.problems.rules_templates import THEME_FILE_UNUSED
from generator.desk.options import Order
from generator.desk.theme_uses import TABLES, TEXTS, Uses
from generator.shipped import is_shipped_theme
from generator.theme.own_files import own_files

_ROOMS = (*TEXTS, "strings")


def unused_files(folders: theme.Folders, order: Order) -> Iterator[Finding]:
    """Yield a finding for each file that changes nothing and has nearly the name of one that would.

    What nobody uses and is like nothing may be a draft, or a note. Of a folder whose own name was
    mistyped the first file is told.
    """
    own = [folder for folder in folders if not is_shipped_theme(folder)]
    uses = Uses(own)
    for folder in own:
        behind = folders[folders.index(folder) + 1 :]
        known = {path for each in behind for path in _paths(each)}
        if not known:
            continue
        told: set[str] = set()
        for path in _paths(folder):
            if path in known or path in TABLES or uses.has_file(PurePosixPath(path).name):
                continue
            room = path.partition("/")[0]
            if room not in told and (meant := _meant(path, known)):
                told |= {room} - {*_ROOMS}
                file = (folder / path).relative_to(order.root).as_posix()
                values = {"found": path, "closest": meant}
                yield Finding(file, START, THEME_FILE_UNUSED, values)


def _paths(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in own_files(folder, "**/*"))


def _meant(path: str, known: Set[str]) -> str:
    """The file of the theme behind that was most likely meant, empty where none is near."""
    alike = {each.casefold(): each for each in known}
    if path.casefold() in alike:
        return alike[path.casefold()]
    room, _, rest = path.partition("/")
    if rest and room not in _ROOMS:
        near = closest(room.lower(), _ROOMS)
        return f"{near}/{rest}" if near else ""
    found = PurePosixPath(path)
    beside = {
        each.stem: each
        for each in map(PurePosixPath, sorted(known))
        if (each.parent, each.suffix) == (found.parent, found.suffix)
    }
    stem = closest(found.stem, beside)
    return beside[stem].as_posix() if stem else ""
