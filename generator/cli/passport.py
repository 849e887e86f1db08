"""`ocop passport`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import LANGUAGE, ROOT, language_of, reporter, require_project


@click.command()
@click.argument("product", metavar="PRODUCT")
@ROOT
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON. · Print JSON.")
@LANGUAGE
def passport(product: str, root: Path, as_json: bool, lang: str | None) -> int:
    """In hộ chiếu số của một sản phẩm. · Print what is known of a product, and what to add."""
    from generator.desk import passport as desk

    require_project(root)
    return desk.show(root, product, language_of(lang), reporter(lang), as_json=as_json).status
