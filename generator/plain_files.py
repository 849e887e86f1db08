"""Files as people put them in folders, read with care: no pipe, no device, nothing endless.

Text is UTF-8, with or without the mark that Windows programs put before it, or the UTF-16 that
Notepad calls “Unicode” and PowerShell's `>` writes.
"""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

LARGEST_TEXT = 256_000
"""Bytes of a text file; a story of 400 words has about 3,000."""
_BLANKED = b"\0" * 16
"""So many zeros in a row are no text, in UTF-16 either."""
_LOOKED_AT = 200
"""Bytes that tell of UTF-16 without a mark: keys and markup, which have few letters with marks."""


class NotPlainError(OSError):
    """What stands there is no file of bytes: a folder, a pipe, a device."""


class TooLargeError(OSError):
    """The file has more bytes than anyone would write."""


def read_plain(path: Path, largest: int) -> bytes:
    """The file's bytes, links followed. Raises NotPlainError, TooLargeError or another OSError."""
    found = os.stat(path)  # noqa: PTH116  # tens of thousands of times
    if not stat.S_ISREG(found.st_mode):
        raise NotPlainError("không phải một tệp thường (no ordinary file)")
    if found.st_size > largest:
        most = f"{largest // 1000} kB"
        raise TooLargeError(f"lớn hơn {most} (larger than {most})")
    return path.read_bytes()


def blanked_line(found: bytes) -> int:
    """The line from which a file has zeros alone; 0 where it has none.

    A power cut leaves a file's length without its bytes, or without the last of them; as text it
    would be an empty file, or a shorter one.
    """
    if b"\0" not in found:
        return 0
    if not found.strip(b"\0 \t\r\n"):
        return 1
    start = found.find(_BLANKED)
    return found.count(b"\n", 0, start) + 1 if start >= 0 else 0


def encoding_of(found: bytes) -> str:
    """The encoding that bytes of text are read in, by their mark or by zeros beside letters."""
    if found.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = found[:_LOOKED_AT]
    even, odd = start[0::2].count(0), start[1::2].count(0)
    # Accents that stand by themselves, as on a Mac, are U+0300 and so: a zero on the other side.
    if len(start) > 1 and max(even, odd) > max(len(start) // 4, 2 * min(even, odd)):
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8-sig"


def in_utf8(found: bytes) -> bytes:
    """The same text in UTF-8, so that lines can be added; with a mark where it was no UTF-8."""
    encoding = encoding_of(found)
    if encoding == "utf-8-sig":
        return found
    return codecs.BOM_UTF8 + found.decode(encoding).encode()


def decoded(found: bytes) -> str:
    """The text that the bytes are. Raises UnicodeDecodeError."""
    return found.decode(encoding_of(found))


def read_plain_text(path: Path, largest: int = LARGEST_TEXT) -> str:
    """The file's text with plain line ends. Raises OSError or UnicodeDecodeError."""
    return decoded(read_plain(path, largest)).replace("\r\n", "\n").replace("\r", "\n")
