"""Which files the page that is shown is made of: a slip in one of them is told over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.catalogue.model.folders import BY_NAME, KEPT, NAMES, Thing, folder_of
from generator.catalogue.reading.lot_files import lots_of
from generator.catalogue.settings_files import PLACES, SITE
from generator.desk.serving.sight import LiveSite

_EVERYWHERE = frozenset({f"content/{SITE}", f"content/{PLACES}"})
_THEMES = "themes/"


def is_made_of(path: str, source: str, site: LiveSite) -> bool:
    """Whether a page whose file is `source` is made of the file at `path` too.

    It is, of its own file, those of its words and lots, and of the things that it names; every
    page is of the site's own keys, of places and of the theme. What only links to it is not told.
    """
    if path in _EVERYWHERE or path.startswith(_THEMES):
        return True
    return _thing_of(path) in _things(source, site)


def _things(source: str, site: LiveSite) -> frozenset[tuple[str, str]]:
    """The thing that a page is about, and those that it names, by folder and slug."""
    about = _thing_of(source)
    if about is None:
        return frozenset()
    things = BY_NAME[about[0]].things(site.catalogue)
    thing = next((each for each in things if each.slug == about[1]), None)
    return frozenset({about, *(_named(about[0], thing) if thing else ())})


def _named(room: str, thing: Thing) -> Iterator[tuple[str, str]]:
    for key, kind in BY_NAME[room].references.items():
        named = getattr(thing, key)
        for slug in (named,) if isinstance(named, str) else named or ():
            yield KEPT[kind], slug


def _thing_of(path: str) -> tuple[str, str] | None:
    """The folder and the slug of what a content file tells of."""
    if slug := lots_of(path):
        return "products", slug
    if not path.startswith("content/") or path.count("/") != 2 or folder_of(path) not in NAMES:
        return None
    return folder_of(path), PurePosixPath(path).name.partition(".")[0]
