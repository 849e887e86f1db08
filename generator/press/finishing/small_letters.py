"""Small letters in one ink: four plates never lie exactly over each other, and fine strokes blur.

The theme's colours are made for headings. Where a template sets words of less than 9 pt in one of
several inks, the press gets them in black, or as paper white where the colour is a light one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

LEAST_IN_COLOUR = 9
"""Points: smaller letters are in one ink."""
MOST_INKS = 2
"""So many inks may lie over each other in smaller ones."""
_LIGHT = 120
"""Percent of all inks up to which a colour is light: yellow on green is meant to be seen."""
_LINE = re.compile(rb" k\s+BT\s+\d Tr/\w+ ([\d.]+) Tf")
_INKS = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)$")
"""How Typst begins a line: its colour, then the size of its letters."""
_LONGEST = 80
"""Bytes of a colour."""


def in_one_ink(document: pikepdf.Pdf) -> None:
    """Set the document's small letters in one ink."""
    for stream in [*_drawings(document)]:
        drawn = stream.read_bytes()
        plain = b"".join(_plainer(drawn))
        if plain != drawn:
            stream.write(plain)


def is_fine_print(size: float, inks: tuple[float, ...]) -> bool:
    """Whether letters of that size in points have more inks than they can bear."""
    return size < LEAST_IN_COLOUR and sum(each > 0 for each in inks) > MOST_INKS


def _drawings(document: pikepdf.Pdf) -> list[pikepdf.Stream]:
    import pikepdf

    forms = [
        each
        for each in document.objects
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
    ]
    pages = [page.obj.Contents for page in document.pages]
    return [each for each in (*pages, *forms) if isinstance(each, pikepdf.Stream)]


def _plainer(drawn: bytes) -> Iterator[bytes]:
    """Yield the drawing piece by piece."""
    start = 0
    for line in _LINE.finditer(drawn):
        size = float(line[1])
        if size >= LEAST_IN_COLOUR:
            continue
        said = _INKS.search(drawn, max(start, line.start() - _LONGEST), line.start())
        inks = tuple(map(float, said.groups())) if said else ()
        if said and is_fine_print(size, inks):
            yield drawn[start : said.start()]
            yield b"0 0 0 0" if 100 * sum(inks) <= _LIGHT else b"0 0 0 1"
            start = line.start()
    yield drawn[start:]
