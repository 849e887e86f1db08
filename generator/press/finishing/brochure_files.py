"""A brochure's files: photos as each flavour has them, typeset, finished for its printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO

from generator.engine import Folders, Values
from generator.press.finishing.cover_wrap import cover_wrap
from generator.press.finishing.flavoured_photos import flavoured
from generator.press.finishing.marks import PressSheet
from generator.press.finishing.press_pdf import PressEdition, finished
from generator.press.finishing.print_profile import of_file
from generator.press.typesetter import Flavour

Typeset = Callable[[Flavour, Mapping[str, bytes]], bytes]
"""Sets the pages of one flavour with these photos."""


def files(
    values: Values, folders: Folders, templates: Mapping[str, bytes], typeset: Typeset
) -> Iterator[bytes]:
    """Yield the PDF of each of the brochure's flavours, then a cover where it is bound.

    Raises PressError or PhotoError.
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
    for flavour, photos in flavoured(values["photos"], folders, flavours, profile.content, dpi):
        pages = typeset(flavour, photos)
        match flavour:
            case "press":
                yield finished(pages, sheet_of(values), edition, templates)
                if values["leaf"]:
                    cover = cover_wrap(values, _count(pages), photos, edition, templates)
            case "office":
                yield pages
    if cover is not None:
        yield cover


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
