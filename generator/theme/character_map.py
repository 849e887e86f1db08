"""Which signs a font has, read from its character map.

fontTools knows all forms of that table, and takes longer to load than a check of a small project
does for all else. So the one form that fonts without signs beyond U+FFFF have, format 4, is read
here (OpenType, `cmap`); any other is left to fontTools.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from struct import unpack_from

_PLANE = (3, 1)
"""Windows' table of signs up to U+FFFF, by platform and encoding."""
_BEYOND = frozenset({(3, 10), (0, 4), (0, 6)})
"""Tables that have more."""


def signs_in(font: Path) -> frozenset[str]:
    """Every sign that the font has a glyph for."""
    content = font.read_bytes()
    tables = dict(_tables(content))
    if _BEYOND.isdisjoint(tables) and (at := tables.get(_PLANE)) and _number(content, at) == 4:
        return frozenset(_of_segments(content, at))
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as read:
        return frozenset(map(chr, read.getBestCmap()))


def _number(content: bytes, at: int) -> int:
    found: int = unpack_from(">H", content, at)[0]
    return found


def _tables(content: bytes) -> Iterator[tuple[tuple[int, int], int]]:
    """The character map's tables by platform and encoding, and where they begin."""
    for entry in range(12, 12 + 16 * _number(content, 4), 16):
        tag, _, start, _ = unpack_from(">4sLLL", content, entry)
        if tag == b"cmap":
            for at in range(start + 4, start + 4 + 8 * _number(content, start + 2), 8):
                platform, encoding, offset = unpack_from(">HHL", content, at)
                yield (platform, encoding), start + offset


def _of_segments(content: bytes, table: int) -> Iterator[str]:
    """The signs of format 4: runs of code points whose glyphs are counted on or listed."""
    size = _number(content, table + 6)
    ends = table + 14
    starts = ends + size + 2
    for end_at, start_at in zip(
        range(ends, ends + size, 2), range(starts, starts + size, 2), strict=True
    ):
        delta, listed = _number(content, start_at + size), _number(content, start_at + 2 * size)
        first, last = _number(content, start_at), _number(content, end_at)
        for point in range(first, last + 1):
            glyph = point
            if listed:
                place = start_at + 2 * size + listed + 2 * (point - first)
                glyph = _number(content, place)
                if not glyph:
                    continue
            if point != 0xFFFF and (glyph + delta) % 0x10000:
                yield chr(point)
