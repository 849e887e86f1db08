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
from generator.press.proof_code import (
    CLOSE,
    MM,
    QUIET_MODULES,
    Box,
    Measured,
    measure,
    tone,
    trimmed,
)
from generator.press.proof_words import LabelPlace, ProvenWords, Reader, expected
from generator.press.type_size import millimetres
from generator.press.typesetter import PressError

LEAST_MODULE_MM = 0.396
TARGET_MODULE_MM = 0.495
MOST_MODULE_MM = 0.990
"""A code's module at a till, and what GS1 aims at."""
MOST_SHOWN_MM = 2.5
"""A module that is read from a step away, on a shelf card or a code alone."""
LEAST_APART = 0.70
"""How far a code's two colours must lie apart, black and white being 1."""
LARGEST_DOT_ERROR = 0.02
"""Of a dot: how far a code's edge may lie beside the printer's grid."""
_KINDS = "QRCode|EAN13|EAN8"


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
        "colours_apart": LEAST_APART,
        "dot_error": LARGEST_DOT_ERROR,
    }
    report = {"sound": True, "limits": limits, "sheets": [asdict(sheet) for sheet in sheets]}
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


def _prove(name: str, pdf: bytes, values: Values) -> Sheet:
    import pypdfium2  # takes as long to load as many builds take in all

    document = pypdfium2.PdfDocument(pdf)
    scale = MM / values["stock"]["dot"] / 72
    read = 0
    first: tuple[Any, Box, Any] | None = None
    usual: Box | None = None
    pages: list[tuple[Any, list[LabelPlace], list[str]]] = []
    for number, page in enumerate(document):
        cells = [*_cells(values, number)]
        # What lies below the last label need not be drawn.
        lowest = max((box[3] for _, box in cells), default=0.0) + 1
        picture = trimmed(page, scale, (0.0, 0.0, values["stock"]["page_width"], lowest))
        places, addresses = [], []
        for index, box in cells:
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
    measured, letters = measure(page, box, found, values), _smallest_letter(page, values)
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
    dots = scale * 72 / MM
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


def _face(picture: Image.Image, box: Box, scale: float) -> Image.Image:
    """One label of the page's picture."""
    left, top, right, bottom = (round(each * scale * 72 / MM) for each in box)
    return picture.crop((left, top, right, bottom))


def _read_back(face: Image.Image, wanted: str, values: Values) -> dict[str, Any]:
    """What stands on one label by its text. Raises PressError where the address is not there."""
    found = codes_on(face)
    if wanted not in found:
        read = next((text for text in found if not text.isdigit()), "–")
        raise _unsound(values, PROOF_UNREAD, found=read, wanted_address=wanted)
    return found


def _read_again(face: Image.Image, wanted: str, usual: Box, values: Values) -> Box | None:
    """Where the address stands on one more label, looked for where the first label has it."""
    around = QUIET_MODULES * (usual[2] - usual[0]) / int(values["side"])
    left, top = max(0, round(usual[0] - around)), max(0, round(usual[1] - around))
    part = face.crop((left, top, round(usual[2] + around), round(usual[3] + around)))
    code = codes_on(part).get(wanted)
    if code is None:
        return None
    at = _corners(code.position)
    return at[0] + left, at[1] + top, at[2] + left, at[3] + top


def codes_on(picture: Image.Image) -> dict[str, Any]:
    """Every QR code and EAN on a picture by its text."""
    kinds = zxingcpp.barcode_formats_from_str(_KINDS)
    quick = zxingcpp.read_barcodes(
        picture, formats=kinds, try_rotate=False, try_invert=False, try_downscale=False
    )
    return {found.text: found for found in quick}


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
    if tone(code.light) - tone(code.dark) < LEAST_APART:
        raise _unsound(values, PROOF_CONTRAST, found=code.dark, light=code.light)
    # A dot at 1200 dpi is all the rendering can tell.
    if code.dot_error > max(LARGEST_DOT_ERROR, 1.5 * MM / CLOSE / code.modules):
        raise _unsound(values, PROOF_DOTS, found=f"{code.dots_per_module:g}")


def _unsound(values: Values, rule: Rule, **found: str) -> PressError:
    return PressError(str(values["source"]), rule, found.pop("found", ""), **found)
