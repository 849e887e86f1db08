"""Photos for pages and paper: what is known of each, and the renditions the site serves.

Every photo becomes one AVIF file for each of `WIDTHS`, and one JPEG for each of `FALLBACK_WIDTHS`
for browsers before Chrome 85, Firefox 93, Safari 16.4 and Edge 121; all upright, in sRGB and
without metadata (no place where it was taken). Widths: 480 for lists, 800 for a phone's whole
width (360 px × 2), 1600 for large screens. A photo is never enlarged: where it is narrower
than a width, that file has the photo's own width under the usual name, so every path of
`rendition_paths` exists; `PhotoFacts.widths` tells which to offer and how wide each really is.
Nor does a side pass `LONGEST`: a strip of a photo is narrower than its name says.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from io import BytesIO
from math import ceil, exp, log
from pathlib import Path

from PIL import Image

from generator.engine import (
    Artifact,
    Folders,
    Values,
)
from generator.pictures.imaging import PAPER, SCALING, Colour, PhotoError, decode, making
from generator.pictures.picture import (
    FALLBACK_WIDTHS,
    LONGEST,
    WIDTHS,
    PhotoFacts,
    Picture,
    Renditions,
    rendition_paths,
)

__all__ = [
    "FALLBACK_WIDTHS",
    "LONGEST",
    "WIDTHS",
    "PhotoError",
    "PhotoFacts",
    "Picture",
    "Renditions",
    "crop_box",
    "cropped",
    "inspect",
    "jpeg_bytes",
    "plan",
    "rendition_paths",
]


@dataclass(frozen=True, slots=True)
class _Aim:
    """AVIF's quality; `limit`, the bytes above which it is lowered; `usual`, what photos weigh."""

    quality: int
    limit: int
    usual: int


_AIMS: Mapping[int, _Aim] = {
    480: _Aim(62, 27_000, 23_000),
    800: _Aim(59, 53_000, 46_000),
    1600: _Aim(53, 160_000, 105_000),
}
"""The limits are because a scan opens on a weak connection.

The qualities look to SSIMULACRA2 as WebP's of 79 (benchmarks/judge.py, real photographs).
"""
_WORST = 15
"""The lowest quality, whatever the limit."""
_STEEPNESS = 0.034
"""The logarithm of a photo's bytes grows about so much with each step of AVIF's quality."""
_AVIF = {"speed": 9, "subsampling": "4:2:0", "max_threads": 1, "autotiling": False}
"""Speed 8 takes three times as long; tiles would be 1 % heavier, and a core is a worker's own."""
_JPEG_QUALITY = 74
"""As good as the AVIF files, by the same judge."""
_PLACEHOLDER_SIDE = 16
_PLACEHOLDER_LENGTH = 250


def inspect(path: Path) -> PhotoFacts:
    """Decode the whole photo, so that damage is found here. Raises PhotoError."""
    small, (width, height) = decode(path, lambda w, h: _PLACEHOLDER_SIDE / max(w, h))
    with making(path):
        return PhotoFacts(width, height, _placeholder(small))


def plan(file: str, content: Path, facts: PhotoFacts, digest: str) -> Artifact:
    """All renditions of content/media/`file`; `content` is the project's content folder."""
    paths = rendition_paths(file, digest)
    return Artifact(
        paths=paths.all,
        make=make_renditions,
        values={
            "file": file,
            "avif": [[facts.width_of(width), *astuple(_AIMS[width])] for width in WIDTHS],
            "jpeg": [facts.width_of(width) for width in FALLBACK_WIDTHS],
        },
        source=f"content/media/{file}",
        files=(content / "media" / file,),
        cost=3,
        anywhere=True,
    )


def make_renditions(values: Values, folders: Folders) -> Sequence[bytes]:
    """The AVIF files `[width, quality, limit, usual]` of `avif`, then JPEG of the widths `jpeg`.

    Each is scaled down from the next larger one; the JPEGs' widths are among the others. Raises
    PhotoError.
    """
    with making(folders.content / "media" / values["file"]):
        return _renditions(values, folders)


def _renditions(values: Values, folders: Folders) -> Sequence[bytes]:
    aims = {width: _Aim(*aim) for width, *aim in reversed(values["avif"])}
    widest = max(aims)
    image, _ = decode(folders.content / "media" / values["file"], lambda w, _: widest / w)
    avif, jpeg, detail = {}, {}, 0.0
    for width, aim in aims.items():
        image = _narrowed(image, width)
        avif[width], detail = _limited(image, aim, detail)
        if width in values["jpeg"]:
            jpeg[width] = jpeg_bytes(image, _JPEG_QUALITY)
    return [
        *(avif[width] for width, *_ in values["avif"]),
        *(jpeg[width] for width in values["jpeg"]),
    ]


def cropped(path: Path, width: int, height: int, focus: str, ground: Colour = PAPER) -> Image.Image:
    """The photo, upright and exactly `width`×`height`, cut as CSS `object-fit: cover` does.

    `focus` is “x% y%” of the photo. A smaller photo is enlarged. Raises PhotoError.
    """
    photo, _ = decode(path, lambda w, h: max(width / w, height / h), ground)
    with making(path):
        box = crop_box(photo.size, (width, height), focus)
        return photo.resize((width, height), Image.Resampling.LANCZOS, box=box)


def crop_box(
    photo: tuple[int, int], shape: tuple[int, int], focus: str
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the part to cut from a photo of that size; never outside it.

    The focus stands in the middle as far as the photo goes: what an editor points at is a thing's
    middle, both sides of which are to be seen. One of the sides is the photo's own, but for a
    rounding error: hence the limits.
    """
    across, down = (int(part.removesuffix("%")) / 100 for part in focus.split())
    scale = min(photo[0] / shape[0], photo[1] / shape[1])
    left, right = _around(photo[0] * across, shape[0] * scale, photo[0])
    top, bottom = _around(photo[1] * down, shape[1] * scale, photo[1])
    return (left, top, right, bottom)


def _around(middle: float, length: float, whole: float) -> tuple[float, float]:
    """Where a part of that length around the middle begins and ends, within the whole."""
    begins = max(0.0, min(middle - length / 2, whole - length))
    return begins, min(whole, begins + length)


def jpeg_bytes(image: Image.Image, quality: int, dpi: int | None = None) -> bytes:
    """JPEG of the picture; from quality 90 on, colours at full resolution, as print wants."""
    out = BytesIO()
    density = {"dpi": (dpi, dpi)} if dpi else {}
    chroma = 0 if quality >= 90 else 2
    try:
        image.save(out, "JPEG", quality=quality, subsampling=chroma, optimize=True, **density)
    except OSError:  # to optimize it, Pillow has room for one byte or two a pixel: noise has more
        out = BytesIO()
        image.save(out, "JPEG", quality=quality, subsampling=chroma, **density)
    return out.getvalue()


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    if image.width == width and image.height <= LONGEST:
        return image
    height = min(LONGEST, max(1, round(image.height * width / image.width)))
    return image.resize((width, height), SCALING, reducing_gap=1)


def _limited(image: Image.Image, aim: _Aim, detail: float) -> tuple[bytes, float]:
    """AVIF of about the best quality within the limit, and how much detail the photo has.

    Detail is the bytes at the wanted quality for the usual ones: what a wider rendition had of it
    spares most narrower ones from being made twice.
    """
    quality = aim.quality
    size = detail * aim.usual
    content = b""
    while not content or (size > aim.limit and quality > _WORST):
        if size > aim.limit:
            quality = _lowered(quality, aim.limit / size)
        content = _avif_bytes(image, quality)
        size = len(content)
    return content, size * exp(_STEEPNESS * (aim.quality - quality)) / aim.usual


def _lowered(quality: int, share: float) -> int:
    """The next quality to try, where only that share of the bytes is wanted."""
    return max(_WORST, quality - max(1, ceil(-log(0.98 * share) / _STEEPNESS)))


def _avif_bytes(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "AVIF", quality=quality, **_AVIF)
    return out.getvalue()


def _placeholder(image: Image.Image) -> str:
    uri = ""
    for quality in (40, 20, 0):
        out = BytesIO()
        image.save(out, "WEBP", quality=quality, method=6)
        uri = f"data:image/webp;base64,{b64encode(out.getvalue()).decode()}"
        if len(uri) <= _PLACEHOLDER_LENGTH:
            break
    return uri
