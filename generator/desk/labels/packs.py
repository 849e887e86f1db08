"""Which pack labels are for: a product sold in several sizes needs to be told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import click

from generator.catalogue.blanks import without_blanks
from generator.catalogue.model import Pack, Product
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.catalogue.problems.nearest import closest
from generator.desk.labels.label_job import LabelJob
from generator.press.run import Run

_DECIMAL_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")


def chosen_pack(product: Product, asked: str | None) -> Pack | None:
    """The pack asked for; None where there is no choice, or none is asked for.

    Raises click.UsageError, which lists the packs, for one that the product has not.
    """
    if asked is None:
        return None
    found = _meant(product.packs, asked)
    if len(found) != 1:
        raise click.UsageError(
            f"--pack “{asked}”: {product.slug} {_listed(product, 'có các gói', 'không có gói nào')}"
            f". · {product.slug} {_listed(product, 'has the packs', 'has no packs')}."
            f"{_hint(product.packs, asked)}"
        )
    return found[0] if len(product.packs) > 1 else None


def require_packs(job: LabelJob) -> None:
    """Raise click.UsageError where labels would have to say which pack they are for."""
    if not _is_for_packs(job.run) or job.pack is not None:
        return
    for product in job.products:
        if len(product.packs) > 1 and product.group != TOURISM_GROUP:
            example = product.packs[0].net
            raise click.UsageError(
                f"{product.slug} {_listed(product, 'có các gói')}: hãy ghi nhãn này cho gói nào, "
                f'như --pack "{example}". · {product.slug} {_listed(product, "has the packs")}: '
                f'say which one the labels are for, such as --pack "{example}".'
            )


def _is_for_packs(run: Run) -> bool:
    """Whether its labels say how much is in one; without a design it gets one that does."""
    return run.design is None or run.drawn_as.on_packs


def _meant(packs: Sequence[Pack], asked: str) -> list[Pack]:
    """The packs that the words name, letter by letter or else in another way of writing."""
    wanted = _plain(asked)
    return [each for each in packs if each.net == asked] or [
        each for each in packs if wanted in {_plain(each.net), each.gtin}
    ]


def _hint(packs: Sequence[Pack], asked: str) -> str:
    by_plain = {_plain(each.net): each.net for each in packs}
    near = by_plain.get(closest(_plain(asked), by_plain))
    return f" Có phải “{near}”? · Did you mean “{near}”?" if near else ""


def _plain(net: str) -> str:
    """The quantity without blanks and case, with a decimal point: “0,5 Kg” is “0.5kg”."""
    bare = without_blanks(unicodedata.normalize("NFKC", net)).casefold()
    return _DECIMAL_COMMA.sub(".", bare)


def _listed(product: Product, some: str, none: str = "") -> str:
    if not product.packs:
        return none
    return f"{some} " + ", ".join(
        f"“{each.net}”" + (f" ({each.gtin})" if each.gtin else "") for each in product.packs
    )
