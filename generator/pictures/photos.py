"""Photos for pages and paper: what is known of each, and the renditions the site serves.

Every photo becomes one WebP file for each of `WIDTHS` and one JPEG for old browsers, all upright,
in sRGB and without metadata (no place where it was taken). Widths: 480 for lists, 800 for a phone's
whole width (360 px × 2), 1600 for large screens. A photo is never enlarged: where it is narrower
than a width, that file has the photo's own width under the usual name, so every path of
`rendition_paths` exists; `PhotoFacts.widths` tells which to offer and how wide each really is.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image

from generator.addresses import slugify
from generator.build import Artifact, Folders, Values
from generator.pictures.imaging import PhotoError, decode

__all__ = [
    "FALLBACK_WIDTH",
    "WIDTHS",
    "PhotoError",
    "PhotoFacts",
    "Picture",
    "Renditions",
    "cropped",
    "inspect",
    "jpeg_bytes",
    "plan",
    "rendition_paths",
]

WIDTHS = (480, 800, 1600)
"""Nominal widths of the WebP renditions, in pixels."""
FALLBACK_WIDTH = 800
"""Width of the JPEG rendition, in pixels; one of `WIDTHS`, so that it is scaled once for both."""

_BYTES: Mapping[int, int] = {480: 30_000, 800: 60_000, 1600: 180_000}
"""What a rendition may weigh before its quality is lowered: a scan opens on a weak connection."""
_QUALITIES = (78, 72, 66, 60, 54, 48, 42, 36, 30)
_EFFORT = 4
"""WebP's method; 2 would take 40 % of the time, for 4 % more bytes and a lower SSIM."""
_JPEG_QUALITY = 78
_PLACEHOLDER_SIDE = 16
_PLACEHOLDER_LENGTH = 250


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """Upright size in pixels, and a blurred picture as a data URI of at most 250 characters."""

    width: int
    height: int
    placeholder: str

    @property
    def widths(self) -> dict[int, int]:
        """Nominal width → real width of the WebP files worth offering, each real width once."""
        found: dict[int, int] = {}
        for nominal in WIDTHS:
            real = min(nominal, self.width)
            if real not in found.values():
                found[nominal] = real
        return found


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of content/media: its facts and the hash of the file's content (hexadecimal)."""

    facts: PhotoFacts
    digest: str


@dataclass(frozen=True, slots=True)
class Renditions:
    """Paths below output/: WebP by nominal width, and the JPEG fallback."""

    webp: dict[int, str]
    jpeg: str


def inspect(path: Path) -> PhotoFacts:
    """Decode the whole photo, so that damage is found here. Raises PhotoError."""
    small, (width, height) = decode(path, lambda w, h: _PLACEHOLDER_SIDE / max(w, h))
    return PhotoFacts(width, height, _placeholder(small))


def rendition_paths(file: str, digest: str) -> Renditions:
    """Where renditions of content/media/`file` live: `site/media/<stem>.<digest8>.<width>.webp`."""
    stem = slugify(str(PurePosixPath(file).with_suffix(""))) or "photo"
    base = f"site/media/{stem}.{digest[:8]}"
    webp = {width: f"{base}.{width}.webp" for width in WIDTHS}
    return Renditions(webp, f"{base}.{FALLBACK_WIDTH}.jpg")


def plan(file: str, content: Path, facts: PhotoFacts, digest: str) -> Artifact:
    """All renditions of content/media/`file`; `content` is the project's content folder."""
    paths = rendition_paths(file, digest)
    return Artifact(
        paths=(*paths.webp.values(), paths.jpeg),
        make=make_renditions,
        values={
            "file": file,
            "webp": [[min(width, facts.width), _BYTES[width]] for width in WIDTHS],
            "jpeg": min(FALLBACK_WIDTH, facts.width),
        },
        source=f"content/media/{file}",
        files=(content / "media" / file,),
        cost=3,
    )


def make_renditions(values: Values, folders: Folders) -> Sequence[bytes]:
    """The WebP files `[width, bytes]` of `webp`, then a JPEG of width `jpeg`, one of theirs.

    Each is scaled down from the next larger one.
    """
    limits = dict(sorted(values["webp"], key=lambda each: -each[1]))
    widest = max(limits)
    image, _ = decode(folders.content / "media" / values["file"], lambda w, _: widest / w)
    webp, jpeg = {}, b""
    for width in sorted(limits, reverse=True):
        image = _narrowed(image, width)
        webp[width] = _webp(image, limits[width])
        if width == values["jpeg"]:
            jpeg = jpeg_bytes(image, _JPEG_QUALITY)
    return [*(webp[width] for width, _ in values["webp"]), jpeg]


def cropped(path: Path, width: int, height: int, focus: str) -> Image.Image:
    """The photo, upright and exactly `width`×`height`, cut as CSS `object-fit: cover` does.

    `focus` is “x% y%” as for CSS `object-position`. A smaller photo is enlarged. Raises PhotoError.
    """
    photo, _ = decode(path, lambda w, h: max(width / w, height / h))
    across, down = (int(part.removesuffix("%")) / 100 for part in focus.split())
    scale = min(photo.width / width, photo.height / height)
    left = (photo.width - width * scale) * across
    top = (photo.height - height * scale) * down
    box = (left, top, left + width * scale, top + height * scale)
    return photo.resize((width, height), Image.Resampling.LANCZOS, box=box)


def jpeg_bytes(image: Image.Image, quality: int, dpi: int | None = None) -> bytes:
    """JPEG of the picture; from quality 90 on, colours at full resolution, as print wants."""
    out = BytesIO()
    density = {"dpi": (dpi, dpi)} if dpi else {}
    chroma = 0 if quality >= 90 else 2
    image.save(
        out, "JPEG", quality=quality, subsampling=chroma, optimize=True, progressive=True, **density
    )
    return out.getvalue()


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    if image.width == width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _webp(image: Image.Image, limit: int) -> bytes:
    """WebP of the best quality that keeps within `limit` bytes, or of the lowest."""
    content = b""
    for quality in _QUALITIES:
        out = BytesIO()
        image.save(out, "WEBP", quality=quality, method=_EFFORT)
        content = out.getvalue()
        if len(content) <= limit:
            break
    return content


def _placeholder(image: Image.Image) -> str:
    uri = ""
    for quality in (40, 20, 0):
        out = BytesIO()
        image.save(out, "WEBP", quality=quality, method=6)
        uri = f"data:image/webp;base64,{b64encode(out.getvalue()).decode()}"
        if len(uri) <= _PLACEHOLDER_LENGTH:
            break
    return uri
