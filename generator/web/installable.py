"""What makes the site an app of its own on phones and desktops: its manifest, one a language."""

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
        path = manifest_path(edition)
        wording = edition.site.wording(edition.language)
        values = {
            "name": wording.name,
            "description": wording.description or wording.tagline,
            "language": edition.language,
            "root": edition.root(addresses.home(edition.language)),
        }
        yield Artifact((f"site/{path}",), write_manifest, values, source, files)


def write_manifest(values: Values, folders: Folders) -> tuple[bytes]:
    """The manifest, beside the language's home page. Source: W3C Web Application Manifest."""
    root, water = values["root"], theme.palette(folders.theme).colours["water"].light
    found = {
        "name": values["name"],
        "short_name": values["name"],
        "description": values["description"],
        "lang": values["language"],
        "dir": "ltr",
        "start_url": "./",
        "scope": root,
        "display": "standalone",
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
