"""What of the content a task is about: asked for, with what there is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.model import Catalogue
from generator.catalogue.model.lots import is_lot
from generator.catalogue.problems.nearest import Alike
from generator.desk.editing.recall import lots_in_table
from generator.desk.menu.talk import Talk
from generator.desk.new.choices import Choice

_MOST = 30
"""Lots that are shown, those that were entered last."""
_WHICH = ("Số lô (Enter: thôi)", "Lot (Enter: leave it)")


@dataclass(frozen=True, slots=True)
class ChosenLot:
    """A lot, and whether the product's table has it."""

    lot: str
    listed: bool


def chosen_lot(talk: Talk, product: str) -> ChosenLot | None:
    """A lot as it is numbered: one of the table, or another that somebody says is real.

    It is typed whole: a place in a list could be taken for a lot of that number.
    """
    known = lots_in_table(talk.root, product)
    if known is None:  # it has a fault: the command says which
        lot = talk.text(*_WHICH)
        return ChosenLot(lot, listed=True) if lot else None
    if known:
        shown = ", ".join(known[-_MOST:]) + (" …" if len(known) > _MOST else "")
        talk.reporter.say(f"Các lô: {shown}", f"Lots: {shown}")
    while lot := talk.text(*_WHICH):
        if lot in known or _is_real(talk, lot, known):
            return ChosenLot(lot, lot in known)
    return None


def _is_real(talk: Talk, lot: str, known: Sequence[str]) -> bool:
    """Whether a lot that the table lacks is there all the same, and is to be entered."""
    near = Alike(known).to(lot)
    meant_vi, meant_en = (f" Có phải “{near}”?", f" Did you mean “{near}”?") if near else ("", "")
    talk.reporter.refuse(
        f"Trong bảng không có lô “{lot}”.{meant_vi}",
        f"There is no lot “{lot}” in the table.{meant_en}",
    )
    return is_lot(lot) and talk.yes(
        f"Lô “{lot}” có thật và cần ghi thêm vào bảng?",
        f"Is there a lot “{lot}” indeed, to be entered in the table?",
    )


def chosen_product(talk: Talk, catalogue: Catalogue | None) -> str | None:
    """The file name of a product, also of one whose file has errors."""
    names = {each.slug: each.name for each in catalogue.products} if catalogue else {}
    return talk.one_of(
        [Choice(slug, _named(slug, names.get(slug))) for slug in _slugs(talk.root)],
        "Sản phẩm nào (Enter: thôi)",
        "Which product (Enter: leave it)",
    )


def _named(slug: str, name: str | None) -> str:
    return f"{name} ({slug})" if name else slug


def _slugs(root: Path) -> Sequence[str]:
    files = sorted((root / "content" / "products").glob("*.md"))
    return [each.stem for each in files if not each.stem.endswith(".en") and each.name[0] != "."]
