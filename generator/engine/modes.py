"""Who may read what a build publishes: everybody, as a web server runs under another name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

_OTHERS_MAY_NOT_WRITE = 0o022


@contextmanager
def readable_by_all() -> Iterator[int]:
    """Make files that others may read, whatever this user's custom is for files of their own.

    Whether a group may write stays as it was. Gives the mask for processes that do the same.
    """
    custom = os.umask(_OTHERS_MAY_NOT_WRITE)
    mask = custom & _OTHERS_MAY_NOT_WRITE
    os.umask(mask)
    try:
        yield mask
    finally:
        os.umask(custom)
