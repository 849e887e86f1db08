"""Photos in the four inks of a printing press, by its ICC profile."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from itertools import product

from PIL import Image, ImageCms, ImageFilter

MOST_INK = 300
"""Percent: more does not dry on coated paper."""
_LIMITED = 290
"""Percent that a picture has by a profile that would have more; JPEG adds a little again."""
_SRGB = ImageCms.createProfile("sRGB")
_QUALITY = 90
_SIDE = 33
"""Steps of each colour in the table of a profile whose ink is limited."""


def separated(image: Image.Image, profile: bytes) -> Image.Image:
    """The sRGB picture as CMYK: what the paper can't show moves to the nearest it can.

    Black is the profile's own, and no place has more ink than it allows, nor than `MOST_INK`.
    """
    limited = _limited(profile)
    if limited:
        return image.convert("RGB").filter(limited)
    return _converted(image.convert("RGB"), profile)


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    found = ImageCms.applyTransform(image, _transform(profile))
    if found is None:  # only where it is applied in place
        raise ValueError("no picture")
    return found


@lru_cache(maxsize=2)
def _limited(profile: bytes) -> ImageFilter.Color3DLUT | None:
    """A table of the profile's colours with less ink; none where it has few enough itself.

    Many printing houses' profiles go to 350 %. What lies between steps of the table has no more
    than they have.
    """
    steps = [round(255 * each / (_SIDE - 1)) for each in range(_SIDE)]
    colours = bytes(
        each for blue, green, red in product(steps, repeat=3) for each in (red, green, blue)
    )
    inks = _converted(Image.frombytes("RGB", (_SIDE, _SIDE**2), colours), profile).tobytes()
    spots = [inks[at : at + 4] for at in range(0, len(inks), 4)]
    if max(map(sum, spots)) <= MOST_INK * 2.55:
        return None
    table = [each / 255 for spot in spots for each in _with_less(spot)]
    return ImageFilter.Color3DLUT(_SIDE, table, channels=4, target_mode="CMYK")


def _with_less(spot: bytes) -> tuple[float, ...]:
    """The four inks with as much less colour as it takes; black stays."""
    *colour, black = spot
    most, there = _LIMITED * 2.55 - black, sum(colour)
    share = min(1.0, most / there) if there else 1.0
    return (*(each * share for each in colour), black)


def cmyk_jpeg(image: Image.Image, dpi: int) -> bytes:
    """JPEG of the CMYK picture, its colours at full resolution.

    The inks are stored upside down, as Adobe's programs do and its marker in the file says.
    """
    out = BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True, dpi=(dpi, dpi))
    return out.getvalue()


@lru_cache(maxsize=2)
def _transform(profile: bytes) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        _SRGB,
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
