"""Pages laid out on larger sheets: a booklet to fold and staple, cards in stacks to cut.

A booklet is printed on both sides, flipped on the short edge: sheet s of p pages carries
p − 2s and 1 + 2s in front, 2 + 2s and p − 1 − 2s behind. Sheets further in stick out when it is
folded, so that their pages move to the spine by π/2 of the paper's thickness each.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import pi
from typing import TYPE_CHECKING, Annotated, TypedDict

from generator.press.typesetter import typeset

if TYPE_CHECKING:
    import pikepdf

EDGE_MM = 5
"""What office printers leave blank at each edge of the paper."""
PAPER_MM = 0.10
"""How thick paper of 80 g/m² is."""
_MM = 72 / 25.4
_SHEETS = ((297.0, 210.0), (420.0, 297.0))
"""A4 and A3 across, for what is half of them; what is larger gets a sheet of twice its width."""
_TEST, _HOW, _NOTES = slice(0, 2), 2, 3


class BookletValues(TypedDict):
    """The sheets of a booklet that are no pages of it, in millimetres."""

    title: Annotated[str, "the booklet's title"]
    day: Annotated[str, "the day that the document bears as its own: `2026-11-01`"]
    sheet_width: Annotated[float, "width of the sheet of two pages"]
    sheet_height: Annotated[float, "height of that sheet"]
    page_width: Annotated[float, "width of a page"]
    page_height: Annotated[float, "height of a page"]
    sheets: Annotated[int, "how many sheets of paper it has"]
    words: Annotated[Mapping[str, str], "the theme's strings of print, by dotted key"]


@dataclass(frozen=True, slots=True)
class Booklet:
    """What a booklet is made of: its title and day, the size of its pages, the theme's strings."""

    title: str
    day: str
    source: str
    size: tuple[float, float]
    words: Mapping[str, str]

    @property
    def sheet(self) -> tuple[float, float]:
        """The paper that two pages lie on."""
        width, height = self.size
        fitting = (each for each in _SHEETS if 0 <= each[0] - 2 * width < 2 and each[1] == height)
        return next(fitting, (2 * width, height))

    @property
    def scale(self) -> float:
        """By how much pages shrink, so that none needs a printer that prints to the edge."""
        (width, height), (across, down) = self.size, self.sheet
        return min((down - 2 * EDGE_MM) / height, (across / 2 - EDGE_MM) / width)


def sides(pages: int) -> Iterator[tuple[int, int]]:
    """The pages, from 1, left and right on each side of paper; a multiple of 4 of them.

    The front of the outermost sheet comes first, then its back.
    """
    for sheet in range(pages // 4):
        yield pages - 2 * sheet, 1 + 2 * sheet
        yield 2 + 2 * sheet, pages - 1 - 2 * sheet


def creep(sheet: int) -> float:
    """How far the pages of a sheet, counted from 0 outside, move to the spine, in millimetres."""
    return sheet * pi / 2 * PAPER_MM


def stacked(cards: int, up: int) -> list[list[int | None]]:
    """Which card, from 0, lies in each of `up` places of every sheet; none where they run out.

    Cut through the pile, the stacks laid on each other are in order.
    """
    deep = -(-cards // up)
    return [
        [number if (number := place * deep + sheet) < cards else None for place in range(up)]
        for sheet in range(deep)
    ]


def booklet(pages: bytes, of: Booklet, templates: Mapping[str, bytes]) -> bytes:
    """The pages two by two, to fold in the middle: a test sheet of two sides comes first.

    Pages that are missing to a multiple of 4 are for notes; they stand before the last one.
    """
    import pikepdf  # takes as long to load as many builds take in all

    with pikepdf.open(BytesIO(pages)) as document, pikepdf.new() as made:
        own = len(document.pages)
        in_all = -(-own // 4) * 4
        others = typeset(templates, "booklet.typ", _values(of, in_all), "screen", of.source)
        with pikepdf.open(BytesIO(others)) as beside:
            made.pages.extend(beside.pages[_TEST])
            notes = [beside.pages[_NOTES]] * (in_all - own)
            order = [*document.pages[: own - 1], *notes, document.pages[own - 1]]
            for number, pair in enumerate(sides(in_all)):
                _lay_out(made, [order[each - 1] for each in pair], creep(number // 2), of)
                if number % 2 == 0:
                    _draw(made.pages[-1], made, beside.pages[_HOW], (1, 0, 0))
            _finish(made, of, pages)
            out = BytesIO()
            made.save(out, deterministic_id=True)
    return out.getvalue()


def _values(of: Booklet, pages: int) -> BookletValues:
    (across, down), (width, height) = of.sheet, of.size
    return {
        "title": of.title,
        "day": of.day,
        "sheet_width": across,
        "sheet_height": down,
        "page_width": width,
        "page_height": height,
        "sheets": pages // 4,
        "words": dict(of.words),
    }


def _lay_out(made: pikepdf.Pdf, pair: Sequence[pikepdf.Page], to_spine: float, of: Booklet) -> None:
    """Add a side with these two pages against its middle."""
    (across, down), (width, height), scale = of.sheet, of.size, of.scale
    side = made.add_blank_page(page_size=(across * _MM, down * _MM))
    low, middle = (down - height * scale) / 2, across / 2
    for page, left in zip(
        pair, (middle - width * scale + to_spine, middle - to_spine), strict=True
    ):
        _draw(side, made, page, (scale, left, low))


def _draw(
    side: pikepdf.Page, made: pikepdf.Pdf, page: pikepdf.Page, at: tuple[float, float, float]
) -> None:
    """Draw a page on a side: its scale, and where its lower left corner lies in millimetres."""
    import pikepdf

    scale, left, low = at
    drawings = side.obj.Resources.get("/XObject", pikepdf.Dictionary())
    name = f"/P{len(drawings)}"
    drawings[name] = made.copy_foreign(page.as_form_xobject())
    side.obj.Resources["/XObject"] = drawings
    matrix = f"{scale:.6f} 0 0 {scale:.6f} {left * _MM:.4f} {low * _MM:.4f}"
    side.contents_add(f"q {matrix} cm {name} Do Q\n".encode())


def _finish(made: pikepdf.Pdf, of: Booklet, pages: bytes) -> None:
    """Title and day; readers are told to print at full size, flipped on the short edge."""
    import pikepdf

    day = of.day.replace("-", "")
    made.docinfo["/Title"] = of.title
    made.docinfo["/CreationDate"] = made.docinfo["/ModDate"] = f"D:{day}000000Z"
    made.docinfo["/Subject"] = hashlib.sha256(pages).hexdigest()[:16]
    made.Root.Lang = of.words.get("language", "vi")
    made.Root.ViewerPreferences = pikepdf.Dictionary(
        PrintScaling=pikepdf.Name("/None"), Duplex=pikepdf.Name("/DuplexFlipShortEdge")
    )
