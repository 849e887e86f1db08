"""Preflight: what a printing house looks at before it prints a file, measured in the finished PDF.

Boxes, bleed, marks, fonts, colours, ink, the photos' own pixels at their printed size, letters too
small for their inks, words that are cut or don't show, codes read back, and every product's name.
Words without room never come this far: the template gives up. The first fault ends the build, as
with the proof of labels.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any, Self

import zxingcpp
from PIL import Image

from generator.catalogue.problems.rules_prepress import PRESS_PREFLIGHT
from generator.pictures.inks import MOST_INK
from generator.press.finishing.flavoured_photos import COARSEST_SHARE
from generator.press.finishing.marks import PressSheet
from generator.press.finishing.small_letters import is_fine_print
from generator.press.preflight_codes import codes_of
from generator.press.preflight_page import Letters, Placed, most_ink, painted, placed
from generator.press.preflight_words import WordsOnPage, scale_of
from generator.press.printed_text import InOrder, page_texts
from generator.press.template_values import PanelValues
from generator.press.typesetter import PressError

LEAST_TINT = 0.03
"""A share of ink below which no press holds its dots."""
LEAST_LETTERS = 4
"""Points; the theme's own are 5.6 and more."""
MOST_PAGES = 120
"""So many pages are rendered and taken apart; of a larger file every third, fifth and so on."""
MOST_OF_BOOK = 48
"""So many where each code is a picture, which is read without its page."""
_WHITE = 250
"""The grey of bare paper, of 255."""
_SLACK = 0.3
"""Millimetres of a bleed that may be missing."""
_MM = 72 / 25.4

FAULTS: Mapping[str, tuple[str, str]] = {
    "boxes": ("trang {at} thiếu khung xén hoặc khung sai", "page {at} lacks boxes, or has others"),
    "marks": ("trang {at} thiếu dấu xén", "page {at} lacks its marks"),
    "font": ("phông {at} không nằm trong tệp", "the font {at} is not in the file"),
    "colour": (
        "trang {at} có màu không phải bốn màu mực ({found})",
        "page {at} has a colour that is not in the four inks ({found})",
    ),
    "tint": (
        "trang {at} có màu nhạt dưới 3 % ({found}), máy in không giữ được",
        "page {at} has a tint of less than 3 % ({found}), which no press holds",
    ),
    "ink": (
        "mực chồng tới {found} %, nhiều nhất {most} %",
        "inks come to {found} %, of {most} % at most",
    ),
    "letters": (
        "trang {at} có chữ {found} pt in nhiều màu mực",
        "page {at} has letters of {found} pt in several inks",
    ),
    "tiny": (
        "trang {at} có chữ chỉ {found} pt, không ai đọc được",
        "page {at} has letters of only {found} pt, which no one can read",
    ),
    "beyond": (
        "trang {at} có chữ “{found}” bị cắt hoặc nằm trên nếp gấp",
        "page {at} has the words “{found}” cut off or on a fold",
    ),
    "unseen": (
        "trang {at} có chữ “{found}” không thấy được: bị che, hoặc cùng màu với nền",
        "page {at} has the words “{found}” unseen: covered, or of the colour of their ground",
    ),
    "photo": (
        "trang {at} có ảnh chỉ {found} điểm ảnh mỗi inch khi in, ít nhất {most}",
        "page {at} has a photo of only {found} pixels an inch in print, of {most} at least",
    ),
    "bleed": (
        "trang {at} có ảnh dừng ngay mép xén, thiếu phần chừa xén",
        "page {at} has a photo that ends at the cut, without bleed",
    ),
    "name": ("không thấy tên “{found}” trong bản in", "the name “{found}” is not in the print"),
    "code": ("không đọc lại được mã {found}", "the code {found} does not read back"),
    "codeless": ("không đọc được mã nào", "no code can be read"),
    "stray": (
        "mã đọc ra {found}, không phải của bản in",
        "a code says {found}, which is not asked",
    ),
}
"""What may be wrong, in both languages."""


@dataclass(frozen=True, slots=True)
class WantedPrint:
    """What a printed file must be: its sheet, the resolution, the names and the codes on it.

    `source` is the content file that asks for it. Of `codes` all must be read, and no other but
    those that it `may` have; one of these where it `has_code`.
    Where codes are `pictured`, each is a drawing of its own. `photos` are the files that were cut
    for it, each to the sizes in pixels of the places it may stand in.
    """

    source: str
    sheet: PressSheet
    dpi: int
    names: Sequence[str]
    codes: frozenset[str]
    may: frozenset[str] = frozenset()
    has_code: bool = False
    pictured: bool = False
    most_pages: int | None = None
    """How many pages are rendered at most, where it is not as many as usual."""
    photos: Sequence[tuple[str, frozenset[tuple[int, int]]]] = ()

    @property
    def rendered(self) -> int:
        """How many pages are rendered at most."""
        return self.most_pages or (MOST_OF_BOOK if self.pictured else MOST_PAGES)


@dataclass(frozen=True, slots=True)
class Preflight:
    """What was measured; lengths in millimetres, letters in points, ink in percent.

    Of a large book photos, colours, letters and codes are those of the pages looked at.
    """

    pages: int
    pages_looked_at: int
    trimmed: tuple[float, float]
    bleed: float
    fonts: tuple[str, ...]
    inks_of_photos: float
    inks_of_colours: float
    photos: int
    coarsest_photo_dpi: float | None
    smallest_letters_pt: float | None
    names: int
    codes: tuple[str, ...]
    photos_left_out: tuple[str, ...] = ()


def preflight(pdf: bytes, wanted: WantedPrint) -> Preflight:
    """Measure the file. Raises PressError (preflight) for its first fault."""
    import pikepdf  # both take as long to load as many builds take in all
    import pypdfium2

    drawn = frozenset[str]()
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = tuple(_fonts(document, wanted))
        letters, colours = list[Letters](), list[tuple[float, ...]]()
        step = _step(len(document.pages), wanted.rendered)
        for number, page in enumerate(document.pages, 1):
            _look_at_frame(page, number, wanted)
            for each in painted(page) if (number - 1) % step == 0 else ():
                _look_at(each, number, wanted)
                if isinstance(each, Letters):
                    letters.append(each)
                elif not isinstance(each, str):
                    colours.append(each)
        of_photos = most_ink(document, 2 * MOST_PAGES)
        if wanted.pictured and step > 1:
            drawn = frozenset(codes_of(document))
    of_colours = round(100 * max(map(sum, colours), default=0.0), 1)
    if max(of_photos, of_colours) > MOST_INK:
        raise _fault(wanted.source, "ink", found=f"{max(of_photos, of_colours):g}", most=MOST_INK)
    seen = pypdfium2.PdfDocument(pdf)
    photos, codes = list[Placed](), set(drawn)
    for number in range(1, len(seen) + 1, step):
        shown = seen[number - 1]
        looked = _Rendered.of(shown)
        panels = wanted.sheet.panels(number - 1, len(seen))
        _look_at_words(
            WordsOnPage.of(shown, marked=True), number, panels, looked.picture, wanted.source
        )
        found = [*placed(shown)]
        for each_photo in found:
            _look_at_photo(each_photo, number, looked, wanted)
        photos += found
        codes |= looked.codes
    all_read = wanted.codes if wanted.pictured or step == 1 else frozenset[str]()
    _look_for("".join(page_texts(pdf)), codes, all_read, wanted)
    return Preflight(
        len(seen),
        -(-len(seen) // step),
        wanted.sheet.size,
        wanted.sheet.bleed,
        fonts,
        of_photos,
        of_colours,
        len(photos),
        round(min(each.dpi for each in photos), 1) if photos else None,
        min((each.size for each in letters), default=None),
        len(wanted.names),
        tuple(sorted(codes)),
        _left_out(photos, wanted) if step == 1 else (),
    )


def _left_out(photos: Sequence[Placed], wanted: WantedPrint) -> tuple[str, ...]:
    """The files for which a template had no room, as it may where words are long."""
    seen = {each.pixels for each in photos}
    return tuple(dict.fromkeys(file for file, sizes in wanted.photos if not sizes & seen))


def legible(pdf: bytes, sheet: PressSheet, source: str, most: int = MOST_OF_BOOK) -> None:
    """Raise PressError (preflight) where words of a file for other printers can't be read."""
    import pypdfium2

    seen = pypdfium2.PdfDocument(pdf)
    for number in range(1, len(seen) + 1, _step(len(seen), most)):
        words = WordsOnPage.of(seen[number - 1])
        _look_at_words(words, number, sheet.panels(number - 1, len(seen)), None, source)


def _look_at_words(
    on_page: WordsOnPage,
    number: int,
    panels: Sequence[PanelValues],
    picture: Image.Image | None,
    source: str,
) -> None:
    beyond, unseen = on_page.beyond(panels), on_page.unseen(picture)
    for kind, words in (("beyond", beyond), ("unseen", unseen)):
        if word := next(words, None):
            raise _fault(source, kind, at=number, found=word.text)


def _step(pages: int, most: int) -> int:
    """Every how many pages one is taken apart, the first among them, left and right ones alike."""
    step = -(-pages // most)
    return step if step == 1 else step | 1


def as_json(files: Mapping[str, Preflight]) -> bytes:
    """The report as a file: what was measured of each PDF by its name."""
    limits = {
        "ink": MOST_INK,
        "tint": LEAST_TINT,
        "share_of_the_resolution": round(COARSEST_SHARE, 2),
        "letters_pt": LEAST_LETTERS,
        "letters_in_several_inks_pt": 9,
    }
    report = {
        "sound": True,
        "limits": limits,
        "files": {name: asdict(each) for name, each in files.items()},
    }
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


def _fonts(document: Any, wanted: WantedPrint) -> Iterator[str]:  # noqa: ANN401
    import pikepdf

    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
            name = str(each.FontName).lstrip("/")
            if not any(f"/FontFile{kind}" in each for kind in ("", "2", "3")):
                raise _fault(wanted.source, "font", at=name)
            yield name.partition("+")[2] or name


def _look_at_frame(page: Any, number: int, wanted: WantedPrint) -> None:  # noqa: ANN401
    """Raise PressError where boxes don't lie in each other, are of another size, or marks lack."""
    try:
        media, bleed, trim = (
            [float(side) for side in page.obj[f"/{name}Box"]] for name in ("Media", "Bleed", "Trim")
        )
    except KeyError as error:
        raise _fault(wanted.source, "boxes", at=number) from error
    size = (trim[2] - trim[0]) / _MM, (trim[3] - trim[1]) / _MM
    right_size = all(abs(a - b) < 0.05 for a, b in zip(size, wanted.sheet.size, strict=True))
    room = abs((trim[0] - bleed[0]) / _MM - wanted.sheet.bleed) < 0.05
    within = all(
        outer[0] <= inner[0] < inner[2] <= outer[2] and outer[1] <= inner[1] < inner[3] <= outer[3]
        for outer, inner in ((media, bleed), (bleed, trim))
    )
    if not (right_size and room and within):
        raise _fault(wanted.source, "boxes", at=number)
    if "/Marks" not in page.resources.get("/XObject", {}):
        raise _fault(wanted.source, "marks", at=number)


def _look_at(drawn: Letters | tuple[float, ...] | str, number: int, wanted: WantedPrint) -> None:
    match drawn:
        case Letters(size, inks):
            if is_fine_print(size, inks):
                raise _fault(wanted.source, "letters", at=number, found=f"{size:g}")
            if size < LEAST_LETTERS:
                raise _fault(wanted.source, "tiny", at=number, found=f"{size:g}")
        case str():
            raise _fault(wanted.source, "colour", at=number, found=drawn.lstrip("/"))
        case _:
            if any(0 < each < LEAST_TINT for each in drawn):
                said = " ".join(f"{100 * each:g}" for each in drawn)
                raise _fault(wanted.source, "tint", at=number, found=said)


@dataclass(frozen=True, slots=True)
class _Rendered:
    """A page as a picture in grey, so many dots a point, with its boxes in points."""

    picture: Image.Image
    scale: float
    trim: tuple[float, float, float, float]
    bleed: tuple[float, float, float, float]

    @classmethod
    def of(cls, page: Any) -> Self:  # noqa: ANN401  # the library has no types
        scale = scale_of(page)
        picture = page.render(scale=scale, grayscale=True).to_pil()
        return cls(picture, scale, page.get_trimbox(), page.get_bleedbox())

    @property
    def codes(self) -> set[str]:
        """What every code on it says."""
        kinds = zxingcpp.barcode_formats_from_str("QRCode")
        return {each.text for each in zxingcpp.read_barcodes(self.picture, formats=kinds)}

    def is_blank(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Whether nothing is drawn in a part of the page, which is given in points."""
        corners = left, self.picture.height / self.scale - top, right
        box = (*corners, self.picture.height / self.scale - bottom)
        # A pixel that an edge runs through is grey.
        inset = zip(box, (1, 1, -1, -1), strict=True)
        pixels = [round(each * self.scale) + inwards for each, inwards in inset]
        if pixels[2] <= pixels[0] or pixels[3] <= pixels[1]:
            return False
        return float(self.picture.crop(tuple(pixels)).getextrema()[0]) >= _WHITE  # type: ignore[arg-type]  # one band


def _look_at_photo(photo: Placed, number: int, page: _Rendered, wanted: WantedPrint) -> None:
    least = wanted.dpi * COARSEST_SHARE
    if photo.dpi < least - 0.5:
        raise _fault(
            wanted.source, "photo", at=number, found=f"{photo.dpi:.0f}", most=f"{least:.0f}"
        )
    slack = _SLACK * _MM
    for side, out in enumerate((-1, -1, 1, 1)):
        beyond = (photo.box[side] - page.trim[side]) * out
        near = -slack < beyond < (page.bleed[side] - page.trim[side]) * out - slack
        if wanted.sheet.bleed and near and page.is_blank(*_outside(photo, side, page)):
            raise _fault(wanted.source, "bleed", at=number)


def _outside(photo: Placed, side: int, page: _Rendered) -> tuple[float, float, float, float]:
    """The bleed beyond that side of a photo: left, bottom, right and top."""
    strip = [
        max(photo.box[0], page.bleed[0]),
        max(photo.box[1], page.bleed[1]),
        min(photo.box[2], page.bleed[2]),
        min(photo.box[3], page.bleed[3]),
    ]
    strip[side], strip[(side + 2) % 4] = page.bleed[side], photo.box[side]
    return strip[0], strip[1], strip[2], strip[3]


def _look_for(text: str, codes: set[str], all_read: frozenset[str], wanted: WantedPrint) -> None:
    said = InOrder(_letters_of(text))
    if lost := next((name for name in wanted.names if not said.has(_letters_of(name))), None):
        raise _fault(wanted.source, "name", found=lost)
    if unread := sorted(all_read - codes):
        raise _fault(wanted.source, "code", found=unread[0])
    if wanted.has_code and not codes:
        raise _fault(wanted.source, "codeless")
    if strange := sorted(codes - wanted.codes - wanted.may):
        raise _fault(wanted.source, "stray", found=strange[0])


def _letters_of(text: str) -> str:
    """The text without spaces, breaks and signs that no one sees."""
    composed = unicodedata.normalize("NFC", text)
    unseen = (
        each
        for each in set(composed)
        if unicodedata.category(each)[0] == "Z" or not each.isprintable()
    )
    return composed.translate({ord(each): None for each in unseen})


def _fault(source: str, kind: str, **values: object) -> PressError:
    vi, en = (said.format(**values) for said in FAULTS[kind])
    return PressError(source, PRESS_PREFLIGHT, kind, reason_vi=vi, reason_en=en)
