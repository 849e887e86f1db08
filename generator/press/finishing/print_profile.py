"""The ICC profile that print is separated by: the printing house's, or the one that we ship.

Ours is for coated paper with at most 300 % of ink; see profiles/README.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

_SHIPPED = Path(__file__).parents[1] / "profiles" / "coated-fogra39l.icc"
_SIGNATURE = slice(36, 40)
_CLASS, _COLOURS = slice(12, 16), slice(16, 20)
_HEADER = 128
LARGEST = 16_000_000
"""Bytes of a profile; those of printing houses have up to some four million."""

Fault = Literal["unreadable", "not-output", "not-cmyk"]


@dataclass(frozen=True, slots=True)
class PrintProfile:
    """A profile's bytes, and what it calls itself."""

    content: bytes
    name: str


@cache
def shipped() -> PrintProfile:
    """The profile that comes with the program."""
    return opened(_SHIPPED.read_bytes())


def of_file(content: Path, file: str | None) -> PrintProfile:
    """The profile in that file of content/; the shipped one where none is named."""
    return opened((content / file).read_bytes()) if file else shipped()


def opened(profile: bytes) -> PrintProfile:
    """The profile. Raises ValueError for one that `fault_of` finds fault with."""
    if fault := fault_of(profile):
        raise ValueError(fault)
    return PrintProfile(profile, _name(profile))


def fault_of(profile: bytes) -> Fault | None:
    """Why nothing can be printed by it: no ICC profile, not one of a press, or not of CMYK."""
    if len(profile) < _HEADER or profile[_SIGNATURE] != b"acsp":
        return "unreadable"
    if profile[_CLASS] != b"prtr":
        return "not-output"
    if profile[_COLOURS] != b"CMYK":
        return "not-cmyk"
    return None if _works(profile) else "unreadable"


def _works(profile: bytes) -> bool:
    from PIL import Image, ImageCms  # pixels, which a check without a profile can spare

    from generator.pictures.inks import separated

    try:
        separated(Image.new("RGB", (1, 1)), profile)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
    return True


def _name(profile: bytes) -> str:
    from io import BytesIO

    from PIL import ImageCms

    found = ImageCms.ImageCmsProfile(BytesIO(profile)).profile.profile_description
    return " ".join((found or "CMYK").split())
