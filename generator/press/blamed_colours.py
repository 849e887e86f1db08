"""Whether it is the colours of a project's own theme that keep something from being printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from generator import theme
from generator.catalogue.problems.rules_prepress import PRESS_COLOURS
from generator.press.typesetter import PressError
from generator.shipped import is_shipped_theme
from generator.theme.errors import shown_path

T = TypeVar("T")


def blaming_colours(make: Callable[[theme.Folders], T], folders: theme.Folders) -> T:
    """What `make` gives in the theme. Where it raises PressError for its colours, that says so.

    The same is then made in the colours of the program's own theme. With print templates of its
    own, a theme's colours can't be told from what these make of them.
    """
    try:
        return make(folders)
    except PressError as error:
        own = [each for each in folders if not is_shipped_theme(each)]
        coloured = [each for each in own if theme.manifest(each).colours]
        if not coloured or any(path for each in own for path in (each / "press").glob("*.typ")):
            raise
        others = tuple(each for each in folders if each not in own)
        try:
            make(others)
        except (PressError, theme.ThemeError):
            raise error from None
        names = dict.fromkeys(name for each in coloured for name in theme.manifest(each).colours)
        file = shown_path(coloured[0] / "theme.toml")
        raise PressError(file, PRESS_COLOURS, ", ".join(names)) from error
