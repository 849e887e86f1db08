"""The proof before press: code and words in a finished PDF of labels, measured and read back.

Every page is rendered at its printer's resolution; each code on it is read by another program
than the one that drew it (ZXing) and compared with the address the site serves. Sizes are
measured on a rendering of one label at 1200 dpi. Limits: GS1 General Specifications and DOMAIN.
The words of every label are looked at in `proof_words`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import hypot
from typing import Any

import zxingcpp
from PIL import Image

from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_proofs import (
    PROOF_CONTRAST,
    PROOF_COUNT,
    PROOF_DOTS,
    PROOF_LETTERS,
    PROOF_MODULE,
    PROOF_QUIET_ZONE,
    PROOF_UNREAD,
)
from generator.engine import Values
from generator.press.proof_bars import MeasuredBars, first_bar, measured_bars
from generator.press.proof_words import LabelPlace, ProvenWords, Reader, expected
from generator.press.type_size import millimetres
from generator.press.typesetter import PressError

LEAST_MODULE_MM = 0.396
TARGET_MODULE_MM = 0.495
MOST_MODULE_MM = 0.990
"""A code's module at a till, and what GS1 aims at."""
MOST_SHOWN_MM = 2.5
"""A module that is read from a step away, on a shelf card or a code alone."""
QUIET_MODULES = 4
LEAST_CONTRAST = 0.70
"""Light minus dark of a code: ISO/IEC 15415 grades 0.70 and more as 4, the best."""
LARGEST_DOT_ERROR = 0.02
"""Of a dot: how far a code's edge may lie beside the printer's grid."""
_CLOSE = 1200
_KINDS = "QRCode|EAN13|EAN8"
_LIGHT = 0.9
_MM = 25.4

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in millimetres of the page."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One code as the first label shows it; all lengths in millimetres.

    `dot_error` is how far its module misses whole dots, in dots; `bars` are those of the EAN.
    """

    address: str
    modules: int
    level: str
    module_mm: float
    quiet_zone_modules: float
    contrast: float
    dots_per_module: float
    dot_error: float
    bars: MeasuredBars | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF: how many labels and pages, how many codes were read, and what was measured."""

    file: str
    pages: int
    labels: int
    read: int
    dpi: int
    smallest_letter_mm: float
    code: Measured
    words: ProvenWords


def prove(pdfs: Mapping[str, bytes], values: Values) -> tuple[Sheet, ...]:
    """Prove each PDF of the same drawn values. Raises PressError for the first that is unsound."""
    return tuple(_prove(name, pdf, values) for name, pdf in pdfs.items())


def as_json(sheets: Sequence[Sheet]) -> bytes:
    """The report as a file."""
    limits = {
        "module_mm": [LEAST_MODULE_MM, MOST_MODULE_MM],
        "module_target_mm": TARGET_MODULE_MM,
        "quiet_zone_modules": QUIET_MODULES,
        "contrast": LEAST_CONTRAST,
        "dot_error": LARGEST_DOT_ERROR,
    }
    report = {"sound": True, "limits": limits, "sheets": [asdict(sheet) for sheet in sheets]}
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


def _prove(name: str, pdf: bytes, values: Values) -> Sheet:
    import pypdfium2  # takes as long to load as many builds take in all

    document = pypdfium2.PdfDocument(pdf)
    scale = _MM / values["stock"]["dot"] / 72
    read = 0
    first: tuple[Any, Box, Any] | None = None
    usual: Box | None = None
    pages: list[tuple[Any, list[LabelPlace], list[str]]] = []
    for number, page in enumerate(document):
        picture = _trimmed(page, scale)
        places, addresses = [], []
        for index, box in _cells(values, number):
            which = index if len(values["urls"]) > 1 else 0
            wanted = values["urls"][which]
            face = _face(picture, box, scale)
            at = _read_again(face, wanted, usual, values) if usual else None
            if at is None:
                found = _read_back(face, wanted, values)
                at = _corners(found[wanted].position)
                first = first or (page, box, found)
            usual = usual or at
            read += 1
            places.append(LabelPlace(index + 1, box, _zone(at, scale, box, values)))
            addresses.append(str(values["codes"][which]["caption"]))
        pages.append((page, places, addresses))
    if first is None or read != values["count"]:
        raise _unsound(values, PROOF_COUNT, found=f"{read}", wanted_count=f"{values['count']}")
    page, box, found = first
    measured, letters = _measure(page, box, found, values), _smallest_letter(page, values)
    _judge(measured, letters, values)
    dpi = int(values["dpi"])
    reader = Reader(values, expected(values))
    for each in pages:
        reader.page(*each)
    words = reader.words(values["codes"][0]["caption"])
    return Sheet(name, len(document), values["count"], read, dpi, letters, measured, words)


def _corners(position: Any) -> Box:  # noqa: ANN401
    """Left, top, right and bottom of a code that was read, in dots of its picture."""
    one, other = position.top_left, position.bottom_right
    return one.x, one.y, other.x, other.y


def _zone(at: Box, scale: float, label: Box, values: Values) -> Box:
    """The code that was read `at` those dots with its quiet zone, in millimetres of the page.

    A dot less on each side: no nearer can it be told at the printer's resolution.
    """
    dots = scale * 72 / _MM
    left, top, right, bottom = (edge / dots for edge in at)
    far = QUIET_MODULES * (right - left) / int(values["side"]) - 1 / dots
    return (
        label[0] + left - far,
        label[1] + top - far,
        label[0] + right + far,
        label[1] + bottom + far,
    )


def _cells(values: Values, page: int) -> Iterator[tuple[int, Box]]:
    """The labels printed on that page: their number in the run from 0, and where they lie."""
    stock = values["stock"]
    per_page = stock["rows"] * stock["columns"]
    dx, dy = values["offset"]
    for slot in range(per_page):
        index = page * per_page + slot - values["skip"]
        if 0 <= index < values["count"]:
            left = stock["left"] + slot % stock["columns"] * stock["pitch_x"] + dx
            top = stock["top"] + slot // stock["columns"] * stock["pitch_y"] + dy
            yield index, (left, top, left + stock["width"], top + stock["height"])


def _trimmed(page: Any, scale: float, box: Box | None = None) -> Image.Image:  # noqa: ANN401
    """The page (or a part of it) in grey, without what is cut off."""
    left, bottom, right, top = page.get_trimbox()
    width, height = page.get_size()
    cut = [left, bottom, width - right, height - top]
    if box:
        mm = 72 / _MM
        cut = [
            left + box[0] * mm,
            bottom + (top - bottom) - box[3] * mm,
            width - left - box[2] * mm,
            height - top + box[1] * mm,
        ]
    picture: Image.Image = page.render(
        scale=scale, crop=tuple(max(0.0, each) for each in cut), grayscale=True
    ).to_pil()
    return picture


def _face(picture: Image.Image, box: Box, scale: float) -> Image.Image:
    """One label of the page's picture."""
    left, top, right, bottom = (round(each * scale * 72 / _MM) for each in box)
    return picture.crop((left, top, right, bottom))


def _read_back(face: Image.Image, wanted: str, values: Values) -> dict[str, Any]:
    """What stands on one label by its text. Raises PressError where the address is not there."""
    found = _codes(face)
    if wanted not in found:
        read = next((text for text in found if not text.isdigit()), "–")
        raise _unsound(values, PROOF_UNREAD, found=read, wanted_address=wanted)
    return found


def _read_again(face: Image.Image, wanted: str, usual: Box, values: Values) -> Box | None:
    """Where the address stands on one more label, looked for where the first label has it."""
    around = QUIET_MODULES * (usual[2] - usual[0]) / int(values["side"])
    left, top = max(0, round(usual[0] - around)), max(0, round(usual[1] - around))
    part = face.crop((left, top, round(usual[2] + around), round(usual[3] + around)))
    code = _codes(part).get(wanted)
    if code is None:
        return None
    at = _corners(code.position)
    return at[0] + left, at[1] + top, at[2] + left, at[3] + top


def _codes(picture: Image.Image) -> dict[str, Any]:
    """Every QR code and EAN on a picture by its text."""
    kinds = zxingcpp.barcode_formats_from_str(_KINDS)
    quick = zxingcpp.read_barcodes(
        picture, formats=kinds, try_rotate=False, try_invert=False, try_downscale=False
    )
    return {found.text: found for found in quick}


def _measure(page: Any, label: Box, seen: dict[str, Any], values: Values) -> Measured:  # noqa: ANN401
    """Measure the first label's code, `seen` at the printer's resolution, on a close rendering."""
    address, side = values["urls"][0], int(values["codes"][0]["side"])
    dots_per_mm = 1 / values["stock"]["dot"]
    code = seen[address]
    near = _surroundings(code.position, side, dots_per_mm, label)
    picture = _trimmed(page, _CLOSE / 72, near)
    dark = _dark_box(picture, _nearer(code.position, dots_per_mm, label, near))
    module = (dark[2] - dark[0]) / side
    dots = module / _CLOSE * _MM * dots_per_mm
    low, high = picture.crop(dark).getextrema()
    dark_mm = tuple(edge / _CLOSE * _MM + near[index % 2] for index, edge in enumerate(dark))
    return Measured(
        address=address,
        modules=side,
        level=code.ec_level,
        module_mm=round(module / _CLOSE * _MM, 3),
        quiet_zone_modules=_quiet_zone(picture, dark, module, (dark_mm, label), values),
        contrast=round((float(high) - float(low)) / 255, 2),  # type: ignore[arg-type]  # one band
        dots_per_module=round(dots, 2),
        dot_error=round(abs(dots - round(dots)), 3),
        bars=_bars(page, label, seen, dots_per_mm),
    )


def _bars(page: Any, label: Box, seen: dict[str, Any], dots_per_mm: float) -> MeasuredBars | None:  # noqa: ANN401
    """The EAN among what was `seen`, measured on a close rendering of its first long bar."""
    digits = next((text for text in seen if text.isdigit()), None)
    if digits is None:
        return None
    at = seen[digits].position
    left, right = (label[0] + each.x / dots_per_mm for each in (at.top_left, at.top_right))
    strip = first_bar(digits, left, right)
    picture = _trimmed(page, _CLOSE / 72, (strip[0], label[1], strip[1], label[3]))
    middle = (at.top_left.y + at.bottom_left.y) / 2
    return measured_bars(digits, picture, _CLOSE / _MM, middle / dots_per_mm, right - left)


def _surroundings(position: Any, side: int, dots_per_mm: float, label: Box) -> Box:  # noqa: ANN401
    """The code with six modules around it, as far as the label goes, in millimetres of the page."""
    left, top = position.top_left.x / dots_per_mm, position.top_left.y / dots_per_mm
    right, bottom = position.bottom_right.x / dots_per_mm, position.bottom_right.y / dots_per_mm
    margin = 6 * (right - left) / side
    return (
        label[0] + max(0.0, left - margin),
        label[1] + max(0.0, top - margin),
        min(label[2], label[0] + right + margin),
        min(label[3], label[1] + bottom + margin),
    )


def _nearer(position: Any, dots_per_mm: float, label: Box, near: Box) -> tuple[int, ...]:  # noqa: ANN401
    """Where the close rendering of `near` has the code that was read at `position` of its label."""
    at = [position.top_left, position.top_right, position.bottom_left, position.bottom_right]
    xs, ys = [point.x for point in at], [point.y for point in at]
    return tuple(
        round((edge / dots_per_mm + label[index % 2] - near[index % 2]) * _CLOSE / _MM)
        for index, edge in enumerate((min(xs), min(ys), max(xs), max(ys)))
    )


def _dark_box(picture: Image.Image, seen: tuple[int, ...]) -> tuple[int, int, int, int]:
    """The code's dark part in pixels: where ZXing saw it, to the last dark column and row."""
    margin = round((seen[2] - seen[0]) / 40)
    left, top = max(0, seen[0] - margin), max(0, seen[1] - margin)
    part = picture.crop((left, top, seen[2] + margin, seen[3] + margin))
    darkest, lightest = part.getextrema()
    middle = (float(darkest) + float(lightest)) / 2  # type: ignore[arg-type]  # one band
    inside = part.point(lambda tone: 255 if tone < middle else 0).getbbox()
    if inside is None:
        return left, top, seen[2], seen[3]
    return left + inside[0], top + inside[1], left + inside[2], top + inside[3]


def _quiet_zone(
    picture: Image.Image,
    dark: tuple[int, int, int, int],
    module: float,
    places: tuple[tuple[float, ...], Box],
    values: Values,
) -> float:
    """Light modules around the code, not beyond the label's edge; as many as needed are enough.

    `places` are the code's dark part and the label, in millimetres of the page.
    """
    for modules in (4, 3.5, 3, 2.5, 2, 1.5, 1, 0.5):
        far = round(modules * module) - 1
        box = (dark[0] - far, dark[1] - far, dark[2] + far, dark[3] + far)
        reach = modules * module / _CLOSE * _MM - 0.05
        if _on_label(reach, *places, values) and _light_around(picture, dark, box):
            return float(modules)
    return 0.0


def _on_label(reach: float, dark: tuple[float, ...], label: Box, values: Values) -> bool:
    """Whether the code with that much around it lies on the label, round or not."""
    left, top, right, bottom = dark[0] - reach, dark[1] - reach, dark[2] + reach, dark[3] + reach
    if values["stock"]["round"]:
        middle = (label[0] + label[2]) / 2, (label[1] + label[3]) / 2
        corners = ((x, y) for x in (left, right) for y in (top, bottom))
        radius = (label[2] - label[0]) / 2
        return all(hypot(x - middle[0], y - middle[1]) <= radius for x, y in corners)
    return left >= label[0] and top >= label[1] and right <= label[2] and bottom <= label[3]


def _light_around(
    picture: Image.Image, dark: tuple[int, int, int, int], box: tuple[int, int, int, int]
) -> bool:
    strips = (
        (box[0], box[1], box[2], dark[1] - 1),
        (box[0], dark[3] + 1, box[2], box[3]),
        (box[0], box[1], dark[0] - 1, box[3]),
        (dark[2] + 1, box[1], box[2], box[3]),
    )
    for left, top, right, bottom in strips:
        strip = (max(0, left), max(0, top), min(picture.width, right), min(picture.height, bottom))
        if strip[2] > strip[0] and strip[3] > strip[1]:
            lowest = picture.crop(strip).getextrema()[0]
            if float(lowest) < _LIGHT * 255:  # type: ignore[arg-type]  # one band
                return False
    return True


def _smallest_letter(page: Any, values: Values) -> float:  # noqa: ANN401
    """The height in millimetres of the smallest lower-case letters on the page; 0 without words.

    Where all labels are one, its own letters are looked at: those that come first on the page.
    """
    import pypdfium2.raw as raw

    text = page.get_textpage()
    alike = 1 if len(values["urls"]) > 1 else len([*_cells(values, 0)])
    sizes = (
        raw.FPDFText_GetFontSize(text.raw, index)
        for index in range(-(-text.count_chars() // alike))
        if not raw.FPDFText_IsGenerated(text.raw, index)
    )
    return round(millimetres(min((size for size in sizes if size > 0), default=0.0)), 3)


def _judge(code: Measured, letters: float, values: Values) -> None:
    if letters and letters < values["letter_mm"] - 0.002:
        wanted = f"{values['letter_mm']:g}"
        raise _unsound(values, PROOF_LETTERS, found=f"{letters:g}", wanted_mm=wanted)
    least, most = values["module_least"], values["module_most"]
    if not least - 0.001 <= code.module_mm <= most + 0.011:
        limits = f"{least:g}–{most:g}"
        raise _unsound(values, PROOF_MODULE, found=f"{code.module_mm:g}", limits=limits)
    if code.quiet_zone_modules < QUIET_MODULES:
        raise _unsound(values, PROOF_QUIET_ZONE, found=f"{code.quiet_zone_modules:g}")
    if code.contrast < LEAST_CONTRAST:
        raise _unsound(values, PROOF_CONTRAST, found=f"{code.contrast:.0%}")
    # A dot at 1200 dpi is all the rendering can tell.
    if code.dot_error > max(LARGEST_DOT_ERROR, 1.5 * _MM / _CLOSE / code.modules):
        raise _unsound(values, PROOF_DOTS, found=f"{code.dots_per_module:g}")


def _unsound(values: Values, rule: Rule, **found: str) -> PressError:
    return PressError(str(values["source"]), rule, found.pop("found", ""), **found)
