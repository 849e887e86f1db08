"""Reads the options of `ocop brochure`: what is not possible is said before anything is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypedDict, cast

import click

from generator import theme
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Fair, Product, Site
from generator.desk.asked_things import fair_named, products_named, refuses_drafts, unknown
from generator.desk.brochures.format_table import table
from generator.desk.brochures.printing import Press, print_all, with_press
from generator.desk.options import Order
from generator.desk.print_project import PrintOutcome
from generator.desk.reporting import FINE, MISUSED, Reporter
from generator.press.formats import Format, formats
from generator.press.pieces import Piece
from generator.press.selection import Subject, subjects


class BrochureOptions(TypedDict):
    """The options of `ocop brochure` as they are given, by their names on the command line."""

    formats: tuple[str, ...]
    output: Path | None
    list_formats: bool
    fair: str | None
    products: tuple[str, ...]
    label_lang: str | None
    prices: bool
    proof: bool
    base_url: str | None
    theme: str | None
    strict: bool
    lang: Language | None


def run(root: Path, asked: BrochureOptions, reporter: Reporter) -> PrintOutcome:
    """Do what the options ask for. Raises click.UsageError."""
    if not (asked["formats"] or asked["list_formats"]):
        raise click.UsageError(
            "Hãy ghi tên ấn phẩm, hoặc --list để xem có những ấn phẩm nào. · "
            "Name a printed format, or give --list to see them."
        )
    order = Order(
        root=root,
        output=asked["output"] or root / "output",
        base_url=asked["base_url"],
        theme=asked["theme"],
        strict=asked["strict"],
        language=asked["lang"],
    )
    if asked["list_formats"] and not (root / "content" / "site.yaml").exists():
        # The program's own, for there is no site that has a theme.
        own = theme.chain(Site.model_fields["theme"].default, order.theme_roots)
        return _list(reporter.speaking(order.language or "vi"), own)
    return with_press(order, reporter, lambda press: _do(press, asked))


def _list(reporter: Reporter, folders: theme.Folders) -> PrintOutcome:
    reporter.table(table(formats(folders), reporter.language))
    return PrintOutcome(FINE)


def _do(press: Press, asked: BrochureOptions) -> PrintOutcome:
    if asked["list_formats"]:
        return _list(press.reporter, press.folders)
    known = formats(press.folders)
    wanted = [_format(name, known) for name in asked["formats"]]
    named = (part.strip() for each in asked["products"] for part in each.split(","))
    names = [each for each in named if each]
    if refuses_drafts(press.content, names, press.reporter):
        return PrintOutcome(MISUSED)
    products = products_named(press.catalogue.products, names)
    return print_all(press, [*_pieces(press.catalogue, wanted, products, asked)], asked["proof"])


def _format(name: str, known: Mapping[str, Format]) -> Format:
    if name in known:
        return known[name]
    raise click.UsageError(
        unknown(
            f"Không có ấn phẩm “{name}” (xem mọi tên: ocop brochure --list).",
            f"There is no printed format “{name}” (all names: ocop brochure --list).",
            *(name, sorted(known)),
        )
    )


def _pieces(
    catalogue: Catalogue,
    wanted: Sequence[Format],
    products: tuple[Product, ...],
    asked: BrochureOptions,
) -> Iterator[Piece]:
    """Every piece of print that is asked for, each once."""
    fair = fair_named(catalogue.fairs, asked["fair"]) if asked["fair"] else None
    for each in dict.fromkeys(wanted):
        for subject in _subjects(catalogue, each, fair, products):
            yield Piece(each, subject, _languages(catalogue, each, asked), asked["prices"])


def _subjects(
    catalogue: Catalogue, wanted: Format, fair: Fair | None, products: tuple[Product, ...]
) -> Iterator[Subject]:
    """What a format is printed about."""
    if fair and "fair" in wanted.subjects:
        yield Subject(fair=fair, products=products)
    elif fair and "product" in wanted.subjects:
        yield from (Subject(product=each) for each in products or _shown_at(catalogue, fair))
    elif fair:
        raise click.UsageError(
            f"{wanted.key} không in cho một hội chợ. · {wanted.key} is not printed for a fair."
        )
    elif products and "product" in wanted.subjects:
        yield from (Subject(product=each) for each in products)
    elif products:
        yield Subject(products=products)
    elif "catalogue" in wanted.subjects:
        yield Subject()
    elif wanted.subjects == ("fair",):
        raise click.UsageError(f"{wanted.key}: --fair TÊN · --fair NAME")
    else:
        yield from subjects(catalogue, wanted.subjects)


def _shown_at(catalogue: Catalogue, fair: Fair) -> Iterator[Product]:
    """The fair's products, in its order: a sheet for each is what such a format is for it."""
    by_slug = {each.slug: each for each in catalogue.products}
    listed = [by_slug[slug] for slug in fair.products if slug in by_slug]
    yield from listed or (
        each.product for each in subjects(catalogue, ("product",)) if each.product
    )


def _languages(
    catalogue: Catalogue, wanted: Format, asked: BrochureOptions
) -> tuple[Language, ...]:
    said = asked["label_lang"] or catalogue.site.language
    if said not in wanted.languages:
        known = ", ".join(wanted.languages)
        raise click.UsageError(
            f"--label-lang {said}: {wanted.key} chỉ in bằng {known}. · "
            f"--label-lang {said}: {wanted.key} is printed in {known} alone."
        )
    return cast("tuple[Language, ...]", tuple(said.split("+")))
