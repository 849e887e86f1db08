"""The words' part of the proof: what PDFium finds printed on each label, as ink on the page.

Nothing here knows the layout: letters, their boxes and their order come from the finished PDF. Each
label is looked at by itself. Letters of different places may not overlap, none may lie in a code's
quiet zone or beyond the label's safe area, and what the label must say has to stand on it whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass
from functools import cache
from math import hypot
from typing import Any, NamedTuple

from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_proofs import (
    PROOF_WORDS_IN_CODE,
    PROOF_WORDS_MISSING,
    PROOF_WORDS_OUTSIDE,
    PROOF_WORDS_OVERLAP,
)
from generator.engine import Values
from generator.press.designs import DESIGNS, Part
from generator.press.typesetter import PressError

LARGEST_OVERLAP = 0.04
"""Of the type size: how far the boxes of two letters' ink may reach into each other."""
_NEIGHBOUR_OVERLAP = 0.6
"""Of the narrower of two letters that follow each other, such as “f” over “a” in italics."""
_MM = 25.4
_HAIR = 0.015
"""Of the type size: by how much PDFium's box may be larger than a letter's ink."""
_PIECE = re.compile(r"-?[^-./\s]+[./]?|[-./]")
"""What no line's end parts."""
_HYPHENS = "\x02\ufffe\u00ad"
"""What PDFium makes of a hyphen that ends a line."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in millimetres of the page."""


class Letter(NamedTuple):
    """One visible sign, the box of its ink, and its type size in millimetres."""

    sign: str
    box: Box
    size: float
    upright: bool


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """A label on its page: its number from 1, its face, its code with quiet zone."""

    number: int
    face: Box
    quiet: Box


@dataclass(frozen=True, slots=True)
class ProvenWords:
    """What was found: letters on all labels, the facts that stand on each, and the address."""

    letters: int
    labels: int
    facts: tuple[str, ...]
    address: str


def letters_on(page: Any) -> list[Letter]:  # noqa: ANN401
    """Every visible letter of a page, in the order of the PDF."""
    import pypdfium2.raw as raw

    left, _, _, top = page.get_trimbox()
    text = page.get_textpage()
    handle = text.raw
    edges = x0, x1, y0, y1 = tuple(c_double() for _ in range(4))  # the order of PDFium
    into = tuple(map(byref, edges))
    mm = _MM / 72
    # A sheet has thousands of letters: the library's functions are looked up once.
    generated, code_of = raw.FPDFText_IsGenerated, raw.FPDFText_GetUnicode
    box_of, size_of = raw.FPDFText_GetCharBox, raw.FPDFText_GetFontSize
    angle_of = raw.FPDFText_GetCharAngle
    found = []
    for index in range(text.count_chars()):
        sign = _sign(code_of(handle, index))
        if not sign or generated(handle, index) == 1:
            continue
        box_of(handle, index, *into)
        box = (
            (x0.value - left) * mm,
            (top - y1.value) * mm,
            (x1.value - left) * mm,
            (top - y0.value) * mm,
        )
        size = size_of(handle, index) * mm
        upright = abs(angle_of(handle, index)) < 0.01
        found.append(Letter(sign, box, size, upright))
    return found


@cache
def _sign(code: int) -> str:
    """The sign of a code point; empty for what is not seen."""
    sign = "-" if chr(code) in _HYPHENS else chr(code)
    return "" if unicodedata.category(sign)[0] in "ZC" else sign


class Reader:
    """Proves the words of one PDF's labels, page by page. `facts` are what each must say."""

    def __init__(self, values: Values, facts: Mapping[str, str]) -> None:
        self.values = values
        self.facts = facts
        self.count = 0
        self._plain_facts = {key: plain(fact) for key, fact in facts.items()}
        self._sound: dict[tuple[object, ...], str] = {}

    def page(self, page: Any, places: Sequence[LabelPlace], addresses: Sequence[str]) -> None:  # noqa: ANN401
        """Prove the labels of that page. Raises PressError for the first that is not sound."""
        letters = [each for each in letters_on(page) if self._counts(each)]
        edge = self.values["stock"]
        sheet = (0.0, 0.0, edge["page_width"], edge["page_height"])
        for place, own, address in zip(places, _shared(letters, places), addresses, strict=True):
            self._label(place, own, address, sheet)
            self.count += len(own)

    def words(self, address: str) -> ProvenWords:
        """The figures for the report."""
        return ProvenWords(self.count, self.values["count"], tuple(self.facts), plain(address))

    def _counts(self, letter: Letter) -> bool:
        """The slanted words beneath a trial print are meant to lie under everything."""
        return letter.upright or not self.values["proof"]

    def _label(
        self, place: LabelPlace, letters: Sequence[Letter], address: str, sheet: Box
    ) -> None:
        self._inside_all(place, letters, sheet)
        for letter in _touching(letters, place.quiet):
            if _reach(letter.box, place.quiet) > LARGEST_OVERLAP * letter.size:
                raise self._unsound(place, PROOF_WORDS_IN_CODE, found=_word(letters, letter))
        seen = _signature(letters)
        if self._sound.get(seen) == address:
            return
        for one, other in overlapping(letters):
            found, over = _word(letters, one), _word(letters, other)
            raise self._unsound(place, PROOF_WORDS_OVERLAP, found=found, other=over)
        said = plain("".join(letter.sign for letter in letters))
        for key, fact in {**self._plain_facts, "address": plain(address)}.items():
            if fact not in said and not self._in_pieces(key, address, said):
                shown = " ".join({**self.facts, "address": address}[key].split())
                raise self._unsound(place, PROOF_WORDS_MISSING, found=shown, key=key)
        self._sound[seen] = address

    def _in_pieces(self, key: str, address: str, said: str) -> bool:
        """Whether each part of a fact that a line may end after stands on a trial print.

        PDFium mixes up the order of lines that the slanted words beneath them cross.
        """
        whole = {**self.facts, "address": address}[key]
        return bool(self.values["proof"]) and all(
            plain(piece) in said for piece in _PIECE.findall(whole)
        )

    def _inside_all(self, place: LabelPlace, letters: Sequence[Letter], sheet: Box) -> None:
        """Raises PressError for the first letter beyond the safe area."""
        # On a label with four corners the letters' common box tells it of all at once.
        if letters and not self.values["stock"]["round"]:
            near = Letter("", _common(letters), 0.0, upright=True)
            if self._inside(near, place.face, sheet):
                return
        for letter in letters:
            if not self._inside(letter, place.face, sheet):
                raise self._unsound(place, PROOF_WORDS_OUTSIDE, found=_word(letters, letter))

    def _inside(self, letter: Letter, face: Box, sheet: Box) -> bool:
        stock = self.values["stock"]
        # Labels lie up to half a dot beside their place; PDFium's boxes are a hair wide of the ink.
        spare = stock["dot"] + 0.02 + _HAIR * letter.size
        left, top, right, bottom = letter.box
        if left < sheet[0] or top < sheet[1] or right > sheet[2] or bottom > sheet[3]:
            return False
        x, y = stock["inset_x"] - spare, stock["inset_y"] - spare
        if stock["round"]:
            middle = (face[0] + face[2]) / 2, (face[1] + face[3]) / 2
            radius = (face[2] - face[0]) / 2 - x
            corners = ((a, b) for a in (left, right) for b in (top, bottom))
            return all(hypot(a - middle[0], b - middle[1]) <= radius for a, b in corners)
        return bool(
            left >= face[0] + x
            and right <= face[2] - x
            and top >= face[1] + y
            and bottom <= face[3] - y
        )

    def _unsound(self, place: LabelPlace, rule: Rule, **found: str) -> PressError:
        shown = found.pop("found")
        return PressError(
            str(self.values["source"]), rule, shown, number=str(place.number), **found
        )


def expected(values: Values) -> dict[str, str]:
    """What each label of that design must say, by key; its address comes on top of it.

    A stamp gives up address, quantity and rank where it is small; name, maker and dates stay.
    """
    parts = DESIGNS[values["design"]].says
    return {key: said for part in parts for key, said in _PARTS[part](values["label"])}


def _names(label: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from (("name", label["name"]), ("producer", label["producer"]))
    if label["english"]:
        yield "english", label["english"]["name"]
    if label["sample"]:
        yield "sample", label["sample"]


def _dates(label: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for title, value in label["dates"]:
        yield title, f"{title} {value or ''}"


def _offer(label: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from (("call", label["call"]), ("site", label["site"]))
    if label["commune"]:
        yield "commune", label["commune"]
    if label["rank"]:
        yield "rank", label["rank"]
    for price in label["prices"]:
        yield f"price {price['per']}", f"{price['value']} / {price['per']}"
        if price["english"]:
            yield f"price {price['per']} (en)", price["english"]


def _law(label: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "maker", f"{label['maker']['title']}: {label['producer']}"
    if label["address"]:
        yield "maker's address", label["address"]
    if label["maker"]["contact"]:
        yield "phone", label["maker"]["contact"]
    if label["origin"]:
        yield "origin", f"{label['origin']['title']}: {label['origin']['text']}"
    if label["net"]:
        yield "net", f"{label['net']['label']}: {label['net']['value'] or ''}"
        if label["net"]["english"]:
            yield "net (en)", label["net"]["english"]
    for item in label["items"]:
        yield item["key"], f"{item['title']}: {item['text']}"
        if item["english"]:
            yield f"{item['key']} (en)", item["english"]
    if label["rank"]:
        yield "rank", label["rank"]


_PARTS: Mapping[Part, Callable[[Mapping[str, Any]], Iterator[tuple[str, str]]]] = {
    "names": _names,
    "dates": _dates,
    "law": _law,
    "offer": _offer,
}


def plain(text: str) -> str:
    """The text without what lines break at: spaces and signs that are not seen."""
    whole = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in whole if unicodedata.category(sign)[0] not in "ZC")


def overlapping(letters: Sequence[Letter]) -> Iterator[tuple[Letter, Letter]]:
    """Letters printed over each other, those of one word's neighbours aside."""
    order = sorted(range(len(letters)), key=lambda index: letters[index].box[1])
    near: list[int] = []
    for index in order:
        letter = letters[index]
        left, top, right, _ = letter.box
        near = [each for each in near if letters[each].box[3] > top]
        for each in near:
            other = letters[each]
            if other.box[0] >= right or other.box[2] <= left:
                continue  # beside it, as most are
            most = LARGEST_OVERLAP * min(letter.size, other.size)
            if abs(index - each) == 1:
                if letter.box == other.box:
                    continue  # a ligature, two signs in one glyph
                widths = (letter.box[2] - letter.box[0], other.box[2] - other.box[0])
                most = max(most, _NEIGHBOUR_OVERLAP * min(widths))
            if _reach(letter.box, other.box) > most:
                yield (letter, other) if index < each else (other, letter)
        near.append(index)


def _reach(one: Box, other: Box) -> float:
    """How far two boxes reach into each other; negative where they don't."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return min(across, down)


def _common(letters: Sequence[Letter]) -> Box:
    """The box around them all."""
    left, top, right, bottom = zip(*(letter.box for letter in letters), strict=True)
    return min(left), min(top), max(right), max(bottom)


def _touching(letters: Sequence[Letter], box: Box) -> list[Letter]:
    """Those whose ink reaches into the box at all."""
    left, top, right, bottom = box
    return [
        letter
        for letter in letters
        if letter.box[0] < right
        and letter.box[2] > left
        and letter.box[1] < bottom
        and letter.box[3] > top
    ]


def _shared(letters: Sequence[Letter], places: Sequence[LabelPlace]) -> list[list[Letter]]:
    """The letters of each label: those whose middle lies on it, or next to it."""
    own: list[list[Letter]] = [[] for _ in places]
    index, face = 0, places[0].face
    for letter in letters:
        left, top, right, bottom = letter.box
        x, y = (left + right) / 2, (top + bottom) / 2
        # Letters come label by label: most lie on the label of the one before.
        if not (face[0] <= x <= face[2] and face[1] <= y <= face[3]):
            index = min(range(len(places)), key=lambda each: _beside(places[each].face, x, y))
            face = places[index].face
        own[index].append(letter)
    return own


def _beside(face: Box, x: float, y: float) -> float:
    """How far a point lies outside a label; 0 on it."""
    return max(face[0] - x, x - face[2], 0.0) + max(face[1] - y, y - face[3], 0.0)


def _signature(letters: Sequence[Letter]) -> tuple[object, ...]:
    """Equal for labels that differ in where they lie alone."""
    if not letters:
        return ()
    # In hundredths of a millimetre; a page's worth is added, since int() rounds towards zero.
    x, y = letters[0].box[0] - 2000.005, letters[0].box[1] - 2000.005
    return tuple(
        (
            letter.sign,
            int((letter.box[0] - x) * 100),
            int((letter.box[1] - y) * 100),
            int((letter.box[2] - x) * 100),
            int((letter.box[3] - y) * 100),
        )
        for letter in letters
    )


def _word(letters: Sequence[Letter], letter: Letter) -> str:
    """The letters around one on its line, to tell an editor which words are meant."""
    at = next(index for index, each in enumerate(letters) if each is letter)
    first, last = at, at
    while first > 0 and at - first < 12 and _follows(letters[first - 1], letters[first]):
        first -= 1
    while last + 1 < len(letters) and last - at < 12 and _follows(letters[last], letters[last + 1]):
        last += 1
    return "".join(each.sign for each in letters[first : last + 1])


def _follows(one: Letter, other: Letter) -> bool:
    gap = other.box[0] - one.box[2]
    return abs(one.box[3] - other.box[3]) < one.size and -one.size < gap < 0.15 * one.size
