"""What Typst gives, a share card and a photo's renditions: of the very same, made once a process.

Hundreds of tests build the same small site, and most of what that costs are its pictures. A key
holds the bytes of all that goes in; what is fresh by the engine's account is no matter here, so
that a build from nothing still finds what the engine forgot. `anew` is for tests of whether the
same comes out twice, and for those that break a part of the program.
"""

from __future__ import annotations

import functools
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec

from generator.engine import Folders, Values
from generator.pictures import cards, photos, typst_compiler
from generator.theme import typst_templates

Made = bytes | list[bytes]
P = ParamSpec("P")
_KEPT = 400
"""So many results: some 50 MB in each process of tests."""
_results: OrderedDict[bytes, Made] = OrderedDict()
_off = False


def install() -> None:
    """Remember results from now on, in this process and in its forks."""
    typst_compiler._compiled = _once(
        typst_compiler._compiled, lambda *given, **named: (given, named)
    )
    cards.make_card = _once(cards.make_card, _of_a_card)
    photos._renditions = _once(photos._renditions, _of_renditions)


@contextmanager
def anew() -> Iterator[None]:
    """All is made, whether it has been made before or not."""
    global _off  # a switch of this process
    _off = True
    try:
        yield
    finally:
        _off = False


def _of_a_card(values: Values, folders: Folders) -> object:
    photo = values["photo"]
    files = (folders.content / "media" / photo["file"]).read_bytes() if photo else b""
    return values, typst_templates(folders.theme), files


def _of_renditions(values: Values, folders: Folders) -> object:
    return values, (folders.content / "media" / values["file"]).read_bytes()


def _once(make: Callable[P, Made], of: Callable[P, object]) -> Callable[P, Made]:
    """Give what was made of the same before; `of` says what it is made of."""

    @functools.wraps(make)
    def remembered(*given: P.args, **named: P.kwargs) -> Made:
        if _off:
            return make(*given, **named)
        try:
            key = hashlib.blake2b(make.__qualname__.encode() + _plain(of(*given, **named))).digest()
        except OSError:  # a photo that is not there
            return make(*given, **named)
        if key not in _results:
            _results[key] = make(*given, **named)
            if len(_results) > _KEPT:
                _results.popitem(last=False)
        return _results[key]

    return remembered


def _plain(value: object) -> bytes:
    """All that there is to a value, in bytes."""
    match value:
        case dict():
            return _plain(sorted(value.items()))
        case tuple() | list():
            parts = [_plain(each) for each in value]
            return b"".join(b"%d:" % len(each) + each for each in parts)
        case bytes():
            return value
        case _:
            return repr(value).encode()
