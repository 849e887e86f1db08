"""A page's boxes, of which each lies in the next: trimmed size, bleed, all of the paper."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_MM = 72 / 25.4


def with_boxes(pages: bytes) -> bytes:
    """The PDF as it was typeset, each page with its trimmed size and its bleed as boxes.

    Typst tells the one only where there is the other; whoever prints wants both.
    """
    import pikepdf  # takes as long to load as many builds take in all

    out = BytesIO()
    with pikepdf.open(BytesIO(pages)) as document:
        for page in document.pages:
            whole = page.obj.MediaBox
            page.obj["/BleedBox"] = whole
            page.obj["/TrimBox"] = page.obj.get("/TrimBox", whole)
        document.save(out, deterministic_id=True)
    return out.getvalue()


def boxed(page: pikepdf.Page, size: tuple[float, float], bleed: float, slug: float) -> None:
    """Give a page its boxes, and so much paper beyond the bleed (all in millimetres).

    As it was typeset the page ends with its bleed, and nothing is drawn beyond that.
    """
    import pikepdf

    width, height = (each * _MM for each in size)
    outside, edge = slug * _MM, (slug + bleed) * _MM
    whole = (width + 2 * edge, height + 2 * edge)
    left, bottom = (float(each) for each in page.mediabox[:2])
    boxes = {
        "/MediaBox": (0, 0, *whole),
        "/BleedBox": (outside, outside, whole[0] - outside, whole[1] - outside),
        "/TrimBox": (edge, edge, edge + width, edge + height),
    }
    for name, box in boxes.items():
        page.obj[name] = pikepdf.Array([round(each, 4) for each in box])
    for name in ("/CropBox", "/ArtBox"):
        if name in page.obj:
            del page.obj[name]
    if slug:
        end = (f"{each + 2 * bleed * _MM:.4f}" for each in (width, height))
        at = f"{outside - left:.4f} {outside - bottom:.4f}"
        moved = f"q 1 0 0 1 {at} cm {left:g} {bottom:g} {' '.join(end)} re W n\n"
        page.contents_add(moved.encode(), prepend=True)
        page.contents_add(b"\nQ")
