"""A theme's share of what is printed: its Typst templates, with its colours beside them."""

from __future__ import annotations

import json
from pathlib import Path

from generator import theme

COLOURS = "colours.json"
"""Where press/palette.typ finds every colour of the theme, by name and flavour."""


def input_files(folders: theme.Folders) -> tuple[Path, ...]:
    """Every file that `templates` is made from."""
    return (*_template_files(folders).values(), *theme.manifest_files(folders))


def templates(folders: theme.Folders) -> dict[str, bytes]:
    """Every file of press/*.typ by name, the nearest theme's, and the theme's colours."""
    found = {name: path.read_bytes() for name, path in _template_files(folders).items()}
    colours = json.dumps(theme.palette(folders).for_typst()).encode()
    return {**found, COLOURS: colours}


def _template_files(folders: theme.Folders) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        found |= {path.name: path for path in sorted((folder / "press").glob("*.typ"))}
    return found
