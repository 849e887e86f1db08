"""The task that prints labels: a proof first, and for sale only where that is wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.catalogue.model import Catalogue, Product
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.desk.content import load
from generator.desk.menu.chosen import chosen_product
from generator.desk.menu.talk import Talk
from generator.desk.new.choices import Choice
from generator.press import own_stocks
from generator.press.designs import DESIGNS
from generator.press.stock_names import find
from generator.press.stocks import DEFAULT, Stock
from generator.press.usual import usual_stock

_USUAL = DESIGNS["stamp"]
_MOST_LABELS = 20_000


def print_labels(talk: Talk) -> None:
    """Ask what labels, make a proof of them, then ask whether to print them for sale."""
    catalogue = load(talk.root).catalogue
    slug = chosen_product(talk, catalogue)
    if slug is None:
        return
    words = ["labels", slug, *_options(talk, catalogue, slug)]
    if talk.command(*words, "--proof") == 0 and talk.yes(
        "Vừa rồi là bản in thử. In thật, và ghi vào sổ in?",
        "That was a proof. Print for sale, and record it in the ledger?",
    ):
        talk.command(*words)


def _options(talk: Talk, catalogue: Catalogue | None, slug: str) -> Iterator[str]:
    product = catalogue.by_slug.get(slug) if catalogue else None
    design = DESIGNS[_design(talk)]
    stocks, _ = own_stocks.read(talk.root / "content")
    usual = usual_stock(catalogue.site, stocks).name if catalogue else DEFAULT
    yield from ("--design", design.name, "--stock", _stock(talk, design.stock or usual, stocks))
    if not design.on_packs:
        return
    if pack := _pack(talk, product):
        yield from ("--pack", pack)
    if lot := talk.text("Số lô (Enter: không ghi)", "Lot (Enter: none)"):
        yield from ("--lot", lot)
    if count := _count(talk):
        yield from ("--count", count)


def _design(talk: Talk) -> str:
    vietnamese = talk.reporter.language == "vi"
    designs = [
        Choice(each.name, each.vi if vietnamese else each.name)
        for each in DESIGNS.values()
        if each.says
    ]
    usual = (f"Mẫu (Enter: {_USUAL.vi})", f"Design (Enter: {_USUAL.name})")
    return talk.one_of(designs, *usual) or _USUAL.name


def _pack(talk: Talk, product: Product | None) -> str | None:
    """The pack that the labels are for, of a product that has several."""
    if product is None or len(product.packs) < 2 or product.group == TOURISM_GROUP:
        return None
    nets = Counter(each.net for each in product.packs)
    choices = [
        Choice(each.net if nets[each.net] == 1 else each.gtin or each.net, each.net)
        for each in product.packs
    ]
    while True:
        if found := talk.one_of(choices, "Nhãn cho gói nào", "Which pack"):
            return found
        talk.reporter.refuse("Hãy chọn một gói.", "Choose a pack.")


def _stock(talk: Talk, usual: str, stocks: Mapping[str, Stock]) -> str:
    while True:
        name = talk.text(
            f"Giấy nhãn (Enter: {usual}; gõ ? để xem các loại)",
            f"Stock (Enter: {usual}; type ? to see all)",
        )
        if name == "?":
            talk.command("labels", "--list")
        elif not name or find(name, stocks):
            return name or usual
        else:
            talk.reporter.refuse(
                f"Không có giấy “{name}”. Gõ ? để xem các loại.",
                f"There is no stock “{name}”. Type ? to see all.",
            )


def _count(talk: Talk) -> str:
    while True:
        typed = talk.text("Số nhãn (Enter: một tờ)", "How many (Enter: one sheet)")
        plain = typed.replace(".", "")  # as thousands are written
        if not typed or (plain.isdecimal() and 0 < int(plain) <= _MOST_LABELS):
            return plain
        talk.reporter.refuse(
            f"“{typed}” phải là một số từ 1 đến {_MOST_LABELS}.",
            f"“{typed}” must be a number from 1 to {_MOST_LABELS}.",
        )
