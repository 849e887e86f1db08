"""Reads the options of `ocop labels`: what is not possible is said before anything is made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.catalogue.dates import PartialDate
from generator.desk.console import Desk
from generator.desk.content import load
from generator.desk.labels import artwork, stock_table
from generator.desk.labels.printing import (
    Wish,
    chosen,
    labels_of,
    law_of,
    outline_of,
)
from generator.desk.options import Order
from generator.desk.today import printing_day
from generator.press import own_stocks
from generator.press.run import Run
from generator.press.stocks import DEFAULT, Stock, find, nearest

_MOST_SERIALS = 20_000
CARD_STOCK = "a4-a7"
"""What a shelf card is printed on where no stock is named."""


def run(root: Path, asked: Mapping[str, Any]) -> int:
    """Do what the options ask for; the exit status. Raises click.UsageError."""
    stocks, problems = own_stocks.read(root / "content")
    if asked["list_stocks"]:
        catalogue = load(root).catalogue
        language = catalogue.site.language if catalogue else "vi"
        Desk(language).problems(problems)
        stock_table.show(stocks, language)
        return 1 if problems else 0
    if not asked["products"] and not (asked["outline"] or asked["check"]):
        raise click.UsageError(
            "Hãy ghi tên sản phẩm (tên tệp trong content/products/), hoặc --list để xem các loại "
            "giấy. · Name a product, or give --list to see the stocks."
        )
    order = Order(
        root=root,
        output=asked["output"] or root / "output",
        base_url=asked["base_url"],
        theme=asked["theme"],
        strict=asked["strict"],
    )
    wish = Wish(order, _products(root, asked["products"]), _run(asked, stocks))
    if asked["check"]:
        return law_of(wish)
    if asked["outline"]:
        return outline_of(wish)
    if asked["design"] == "code" and asked["stock"] is None:
        return artwork.artwork_of(wish, _module(asked))
    if asked["size"] or asked["module"]:
        raise click.UsageError("--size, --module: --design code, không có --stock")
    return labels_of(wish)


def _products(root: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """The slugs, also where a file's path was given. Raises UsageError for an unknown one."""
    slugs = tuple(Path(name).name.removesuffix(".md").removesuffix(".en") for name in names)
    catalogue = load(root).catalogue
    if catalogue:
        try:
            chosen(catalogue, slugs)
        except KeyError as error:
            name, near = error.args
            hint = f" Có phải “{near}”? · Did you mean “{near}”?" if near else ""
            raise click.UsageError(
                f"Không có sản phẩm “{name}”. · There is no product “{name}”.{hint}"
            ) from error
    return slugs


def _run(asked: Mapping[str, Any], stocks: Mapping[str, Stock]) -> Run:
    default = CARD_STOCK if asked["design"] == "shelf-card" else DEFAULT
    stock = _stock(asked["stock"] or default, stocks)
    dpi = asked["dpi"] or stock.dpi[0]
    if stock.roll and dpi not in stock.dpi:
        known = ", ".join(map(str, stock.dpi))
        raise click.BadParameter(f"{dpi}; {stock.name}: {known}", param_hint="--dpi")
    if asked["serials"] and asked["count"]:
        raise click.UsageError("--serials, --count: chỉ một trong hai · only one of the two")
    if asked["skip"] >= stock.count and asked["skip"]:
        raise click.BadParameter(f"{asked['skip']} ≥ {stock.count}", param_hint="--skip")
    return Run(
        product=None,  # type: ignore[arg-type]  # filled in for each product
        stock=stock,
        on=printing_day(),
        design=asked["design"],
        dpi=dpi if stock.roll else stock.dpi[0],
        level=asked["level"],
        lot=asked["lot"],
        produced=_date(asked["produced"], "--produced"),
        best_before=_date(asked["best_before"], "--best-before"),
        serials=_serials(asked["serials"]),
        count=asked["count"],
        skip=asked["skip"],
        offset=_offset(asked["offset"]),
        proof=asked["proof"],
        languages=tuple(asked["lang"].split("+")),
    )


def _stock(name: str, stocks: Mapping[str, Stock]) -> Stock:
    found = find(name, stocks)
    if found is None:
        near = nearest(name, stocks)
        hint = f" Có phải “{near}”? · Did you mean “{near}”?" if near else ""
        raise click.BadParameter(f"“{name}”.{hint} (--list)", param_hint="--stock")
    return found


def _serials(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    match = re.fullmatch(r"(\d{1,12})\s*[-–]\s*(\d{1,12})", text.strip())
    if match is None:
        raise click.BadParameter(f"“{text}”: 1-500", param_hint="--serials")
    first, last = int(match[1]), int(match[2])
    if last < first or last - first >= _MOST_SERIALS:
        raise click.BadParameter(f"“{text}”: 1–{_MOST_SERIALS}", param_hint="--serials")
    return first, last


def _offset(text: str) -> tuple[float, float]:
    match = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)\s*[,;]\s*([+-]?\d+(?:\.\d+)?)", text.strip())
    if match is None or max(abs(float(match[1])), abs(float(match[2]))) > 20:
        raise click.BadParameter(f"“{text}”: 0.5,-1 (≤ 20 mm)", param_hint="--offset")
    return float(match[1]), float(match[2])


def _date(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        found = PartialDate.parse(text)
    except ValueError as error:
        raise click.BadParameter(f"“{text}”: 01/09/2026", param_hint=option) from error
    if found.day is None:
        raise click.BadParameter(f"“{text}”: 01/09/2026", param_hint=option)
    return found.first_day


def _module(asked: Mapping[str, Any]) -> artwork.Scale:
    if asked["size"] and asked["module"]:
        raise click.UsageError("--size, --module: chỉ một trong hai · only one of the two")
    for option in ("size", "module"):
        if asked[option] is not None and not 0 < asked[option] <= 2000:
            raise click.BadParameter(f"{asked[option]:g}", param_hint=f"--{option}")
    return artwork.Scale(size=asked["size"], module=asked["module"])
