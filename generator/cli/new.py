"""`ocop new`: files to start from."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import LANGUAGE, language_of, reporter


@click.group()
def new() -> None:
    """Tạo tệp mẫu để bắt đầu. · Make files to start from."""


@new.command("site")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@LANGUAGE
def new_site(folder: Path, lang: str | None) -> int:
    """Tạo dự án mới, có một sản phẩm mẫu, trong thư mục DIR. · Make a new project in DIR."""
    from generator.desk import new as starter

    return starter.new_site(folder, language_of(lang) or "vi", reporter(lang)).status
