"""The cover of a bound book as one sheet: back, spine, front; as thick as its pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from generator.engine import Values
from generator.press.drawn_codes import with_pictures
from generator.press.finishing.marks import PressSheet
from generator.press.finishing.press_pdf import PressEdition, finished
from generator.press.template_values import BrochureValues, PanelValues
from generator.press.typesetter import typeset

COVER = "cover-wrap.typ"
_OF_THE_COVER = 4
"""Pages of a book that are its cover, which is of other paper."""


class CoverValues(BrochureValues):
    """The cover of a book: what its own template gets, of products only the first."""

    spine: Annotated[float, "how wide the spine is, in millimetres"]


def spine(pages: int, leaf: float) -> float:
    """How thick the pages within the cover are, in millimetres; a leaf has two of them."""
    return round(max(0, pages - _OF_THE_COVER) / 2 * leaf, 1)


def cover_wrap(
    values: Values,
    pages: int,
    photos: Mapping[str, bytes],
    edition: PressEdition,
    templates: Mapping[str, bytes],
) -> tuple[bytes, PressSheet]:
    """The file for the press around a book of so many pages, and its measures.

    Raises PressError.
    """
    thick = spine(pages, values["leaf"])
    told = {key: values[key] for key in BrochureValues.__annotations__}
    alone = {**told, "products": told["products"][:1], "chapters": [], "indexes": []}
    shown = {name: slot for name, slot in told["slots"].items() if len(slot["files"]) == 1}
    found, codes = with_pictures({**alone, "slots": shown, "spine": thick}, "press")
    files = {name: photos[name] for slot in shown.values() for name in slot["files"][0]}
    pdf = typeset(templates, COVER, found, "press", edition.source, {**files, **codes})
    sheet = _sheet(values, thick)
    return finished(pdf, sheet, edition, templates), sheet


def _sheet(values: Values, thick: float) -> PressSheet:
    measures = values["format"]
    width, height, bleed = (measures[key] for key in ("page_width", "page_height", "bleed"))
    parts = (("back", 0.0, width), ("spine", width, thick), ("front", width + thick, width))
    panels: list[PanelValues] = [
        {"name": name, "x": x, "y": 0.0, "width": wide, "height": height} for name, x, wide in parts
    ]
    return PressSheet((2 * width + thick, height), bleed, [panels])
