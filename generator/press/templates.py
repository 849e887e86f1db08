"""A theme's share of what is printed: its Typst templates."""

from __future__ import annotations

from pathlib import Path

from generator import theme


def template_files(folders: theme.Folders) -> dict[str, Path]:
    """Every file of press/*.typ by name, the nearest theme's."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        found |= {path.name: path for path in sorted((folder / "press").glob("*.typ"))}
    return found


def templates(folders: theme.Folders) -> dict[str, bytes]:
    """The content of `template_files`."""
    return {name: path.read_bytes() for name, path in template_files(folders).items()}
