"""The chain of themes: theme.toml, inheritance, and which theme's file is taken.

A theme is passed around as the tuple of its folders, the chosen theme first and its ancestors
after; a file is taken from the first folder that has it, so a child overrides single files.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.litter import is_passed_over
from generator.plain_files import read_plain_text
from generator.theme.colours import Palette, resolved
from generator.theme.errors import ThemeError

Folders = tuple[Path, ...]
_NAME = re.compile(r"[A-Za-z0-9][\w-]*")


@dataclass(frozen=True, slots=True)
class Manifest:
    """theme.toml: `inline` styles stand in product and scan pages, `linked` in static/site.css.

    `lot` ones follow the inline ones in pages of a lot and pages with an alarm. `colours` are as
    they are written; `palette` tells what they come to.
    """

    name: str
    title: str
    inherits: str | None
    inline: tuple[str, ...]
    linked: tuple[str, ...]
    lot: tuple[str, ...]
    colours: Mapping[str, object]


def manifest(folder: Path) -> Manifest:
    """Read a theme's theme.toml; ThemeError where it is missing or isn't TOML."""
    path = folder / "theme.toml"
    try:
        return _manifest(folder, path.stat().st_mtime_ns)
    except (OSError, ValueError) as error:
        raise ThemeError(f"{path}: {error}") from error


@lru_cache(maxsize=16)
def _manifest(folder: Path, changed: int) -> Manifest:
    del changed  # part of the cache's key: an edited file is read anew
    table = tomllib.loads(read_plain_text(folder / "theme.toml"))
    styles = table.get("styles", {})
    return Manifest(
        name=str(table.get("name", folder.name)),
        title=str(table.get("title", folder.name)),
        inherits=table.get("inherits"),
        inline=tuple(styles.get("inline", ())),
        linked=tuple(styles.get("linked", ())),
        lot=tuple(styles.get("lot", ())),
        colours=table.get("colours", {}),
    )


def chain(name: str, roots: Sequence[Path]) -> Folders:
    """The folders of a theme and its ancestors; `roots` are searched in order for each name.

    Raises ThemeError where a theme does not exist or inherits itself, or its colours are wrong.
    """
    folders: list[Path] = []
    wanted: str | None = name
    while wanted:
        if not _NAME.fullmatch(wanted):
            raise ThemeError(f"{wanted!r} is no name of a theme's folder")
        folder = next((root / wanted for root in roots if (root / wanted).is_dir()), None)
        if folder is None:
            raise ThemeError(f"no theme named {wanted!r}")
        if folder in folders:
            raise ThemeError(f"theme {name!r} inherits itself")
        folders.append(folder)
        wanted = manifest(folder).inherits
    found = tuple(folders)
    palette(found)
    return found


def manifest_files(folders: Folders) -> tuple[Path, ...]:
    """Every theme.toml of the chain: all colours stand there."""
    return tuple(folder / "theme.toml" for folder in folders)


def palette(folders: Folders) -> Palette:
    """The theme's colours, a child's taking the place of its parent's. Raises ThemeError."""
    try:
        return resolved([manifest(folder).colours for folder in folders])
    except ThemeError as error:
        raise ThemeError(f"theme {folders[0].name!r}: {error}") from error


def find(folders: Folders, path: str) -> Path:
    """The nearest theme's file of that path; ThemeError where none has it, or a link leads out."""
    for folder in folders:
        if (folder / path).is_file():
            return _inside(folder, folder / path)
    raise ThemeError(f"theme {folders[0].name!r} has no file {path!r}")


def styles(folders: Folders, place: str) -> tuple[Path, ...]:
    """The style sheets of a place (`inline`, `lot` or `linked`) that the nearest theme lists."""
    listed = (getattr(manifest(folder), place) for folder in folders)
    names: tuple[str, ...] = next((names for names in listed if names), ())
    return tuple(find(folders, f"static/{name}") for name in names)


def static_files(folders: Folders) -> Mapping[str, Path]:
    """Files to be copied to static/, by path there; style sheets are bundled instead.

    None that programs leave behind, nor what is in a folder of such a name.
    Raises ThemeError where a link leads out of the theme.
    """
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        root = folder / "static"
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root)
            hidden = any(map(is_passed_over, name.parts))
            if not hidden and path.is_file() and path.suffix != ".css":
                found[name.as_posix()] = _inside(folder, path)
    return found


def _inside(folder: Path, path: Path) -> Path:
    """The path, unless it leads out of the theme's folder."""
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ThemeError(f"{path} leads out of the theme")
    return path
