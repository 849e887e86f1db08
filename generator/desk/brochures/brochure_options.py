"""Reads the options of `ocop brochure`: what is not possible is said before anything is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypedDict, cast

import click

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Fair, Product
from generator.catalogue.problems.nearest import closest
from generator.desk.brochures.format_table import table
from generator.desk.brochures.printing import BrochureOutcome, Press, print_all, with_press
from generator.desk.options import Order
from generator.desk.reporting import FINE, Reporter
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


def run(root: Path, asked: BrochureOptions, reporter: Reporter) -> BrochureOutcome:
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
    return with_press(order, reporter, lambda press: _do(press, asked))


def _do(press: Press, asked: BrochureOptions) -> BrochureOutcome:
    known = formats(press.folders)
    if asked["list_formats"]:
        press.reporter.table(table(known, press.reporter.language))
        return BrochureOutcome(FINE)
    wanted = [_format(name, known) for name in asked["formats"]]
    return print_all(press, [*_pieces(press.catalogue, wanted, asked)], asked["proof"])


def _format(name: str, known: Mapping[str, Format]) -> Format:
    if name in known:
        return known[name]
    near = closest(name, sorted(known))
    hint = f" Có phải “{near}”? · Did you mean “{near}”?" if near else ""
    raise click.UsageError(
        f"Không có ấn phẩm “{name}”. · There is no printed format “{name}”.{hint} (--list)"
    )


def _pieces(
    catalogue: Catalogue, wanted: Sequence[Format], asked: BrochureOptions
) -> Iterator[Piece]:
    """Every piece of print that is asked for, each once."""
    fair = _fair(catalogue, asked["fair"])
    products = tuple(_product(catalogue, name) for name in _names(asked["products"]))
    for each in dict.fromkeys(wanted):
        for subject in _subjects(catalogue, each, fair, products):
            yield Piece(each, subject, _languages(catalogue, each, asked), asked["prices"])


def _subjects(
    catalogue: Catalogue, wanted: Format, fair: Fair | None, products: tuple[Product, ...]
) -> Iterator[Subject]:
    """What a format is printed about."""
    if fair and "fair" in wanted.subjects:
        yield Subject(fair=fair, products=products)
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


def _languages(
    catalogue: Catalogue, wanted: Format, asked: BrochureOptions
) -> tuple[Language, ...]:
    said = asked["label_lang"] or catalogue.site.language
    if said not in wanted.languages:
        known = ", ".join(wanted.languages)
        raise click.BadParameter(f"{said}; {wanted.key}: {known}", param_hint="--label-lang")
    return cast("tuple[Language, ...]", tuple(said.split("+")))


def _names(given: Sequence[str]) -> list[str]:
    """Names that were given one by one or with commas between them, each once."""
    parts = (part.strip() for each in given for part in each.split(","))
    return [*dict.fromkeys(Path(part).name.removesuffix(".md") for part in parts if part)]


def _product(catalogue: Catalogue, name: str) -> Product:
    found = catalogue.by_slug.get(name)
    if found is None:
        raise click.UsageError(
            f"Không có sản phẩm “{name}”. · There is no product “{name}”."
            f"{_hint(name, [*catalogue.by_slug])}"
        )
    return found


def _fair(catalogue: Catalogue, name: str | None) -> Fair | None:
    if name is None:
        return None
    slug = Path(name).name.removesuffix(".md")
    by_slug = {each.slug: each for each in catalogue.fairs}
    if slug not in by_slug:
        raise click.UsageError(
            f"Không có hội chợ “{slug}”. · There is no fair “{slug}”.{_hint(slug, [*by_slug])}"
        )
    return by_slug[slug]


def _hint(name: str, known: Sequence[str]) -> str:
    near = closest(name, known)
    return f" Có phải “{near}”? · Did you mean “{near}”?" if near else ""
