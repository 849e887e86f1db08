"""The site's icon in the sizes that phones and desktops ask of a page that can be installed."""

from __future__ import annotations

from collections.abc import Iterator

from generator import theme
from generator.engine import Artifact, Folders, Values
from generator.pictures.typst_compiler import TypstError, png

TEMPLATE = "icon.typ"
ICON = "static/icon.svg"
SIZES = ((180, False), (192, True), (512, True), (512, False))
"""Pixels of a side, and whether it is whole; iOS and Android cut those that aren't."""


def icon_path(side: int, *, whole: bool) -> str:
    """Where it stands below the site's root."""
    return f"static/icon-{side}{'' if whole else '-mask'}.png"


def icons(source: str, folders: theme.Folders) -> Iterator[Artifact]:
    """One file a size."""
    files = (theme.find(folders, ICON), *theme.typst_template_files(folders))
    for side, whole in SIZES:
        path = f"site/{icon_path(side, whole=whole)}"
        yield Artifact((path,), draw, {"side": side, "whole": whole}, source, files)


def draw(values: Values, folders: Folders) -> tuple[bytes]:
    """The PNG of `side` pixels. Raises ThemeError where the theme's icon can't be drawn."""
    svg = theme.text_of(theme.find(folders.theme, ICON))
    inputs = {
        "svg": theme.palette(folders.theme).filled(svg),
        "side": str(values["side"]),
        "whole": "yes" if values["whole"] else "no",
    }
    try:
        return (png(theme.typst_templates(folders.theme), TEMPLATE, inputs),)
    except TypstError as fault:
        raise theme.ThemeError(f"{ICON}: {fault}", f"{ICON}: {fault}") from fault
