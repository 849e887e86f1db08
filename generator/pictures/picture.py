"""What pages and paper know of a photo without looking at a pixel of it: its facts, its addresses.

Whoever opens photos or draws is elsewhere, so that a build whose pictures stand loads no decoder.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.addresses import slugify
from generator.catalogue.folder_names import is_device
from generator.catalogue.languages import Language

WIDTHS = (480, 800, 1600)
"""Nominal widths of the AVIF renditions, in pixels."""
FALLBACK_WIDTHS = (480, 800)
"""Those of the JPEG renditions; they are among `WIDTHS`, so that each is scaled once for both."""
LONGEST = 16_383
"""Pixels of a side that browsers are asked to show; the levels of AV1 end at 16,384."""
_LONGEST_STEM = 100
"""Letters that a rendition has of its photo's name; the hash tells photos apart."""


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """Upright size in pixels, and a blurred picture as a data URI of at most 250 characters."""

    width: int
    height: int
    placeholder: str

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.width, self.height

    @property
    def widths(self) -> dict[int, int]:
        """Nominal width → real width of the AVIF files worth offering, each real width once."""
        found: dict[int, int] = {}
        for nominal in WIDTHS:
            real = self.width_of(nominal)
            if real not in found.values():
                found[nominal] = real
        return found

    @property
    def fallback_widths(self) -> dict[int, int]:
        """Those of the JPEG files."""
        return {
            nominal: real for nominal, real in self.widths.items() if nominal in FALLBACK_WIDTHS
        }

    def width_of(self, nominal: int) -> int:
        """The real width of that rendition, in pixels; at least 1."""
        return max(1, min(nominal, self.width, LONGEST * self.width // self.height))


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of content/media: its facts and the hash of the file's content (hexadecimal)."""

    facts: PhotoFacts
    digest: str


@dataclass(frozen=True, slots=True)
class Renditions:
    """Paths below output/ by nominal width: AVIF, and JPEG for browsers that can't show it."""

    avif: dict[int, str]
    jpeg: dict[int, str]

    @property
    def all(self) -> tuple[str, ...]:
        """AVIF, then JPEG, each from narrow to wide."""
        return (*self.avif.values(), *self.jpeg.values())


def rendition_paths(file: str, digest: str) -> Renditions:
    """Where renditions of content/media/`file` live: `site/media/<stem>.<digest8>.<width>.avif`."""
    stem = slugify(str(PurePosixPath(file).with_suffix("")))[:_LONGEST_STEM].rstrip("-")
    if not stem or is_device(stem):
        stem = f"photo-{stem}".rstrip("-")
    base = f"site/media/{stem}.{digest[:8]}"
    return Renditions(
        {width: f"{base}.{width}.avif" for width in WIDTHS},
        {width: f"{base}.{width}.jpg" for width in FALLBACK_WIDTHS},
    )


def share_path(slug: str | None, language: Language) -> str:
    """Where a product's card, or for None the site's own, lives below output/."""
    ending = "jpg" if language == "vi" else f"{language}.jpg"
    return f"site/share/{slug}.{ending}" if slug else f"site/share.{ending}"
