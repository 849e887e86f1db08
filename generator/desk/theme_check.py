"""Whether the theme that the site names can be worn, said at its key in site.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from generator import theme
from generator.catalogue.model import Site
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import closest
from generator.catalogue.problems.rules_site import THEME_MISSING, THEME_UNUSABLE
from generator.desk.options import Order

_AT = ("theme",)


def theme_findings(site: Site, order: Order) -> Iterator[Finding]:
    """Yield what stands against the theme: that there is none of the name, or what is at fault."""
    known = {
        folder.name
        for root in order.theme_roots
        if root.is_dir()
        for folder in root.iterdir()
        if folder.is_dir()
    }
    if site.theme not in known:
        values = {"found": site.theme, "closest": closest(site.theme, sorted(known))}
        yield Finding(site.source, _AT, THEME_MISSING, values)
        return
    try:
        _read(theme.chain(site.theme, order.theme_roots))
    except theme.ThemeError as error:
        yield unusable(site, error)


def unusable(site: Site, error: theme.ThemeError) -> Finding:
    """What is told of a theme that can't be used."""
    return Finding(site.source, _AT, THEME_UNUSABLE, {"reason": str(error)})


def _read(folders: theme.Folders) -> None:
    """Read the theme's own tables. Raises ThemeError."""
    if any((folder / "press" / "formats.toml").is_file() for folder in folders):
        # Few themes have printed formats of their own, and reading them takes half the press.
        from generator.press.formats import formats

        formats(folders)
