"""Things of the catalogue that options name. Raises click.UsageError, with the nearest name."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import click

from generator.catalogue.model import Fair, Product
from generator.catalogue.problems.nearest import closest
from generator.desk.content import Content
from generator.desk.reporting import Reporter


def refuses_drafts(content: Content, names: Iterable[str], reporter: Reporter) -> bool:
    """Whether a draft is among the products, of which none is printed; then it has been said."""
    files = (f"content/products/{_slug(each)}.md" for each in names)
    draft = next((each for each in files if each in content.drafts), None)
    if draft:
        reporter.refuse(
            f"{draft} là bản nháp (draft: true) nên chưa in được. Soạn xong, hãy xóa dòng ấy.",
            f"{draft} is a draft (draft: true), which is not printed. Once done, delete that line.",
        )
    return draft is not None


def products_named(products: Iterable[Product], names: Iterable[str]) -> tuple[Product, ...]:
    """The products, each once, also where a file's path was given."""
    by_slug = {each.slug: each for each in products}
    slugs = [*dict.fromkeys(map(_slug, names))]
    for slug in slugs:
        if slug not in by_slug:
            raise click.UsageError(
                unknown(
                    f"Không có sản phẩm “{slug}”.", f"There is no product “{slug}”.", slug, by_slug
                )
            )
    return tuple(by_slug[slug] for slug in slugs)


def fair_named(fairs: Iterable[Fair], name: str) -> Fair:
    """The fair of that name, or of a file's path."""
    by_slug, slug = {each.slug: each for each in fairs}, _slug(name)
    if slug not in by_slug:
        raise click.UsageError(
            unknown(f"Không có hội chợ “{slug}”.", f"There is no fair “{slug}”.", slug, by_slug)
            + ("" if closest(slug, by_slug) else _all_of(by_slug))
        )
    return by_slug[slug]


def unknown(vi: str, en: str, name: str, known: Collection[str]) -> str:
    """One line in both languages, each with the name that was perhaps meant."""
    near = closest(name, known)
    if not near:
        return f"{vi} · {en}"
    return f"{vi} Có phải “{near}”? · {en} Did you mean “{near}”?"


def _all_of(known: Collection[str]) -> str:
    """What there is, or how to make the first."""
    there = ", ".join(known)
    return f" Có · There is: {there}." if there else " (ocop new fair)"


def _slug(name: str) -> str:
    return Path(name).name.removesuffix(".md").removesuffix(".en")
