"""Where marks stand around a sheet: cuts, folds, register, and the line that says what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, TypedDict

from generator.press.template_values import PanelValues

SLUG_MM = 10
"""How much paper there is for marks beyond the bleed, on each side."""
_CLEAR = 8
"""Millimetres that a mark for register keeps from one to cut or fold by."""
_SAME = 0.05


class MarkedPage(TypedDict):
    """A page that gets marks, in millimetres of its trimmed size."""

    width: Annotated[float, "its width"]
    height: Annotated[float, "its height"]
    bleed: Annotated[float, "what is cut off around it"]
    folds_x: Annotated[list[float], "where it is folded, from the left"]
    folds_y: Annotated[list[float], "where it is folded, from the top"]
    cuts_x: Annotated[list[float], "where it is cut within, from the left"]
    cuts_y: Annotated[list[float], "where it is cut within, from the top"]
    register_x: Annotated[float, "where the marks of register stand above and below it"]
    register_y: Annotated[float, "where they stand beside it"]
    free: Annotated[float, "from the left corner to the first mark"]
    line: Annotated[str, "what the sheet is: title, page, day; empty where only marks are drawn"]
    drawn: Annotated[bool, "whether marks are drawn, or the line alone"]


class MarksValues(TypedDict):
    """The marks around the sheets of one file."""

    title: Annotated[str, "the document's title"]
    day: Annotated[str, "the day that the document bears as its own: `2026-11-01`"]
    slug: Annotated[float, "the paper beyond the bleed, in millimetres"]
    condition: Annotated[str, "sizes and the print profile in words"]
    pages: Annotated[list[MarkedPage], "every page"]


@dataclass(frozen=True, slots=True)
class PressSheet:
    """The trimmed size of all pages, the bleed, and the panels of the first ones (all in mm).

    Where they are `repeated`, every page has panels, which are cut apart unless they are `folded`.
    """

    size: tuple[float, float]
    bleed: float
    pages: Sequence[Sequence[PanelValues]] = ()
    repeated: bool = False
    folded: bool = False

    def panels(self, number: int, in_all: int) -> Sequence[PanelValues]:
        """The panels of a page; a file of more pages than these is bound, and has none."""
        if self.repeated:
            return self.pages[number % len(self.pages)]
        return self.pages[number] if in_all <= len(self.pages) else ()


def marked_page(sheet: PressSheet, number: int, in_all: int, line: str) -> MarkedPage:
    """The marks of page `number`, counted from 0, of `in_all`.

    An edge that two panels share is folded, but where pages are cut apart; an edge of one alone is
    cut.
    """
    (width, height), panels = sheet.size, sheet.panels(number, in_all)
    spans_x = [(each["x"], each["x"] + each["width"]) for each in panels]
    spans_y = [(each["y"], each["y"] + each["height"]) for each in panels]
    (folds_x, cuts_x), (folds_y, cuts_y) = _lines(spans_x, width), _lines(spans_y, height)
    if sheet.repeated and not sheet.folded:
        folds_x, cuts_x = [], sorted(folds_x + cuts_x)
        folds_y, cuts_y = [], sorted(folds_y + cuts_y)
    register_x = _clear_of(folds_x + cuts_x, width)
    return {
        "width": width,
        "height": height,
        "bleed": sheet.bleed,
        "folds_x": folds_x,
        "folds_y": folds_y,
        "cuts_x": cuts_x,
        "cuts_y": cuts_y,
        "register_x": register_x,
        "register_y": _clear_of(folds_y + cuts_y, height),
        "free": min([register_x, *folds_x, *cuts_x]),
        "line": line,
        "drawn": True,
    }


def apart(pages: Sequence[MarkedPage]) -> tuple[list[MarkedPage], list[int]]:
    """The marks that pages have, each kind once, then every page's line alone.

    And which of the kinds each page has.
    """
    kinds: list[MarkedPage] = []
    lines: list[MarkedPage] = []
    found: list[int] = []
    for page in pages:
        kind: MarkedPage = {**page, "line": ""}
        if kind not in kinds:
            kinds.append(kind)
        lines.append({**page, "drawn": False})
        found.append(kinds.index(kind))
    return [*kinds, *lines], found


def _lines(spans: Sequence[tuple[float, float]], whole: float) -> tuple[list[float], list[float]]:
    """Edges within the page that two panels share, and those of one alone, in their order."""
    starts, ends = _apart(start for start, _ in spans), _apart(end for _, end in spans)
    within = [each for each in _apart([*starts, *ends]) if _SAME < each < whole - _SAME]
    shared = [each for each in within if _among(each, starts) and _among(each, ends)]
    return shared, [each for each in within if each not in shared]


def _apart(places: Iterable[float]) -> list[float]:
    """The places in their order, those that are the same once."""
    found: list[float] = []
    for each in sorted(places):
        if not found or each - found[-1] > _SAME:
            found.append(each)
    return found


def _among(place: float, places: Sequence[float]) -> bool:
    return any(abs(place - each) <= _SAME for each in places)


def _clear_of(lines: Sequence[float], whole: float) -> float:
    """A place near the middle that keeps clear of these lines; the middle where none does."""
    steps = (whole * (0.5 + side * step / 100) for step in range(41) for side in (1, -1))
    return next(
        (each for each in steps if all(abs(each - line) >= _CLEAR for line in lines)), whole / 2
    )
