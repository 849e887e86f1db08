"""Renames that outlast whoever looks into a file for a moment.

Windows renames nothing that a program holds open, nor over it: a virus scanner or a file
synchroniser for some milliseconds, a spreadsheet until it is closed.
"""

from __future__ import annotations

import os
from pathlib import Path
from time import sleep

IS_HELD_BY_READERS = os.name == "nt"
"""Whether this system is one of those."""
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between one try and the next."""


def rename(source: Path, target: Path, *, about: Path) -> None:
    """Let `source` take the place of `target`, once nobody holds either.

    Raises OSError; where one is held for longer, it names the file that it is `about`.
    """
    for pause in PAUSES if IS_HELD_BY_READERS else ():
        try:
            os.replace(source, target)  # noqa: PTH105 - the step that a test of the order records
        except PermissionError:
            sleep(pause)
        else:
            return
    try:
        os.replace(source, target)  # noqa: PTH105
    except PermissionError as error:
        raise PermissionError(error.errno, error.strerror, os.fspath(about)) from error
