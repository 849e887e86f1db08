"""Text of a theme without what only computers see."""

from __future__ import annotations

import re

_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Control characters but tab and newline, and halves of characters, which no file can hold.

Pages have some of the first as marks of their own: web/render.py.
"""


def plain(text: str) -> str:
    """The text with plain line ends, without control characters and the mark of Windows programs.

    What is written in content/ is read so as well. The hash by which a browser allows a script is
    of plain line ends, whatever those of the file are.
    """
    if text.isprintable():
        return text
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _UNWANTED.sub("", lines)
