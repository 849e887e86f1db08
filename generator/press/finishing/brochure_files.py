"""A brochure's files: photos as each flavour has them, typeset, finished for its printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO

from generator.engine import Folders, Values
from generator.press.finishing.cover_wrap import cover_wrap
from generator.press.finishing.flavoured_photos import flavoured
from generator.press.finishing.imposition import Booklet, booklet
from generator.press.finishing.marks import PressSheet
from generator.press.finishing.press_pdf import PressEdition, finished
from generator.press.finishing.print_profile import of_file
from generator.press.preflight import Preflight, WantedPrint, as_json, legible, preflight
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
    edition = PressEdition(
        values["document"],
        values["source"],
        date.fromisoformat(values["day"]),
        profile,
        values["words"],
    )
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
                measured["press"] = preflight(pdf, _wanted(values))
                yield pdf
                if values["leaf"]:
                    cover, sheet = cover_wrap(values, _count(pages), photos, edition, templates)
                    measured["cover"] = preflight(cover, _wanted_cover(values, sheet))
            case "office":
                yield pages
                if values["booklet"]:
                    folded = booklet(pages, _booklet(values), templates)
            case "screen":
                yield pages
    yield from filter(None, (cover, folded))
    if measured:
        yield as_json(measured)


def _wanted(values: Values) -> WantedPrint:
    """What the preflight holds the press's file to."""
    codes = [each["code"]["url"] for each in values["products"] if each["code"]]
    proves = values["proves"]
    return WantedPrint(
        values["source"],
        sheet_of(values),
        values["dpi"],
        [each["name"] for each in values["products"]] if "names" in proves else [],
        frozenset(codes if "codes" in proves else ()),
        frozenset([*codes, values["code"]["url"]]),
        has_code="code" in proves,
        pictured=bool(values["chapters"]),
    )


def _wanted_cover(values: Values, sheet: PressSheet) -> WantedPrint:
    """What it holds the cover of a book to, which has the site's code on its back."""
    code = frozenset([values["code"]["url"]])
    return WantedPrint(values["source"], sheet, values["dpi"], [values["title"]], code)


def _booklet(values: Values) -> Booklet:
    """What the booklet of its office pages is."""
    size = sheet_of(values).size
    return Booklet(values["document"], values["day"], values["source"], size, values["words"])


def _count(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def sheet_of(values: Values) -> PressSheet:
    """The measures of the brochure's pages."""
    measures = values["format"]
    size = measures["page_width"], measures["page_height"]
    bleed, pages = measures["bleed"], measures["pages"]
    return PressSheet(size, bleed, pages, measures["repeated"], folded=measures["folded"])
