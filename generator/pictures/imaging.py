"""Pixels: any photo an editor may have, as an upright sRGB picture without metadata.

No photo is decoded larger than needed: JPEG is scaled while it is decoded, and the rest is resized
before its colours are converted.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image, ImageCms

from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_photos import (
    PHOTO_MISSING,
    PHOTO_TOO_LARGE,
    PHOTO_UNMADE,
    PHOTO_UNREADABLE,
)
from generator.engine import InputError

Colour = tuple[int, int, int]
PAPER: Colour = (251, 248, 241)
"""The page's paper white, seen through what is transparent."""
WHITE: Colour = (255, 255, 255)
MAX_PIXELS = 120_000_000
"""Largest photo that is opened: some phones give 108 megapixels; more is a mistake or an attack."""
LONGEST_SIDE = 65_535
"""Pixels of the longest side that is opened, as in JPEG; some formats could claim millions."""
SCALING = Image.Resampling.BICUBIC
"""As like the photo as Lanczos at the same bytes of WebP, in three quarters of the time."""

_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "TIFF", "GIF", "BMP")
"""Only formats that cameras, scanners and editors write; none that starts another program."""
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_COLOUR_SPACES = {"RGB": "RGB ", "CMYK": "CMYK", "L": "GRAY"}
_SAME = 0.002
"""Difference of two primaries that no eye sees."""
_GAP = 1.2
"""How much larger than needed JPEG's own scaling, which halves, must leave a photo."""

pillow_heif.register_heif_opener()


class PhotoError(InputError):
    """A photo that can't be used.

    The rule is PHOTO_MISSING, PHOTO_UNREADABLE, PHOTO_TOO_LARGE or, where it could be opened but
    something that is made of it could not be made, PHOTO_UNMADE.
    """

    def __init__(self, rule: Rule, path: Path) -> None:
        super().__init__(rule.code, path)
        self.broken = rule

    def __reduce__(self) -> tuple[type[PhotoError], tuple[Rule, Path]]:
        """Let a worker process hand the error over."""
        return type(self), (self.broken, self.path)


def decode(
    path: Path, scale: Callable[[int, int], float], ground: Colour = PAPER
) -> tuple[Image.Image, tuple[int, int]]:
    """Give the photo, upright, in sRGB, without metadata, and its upright size in the file.

    `scale(width, height)` answers for the upright size how much to reduce; above 1 counts as 1.
    Of several frames the first is taken; `ground` is seen through what is transparent. Raises
    PhotoError.
    """
    with _opened(path) as image:
        orientation = _orientation(image)
        turned = orientation in (5, 6, 7, 8)
        stored = image.size
        full = (stored[1], stored[0]) if turned else stored
        factor = min(1.0, scale(*full))
        size = (max(1, round(stored[0] * factor)), max(1, round(stored[1] * factor)))
        image.draft(None, (round(size[0] * _GAP), round(size[1] * _GAP)))
        pixels = _plain(image)
        pixels = pixels.resize(size, SCALING, reducing_gap=_GAP)
        flat = _flat(_srgb(pixels, image.info.get("icc_profile")), ground)
        flat.info = {}
        return (flat.transpose(_UPRIGHT[orientation]) if orientation > 1 else flat), full


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """Open a photo; whatever goes wrong until it is closed becomes a PhotoError."""
    try:
        with warnings.catch_warnings():
            # Pillow warns below our own limit, and about the odd details of many real cameras.
            warnings.simplefilter("ignore")
            with Image.open(path, formats=_FORMATS) as image:
                if image.width * image.height > MAX_PIXELS or max(image.size) > LONGEST_SIDE:
                    raise PhotoError(PHOTO_TOO_LARGE, path)
                yield image
    except PhotoError:
        raise
    except FileNotFoundError as error:
        raise PhotoError(PHOTO_MISSING, path) from error
    except (Image.DecompressionBombError, MemoryError) as error:
        raise PhotoError(PHOTO_TOO_LARGE, path) from error
    except Exception as error:  # a dozen decoders, each with its own ways to fail
        raise PhotoError(PHOTO_UNREADABLE, path) from error


@contextmanager
def making(path: Path) -> Iterator[None]:
    """Name the photo in whatever goes wrong while something is made of it: a PhotoError."""
    try:
        yield
    except PhotoError:
        raise
    except Exception as error:  # libraries of pictures raise anything
        raise PhotoError(PHOTO_UNMADE, path) from error


def _orientation(image: Image.Image) -> int:
    """Exif orientation 1–8 that is still to be undone; 1 where the Exif data are absent or damaged.

    Damaged data are passed over as browsers do. Pillow undoes a TIFF's own, whose size it gives
    upright, while it loads the pixels.
    """
    if image.format == "TIFF":
        return 1
    try:
        found = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # the Exif reader raises anything
        return 1
    return found if found in _UPRIGHT else 1


def _plain(image: Image.Image) -> Image.Image:
    """As L, RGB, CMYK or RGBA: palettes looked up, 16 bits brought down to 8."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in _COLOUR_SPACES:
        image.load()
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB or RGBA in sRGB; a profile that is damaged or of another colour space is passed over."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image.convert("RGB") if alpha else image
    converted = _converted(colours, profile) if profile else None
    result = converted or (colours if colours.mode == "RGB" else colours.convert("RGB"))
    if alpha:
        result.putalpha(alpha)
    return result


def _converted(image: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if source.profile.xcolor_space != _COLOUR_SPACES[image.mode] or _is_srgb(source):
            return None
        return ImageCms.profileToProfile(
            image,
            source,
            _SRGB,
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return None


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    """Whether the profile is one of the many that say sRGB in other words: nothing to convert."""
    named = "srgb" in (profile.profile.profile_description or "").lower()
    found, wanted = _primaries(profile), _primaries(_SRGB)
    return (
        named
        and len(found) == len(wanted)
        and all(abs(a - b) < _SAME for a, b in zip(found, wanted, strict=True))
    )


def _primaries(profile: ImageCms.ImageCmsProfile) -> list[float]:
    """X, Y and Z of red, green and blue, as far as the profile has them."""
    found = profile.profile
    primaries = (found.red_primary, found.green_primary, found.blue_primary)
    return [value for each in primaries if each for value in each[0]]


def _flat(image: Image.Image, ground: Colour) -> Image.Image:
    """RGB, on that ground where it is transparent."""
    if image.mode == "RGB":
        return image
    flat = Image.new("RGB", image.size, ground)
    flat.paste(image, mask=image.getchannel("A"))
    return flat
