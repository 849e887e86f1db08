"""What makes the site an app of its own on phones and desktops: its manifest, one a language.

A screen at a fair has one of its own, which kiosk.js names: an app starts where its manifest says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from generator import addresses, theme
from generator.engine.artifact import Artifact, Folders, Values
from generator.pictures.icons import SIZES, icon_path, icons
from generator.web.views.edition import Edition
from generator.web.views.frame import manifest_path


def installable(editions: Sequence[Edition], folders: theme.Folders) -> Iterator[Artifact]:
    """The manifests, and the icons they name."""
    source = editions[0].site.source
    yield from icons(source, folders)
    files = theme.manifest_files(folders)
    for edition in editions:
        home = addresses.home(edition.language)
        wording = edition.site.wording(edition.language)
        values = {
            "name": wording.name,
            "description": wording.description or wording.tagline,
            "language": edition.language,
        }
        own = {"root": edition.root(home), "start": "./", "display": "standalone"}
        kiosk = {"root": "../", "start": f"../{home}?kiosk", "display": "fullscreen"}
        for path, how in (
            (manifest_path(edition), own),
            (f"static/kiosk.{edition.language}.json", kiosk),
        ):
            yield Artifact((f"site/{path}",), write_manifest, {**values, **how}, source, files)


def write_manifest(values: Values, folders: Folders) -> tuple[bytes]:
    """A manifest; `root` leads to the site's from where it stands. Source: W3C's standard."""
    root, water = values["root"], theme.palette(folders.theme).colours["water"].light
    found = {
        "name": values["name"],
        "short_name": values["name"],
        "description": values["description"],
        "lang": values["language"],
        "dir": "ltr",
        "start_url": values["start"],
        "scope": root,
        "display": values["display"],
        "background_color": water,
        "theme_color": water,
        "icons": [
            {
                "src": f"{root}{icon_path(side, whole=whole)}",
                "sizes": f"{side}x{side}",
                "type": "image/png",
                "purpose": "any" if whole else "maskable",
            }
            for side, whole in SIZES
        ],
    }
    told = {key: value for key, value in found.items() if value is not None}
    return (json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n",)
