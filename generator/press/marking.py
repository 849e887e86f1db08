"""Marks texts on the pages of a finished PDF, for a proof: what is new stands on yellow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.press.printed_text import page_texts

if TYPE_CHECKING:
    import pikepdf

_YELLOW = "1 0.86 0.2 rg"
_AROUND = 1.0
"""Points that a mark reaches beyond its letters."""

_BEFORE = re.compile(r"[\s“(\"'\[]?")
_AFTER = re.compile(r"$|[\s”)\"'\]]|[.,:;!?…](?:\s|$)")
"""What may stand around a word: “20” is not marked in “20:00” nor in “2026”."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points of the page."""


def squeezed(pdf: bytes) -> str:
    """All words of a PDF, page by page, without blanks."""
    return "".join("".join(text.split()) for text in page_texts(pdf))


def marked(pdf: bytes, texts: Iterable[str]) -> bytes:
    """The PDF with each of the texts marked wherever it stands.

    A text may run over lines; blanks count for nothing.
    """
    import pikepdf
    import pypdfium2

    wanted = {"".join(text.split()) for text in texts} - {""}
    read = pypdfium2.PdfDocument(pdf)
    with pikepdf.open(BytesIO(pdf)) as document:
        for page, leaf in zip(read, document.pages, strict=True):
            boxes: list[Box] = []
            letters = _letters(page)
            words = "".join(each.sign for each in letters)
            for bare in wanted:
                at = words.find(bare)
                while at >= 0:
                    end = at + len(bare)
                    if letters[at].begins and letters[end - 1].ends:
                        boxes += _lines([each.box for each in letters[at:end]])
                    at = words.find(bare, at + 1)
            if boxes:
                _paint(document, leaf, boxes)
        target = BytesIO()
        document.save(target, deterministic_id=True)
    return target.getvalue()


class _Letter(NamedTuple):
    """A letter of the page with its box, and whether a word can begin or end with it."""

    sign: str
    box: Box
    begins: bool
    ends: bool


def _letters(page: Any) -> list[_Letter]:  # noqa: ANN401  # pypdfium2 has no types
    """Every letter of the page that is no blank."""
    text = page.get_textpage()
    signs = [text.get_text_range(index, 1) for index in range(text.count_chars())]
    found = []
    for index, sign in enumerate(signs):
        if sign.strip():
            before, after = "".join(signs[max(0, index - 1) : index]), signs[index + 1 : index + 3]
            begins = _BEFORE.fullmatch(before) is not None or not sign.isalnum()
            ends = _AFTER.match("".join(after)) is not None or not sign.isalnum()
            box = text.get_charbox(index)
            found += [_Letter(each, box, begins, ends) for each in sign]
    return found


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """A box for each line that the letters stand on."""
    lines: list[Box] = []
    for box in boxes:
        last = lines[-1] if lines else None
        if last and box[1] < last[3] and box[3] > last[1] and box[0] >= last[0] - 1:
            lines[-1] = (last[0], min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            lines.append(box)
    return lines


def _paint(document: pikepdf.Pdf, page: pikepdf.Page, boxes: Sequence[Box]) -> None:
    """Paint the boxes over the page, multiplied with what is there."""
    import pikepdf

    mode = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, BM=pikepdf.Name.Multiply)
    name = page.add_resource(mode, pikepdf.Name.ExtGState)
    rects = "\n".join(
        f"{left - _AROUND:.2f} {bottom - _AROUND:.2f} {right - left + 2 * _AROUND:.2f} "
        f"{top - bottom + 2 * _AROUND:.2f} re f"
        for left, bottom, right, top in boxes
    )
    drawn = f"q {name} gs {_YELLOW}\n{rects}\nQ"
    page.contents_add(pikepdf.Stream(document, drawn.encode()))
