"""When the garbage collector would only be in the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (100_000, 20, 20)
"""New objects between two looks at the newest; such looks between two at older ones, and at all."""


@contextmanager
def without_collecting() -> Iterator[None]:
    """Stop the garbage collector while things are made that stay: it would visit them often.

    It leaves these alone for good, and comes seldom from then on.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*_SELDOM)
        gc.enable()
