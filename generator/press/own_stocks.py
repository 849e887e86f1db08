"""A project's own label stocks, content/stocks.yaml, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.catalogue import settings_files
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rules_files import SLUG_DUPLICATE
from generator.catalogue.problems.rules_stocks import (
    STOCK_BLEED,
    STOCK_GEOMETRY,
    STOCK_INSET,
    STOCK_PRINTABLE,
)
from generator.catalogue.reading.files import stands
from generator.catalogue.reading.intake import (
    Entry,
    Intake,
)
from generator.press.stocks import PRINTER_MARGIN, Stock, off_the_printable, shipped

FILE = settings_files.STOCKS


def read(content: Path) -> tuple[Mapping[str, Stock], tuple[Problem, ...]]:
    """Every stock by name, the shipped ones and the project's, and the problems of the file.

    An entry of a shipped name takes its place; one with a problem is left out.
    """
    if not stands(content / FILE):
        return shipped(), ()
    intake = Intake(content)
    own: dict[str, Stock] = {}
    for _, entry in intake.sequence(FILE):
        stock = intake.validated(Stock, entry, {}, None)
        if stock and _sound(intake, entry, stock, own):
            own[stock.name] = stock
    return {**shipped(), **own}, tuple(intake.problems)


def _sound(intake: Intake, entry: Entry, stock: Stock, own: Mapping[str, Stock]) -> bool:
    if stock.name in own:
        at = (*entry.prefix, "name")
        intake.report(entry.name, at, SLUG_DUPLICATE, slug=stock.name, other=entry.name)
        return False
    if misfit := stock.misfit():
        used, page = misfit
        values = {"name": stock.name, "used": f"{used:g}", "page": f"{page:g}"}
        intake.report(entry.name, (*entry.prefix, "page"), STOCK_GEOMETRY, **values)
        return False
    if stock.bleed and not stock.may_bleed:
        intake.report(entry.name, (*entry.prefix, "bleed"), STOCK_BLEED, name=stock.name)
        return False
    if min(stock.printed_size) <= 0:
        intake.report(entry.name, (*entry.prefix, "inset"), STOCK_INSET, name=stock.name)
        return False
    if (near := off_the_printable(stock)) is not None:
        values = {"name": stock.name, "found": f"{near:g}", "least": f"{PRINTER_MARGIN:g}"}
        intake.report(entry.name, (*entry.prefix, "inset"), STOCK_PRINTABLE, **values)
        return False
    return True
