"""Themes: folders of templates, styles and strings, each of which may inherit another.

A theme is passed around as the tuple of its folders, the chosen theme first and its ancestors
after; a file is taken from the first folder that has it, so a child overrides single files.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, meta

Folders = tuple[Path, ...]

_REFERENCE = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)[-+]?%\}", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_NAMED = re.compile(
    r"""\s*["']([^"'\\]+)["'](?:\s+(?:as|import|with|without|ignore)\b.*|\s*)""", re.DOTALL
)
"""A reference whose template is a plain name."""


class ThemeError(ValueError):
    """A theme that can't be used; the message names the theme and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """theme.toml: `inline` styles stand in product and scan pages, `linked` in static/site.css.

    `lot` ones follow the inline ones in pages of a lot and pages with an alarm.
    """

    name: str
    title: str
    inherits: str | None
    inline: tuple[str, ...]
    linked: tuple[str, ...]
    lot: tuple[str, ...]


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
    table = tomllib.loads((folder / "theme.toml").read_text("utf-8"))
    styles = table.get("styles", {})
    return Manifest(
        name=str(table.get("name", folder.name)),
        title=str(table.get("title", folder.name)),
        inherits=table.get("inherits"),
        inline=tuple(styles.get("inline", ())),
        linked=tuple(styles.get("linked", ())),
        lot=tuple(styles.get("lot", ())),
    )


def chain(name: str, roots: Sequence[Path]) -> Folders:
    """The folders of a theme and its ancestors; `roots` are searched in order for each name.

    Raises ThemeError where a theme does not exist or inherits itself.
    """
    folders: list[Path] = []
    wanted: str | None = name
    while wanted:
        folder = next((root / wanted for root in roots if (root / wanted).is_dir()), None)
        if folder is None:
            raise ThemeError(f"no theme named {wanted!r}")
        if folder in folders:
            raise ThemeError(f"theme {name!r} inherits itself")
        folders.append(folder)
        wanted = manifest(folder).inherits
    return tuple(folders)


def find(folders: Folders, path: str) -> Path:
    """The nearest theme's file of that path; ThemeError where none has it."""
    for folder in folders:
        if (folder / path).is_file():
            return folder / path
    raise ThemeError(f"theme {folders[0].name!r} has no file {path!r}")


def styles(folders: Folders, place: str) -> tuple[Path, ...]:
    """The style sheets of a place (`inline`, `lot` or `linked`) that the nearest theme lists."""
    listed = (getattr(manifest(folder), place) for folder in folders)
    names: tuple[str, ...] = next((names for names in listed if names), ())
    return tuple(find(folders, f"static/{name}") for name in names)


def static_files(folders: Folders) -> Mapping[str, Path]:
    """Files to be copied to static/, by path there; style sheets are bundled instead."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        root = folder / "static"
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix != ".css":
                found[path.relative_to(root).as_posix()] = path
    return found


def string_files(folders: Folders, language: str) -> tuple[Path, ...]:
    """The string tables of that language, the nearest theme's first."""
    paths = (folder / "strings" / f"{language}.toml" for folder in folders)
    return tuple(path for path in paths if path.is_file())


@dataclass(frozen=True, slots=True)
class Words:
    """A theme's strings in one language, by dotted key (`product.story`)."""

    table: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """The string with its `{values}` filled in; ThemeError where the theme lacks the key."""
        if key not in self.table:
            raise ThemeError(f"the theme's strings lack {key!r}")
        return self.table[key].format(**values) if values else self.table[key]

    def count(self, key: str, number: int) -> str:
        """`<key>_one` for one (where the language has it), else `<key>`, with `{n}` filled in."""
        single = f"{key}_one"
        return self.say(single if number == 1 and single in self.table else key, n=number)


def words(folders: Folders, language: str) -> Words:
    """All strings of that language, a child's taking the place of its parent's."""
    paths = string_files(folders, language)
    return _words(tuple((path, path.stat().st_mtime_ns) for path in paths))


@lru_cache(maxsize=16)
def _words(paths: tuple[tuple[Path, int], ...]) -> Words:
    table: dict[str, str] = {}
    for path, _ in reversed(paths):
        table.update(_flat(tomllib.loads(path.read_text("utf-8"))))
    return Words(table)


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


def templates(folders: Folders, name: str) -> tuple[Path, ...]:
    """The template's own file and all that it extends, includes or imports, however deep."""
    found: dict[str, Path] = {}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        found[current] = find(folders, f"web/{current}")
        waiting.extend(_referenced(found[current].read_text("utf-8")))
    return tuple(found.values())


@lru_cache(maxsize=64)
def _referenced(text: str) -> tuple[str, ...]:
    """The templates that a template names; parsing it takes long, and is seldom needed."""
    named = [_NAMED.fullmatch(each) for each in _REFERENCE.findall(_COMMENT.sub("", text))]
    if all(named):
        return tuple(match[1] for match in named if match)
    tree = Environment(autoescape=True).parse(text)
    return tuple(each for each in meta.find_referenced_templates(tree) if each)
