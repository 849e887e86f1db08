"""Names that no folder can bear on every machine that may hold the site."""

from __future__ import annotations

LONGEST_NAME = 255
"""Bytes of one name in UTF-8 on common file systems."""
_DEVICES = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"),
    ]
)

_FILES = frozenset({"index.html", "passport.json", "linkset.json"})
"""What stands in folders of pages, beside which no folder can bear the name in any case."""


def is_file_of_pages(name: str) -> bool:
    """Whether a folder of pages has a file of that name, for a disk that minds no capitals."""
    return name.casefold() in _FILES


def is_device(name: str) -> bool:
    """Whether Windows keeps the name for a device: in any case and with any ending."""
    return name.partition(".")[0].rstrip().casefold() in _DEVICES
