"""A typeset PDF made ready for a printing house: marks, boxes, and PDF/X-4 (ISO 15930-7).

Typst has laid out the pages with their bleed. Here each gets paper around it for the marks, its
boxes, and the document what the standard asks for: one output intent with the profile in it, dates,
identifiers that depend on the content alone, and nothing that a reader could press.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from generator.press.finishing.boxes import boxed
from generator.press.finishing.marks import (
    SLUG_MM,
    MarksValues,
    PressSheet,
    apart,
    marked_page,
)
from generator.press.finishing.print_profile import PrintProfile
from generator.press.finishing.small_letters import in_one_ink
from generator.press.typesetter import typeset

if TYPE_CHECKING:
    import pikepdf

MARKS = "marks.typ"
_MM = 72 / 25.4
VERSION = "1.6"
_MARKED_AT_ONCE = 500
"""Pages whose marks are set at once, which takes memory for each."""
_PDFX = "http://www.npes.org/pdfx/ns/id/"


@dataclass(frozen=True, slots=True)
class PressEdition:
    """What a printed file is: its title, the day that its content dates it, its inks.

    `source` is the content file that asks for it, `words` are the theme's strings of print.
    """

    title: str
    source: str
    day: date
    profile: PrintProfile
    words: Mapping[str, str]


def finished(
    pages: bytes, sheet: PressSheet, edition: PressEdition, templates: Mapping[str, bytes]
) -> bytes:
    """The typeset pages as PDF/X-4 with marks; `templates` are the theme's, with `marks.typ`.

    Raises PressError where the theme's marks can't be set.
    """
    import pikepdf  # as much to load as many builds take in all

    out = BytesIO()
    with pikepdf.open(BytesIO(pages)) as document:
        framed(document, 0, len(document.pages), sheet, edition, templates)
        to_pdf_x(document, edition, hashlib.sha256(pages).hexdigest())
        document.save(out, force_version=VERSION, deterministic_id=True)
    return out.getvalue()


def framed(
    document: pikepdf.Pdf,
    first: int,
    count: int,
    sheet: PressSheet,
    edition: PressEdition,
    templates: Mapping[str, bytes],
) -> None:
    """Give the pages marks, boxes, and small letters in one ink.

    They are those from `first` on, counted from 0, of the `count` of the whole. Raises PressError.
    """
    import pikepdf

    in_one_ink(document)
    for at in range(0, len(document.pages), _MARKED_AT_ONCE):
        some = document.pages[at : at + _MARKED_AT_ONCE]
        numbers = range(first + at, first + at + len(some))
        marks, kinds = _marks(numbers, count, sheet, edition, templates)
        with pikepdf.open(BytesIO(marks)) as around:
            drawings = [document.copy_foreign(page.as_form_xobject()) for page in around.pages]
            lines = drawings[max(kinds) + 1 :]
            for page, kind, drawn in zip(some, kinds, lines, strict=True):
                # Marks are in the file once, and drawn with each page's line.
                drawn.Resources["/XObject"] = pikepdf.Dictionary({"/All": drawings[kind]})
                drawn.write(drawn.read_bytes() + b"\nq /All Do Q")
                boxed(page, sheet.size, sheet.bleed, SLUG_MM)
                lay_over(page, "/Marks", drawn)
                if "/Annots" in page.obj:
                    del page.obj["/Annots"]


def _marks(
    numbers: range,
    count: int,
    sheet: PressSheet,
    edition: PressEdition,
    templates: Mapping[str, bytes],
) -> tuple[bytes, list[int]]:
    """Pages of marks, then of the lines of these pages; and the marks that each has."""
    words = edition.words
    told = {"title": edition.title, "day": edition.day, "pages": count}
    lines = [words["marks.line"].format(**told, page=number + 1) for number in numbers]
    width, height = (f"{each:g}" for each in sheet.size)
    pages, kinds = apart(
        [
            marked_page(sheet, number, count, line)
            for number, line in zip(numbers, lines, strict=True)
        ]
    )
    values: MarksValues = {
        "title": edition.title,
        "day": edition.day.isoformat(),
        "slug": SLUG_MM,
        "condition": words["marks.condition"].format(
            width=width, height=height, bleed=f"{sheet.bleed:g}", profile=edition.profile.name
        ),
        "pages": pages,
    }
    return typeset(templates, MARKS, values, "press", edition.source), kinds


def lay_over(page: pikepdf.Page, name: str, drawn: pikepdf.Object, *, spoken: bool = False) -> None:
    """Draw something over the page; where pages are `spoken` aloud, as what is passed over."""
    import pikepdf

    if "/XObject" not in page.resources:
        page.resources["/XObject"] = pikepdf.Dictionary()
    page.resources["/XObject"][name] = drawn
    draw = f"q {name} Do Q"
    if spoken:
        draw = f"/Artifact BMC {draw} EMC"
    page.contents_add(f"\n{draw}".encode())
    page.contents_coalesce()


def to_pdf_x(document: pikepdf.Pdf, edition: PressEdition, number: str) -> None:
    """Output intent, title, dates and identifiers, in the document and in its XMP."""
    import pikepdf

    name = edition.profile.name
    document.Root.OutputIntents = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.OutputIntent,
                S=pikepdf.Name("/GTS_PDFX"),
                OutputConditionIdentifier=pikepdf.String(name),
                Info=pikepdf.String(name),
                DestOutputProfile=document.make_stream(edition.profile.content, N=4),
            )
        ]
    )
    info = document.docinfo
    info["/Title"], info["/Trapped"] = edition.title, pikepdf.Name("/False")
    info["/CreationDate"] = info["/ModDate"] = f"D:{edition.day:%Y%m%d}000000Z"
    at = f"{edition.day.isoformat()}T00:00:00Z"
    told = {
        "dc:title": edition.title,
        "pdf:Trapped": "False",
        "pdf:PDFVersion": VERSION,
        **{f"xmp:{each}Date": at for each in ("Create", "Modify", "Metadata")},
        "pdfxid:GTS_PDFXVersion": "PDF/X-4",
        "xmpMM:DocumentID": f"uuid:{_uuid(number[:32])}",
        "xmpMM:InstanceID": f"uuid:{_uuid(number[32:])}",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
    }
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.register_xml_namespace(_PDFX, "pdfxid")
        for key, value in told.items():
            metadata[key] = value


def _uuid(digits: str) -> str:
    """32 hexadecimal digits in the groups of an UUID."""
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
