"""The programme's mark that site.yaml names: the office's own picture, whole, or none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.catalogue.model import Catalogue, Site
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_photos import (
    PHOTO_MISSING,
    PHOTO_TOO_LARGE,
    PHOTO_UNREADABLE,
)
from generator.engine.fingerprint import digest
from generator.pictures.picture import Picture
from generator.plain_files import TooLargeError, read_plain
from generator.press.formats import Format
from generator.press.print_values import Value
from generator.press.stocks import measures
from generator.press.template_values import OcopMarkValues

LARGEST = 20_000_000
"""Bytes of the picture of a mark."""
_FILE = "mark.jpg"
_AT = ("mark", "file")
_MM = 25.4


def findings(site: Site, content: Path) -> Iterator[Finding]:
    """Yield what is wrong with the mark's file."""
    if site.mark and isinstance(found := _seen(content, site.mark.file), Rule):
        yield Finding.of(site.source, _AT, found, found=site.mark.file, closest="")


def mark_of(catalogue: Catalogue, wanted: Format) -> Picture | None:
    """The picture of the mark, where the format has a place for it and the site names one."""
    if not (wanted.mark and catalogue.site.mark and catalogue.content):
        return None
    found = _seen(catalogue.content, catalogue.site.mark.file)
    return found if isinstance(found, Picture) else None


def mark_values(wanted: Format, mark: Picture | None) -> OcopMarkValues | None:
    """The size of the mark in its place, in millimetres."""
    if wanted.mark is None or mark is None:
        return None
    width, height = _size(wanted.mark, mark)
    return {"file": _FILE, "width": width, "height": height}


def mark_photos(catalogue: Catalogue, wanted: Format, mark: Picture | None) -> list[Value]:
    """The mark among the photos of a brochure: never cut, never enlarged."""
    if wanted.mark is None or mark is None or catalogue.site.mark is None:
        return []
    pixels = mark.facts.size
    scale = min(1, _size(wanted.mark, mark)[0] / _MM * wanted.dpi / pixels[0])
    width, height = (max(1, round(each * scale)) for each in pixels)
    return [
        {
            "name": _FILE,
            "file": catalogue.site.mark.file,
            "digest": mark.digest,
            "focus": "50% 50%",
            "width": width,
            "height": height,
            "on_white": True,
        }
    ]


def _size(place: str, mark: Picture) -> tuple[float, float]:
    """The largest size of the whole mark in that place."""
    scale = min(most / side for most, side in zip(measures(place), mark.facts.size, strict=True))
    width, height = (each * scale for each in mark.facts.size)
    return width, height


def _seen(content: Path, file: str) -> Picture | Rule:
    # The decoders, which a project without a mark can spare.
    from generator.pictures.photos import PhotoError, inspect

    path = content / "media" / file
    try:
        return Picture(inspect(path), digest(read_plain(path, LARGEST)))
    except TooLargeError:
        return PHOTO_TOO_LARGE
    except FileNotFoundError:
        return PHOTO_MISSING
    except OSError:
        return PHOTO_UNREADABLE
    except PhotoError as error:
        return error.broken
