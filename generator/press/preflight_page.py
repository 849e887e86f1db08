"""What stands on the pages of a PDF: letters and their inks, colours, photos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops

if TYPE_CHECKING:
    import pikepdf

Inks = tuple[float, ...]
"""Shares of cyan, magenta, yellow and black, from 0 to 1."""
_OPERATORS = "q Q cm k K rg RG g G cs CS Tf Tm TJ Tj Do"
_MARKS = "/Marks"
_CLOSE = 4
"""Ink is measured over so many pixels each way: what a drop of JPEG's noise has is nothing."""
_MM = 25.4
_IDENTITY = (1.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Letters:
    """Some words: their size in points, and the inks that they are in."""

    size: float
    inks: Inks


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture on a page: where it lies (left, bottom, right, top in points), and its pixels."""

    box: tuple[float, float, float, float]
    pixels: tuple[int, int]

    @property
    def dpi(self) -> float:
        """Its own pixels for each inch of paper."""
        size = self.box[2] - self.box[0], self.box[3] - self.box[1]
        return min(72 * have / max(on, 0.01) for have, on in zip(self.pixels, size, strict=True))


@dataclass(slots=True)
class _State:
    scale: tuple[float, float, float, float] = _IDENTITY
    inks: Inks = (0, 0, 0, 1)


def painted(page: pikepdf.Page) -> Iterator[Letters | Inks | str]:
    """Yield the letters of a page, each colour in four inks, and the name of any other colour."""
    return _painted(page, page.resources)


def _painted(drawn: Any, resources: Any) -> Iterator[Letters | Inks | str]:  # noqa: ANN401
    import pikepdf

    state, kept, size, matrix = _State(), list[_State](), 0.0, _IDENTITY
    instructions: Any = pikepdf.parse_content_stream(drawn, _OPERATORS)
    for operands, operator in instructions:
        match str(operator):
            case "q":
                kept.append(_State(state.scale, state.inks))
            case "Q":
                state = kept.pop() if kept else _State()
            case "cm":
                state.scale = _times(operands, state.scale)
            case "k" | "K" as name:
                inks = tuple(round(float(each), 4) for each in operands)
                state.inks = inks if name == "k" else state.inks
                yield inks
            case "rg" | "RG" | "g" | "G" as name:
                yield name
            case "cs" | "CS":
                space = resources.get("/ColorSpace", {}).get(str(operands[0]), operands[0])
                kind = space[0] if isinstance(space, pikepdf.Array) else space
                if str(kind) not in {"/Separation", "/Pattern", "/DeviceCMYK", "/DeviceN"}:
                    yield str(kind)
            case "Tf":
                size, matrix = float(operands[1]), _IDENTITY
            case "Tm":
                matrix = tuple(float(each) for each in operands[:4])  # type: ignore[assignment]
            case "TJ" | "Tj":
                *_, c, d = _times(matrix, state.scale)
                yield Letters(round(size * (c * c + d * d) ** 0.5, 2), state.inks)
            case "Do":
                if str(operands[0]) != _MARKS:
                    yield from _form(resources.XObject[str(operands[0])])


def _form(thing: Any) -> Iterator[Letters | Inks | str]:  # noqa: ANN401
    if thing.get("/Subtype") == "/Form":
        yield from _painted(thing, thing.get("/Resources", {}))
    elif thing.get("/ColorSpace") != "/DeviceCMYK" and not thing.get("/ImageMask"):
        space = thing.get("/ColorSpace")
        yield str(space) if isinstance(space, str) else "/ICCBased"


def _times(one: Any, other: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    a, b, c, d = (float(each) for each in list(one)[:4])
    e, f, g, h = other
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


def placed(page: Any) -> Iterator[Placed]:  # noqa: ANN401  # the library has no types
    """Yield every picture on a page of pypdfium2."""
    import pypdfium2.raw as raw

    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        yield Placed(tuple(each.get_bounds()), tuple(each.get_px_size()))


def most_ink(document: pikepdf.Pdf, most: int) -> float:
    """The most ink, in percent, that a photo puts on a spot of paper.

    Of more photos than `most` every second, third and so on is measured.
    """
    import pikepdf

    pictures = [
        each
        for each in document.objects
        if isinstance(each, pikepdf.Stream)
        and each.get("/Subtype") == "/Image"
        and each.get("/Filter") == "/DCTDecode"
        and each.get("/ColorSpace") == "/DeviceCMYK"
    ]
    step = max(1, -(-len(pictures) // most))
    return max((_ink(each.read_raw_bytes()) for each in pictures[::step]), default=0.0)


def _ink(jpeg: bytes) -> float:
    with Image.open(BytesIO(jpeg)) as image:
        image.draft("CMYK", (image.width // _CLOSE, image.height // _CLOSE))
        cyan, magenta, yellow, black = image.split()
    halves = ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2)
    _, most = ImageChops.add(*halves, scale=2).getextrema()
    return round(float(most) * 4 / 2.55, 1)  # type: ignore[arg-type]  # one band
