"""Prints of large formats and single sheets for tests, in the flavour `office` alone."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import zxingcpp
from press_samples import MM, THEME, pictures_of

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.engine import Folders
from generator.pictures.picture import Picture
from generator.press import brochures, pieces
from generator.press.formats import formats
from generator.press.pieces import Piece
from generator.press.selection import Stand, Subject


def printed(
    found: Catalogue,
    key: str,
    subject: Subject | None = None,
    photos: dict[str, Picture] | None = None,
    content: Path = Path(),
    languages: tuple[Language, ...] = ("vi",),
) -> bytes:
    """The format's office flavour, about the catalogue where no subject is named."""
    piece = Piece(formats(THEME)[key], subject or Subject(), languages)
    chosen = pieces.chosen_for(found, piece, Stand(photos or {}))
    artifact = brochures.plan_one(found, piece, chosen, THEME)
    values = {**artifact.values, "flavours": ["office"]}
    [pdf] = artifact.make(values, Folders(content, THEME))
    return pdf


def size_of(pdf: bytes) -> list[tuple[int, int]]:
    """The pages in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    return [(round(width / MM), round(height / MM)) for width, height in map(_size, document)]


def _size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    width, height = page.get_size()
    return width, height


def code_sides(pdf: bytes, dpi: int) -> dict[str, float]:
    """How wide each code's dark part is in millimetres, by its text."""
    formats_read = zxingcpp.barcode_formats_from_str("QRCode")
    found: dict[str, float] = {}
    for page in pictures_of(pdf, dpi):
        for code in zxingcpp.read_barcodes(page, formats=formats_read):
            edge = code.position.top_right.x - code.position.top_left.x
            found[code.text] = edge / dpi * 25.4
    return found


def lowest_word(pdf: bytes) -> float:
    """How far above the first page's foot its lowest letter stands, in millimetres."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    return float(min(text.get_charbox(at)[1] for at in range(text.count_chars()))) / MM
