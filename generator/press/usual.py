"""What labels are printed on where nobody says: what site.yaml has, else the common sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue.model import Site
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rules_stocks import LABEL_PRINTER, LABEL_STOCK_UNKNOWN
from generator.press.stock_names import find, nearest
from generator.press.stocks import DEFAULT, Stock, shipped


def usual_stock(site: Site, stocks: Mapping[str, Stock]) -> Stock:
    """The stock that the site names; the common sheet where it names none, or none there is."""
    named = site.labels.stock if site.labels else None
    return (find(named, stocks) if named else None) or shipped()[DEFAULT]


def printer_dots(site: Site, stock: Stock) -> int:
    """The dots an inch of the site's printer where it prints on the stock, else the usual ones."""
    printer = site.labels.printer if site.labels else None
    return printer if printer and stock.roll and printer in stock.dpi else stock.dpi[0]


def findings(site: Site, stocks: Mapping[str, Stock]) -> Iterator[Finding]:
    """Yield what is wrong with what the site says of its labels."""
    if site.labels is None:
        return
    named, printer = site.labels.stock, site.labels.printer
    stock = find(named, stocks) if named else None
    if named and stock is None:
        near = nearest(named, stocks)
        yield Finding.of(
            site.source, ("labels", "stock"), LABEL_STOCK_UNKNOWN, found=named, closest=near
        )
    rolls = [stock] if stock else [*stocks.values()]
    known = {dots for each in rolls if each.roll for dots in each.dpi}
    if printer and known and printer not in known:
        said = ", ".join(map(str, sorted(known)))
        yield Finding.of(
            site.source, ("labels", "printer"), LABEL_PRINTER, found=str(printer), known=said
        )
