"""Where what comes with the program is: in its package, or beside that in the repository."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
SHIPPED_THEMES = (_PACKAGE / "themes", _PACKAGE.parent / "themes")
"""The folders with the default theme."""
SHIPPED_GUIDE = (_PACKAGE / "docs", _PACKAGE.parent / "docs")
"""The folders with the pages for those who work with a project."""


def is_shipped_theme(path: Path) -> bool:
    """Whether the file or folder is of a theme that comes with the program."""
    return any(path.is_relative_to(each) for each in SHIPPED_THEMES)
