"""Photos in the four inks of a printing press, by its ICC profile."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")
_QUALITY = 90


def separated(image: Image.Image, profile: bytes) -> Image.Image:
    """The sRGB picture as CMYK: what the paper can't show moves to the nearest it can.

    Black is the profile's own, so that no place has more ink than it allows.
    """
    found = ImageCms.applyTransform(image.convert("RGB"), _transform(profile))
    if found is None:  # only where it is applied in place
        raise ValueError("no picture")
    return found


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
