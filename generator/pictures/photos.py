"""Photos for pages and paper: what is known of each, and the renditions the site serves.

Every photo becomes one WebP file for each of `WIDTHS` and one JPEG for old browsers, all upright,
in sRGB and without metadata (no place where it was taken). Widths: 480 for lists, 800 for a phone's
whole width (360 px × 2), 1600 for large screens. A photo is never enlarged: where it is narrower
than a width, that file has the photo's own width under the usual name, so every path of
`rendition_paths` exists; `PhotoFacts.widths` tells which to offer and how wide each really is.
Nor does a side pass `LONGEST`: a strip of a photo is narrower than its name says.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image

from generator.engine import (
    Artifact,
    Folders,
    Values,
)
from generator.pictures.imaging import PAPER, SCALING, Colour, PhotoError, decode, making
from generator.pictures.picture import (
    FALLBACK_WIDTH,
    LONGEST,
    WIDTHS,
    PhotoFacts,
    Picture,
    Renditions,
    rendition_paths,
)

__all__ = [
    "FALLBACK_WIDTH",
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
    """WebP's quality; `limit`, the bytes above which it is lowered; `usual`, what photos weigh."""

    quality: float
    limit: int
    usual: int


_AIMS: Mapping[int, _Aim] = {
    480: _Aim(79.6, 30_000, 25_000),
    800: _Aim(80.2, 60_000, 55_000),
    1600: _Aim(78.8, 180_000, 128_000),
}
"""The limits are because a scan opens on a weak connection."""
_WORST = 30
"""The lowest quality, whatever the limit."""
_EFFORT = 4
"""WebP's method; 2 would take 40 % of the time, but SSIM falls by 0.005 at the same bytes."""
_JPEG_QUALITY = 78
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
        paths=(*paths.webp.values(), paths.jpeg),
        make=make_renditions,
        values={
            "file": file,
            "webp": [[facts.width_of(width), *astuple(_AIMS[width])] for width in WIDTHS],
            "jpeg": facts.width_of(FALLBACK_WIDTH),
        },
        source=f"content/media/{file}",
        files=(content / "media" / file,),
        cost=3,
        anywhere=True,
    )


def make_renditions(values: Values, folders: Folders) -> Sequence[bytes]:
    """The WebP files `[width, quality, limit, usual]` of `webp`, then a JPEG of width `jpeg`.

    Each is scaled down from the next larger one; the JPEG's width is one of theirs. Raises
    PhotoError.
    """
    with making(folders.content / "media" / values["file"]):
        return _renditions(values, folders)


def _renditions(values: Values, folders: Folders) -> Sequence[bytes]:
    aims = {width: _Aim(*aim) for width, *aim in reversed(values["webp"])}
    widest = max(aims)
    image, _ = decode(folders.content / "media" / values["file"], lambda w, _: widest / w)
    webp, jpeg, detail = {}, b"", 0.0
    for width, aim in aims.items():
        image = _narrowed(image, width)
        webp[width], detail = _webp(image, aim, detail)
        if width == values["jpeg"]:
            jpeg = jpeg_bytes(image, _JPEG_QUALITY)
    return [*(webp[width] for width, *_ in values["webp"]), jpeg]


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
    image.save(out, "JPEG", quality=quality, subsampling=chroma, optimize=True, **density)
    return out.getvalue()


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    if image.width == width and image.height <= LONGEST:
        return image
    height = min(LONGEST, max(1, round(image.height * width / image.width)))
    return image.resize((width, height), SCALING, reducing_gap=1)


def _webp(image: Image.Image, aim: _Aim, detail: float) -> tuple[bytes, float]:
    """WebP of about the best quality within the limit, and how much detail the photo has.

    Detail is the bytes at the wanted quality for the usual ones: what a wider rendition had of it
    spares most narrower ones from being made twice.
    """
    quality = aim.quality
    size = detail * aim.usual
    content = b""
    while not content or (size > aim.limit and quality > _WORST):
        if size > aim.limit:
            quality = _lowered(quality, aim.limit / size)
        content = _webp_bytes(image, quality)
        size = len(content)
    return content, size / _weight(quality) * _weight(aim.quality) / aim.usual


def _lowered(quality: float, share: float) -> float:
    """The next quality to try, where only that share of the bytes is wanted."""
    wanted = 0.98 * share * _weight(quality)
    lower = range(ceil(quality) - 1, _WORST, -1)
    return next((each for each in lower if _weight(each) <= wanted), _WORST)


def _weight(quality: float) -> float:
    """How the bytes of most photos grow with WebP's quality: slowly up to 74, then fast."""
    return 0.0095 * quality + 0.17 if quality < 74 else 0.031 * quality - 1.42


def _webp_bytes(image: Image.Image, quality: float) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=quality, method=_EFFORT)
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
