"""When the garbage collector would only be in the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Stop the garbage collector while things are made that stay: it would visit them often."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
