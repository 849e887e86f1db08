"""Reads the options of `ocop labels`: what is not possible is said before anything is made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypedDict

import click

from generator.addresses import ledger
from generator.addresses.serials import Serials, SerialsError, read_serials
from generator.catalogue.dates import PartialDate
from generator.catalogue.model import Language, Site
from generator.desk.asked_things import products_named, refuses_drafts, unknown
from generator.desk.content import load
from generator.desk.labels import artwork, stock_table
from generator.desk.labels.label_job import LabelJob
from generator.desk.labels.label_runs import Workshop
from generator.desk.labels.printing import (
    labels_of,
    law_of,
    outline_of,
    with_workshop,
)
from generator.desk.options import Order
from generator.desk.print_project import PrintOutcome
from generator.desk.reporting import FAILED, FINE, MISUSED, Reporter
from generator.desk.today import printing_day
from generator.pictures.codes import Level
from generator.press import own_stocks
from generator.press.designs import DESIGNS
from generator.press.run import Run
from generator.press.stock_names import find, measured, nearest, own_roll
from generator.press.stocks import Stock
from generator.press.usual import printer_dots, usual_stock

_MOST_SERIALS = 20_000


class LabelOptions(TypedDict):
    """The options of `ocop labels` as they are given, by their names on the command line."""

    products: tuple[str, ...]
    output: Path | None
    list_stocks: bool
    check: bool
    stock: str | None
    design: str | None
    lot: str | None
    produced: str | None
    best_before: str | None
    serials: str | None
    pack: str | None
    count: int | None
    skip: int
    offset: str
    dpi: int | None
    outline: bool
    proof: bool
    again: bool
    size: float | None
    module: float | None
    level: Level | None
    label_lang: str
    base_url: str | None
    theme: str | None
    strict: bool
    lang: Language | None


def run(root: Path, asked: LabelOptions, reporter: Reporter) -> PrintOutcome:
    """Do what the options ask for. Raises click.UsageError."""
    if asked["list_stocks"]:
        return _list(root, asked["lang"], reporter)
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
        language=asked["lang"],
    )
    return with_workshop(
        order, reporter, lambda heard, workshop: _do(order, heard, workshop, asked)
    )


def _list(root: Path, language: Language | None, reporter: Reporter) -> PrintOutcome:
    stocks, problems = own_stocks.read(root / "content")
    catalogue = load(root).catalogue
    reporter = reporter.speaking(language or (catalogue.site.language if catalogue else "vi"))
    reporter.problems(problems)
    reporter.table(stock_table.table(stocks, reporter.language))
    return PrintOutcome(FAILED if problems else FINE, problems)


def _do(order: Order, reporter: Reporter, workshop: Workshop, asked: LabelOptions) -> PrintOutcome:
    if refuses_drafts(workshop.content, asked["products"], reporter):
        return PrintOutcome(MISUSED)
    products = products_named(workshop.catalogue.products, asked["products"])
    run = _run(asked, workshop.stocks, workshop.catalogue.site)
    recorded = tuple(each.printing for each in ledger.read(order.content).entries)
    job = LabelJob(
        order, reporter, workshop, products, run, recorded, asked["again"], asked["pack"]
    )
    if asked["check"]:
        return law_of(job)
    if asked["outline"]:
        return outline_of(job)
    if asked["design"] == "code" and asked["stock"] is None:
        if asked["serials"]:
            raise click.UsageError("--serials, --design code: --stock")
        return artwork.artwork_of(job, _module(asked))
    if asked["size"] or asked["module"]:
        raise click.UsageError("--size, --module: --design code, không có --stock")
    return labels_of(job)


def _run(asked: LabelOptions, stocks: Mapping[str, Stock], site: Site) -> Run:
    design = DESIGNS.get(asked["design"] or "")
    name = asked["stock"] or (design and design.stock)
    stock = _stock(name, stocks) if name else usual_stock(site, stocks)
    dpi = asked["dpi"] or printer_dots(site, stock)
    if stock.roll and design and design.branded:
        said = f"{design.name}: máy in nhiệt không in được màu · thermal printers have no colours"
        raise click.BadParameter(f"{stock.name}; {said}", param_hint="--stock")
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
        languages=tuple(asked["label_lang"].split("+")),
    )


def _stock(name: str, stocks: Mapping[str, Stock]) -> Stock:
    found = find(name, stocks)
    if found is None:
        size = measured(name)
        if size and size.across:
            said = (
                f"“{name}”: khe giữa hai tem mỗi nơi cắt một kiểu; đo rồi ghi vào "
                "content/stocks.yaml, thay hai dấu “…” · The gap differs from shop to shop; "
                f"measure, and write into content/stocks.yaml, for “…”: {own_roll(size)}"
            )
            raise click.BadParameter(said, param_hint="--stock")
        near = nearest(name, stocks)
        raise click.UsageError(
            unknown(
                f"Không có loại giấy “{name}” (xem mọi loại: ocop labels --list).",
                f"There is no stock “{name}” (all of them: ocop labels --list).",
                *(near, [near] if near else []),
            )
        )
    return found


def _serials(text: str | None) -> Serials | None:
    if text is None:
        return None
    try:
        found = read_serials(text)
    except SerialsError as error:
        said = f"“{text}”: {error.vi} · {error.en} (1–{_MOST_SERIALS})"
        raise click.BadParameter(said, param_hint="--serials") from error
    if len(found) > _MOST_SERIALS:
        raise click.BadParameter(f"“{text}”: 1–{_MOST_SERIALS}", param_hint="--serials")
    return found


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


def _module(asked: LabelOptions) -> artwork.Scale:
    size, module = asked["size"], asked["module"]
    if size and module:
        raise click.UsageError("--size, --module: chỉ một trong hai · only one of the two")
    for option, given in (("--size", size), ("--module", module)):
        if given is not None and not 0 < given <= 2000:
            raise click.BadParameter(f"{given:g}", param_hint=option)
    return artwork.Scale(size=size, module=module)
