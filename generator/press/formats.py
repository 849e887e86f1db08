"""Printed formats: how large, of which panels, with which photos; the program's and a theme's own.

The table is formats.toml beside this file; a theme's press/formats.toml adds entries in the same
keys, or puts its own in their place. All measures are millimetres. A format needs no more than its
entry, its template and its strings: what a template gets is told in `template_values.py`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from generator import theme
from generator.catalogue.model import Dots, Model, Slug, Text
from generator.pictures.picture import PhotoFacts
from generator.plain_files import read_plain_text
from generator.press.stocks import ROUNDING, Measures, measures
from generator.press.template_values import FormatValues, PanelValues
from generator.press.typesetter import Flavour

FILE = "formats.toml"

About = Literal["catalogue", "fair", "product"]
"""What one piece of print is about: the whole catalogue, one fair or one product."""
Need = Literal["code", "photo", "stars"]
"""What a product must have to be shown."""
LabelLanguages = Literal["vi", "en", "vi+en"]
Edge = Literal["left", "right", "top", "bottom"]
Length = Annotated[float, Field(gt=0)]
Number = Annotated[int, Field(gt=0)]

_IN_VIETNAMESE = {
    "missing": "thiếu khóa này",
    "extra_forbidden": "không có khóa nào như vậy",
}
"""What the checker of models says in English alone, by its names for it."""
_TALL = 0.9
"""A photo is tall whose width is less than this part of its height."""
_OF_PROGRAM = Path(__file__).with_name(FILE)


class Title(Model):
    """What messages call the format."""

    vi: Text
    en: Text


class Panel(Model):
    """One panel as high as its row, or `count` of them side by side."""

    name: Slug
    width: Length
    count: Number = 1


class FormatPage(Model):
    """Panels from the left, in `rows` alike that share the height between the margins.

    Where rows aren't alike they have their `heights`.
    """

    panels: Annotated[tuple[Panel, ...], Field(min_length=1)]
    rows: Number = 1
    heights: tuple[Length, ...] = ()
    margin: Measures = "0 x 0"
    gap: Measures = "0 x 0"

    @property
    def width(self) -> float:
        """What the panels, their gaps and the margins come to."""
        count = sum(panel.count for panel in self.panels)
        panels = sum(panel.width * panel.count for panel in self.panels)
        return panels + (count - 1) * measures(self.gap)[0] + 2 * measures(self.margin)[0]

    def row_heights(self, page_height: float) -> tuple[float, ...]:
        """How high the panels of each row are."""
        count = len(self.heights) or self.rows
        left = page_height - (count - 1) * measures(self.gap)[1] - 2 * measures(self.margin)[1]
        if sum(self.heights) > left + ROUNDING:
            return (left - sum(self.heights),) * count
        return self.heights or (left / count,) * count

    def cells(self, page_height: float) -> Iterator[PanelValues]:
        """Every panel where it lies, row by row."""
        (left, top), (across, down) = measures(self.margin), measures(self.gap)
        y = top
        for height in self.row_heights(page_height):
            x = left
            for panel in self.panels:
                for _ in range(panel.count):
                    yield {
                        "name": panel.name,
                        "x": x,
                        "y": y,
                        "width": panel.width,
                        "height": height,
                    }
                    x += panel.width + across
            y += height + down


class Slot(Model):
    """A place for a photo: of the first product, of the last, of the rest, one for each, or all.

    The `cover` is the fair's own, or else the first that there is; `own` and `plan` are the
    fair's. `others` are all products but the first, `rest` all photos of each but its first. `size`
    is that of the trimmed page; over the edges it `bleeds` the photo goes on. A slot that `keeps`
    shapes has the whole photo within that size; one `of` wide or tall photos has no others.
    """

    name: Slug
    shows: Literal["cover", "own", "plan", "first", "last", "others", "each", "all", "rest"]
    size: Measures
    keeps: bool = False
    of: Literal["any", "wide", "tall"] = "any"
    bleeds: tuple[Edge, ...] = ()
    least: Number = 1
    most: Number | None = None

    def serves(self, products: int) -> bool:
        """Whether the slot is there with so many products."""
        return self.least <= products <= (self.most or products)

    def meets(self, other: Slot) -> bool:
        """Whether some number of products has both, under one name."""
        low = max(self.least, other.least)
        return self.name == other.name and self.serves(low) and other.serves(low)

    def takes(self, photo: PhotoFacts) -> bool:
        """Whether a photo of that shape may stand here."""
        shape = "tall" if photo.width < photo.height * _TALL else "wide"
        return self.of in {"any", shape}

    def ratio(self, photo: PhotoFacts) -> float:
        """Width by height of the photo as it stands here."""
        width, height = measures(self.size)
        return photo.width / photo.height if self.keeps else width / height

    def cut(self, bleed: float, photo: PhotoFacts) -> tuple[float, float]:
        """Width and height of the photo with its bleed."""
        width, height = measures(self.size)
        if self.keeps:
            ratio = self.ratio(photo)
            return min(width, height * ratio), min(height, width / ratio)
        across = sum(edge in {"left", "right"} for edge in self.bleeds)
        return width + across * bleed, height + (len(self.bleeds) - across) * bleed


class Format(Model):
    """One thing that is printed.

    Without `pages` its text flows over as many as it takes; where they are `repeated`, they are
    sheets of pieces to cut apart, or `folded` ones, as many as the products take. `mark` is the
    place of the programme's mark. A build makes those that are `built` where neither site nor fair
    names any; `potential` products are shown with the certified ones. One with a `leaf`, as thick
    as its paper, is bound and has a cover apart.
    """

    key: Slug
    title: Title
    subjects: Annotated[tuple[About, ...], Field(min_length=1)]
    template: Annotated[str, Field(pattern=r"^[\w-]+\.typ$")]
    page: Measures
    bleed: Annotated[float, Field(ge=0)] = 0
    built: bool = True
    most: Number | None = None
    needs: tuple[Need, ...] = ("code", "photo")
    potential: bool = False
    stories: bool = False
    languages: tuple[LabelLanguages, ...] = ("vi", "en")
    flavours: Annotated[tuple[Flavour, ...], Field(min_length=1)]
    booklet: bool = False
    proves: tuple[Literal["names", "codes", "code"], ...] = ("names", "codes")
    pages: tuple[FormatPage, ...] = ()
    repeated: bool = False
    folded: bool = False
    mark: Measures | None = None
    slots: tuple[Slot, ...] = ()
    leaf: Length | None = None
    dpi: Dots = 300

    @model_validator(mode="after")
    def _panels_fit(self) -> Self:
        page_width, page_height = measures(self.page)
        for number, page in enumerate(self.pages, 1):
            if page.width > page_width + ROUNDING:
                raise theme.ThemeError(
                    f"trang {number}: các ô rộng {page.width:g} mm, trang chỉ có {page_width:g}",
                    f"page {number}: panels come to {page.width:g} mm, the page has {page_width:g}",
                )
            if min(page.row_heights(page_height)) <= 0:
                raise theme.ThemeError(
                    f"trang {number}: các hàng không còn chiều cao",
                    f"page {number}: its rows have no height",
                )
        return self

    @model_validator(mode="after")
    def _slots_fit(self) -> Self:
        for number, slot in enumerate(self.slots):
            sides = zip(measures(slot.size), measures(self.page), strict=True)
            if not all(0 < side <= most for side, most in sides):
                raise theme.ThemeError(
                    f"chỗ ảnh {slot.name}: {slot.size} mm không vừa trang này",
                    f"slot {slot.name}: {slot.size} mm is no size on this page",
                )
            if len({*slot.bleeds}) < len(slot.bleeds):
                raise theme.ThemeError(
                    f"chỗ ảnh {slot.name}: một cạnh tràn lề được ghi hai lần",
                    f"slot {slot.name}: an edge bleeds twice",
                )
            if any(slot.meets(other) for other in self.slots[:number]):
                raise theme.ThemeError(
                    f"hai chỗ ảnh cùng tên {slot.name} cho cùng một số sản phẩm",
                    f"two slots {slot.name} are there with as many products",
                )
        return self

    @property
    def values(self) -> FormatValues:
        """The measures for the template."""
        width, height = measures(self.page)
        return {
            "key": self.key,
            "page_width": width,
            "page_height": height,
            "bleed": self.bleed,
            "pages": [[*page.cells(height)] for page in self.pages],
            "repeated": self.repeated,
            "folded": self.folded,
        }

    @property
    def is_book(self) -> bool:
        """Whether its text flows over as many pages as it takes."""
        return not self.pages

    def slots_for(self, products: int) -> Mapping[str, Slot]:
        """The slots by name that there are with so many products."""
        return {slot.name: slot for slot in self.slots if slot.serves(products)}


def formats(folders: theme.Folders) -> Mapping[str, Format]:
    """The program's formats and the theme's own, by key.

    Raises ThemeError for a wrong entry, or one whose template no theme has.
    """
    found: dict[str, Format] = {}
    for path in (_OF_PROGRAM, *reversed(format_files(folders))):
        found |= _read(path)
    for each in found.values():
        theme.find(folders, f"press/{each.template}")
    return found


def format_files(folders: theme.Folders) -> tuple[Path, ...]:
    """The tables of a theme and its ancestors, the nearest first."""
    paths = (folder / "press" / FILE for folder in folders)
    return tuple(path for path in paths if path.is_file())


def _read(path: Path) -> Mapping[str, Format]:
    try:
        return _parsed(read_plain_text(path))
    except (OSError, ValueError) as error:
        raise theme.ThemeError.unread(path, error) from error


@lru_cache(maxsize=8)
def _parsed(text: str) -> Mapping[str, Format]:
    return {key: _validated(key, row) for key, row in tomllib.loads(text).items()}


def _validated(key: str, row: object) -> Format:
    """The entry. Raises ThemeError with its first fault and the keys that lead there."""
    if not isinstance(row, dict):
        raise theme.ThemeError(f"{key}: cần một bảng [{key}]", f"{key}: wanted a table [{key}]")
    try:
        return Format.model_validate({"key": key} | row)
    except ValidationError as error:
        fault = error.errors()[0]
        at = ".".join(map(str, (key, *fault["loc"])))
        raise theme.ThemeError.in_(at, at, _said(fault)) from error


def _said(fault: ErrorDetails) -> theme.ThemeError:
    """What is wrong with a value, as this file says it or else as the checker of models does."""
    own = fault.get("ctx", {}).get("error")
    if isinstance(own, theme.ThemeError):
        return own
    vi, message = _IN_VIETNAMESE.get(fault["type"], "giá trị không hợp lệ"), fault["msg"]
    return theme.ThemeError(f"{vi} ({message})", message.removeprefix("Value error, "))
