"""What of the content a task is about: asked for, with what there is shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.catalogue.model import Catalogue
from generator.desk.menu.talk import Talk
from generator.desk.new.choices import Choice

_MOST = 30
"""Lots that are shown, the newest."""


def chosen_lot(talk: Talk, product: str, catalogue: Catalogue | None) -> str | None:
    """A lot as it is numbered, one of the table where that can be read.

    It is typed whole: a place in a list could be taken for a lot of that number.
    """
    known = [each.lot for each in catalogue.lots.get(product, ())] if catalogue else []
    if known:
        shown = ", ".join(known[:_MOST]) + (" …" if len(known) > _MOST else "")
        talk.reporter.say(f"Các lô: {shown}", f"Lots: {shown}")
    while lot := talk.text("Số lô (Enter: thôi)", "Lot (Enter: leave it)"):
        if lot in known or not known:  # none, or a table with a fault: the command says which
            return lot
        talk.reporter.refuse(
            f"Trong bảng không có lô “{lot}”.", f"There is no lot “{lot}” in the table."
        )
    return None


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
