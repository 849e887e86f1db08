"""`ocop export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from generator.cli.common import LANGUAGE, ROOT, require_project, speaking

if TYPE_CHECKING:
    from generator.desk.exporting import Form


@click.command()
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@ROOT
@click.option("--xlsx", "form", flag_value="xlsx", default=True, help="Bảng tính Excel. · Excel.")
@click.option("--csv", "form", flag_value="csv", help="Bảng dạng chữ. · A table as text.")
@click.option("--json", "form", flag_value="json", help="JSON cho chương trình. · JSON.")
@click.option("--replace", is_flag=True, help="Thay tệp đã có. · Replace a file that is there.")
@LANGUAGE
def export(file: Path | None, root: Path, form: str, replace: bool, lang: str | None) -> int:
    """Ghi mọi sản phẩm thành một danh sách. · Write all products to a list."""
    from generator.desk import exporting

    require_project(root)
    reporter = speaking(root, lang)
    return exporting.export(root, cast("Form", form), file, reporter, replace=replace).status
