"""Text set into a column of a picture: evenly broken lines, in the largest size that fits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PIL import ImageFont

from generator.theme.fonts import font_path

Font = ImageFont.FreeTypeFont


@cache
def font(weight: str, size: int) -> Font:
    """Be Vietnam Pro in that weight, `size` in pixels."""
    return ImageFont.truetype(font_path(weight), size)


def fitted(
    text: str, weight: str, sizes: Sequence[int], width: int, most: int
) -> tuple[Font, list[str]]:
    """The largest of `sizes` (falling) at which the text takes at most `most` lines of `width`."""
    for size in sizes:
        lines = _broken(text, font(weight, size), width)
        if len(lines) <= most and all(font(weight, size).getlength(li) <= width for li in lines):
            return font(weight, size), _balanced(text, font(weight, size), width, lines)
    smallest = font(weight, sizes[-1])
    return smallest, wrapped(text, smallest, width, most)


def wrapped(text: str, face: Font, width: int, most: int) -> list[str]:
    """At most `most` lines no wider than `width` pixels; what does not fit ends in “…”."""
    lines = _broken(text, face, width)
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return [_shortened(line, face, width) for line in kept]


def _broken(text: str, face: Font, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _balanced(text: str, face: Font, width: int, lines: list[str]) -> list[str]:
    """The same number of lines, in the narrowest column that keeps it."""
    for narrower in range(width, 0, -8):
        tighter = _broken(text, face, narrower)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def _shortened(line: str, face: Font, width: int) -> str:
    if face.getlength(line) <= width:
        return line
    while " " in line and face.getlength(f"{line}…") > width:
        line = line.rpartition(" ")[0]
    while line and face.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line}…"
