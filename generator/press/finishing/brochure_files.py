"""A brochure's files: photos as each flavour has them, typeset, finished for its printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO

from generator.engine import Folders, Values
from generator.press.finishing.brochure_frame import (
    edition_of,
    sheet_of,
    wanted_cover,
    wanted_of,
)
from generator.press.finishing.cover_wrap import cover_wrap
from generator.press.finishing.flavoured_photos import flavoured
from generator.press.finishing.imposition import Booklet, booklet
from generator.press.finishing.large_book import LargeBook
from generator.press.finishing.press_pdf import finished
from generator.press.finishing.print_profile import of_file
from generator.press.preflight import Preflight, as_json, legible, preflight
from generator.press.typesetter import Flavour

Typeset = Callable[[Flavour, Mapping[str, bytes]], bytes]
"""Sets the pages of one flavour with these photos."""


def files(
    values: Values, folders: Folders, templates: Mapping[str, bytes], typeset: Typeset
) -> Iterator[bytes]:
    """Yield the PDF of each of the brochure's flavours, then what else there is of it.

    That is a cover where it is bound, a booklet where it is folded, and what was measured.
    Raises PressError, also where the preflight finds a fault, or PhotoError.
    """
    profile = of_file(folders.content, values["profile"])
    edition = edition_of(values, profile)
    flavours, dpi = values["flavours"], values["dpi"]
    cover: bytes | None = None
    folded: bytes | None = None
    measured: dict[str, Preflight] = {}
    for flavour, photos in flavoured(values["photos"], folders, flavours, profile.content, dpi):
        pages = typeset(flavour, photos)
        if flavour != "press":
            legible(pages, sheet_of(values), values["source"])
        match flavour:
            case "press":
                pdf = finished(pages, sheet_of(values), edition, templates)
                measured["press"] = preflight(pdf, wanted_of(values))
                yield pdf
                if values["leaf"]:
                    cover, sheet = cover_wrap(values, _count(pages), photos, edition, templates)
                    measured["cover"] = preflight(cover, wanted_cover(values, sheet))
            case "office":
                yield pages
                if values["booklet"]:
                    folded = booklet(pages, _booklet(values), templates)
            case "screen":
                yield pages
    yield from filter(None, (cover, folded))
    if measured:
        yield as_json(measured)


def files_of_large(
    values: Values, folders: Folders, templates: Mapping[str, bytes]
) -> Iterator[bytes]:
    """Yield the same of a book that is set in parts. Raises PressError, or PhotoError."""
    profile = of_file(folders.content, values["profile"])
    book = LargeBook(values, folders, values["flavours"])
    office = b""
    for flavour, pdf in book.made():
        yield pdf
        office = pdf if flavour == "office" and values["booklet"] else office
    measured = {"press": book.measured} if book.measured else {}
    if measured and values["leaf"]:
        photos = [each for each in values["photos"] if each["name"] in _of_the_cover(values)]
        edition, dpi = edition_of(values, profile), values["dpi"]
        for _, cut in flavoured(photos, folders, ["press"], profile.content, dpi):
            cover, sheet = cover_wrap(values, book.pages, cut, edition, templates)
            measured["cover"] = preflight(cover, wanted_cover(values, sheet))
            yield cover
    if office:
        yield booklet(office, _booklet(values), templates)
    if measured:
        yield as_json(measured)


def _of_the_cover(values: Values) -> frozenset[str]:
    slots = values["slots"].values()
    return frozenset(name for slot in slots if len(slot["files"]) == 1 for name in slot["files"][0])


def _booklet(values: Values) -> Booklet:
    """What the booklet of its office pages is."""
    size = sheet_of(values).size
    return Booklet(values["document"], values["day"], values["source"], size, values["words"])


def _count(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)
