"""Scripts as browsers get them: in one piece, without what only their authors need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from generator import theme

_NOTES = re.compile(rb"^[ \t]*(//[^\n]*)?(\n|$)|^[ \t]+", re.MULTILINE)


def squeezed(script: bytes) -> bytes:
    """The script without indents and lines of comment."""
    return _NOTES.sub(b"", script)


def joined(parts: Sequence[Path]) -> bytes:
    """The parts one after the other in one strict function, so that they know each other's names.

    Raises ThemeError for a part that can't be read.
    """
    whole = "".join(f"{theme.text_of(path)}\n" for path in parts).encode()
    return b'(function () {\n"use strict";\n' + squeezed(whole) + b"})();\n"
