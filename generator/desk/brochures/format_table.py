"""`ocop brochure --list`: every printed format as a row, with its size and a small picture."""

from __future__ import annotations

from collections.abc import Mapping

from rich.table import Table

from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.press.formats import Format
from generator.press.stocks import measures

_HEADS = {
    "vi": ("tên", "là gì", "khổ (mm)", "in cho", "tiếng", ""),
    "en": ("name", "what it is", "size (mm)", "printed for", "languages", ""),
}
_ABOUT = {
    "catalogue": ("danh mục", "the catalogue"),
    "fair": ("hội chợ", "a fair"),
    "product": ("từng sản phẩm", "each product"),
}
_LONGEST_MM = 297
_LINES = 4
"""Lines of letters that the picture of an A4 page is high."""


def table(formats: Mapping[str, Format], language: Language) -> Table:
    """Every format in a row of its own."""
    found = Table(box=None, padding=(0, 2, 1, 0), pad_edge=False)
    for index, head in enumerate(_HEADS[language]):
        found.add_column(head, no_wrap=index in {0, 2, 5})
    for each in formats.values():
        english = language == "en"
        found.add_row(
            each.key,
            each.title.en if english else each.title.vi,
            saying.size(_size(each), language),
            ", ".join(_ABOUT[about][english] for about in each.subjects),
            " ".join(each.languages),
            picture(each),
        )
    return found


def _size(wanted: Format) -> tuple[float, float]:
    """Of a piece that is cut out of a sheet, else of the page."""
    page = measures(wanted.page)
    if not wanted.repeated or wanted.folded or not wanted.pages:
        return page
    cell = next(wanted.pages[0].cells(page[1]))
    return cell["width"], cell["height"]


def picture(wanted: Format) -> str:
    """The first page in lines of letters, its panels parted by lines."""
    width, height = measures(wanted.page)
    scale = _LINES / max(_LONGEST_MM, width, height)
    lines = max(2, round(height * scale))
    across = max(4, round(width * scale * 2))
    edges = {0, across - 1}
    if wanted.pages:
        edges |= {round(cell["x"] / width * (across - 1)) for cell in wanted.pages[0].cells(height)}
    top = "".join("┬" if at in edges and 0 < at < across - 1 else "─" for at in range(across))
    middle = "".join("│" if at in edges else " " for at in range(across))
    bottom = top.replace("┬", "┴")
    rows = [f"┌{top[1:-1]}┐", *[middle] * max(0, lines - 2), f"└{bottom[1:-1]}┘"]
    return "\n".join(rows)
