"""`ocop check`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import LANGUAGE, ROOT, language_of, reporter, require_project


@click.command()
@ROOT
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON. · Print JSON.")
@LANGUAGE
def check(root: Path, as_json: bool, lang: str | None) -> int:
    """Tìm mọi lỗi trong nội dung, không ghi gì. · Find every problem, write nothing."""
    from generator.desk.building import make

    require_project(root)
    return make.check(root, language_of(lang), reporter(lang), as_json=as_json).status
