"""When the collector of garbage would only be in the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Spare the collector what is built to stay: it would go through it all, often."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
