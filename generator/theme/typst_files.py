"""A theme's Typst templates, of paper and of share cards, with its colours beside them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.litter import is_of_system
from generator.theme.errors import ThemeError
from generator.theme.inheritance import Folders, manifest_files, palette

_PACKAGE = re.compile(rb"\"(@[a-z][\w-]*/[\w-]+:[^\"]*)\"")
COLOURS = "colours.json"
"""Where press/palette.typ finds every colour of the theme, by name and flavour."""


def typst_template_files(folders: Folders) -> tuple[Path, ...]:
    """Every file that `typst_templates` is made from."""
    return (*_nearest(folders).values(), *manifest_files(folders))


def typst_templates(folders: Folders) -> dict[str, bytes]:
    """Every file of press/*.typ by name, the nearest theme's, and the theme's colours."""
    found = {name: path.read_bytes() for name, path in _nearest(folders).items()}
    for name, text in found.items():
        if package := _PACKAGE.search(text):
            wanted = package[1].decode(errors="replace")
            raise ThemeError(
                f"press/{name} gọi {wanted}, mà chương trình không tải gì từ mạng về",
                f"press/{name} imports {wanted}: nothing is fetched from a network",
            )
    colours = json.dumps(palette(folders).for_typst()).encode()
    return {**found, COLOURS: colours}


def _nearest(folders: Folders) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        paths = sorted((folder / "press").glob("*.typ"))
        found |= {path.name: path for path in paths if not is_of_system(path.name)}
    return found
