"""A book's photos kept out of the typesetter, which unpacks every pixel of what it places.

It gets a small picture of the same shape for each, with a number in it, whose bytes it embeds as
they are. When the book is set, the photos are put in their place. So neither time nor memory of
setting grows with them, and a book for offices and one for screens are set once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image

from generator.engine import Values

if TYPE_CHECKING:
    import pikepdf

    from generator.press.typesetter import Flavour

_FINEST = 200
"""Of a stand-in's shape: its sides are as those of the photo to a part in 40,000."""
_NUMBER = re.compile(rb"stands for photo (\d+)\.")
_HEAD = 1000
"""Bytes of a JPEG file within which its comment is."""
LIKE: Mapping[Flavour, Flavour] = {"press": "press", "office": "office", "screen": "office"}
"""As what each flavour of a book is set: on screens it differs by its photos alone."""

Typeset = Callable[["Flavour", Mapping[str, bytes]], bytes]


@dataclass(frozen=True, slots=True)
class LightBook:
    """Sets a book's flavours; `photos` are those of its values, `typeset` gets their stand-ins."""

    photos: Sequence[Values]
    typeset: Typeset
    _set: dict[Flavour, bytes] = field(default_factory=dict)

    def __call__(self, flavour: Flavour, photos: Mapping[str, bytes]) -> bytes:
        """The book with these photos. Raises PressError."""
        like = LIKE[flavour]
        if like not in self._set:
            self._set.clear()
            self._set[like] = self.typeset(like, stand_ins(self.photos, like))
        return with_photos(self._set[like], photos, self.photos)


def stand_ins(photos: Sequence[Values], flavour: Flavour) -> Mapping[str, bytes]:
    """A small picture for each photo by its name; photos that are the same share one."""
    mode, found = "CMYK" if flavour == "press" else "RGB", dict[str, bytes]()
    for number, alike in enumerate(_alike(photos).values()):
        small = _stand_in(number, alike[0]["width"], alike[0]["height"], mode)
        found.update((each["name"], small) for each in alike)
    return found


def numbered(photos: Sequence[Values]) -> list[list[object]]:
    """What stand-ins depend on: each photo's name, number and shape."""
    return [
        [each["name"], number, alike[0]["width"], alike[0]["height"]]
        for number, alike in enumerate(_alike(photos).values())
        for each in alike
    ]


def with_photos(pages: bytes, photos: Mapping[str, bytes], described: Sequence[Values]) -> bytes:
    """The pages with the photos in the places of their stand-ins, each in the file once."""
    import pikepdf  # takes as long to load as many builds take in all

    out = BytesIO()
    with pikepdf.open(BytesIO(pages)) as document:
        put_photos(document, photos, described)
        document.save(out, deterministic_id=True)
    return out.getvalue()


def put_photos(
    document: pikepdf.Pdf, photos: Mapping[str, bytes], described: Sequence[Values]
) -> None:
    """Put the photos in the places of their stand-ins."""
    names = [alike[0]["name"] for alike in _alike(described).values()]
    put: dict[int, Any] = {}
    for drawings, name, picture in _pictures(document):
        told = _NUMBER.search(picture.read_raw_bytes()[:_HEAD])
        if told is None:
            continue
        number = int(told[1])
        if number in put:
            drawings[name] = put[number]
        else:
            put[number] = picture
            _put(picture, photos[names[number]])


def _alike(photos: Sequence[Values]) -> Mapping[tuple[object, ...], list[Values]]:
    """The photos that are cut the same way from one file, under their number."""
    found: dict[tuple[object, ...], list[Values]] = {}
    for each in photos:
        key = tuple(each.get(name) for name in ("digest", "focus", "width", "height", "on_white"))
        found.setdefault(key, []).append(each)
    return found


def _stand_in(number: int, width: int, height: int, mode: str) -> bytes:
    """A JPEG file of a small picture, numbered in its comment."""
    before, after = _blank(Fraction(width, height).limit_denominator(_FINEST), mode)
    said = b"stands for photo %d." % number
    return before + b"\xff\xfe" + (len(said) + 2).to_bytes(2, "big") + said + after


@cache
def _blank(shape: Fraction, mode: str) -> tuple[bytes, bytes]:
    """The file before its comment, and after."""
    out, sides = BytesIO(), (max(1, shape.numerator), shape.denominator)
    Image.new(mode, sides).save(out, "JPEG", quality=30, subsampling=0, comment=b"-")
    before, after = out.getvalue().split(b"\xff\xfe\x00\x03-", 1)
    return before, after


def _pictures(document: pikepdf.Pdf) -> Iterator[tuple[Any, str, Any]]:
    """Yield each drawing of a picture: the table that names it, its name there, the picture."""
    looked: set[object] = set()
    waiting: list[Any] = [page.obj for page in document.pages]
    while waiting:
        resources: Any = waiting.pop().get("/Resources", {})
        drawings: Any = resources.get("/XObject", {})
        for name, thing in [*drawings.items()]:
            kind = thing.get("/Subtype")
            if kind == "/Image" and thing.get("/Filter") == "/DCTDecode":
                yield drawings, name, thing
            elif kind == "/Form" and thing.objgen not in looked:
                looked.add(thing.objgen)
                waiting.append(thing)


def _put(picture: Any, photo: bytes) -> None:  # noqa: ANN401
    import pikepdf

    with Image.open(BytesIO(photo)) as image:
        picture.Width, picture.Height = image.size
    picture.write(photo, filter=pikepdf.Name.DCTDecode)
