"""Logos for print: an SVG's outlines in one colour, or a picture's pixels.

An SVG keeps its shapes and loses its colours: what is light in it is paper, all else is the brand's
colour, an ink of the press. So nothing of it is RGB, and the printing house may take a spot colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder

LARGEST = 2_000_000
"""Bytes of an SVG."""
_LIGHT = 0.85
"""From so light on a shape is paper."""
_PASSED_OVER = frozenset({"defs", "title", "desc", "metadata", "style", "namedview"})
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_CALL = re.compile(r"(\w+)\s*\(([^)]*)\)")
_CLASS = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_NAMED = {"white": "#ffffff", "snow": "#fffafa", "ivory": "#fffff0"}

Step = list[str | float]
"""`M x y`, `L x y`, `C x1 y1 x2 y2 x y` or `Z`."""


class LogoError(ValueError):
    """Why a file can't be printed as a logo, in both languages."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.vi = vi
        self.en = en


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline from the logo's top left corner; `paper` where it is light."""

    steps: tuple[Step, ...]
    paper: bool
    even_odd: bool


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo's width and height: in units of its `shapes`, or in pixels where it has none."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()

    @property
    def drawn(self) -> bool:
        """Whether it is outlines, which any size suits."""
        return bool(self.shapes)

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Its size in a box, as large as it gets there."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def read_logo(file: Path) -> Logo:
    """The logo in that file. Raises LogoError, or OSError."""
    if file.suffix.lower() == ".svg":
        data = file.read_bytes()
        if len(data) > LARGEST:
            raise LogoError("tệp quá lớn (trên 2 MB)", "the file is too large (over 2 MB)")
        return _of_svg(data)
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(file) as picture:
            return Logo(float(picture.width), float(picture.height))
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise LogoError(
            "không phải tệp SVG, PNG hay JPEG", "it is no SVG, PNG or JPEG file"
        ) from error


def _of_svg(data: bytes) -> Logo:
    try:
        root = ET.fromstring(data)  # noqa: S314  # expat has limited entities since 2.4.1
    except ET.ParseError as error:
        raise LogoError("tệp SVG hỏng", "the SVG is damaged") from error
    left, top, width, height = _box(root)
    rules = {
        name: body
        for each in root.iter()
        if _tag(each) == "style"
        for name, body in _CLASS.findall(each.text or "")
    }
    try:
        shapes = tuple(_shapes(root, Identity.translate(-left, -top), {}, rules))
    except (ValueError, LookupError, TypeError, AssertionError, RecursionError) as error:
        if isinstance(error, LogoError):
            raise
        raise LogoError("có hình không đọc được", "it has a shape that can't be read") from error
    if not shapes:
        raise LogoError("tệp SVG không có hình nào tô màu", "the SVG has no filled shape")
    return Logo(width, height, shapes)


def _box(root: ET.Element) -> tuple[float, float, float, float]:
    """Left, top, width and height of what the SVG shows."""
    found = [float(each) for each in _NUMBER.findall(root.get("viewBox", ""))]
    if len(found) != 4:
        sizes = (_NUMBER.match(root.get(key, "")) for key in ("width", "height"))
        found = [0.0, 0.0, *(float(each[0]) for each in sizes if each)]
    if len(found) != 4 or min(found[2:]) <= 0:
        raise LogoError("tệp SVG không có viewBox", "the SVG has no viewBox")
    return found[0], found[1], found[2], found[3]


def _shapes(
    element: ET.Element, place: Transform, above: Mapping[str, str], rules: Mapping[str, str]
) -> Iterator[Shape]:
    tag = _tag(element)
    style = {**above, **dict(_style(element, rules))}
    if tag in _PASSED_OVER or style.get("display") == "none":
        return
    place = _moved(place, element.attrib.pop("transform", ""))
    if tag in {"svg", "g", "a", "switch"}:
        for each in element:
            yield from _shapes(each, place, style, rules)
        return
    builder = PathBuilder()
    if tag == "" or not builder.add_path_from_element(element):
        if tag:
            raise LogoError(f"có phần “{tag}” không in được", f"it has a part “{tag}”")
        return
    if style.get("stroke", "none") != "none" and style.get("fill", "") == "none":
        raise LogoError(
            "có nét viền (stroke); hãy chuyển nét thành hình (Outline Stroke)",
            "it has strokes; convert them to shapes (Outline Stroke)",
        )
    if style.get("fill", "") == "none":
        return
    for path in builder.paths:
        pen = _Steps()
        parse_path(path, TransformPen(pen, place))
        if pen.steps:
            yield Shape(
                tuple(pen.steps), _is_light(style.get("fill", "")), _rule(style) == "evenodd"
            )


def _style(element: ET.Element, rules: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the element says of its paint: by attribute, class, style; the last of them counts."""
    keys = ("fill", "stroke", "fill-rule", "display")
    yield from ((key, element.get(key, "")) for key in keys if element.get(key))
    bodies = [rules.get(name, "") for name in element.get("class", "").split()]
    for body in (*bodies, element.get("style", "")):
        for part in body.split(";"):
            key, _, value = part.partition(":")
            if key.strip() in keys:
                yield key.strip(), value.strip()


def _rule(style: Mapping[str, str]) -> str:
    return style.get("fill-rule", "nonzero")


def _is_light(fill: str) -> bool:
    colour = _NAMED.get(fill.lower(), fill).lstrip("#")
    if len(colour) == 3:
        colour = "".join(each * 2 for each in colour)
    if not re.fullmatch(r"[0-9a-fA-F]{6}", colour):
        return False
    red, green, blue = bytes.fromhex(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255 >= _LIGHT


def _moved(place: Transform, text: str) -> Transform:
    for name, inside in _CALL.findall(text):
        numbers = [float(each) for each in _NUMBER.findall(inside)]
        match name, len(numbers):
            case "matrix", 6:
                place = place.transform(numbers)
            case "translate", 1 | 2:
                place = place.translate(*numbers)
            case "scale", 1 | 2:
                place = place.scale(*numbers)
            case "rotate", 1 | 3:
                about = numbers[1:] or [0.0, 0.0]
                turn = numbers[0] * 3.141592653589793 / 180
                place = place.translate(*about).rotate(turn).translate(-about[0], -about[1])
            case _:
                raise LogoError(f"có phép “{name}” không đọc được", f"it has “{name}”")
    return place


def _tag(element: ET.Element) -> str:
    """Its name without namespace; empty for a comment."""
    tag: Any = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


class _Steps(BasePen):  # type: ignore[misc]  # the library has no types
    """Writes down what is drawn."""

    def __init__(self) -> None:
        super().__init__(None)
        self.steps: list[Step] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802  # the pen's own names
        self.steps.append(["M", *_rounded(pt)])

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802  # the pen's own names
        self.steps.append(["L", *_rounded(pt)])

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self.steps.append(["C", *_rounded(pt1), *_rounded(pt2), *_rounded(pt3)])

    def _closePath(self) -> None:  # noqa: N802  # the pen's own names
        self.steps.append(["Z"])

    def _endPath(self) -> None:  # noqa: N802  # the pen's own names
        self.steps.append(["Z"])


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    if not (isfinite(point[0]) and isfinite(point[1])):
        raise ValueError(point)
    return round(float(point[0]), 4), round(float(point[1]), 4)
