"""The chain of themes: theme.toml, inheritance, and which theme's file is taken.

A theme is passed around as the tuple of its folders, the chosen theme first and its ancestors
after; a file is taken from the first folder that has it, so a child overrides single files.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from generator.litter import is_passed_over
from generator.plain_files import LARGEST_TEXT, blanked_line, read_plain, read_plain_text
from generator.theme.colours import Palette, resolved
from generator.theme.errors import ThemeError, shown_path
from generator.theme.plain_text import plain

Folders = tuple[Path, ...]
_NAME = re.compile(r"[A-Za-z0-9][\w-]*")
STYLE_PLACES = ("inline", "linked", "lot", "kiosk", "paper")
"""Keys of `[styles]`."""
TABLES = ("name", "title", "inherits", "styles", "scripts", "colours")
"""Keys of theme.toml."""


_ALONE = (
    ", và theme.toml không có dòng inherits; muốn lấy những tệp chưa có từ giao diện có sẵn thì "
    'ghi inherits = "mua-nuoc-noi" ở đầu tệp ấy',
    ", and theme.toml has no line inherits; to have files that it lacks from the theme that comes "
    'with the program, write inherits = "mua-nuoc-noi" at the top of it',
)


@dataclass(frozen=True, slots=True, eq=False)
class Manifest:
    """theme.toml: `inline` styles stand in product and scan pages, `linked` in static/site.css.

    `lot` ones follow the inline ones in pages of a lot and pages with an alarm, `kiosk` ones either
    on a screen at a fair, `paper` ones the inline ones on paper. `scripts` are parts by the name of
    what they become in static/. `colours` are as they are written; `palette` tells what they are.
    """

    name: str
    title: str
    inherits: str | None
    inline: tuple[str, ...]
    linked: tuple[str, ...]
    lot: tuple[str, ...]
    kiosk: tuple[str, ...]
    paper: tuple[str, ...]
    scripts: Mapping[str, tuple[str, ...]]
    colours: Mapping[str, object]


def manifest(folder: Path) -> Manifest:
    """Read a theme's theme.toml; ThemeError where it is missing or isn't TOML."""
    path = folder / "theme.toml"
    try:
        return _manifest(folder, path.stat().st_mtime_ns)
    except (OSError, ValueError, RecursionError) as error:
        raise ThemeError.unread(path, error) from error


@lru_cache(maxsize=16)
def _manifest(folder: Path, changed: int) -> Manifest:
    del changed  # part of the cache's key: an edited file is read anew
    table = tomllib.loads(read_plain_text(folder / "theme.toml"))
    styles, scripts = _table(table, "styles"), _table(table, "scripts")
    inherits = table.get("inherits")
    if not isinstance(inherits, str | None):
        raise ThemeError(
            "inherits: cần tên một giao diện trong ngoặc kép",
            "inherits: wanted a theme's name in quotes",
        )
    return Manifest(
        name=str(table.get("name", folder.name)),
        title=str(table.get("title", folder.name)),
        inherits=inherits,
        inline=_names(styles, "styles", "inline"),
        linked=_names(styles, "styles", "linked"),
        lot=_names(styles, "styles", "lot"),
        kiosk=_names(styles, "styles", "kiosk"),
        paper=_names(styles, "styles", "paper"),
        scripts={name: _names(scripts, "scripts", name) for name in scripts},
        colours=_table(table, "colours"),
    )


def _table(table: Mapping[str, object], key: str) -> Mapping[str, object]:
    found = table.get(key, {})
    if isinstance(found, dict):
        return found
    raise ThemeError(f"{key}: cần một bảng [{key}]", f"{key}: wanted a table [{key}]")


def _names(listed: Mapping[str, object], key: str, name: str) -> tuple[str, ...]:
    found = listed.get(name, [])
    if isinstance(found, list) and all(isinstance(each, str) for each in found):
        return tuple(found)
    raise ThemeError(
        f"{key}.{name}: cần danh sách tên tệp trong ngoặc kép",
        f"{key}.{name}: wanted a list of files' names in quotes",
    )


def chain(name: str, roots: Sequence[Path]) -> Folders:
    """The folders of a theme and its ancestors; `roots` are searched in order for each name.

    Raises ThemeError where a theme does not exist or inherits itself, or its colours are wrong.
    """
    folders: list[Path] = []
    wanted: str | None = name
    while wanted:
        if not _NAME.fullmatch(wanted):
            raise ThemeError(
                f"{wanted!r} không thể là tên thư mục của giao diện",
                f"{wanted!r} is no name of a theme's folder",
            )
        folder = next((root / wanted for root in roots if (root / wanted).is_dir()), None)
        if folder is None:
            raise _no_theme(wanted, roots)
        if folder in folders:
            raise ThemeError(
                f"giao diện {name!r} kế thừa chính nó", f"theme {name!r} inherits itself"
            )
        folders.append(folder)
        wanted = manifest(folder).inherits
    found = tuple(folders)
    palette(found)
    return found


def _no_theme(wanted: str, roots: Sequence[Path]) -> ThemeError:
    known = {each.name for root in roots if root.is_dir() for each in root.iterdir()}
    near = next(iter(get_close_matches(wanted, sorted(known), n=1)), "")
    vi, en = (f"; có phải “{near}”?", f"; did you mean “{near}”?") if near else ("", "")
    return ThemeError(
        f"không có giao diện nào tên “{wanted}”{vi}", f"no theme named {wanted!r}{en}"
    )


def manifest_files(folders: Folders) -> tuple[Path, ...]:
    """Every theme.toml of the chain: all colours stand there."""
    return tuple(folder / "theme.toml" for folder in folders)


def palette(folders: Folders) -> Palette:
    """The theme's colours, a child's taking the place of its parent's. Raises ThemeError."""
    try:
        return _palette(tuple(map(manifest, folders)))
    except ThemeError as error:
        name = repr(folders[0].name)
        raise ThemeError.in_(f"giao diện {name}", f"theme {name}", error) from error


@lru_cache(maxsize=16)
def _palette(manifests: tuple[Manifest, ...]) -> Palette:
    """The colours of manifests, of which each reading of a theme.toml gives one of its own."""
    return resolved([each.colours for each in manifests])


def find(folders: Folders, path: str) -> Path:
    """The nearest theme's file of that path; ThemeError where none has it, or a link leads out."""
    for folder in folders:
        if (folder / path).is_file():
            return _inside(folder, folder / path)
    name = repr(folders[0].name)
    vi, en = _ALONE if len(folders) == 1 else ("", "")
    raise ThemeError(
        f"giao diện {name} không có tệp {path!r}{vi}", f"theme {name} has no file {path!r}{en}"
    )


def styles(folders: Folders, place: str) -> tuple[Path, ...]:
    """The style sheets of a place (`inline`, `lot` or `linked`) that the nearest theme lists."""
    listed = (getattr(manifest(folder), place) for folder in folders)
    names: tuple[str, ...] = next((names for names in listed if names), ())
    return tuple(find(folders, f"static/{name}") for name in names)


def scripts(folders: Folders) -> Mapping[str, tuple[Path, ...]]:
    """The parts of each script that is put together, by its path in static/.

    The nearest theme that lists a script's parts has its say, or that has the whole in static/.
    Raises ThemeError.
    """
    listed: dict[str, tuple[str, ...]] = {}
    for folder in reversed(folders):
        listed |= {f"{name}.js": parts for name, parts in manifest(folder).scripts.items() if parts}
        whole = [path for path in listed if (folder / "static" / path).is_file()]
        for path in whole:
            del listed[path]
    return {
        path: tuple(find(folders, f"scripts/{part}") for part in parts)
        for path, parts in listed.items()
    }


def static_files(folders: Folders) -> Mapping[str, Path]:
    """Files to be copied to static/, by path there; style sheets are bundled instead.

    None that programs leave behind, nor what is in a folder of such a name.
    Raises ThemeError where a link leads out of the theme, or a name is not UTF-8.
    """
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        root = folder / "static"
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root)
            hidden = any(map(is_passed_over, name.parts))
            if not hidden and path.is_file() and path.suffix != ".css":
                found[_in_unicode(name.as_posix())] = _inside(folder, path)
    return found


def text_of(path: Path) -> str:
    """The `plain` text of a template or a style sheet. Raises ThemeError where it is not UTF-8."""
    try:
        found = read_plain(path, LARGEST_TEXT)
        require_written(path, found, text=True)
        return plain(found.decode())
    except (OSError, ValueError) as error:
        raise ThemeError.unread(path, error) from error


def require_written(path: Path, found: bytes, *, text: bool) -> None:
    """Raise ThemeError where a power cut has left zeros: in place of text, or of the whole file."""
    line = blanked_line(found)
    if not line or (not text and found.strip(b"\0")):
        return
    file = shown_path(path)
    raise ThemeError(
        f"từ dòng {line} tệp chỉ còn byte 0, thường do mất điện khi đang ghi",
        f"from line {line} on it holds zero bytes, as a power cut while it is saved leaves it",
        *(file, line),
    )


def _in_unicode(name: str) -> str:
    """The name of a file, unless it is of bytes in another encoding: no address could hold it."""
    shown = name.encode(errors="surrogateescape").decode(errors="replace")
    if shown != name:
        raise ThemeError(
            f"tên tệp static/{shown} không phải UTF-8, hãy đổi tên",
            f"the name of the file static/{shown} is not UTF-8, rename it",
        )
    return name


def _inside(folder: Path, path: Path) -> Path:
    """The path, unless it leads out of the theme's folder."""
    if _may_lead_out(folder, path) and not path.resolve().is_relative_to(folder.resolve()):
        raise ThemeError(
            f"{path} dẫn ra ngoài thư mục của giao diện", f"{path} leads out of the theme"
        )
    return path


def _may_lead_out(folder: Path, path: Path) -> bool:
    """Whether the path is none below the theme's folder, or has a link or “..” on its way."""
    depth = len(folder.parts)
    if path.parts[:depth] != folder.parts:
        return True
    at = os.fspath(folder)
    for part in path.parts[depth:]:
        at = os.path.join(at, part)  # noqa: PTH118  # asked of every file of a theme, many times
        if part == ".." or os.path.islink(at):  # noqa: PTH114
            return True
    return False
