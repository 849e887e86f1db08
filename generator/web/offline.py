"""What a phone needs to keep the whole catalogue: a list of its files, and where help is.

One list a language. It tells each file's hash, so that a phone which has an older list fetches
what changed alone. It is made after all pages, for it names them by what they came to hold. How
much it is stands in a file beside: of 17,000 products the list alone is 700 kB on the way.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from generator import addresses
from generator.catalogue.languages import Language
from generator.compact_json import compact_json
from generator.engine.artifact import Artifact, Folders, Values
from generator.pictures.picture import FALLBACK_WIDTHS
from generator.web.views.edition import NOT_FOUND, Edition

HELP: tuple[str, str] = ("offline", "")
"""The page that keeps the catalogue, and that answers for pages which a phone lacks."""
GUIDE = "static/offline.json"
TIERS = ("pages", *map(str, FALLBACK_WIDTHS))
"""What can be kept: pages, then photos of each width that is there as AVIF and as JPEG.

The AVIF files are listed; offline.js has a browser that can't show them keep the JPEG beside each.
"""
_PICTURE = re.compile(r"media/[^/]+\.(\d+)\.avif")
_SCANNED = ("01/", "Q/")


def listing_path(language: Language) -> str:
    """How much the catalogue in that language is, and which version."""
    return f"static/offline.{language}.json"


def files_path(language: Language) -> str:
    """The list of what it is made of."""
    return f"static/offline-files.{language}.json"


def offline_files(editions: Sequence[Edition]) -> Iterator[Artifact]:
    """A list for each edition, and one file that names their pages of help."""
    source = editions[0].site.source
    homes = {each.language: addresses.home(each.language) for each in editions}
    for edition in editions:
        home = homes[edition.language]
        others = [each for each in homes.values() if each != home and each.startswith(home)]
        own = edition is editions[0]
        yield Artifact(
            (f"site/{listing_path(edition.language)}", f"site/{files_path(edition.language)}"),
            write_listing,
            {"home": home, "others": others, "scanned": own},
            source,
            after=("site/*.html", "site/static/*", "site/media/*.avif"),
        )
    helps = {homes[each.language]: each.path(HELP) for each in editions}
    yield Artifact((f"site/{GUIDE}",), write_guide, {"helps": helps}, source)


def write_guide(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """For the service worker: each page of help, by how the addresses of its language begin."""
    return (_json(values["helps"]),)


def write_listing(values: Values, folders: Folders) -> tuple[bytes, bytes]:
    """How much, and the list: `version` changes with any file, `tiers` have count and bytes.

    A line of `files` has eight digits of the hash, the size in bytes and the path. The language's
    pages begin with `home`, and not with one of `others`; scan pages are in one language, where
    `scanned`.
    """
    finished, tiers = folders.finished, {tier: list[str]() for tier in TIERS}
    sizes = dict.fromkeys(TIERS, 0)
    for whole, digest in finished.digests.items():
        path = whole.removeprefix("site/")
        tier = _tier(path, values)
        if tier:
            size = finished.size(whole)
            sizes[tier] += size
            tiers[tier].append(f"{digest[:8]} {size} {path}")
    version = hashlib.blake2b("\n".join(map("\n".join, tiers.values())).encode(), digest_size=8)
    named = {"version": version.hexdigest()}
    much = {tier: [len(lines), sizes[tier]] for tier, lines in tiers.items()}
    return _json({**named, "tiers": much}), _json({**named, "files": tiers})


def _tier(path: str, values: Values) -> str | None:
    """The tier that keeps the file, None where none does."""
    if picture := _PICTURE.fullmatch(path):
        return picture[1] if picture[1] in TIERS else None
    if path.startswith("static/"):
        return None if path == GUIDE else TIERS[0]
    if path.startswith(_SCANNED):
        return TIERS[0] if values["scanned"] else None
    others = tuple(values["others"])
    own = path.startswith(values["home"]) and not path.startswith(others or "//")
    return TIERS[0] if own and path != NOT_FOUND else None


def _json(value: object) -> bytes:
    return f"{compact_json(value)}\n".encode()
