"""A theme's share of what is printed: its Typst templates and the words in print.

A theme is the tuple of its folders, the chosen theme first and its ancestors after; the nearest
folder that has a file gives it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

Theme = tuple[Path, ...]


def template_files(theme: Theme) -> dict[str, Path]:
    """Every file of press/*.typ by name, the nearest theme's."""
    found: dict[str, Path] = {}
    for folder in reversed(theme):
        found |= {path.name: path for path in sorted((folder / "press").glob("*.typ"))}
    return found


def templates(theme: Theme) -> dict[str, bytes]:
    """The content of `template_files`."""
    return {name: path.read_bytes() for name, path in template_files(theme).items()}


def words(theme: Theme) -> Mapping[str, str]:
    """The strings of strings/press.vi.toml by dotted key, a child's in place of its parent's."""
    table: dict[str, str] = {}
    for folder in reversed(theme):
        path = folder / "strings" / "press.vi.toml"
        if path.is_file():
            groups = tomllib.loads(path.read_text("utf-8"))
            table |= {
                f"{group}.{key}": text
                for group, each in groups.items()
                for key, text in each.items()
            }
    return table
