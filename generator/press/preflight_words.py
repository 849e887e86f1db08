"""Whether the words of a finished PDF can be read: each letter shows, and lies where paper stays.

A page is drawn twice, with its words and without. What differs where a letter stands is what people
see of it: nothing of white on white, nor of what lies under a photo or a colour.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

from PIL import Image, ImageChops

from generator.press.template_values import PanelValues

LEAST_CONTRAST = 30
"""Greys of 255 between a letter and its ground; the palest of the theme's own has 74."""
WORDS_DPI, MOST_PIXELS = 150, 20_000_000
_MOST_MISSING, _BLUR = 0.35, 2
"""A share of a word's height, and pixels, that it may lack."""
_OVER_THE_EDGE = 0.2
"""Millimetres that a round letter may stand over a cut or fold."""
_MM = 72 / 25.4

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between, and the box of each."""

    text: str
    letters: tuple[Box, ...]

    @property
    def box(self) -> Box:
        """What it takes up of the page."""
        return _around(self.letters)


@dataclass(frozen=True, slots=True)
class WordsOnPage:
    """A page's words as far as its own template sets them, and the page drawn with them."""

    page: Any
    objects: Sequence[Any]
    words: Sequence[Word]

    @classmethod
    def of(cls, page: Any, *, marked: bool = False) -> Self:  # noqa: ANN401  # no types
        """The words of a page of pypdfium2; the form laid last over a `marked` one is its marks."""
        import pypdfium2.raw as raw

        outer = list(page.get_objects(max_depth=1))
        marks = [each for each in outer if each.type == raw.FPDF_PAGEOBJ_FORM][-1:]
        within = [page.get_objects(form=each, max_depth=4) for each in marks if marked]
        strange = {_address(each) for several in within for each in several}
        objects = [each for each in page.get_objects(max_depth=4) if _address(each) not in strange]
        texts = {_address(each) for each in objects if each.type == raw.FPDF_PAGEOBJ_TEXT}
        return cls(page, objects, tuple(_words(page, texts)))

    def beyond(self, panels: Sequence[PanelValues]) -> Iterator[Word]:
        """Yield each word that a cut or a fold runs through, or that is cut off.

        Beside panels that don't take up the whole sheet is room for words about the sheet.
        """
        left, _, _, top = trim = self.page.get_trimbox()
        boxes: list[Box] = [
            (
                left + each["x"] * _MM,
                top - (each["y"] + each["height"]) * _MM,
                left + (each["x"] + each["width"]) * _MM,
                top - each["y"] * _MM,
            )
            for each in panels
        ]
        around = _around(boxes) if boxes else None
        slack = _OVER_THE_EDGE * _MM
        for word in self.words:
            box = word.box
            apart = around is None or not _touches(box, around)
            whole = apart or any(_within(box, each, slack) for each in boxes)
            if not (whole and _within(box, trim, slack)):
                yield word

    def unseen(self, picture: Image.Image | None = None) -> Iterator[Word]:
        """Yield each word of which a letter does not show whole; `picture` is the page as it is.

        Photos that no word touches make no difference, and are not drawn where they needn't be.
        """
        import pypdfium2.raw as raw

        boxes = [word.box for word in self.words]
        apart = [
            each
            for each in self.objects
            if each.type == raw.FPDF_PAGEOBJ_IMAGE and not _touches_any(each.get_bounds(), boxes)
        ]
        texts = [each for each in self.objects if each.type == raw.FPDF_PAGEOBJ_TEXT]
        _show(apart, shown=False)
        with_words = picture or self._drawn()
        _show(texts, shown=False)
        difference = ImageChops.difference(with_words, self._drawn())
        _show([*texts, *apart], shown=True)
        for word in self.words:
            if not _shows(word, difference, scale_of(self.page)):
                yield word

    def _drawn(self) -> Image.Image:
        drawn: Image.Image = self.page.render(scale=scale_of(self.page), grayscale=True).to_pil()
        return drawn


def scale_of(page: Any) -> float:  # noqa: ANN401  # the library has no types
    """So many pixels a point."""
    width, height = page.get_size()
    return float(min(WORDS_DPI / 72, (MOST_PIXELS / (width * height)) ** 0.5))


def _words(page: Any, texts: set[int]) -> Iterator[Word]:  # noqa: ANN401
    """Yield the words that these objects of the page set."""
    import pypdfium2.raw as raw

    text = page.get_textpage()
    sides = [ctypes.c_double() for _ in range(4)]
    letters, boxes = list[str](), list[Box]()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if letter.isspace() and letters:
            yield Word("".join(letters), tuple(boxes))
            letters, boxes = [], []
        made_by = raw.FPDFText_GetTextObject(text.raw, index)
        if not letter.isprintable() or letter.isspace() or not made_by:
            continue
        raw.FPDFText_GetCharBox(text.raw, index, *sides)
        left, right, bottom, top = (each.value for each in sides)
        if ctypes.addressof(made_by.contents) in texts and left < right and bottom < top:
            letters.append(letter)
            boxes.append((left, bottom, right, top))
    text.close()
    if letters:
        yield Word("".join(letters), tuple(boxes))


def _shows(word: Word, difference: Image.Image, scale: float) -> bool:
    """Whether every letter stands out from its ground, and the word is as high and as wide."""
    whole = _difference_in(word.box, difference, scale)
    dark = whole.point(lambda grey: 255 if grey >= LEAST_CONTRAST else 0).getbbox()
    if not dark:
        return False
    left, bottom, right, top = word.box
    wide, high = (right - left) * scale, (top - bottom) * scale
    most = max(_MOST_MISSING * min(wide, high), _BLUR)
    return (
        dark[2] - dark[0] >= wide - most
        and dark[3] - dark[1] >= high - most
        and all(
            _difference_in(each, difference, scale).getextrema()[1] >= LEAST_CONTRAST  # type: ignore[operator]  # one band
            for each in word.letters
        )
    )


def _difference_in(box: Box, difference: Image.Image, scale: float) -> Image.Image:
    """That part of it, with a pixel around: letters are drawn at whole ones."""
    left, bottom, right, top = (each * scale for each in box)
    height = difference.height
    return difference.crop(
        (int(left) - 1, int(height - top) - 1, int(right) + 2, int(height - bottom) + 2)
    )


def _show(objects: Iterable[Any], *, shown: bool) -> None:
    import pypdfium2.raw as raw

    for each in objects:
        raw.FPDFPageObj_SetIsActive(each.raw, shown)


def _address(drawn: Any) -> int:  # noqa: ANN401
    return ctypes.addressof(drawn.raw.contents)


def _around(boxes: Sequence[Box]) -> Box:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _touches(box: Box, other: Box) -> bool:
    across = box[0] < other[2] and other[0] < box[2]
    return across and box[1] < other[3] and other[1] < box[3]


def _touches_any(box: Box, others: Sequence[Box]) -> bool:
    return any(_touches(box, each) for each in others)


def _within(box: Box, outer: Box, slack: float) -> bool:
    return (
        box[0] >= outer[0] - slack
        and box[1] >= outer[1] - slack
        and box[2] <= outer[2] + slack
        and box[3] <= outer[3] + slack
    )
