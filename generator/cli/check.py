"""`ocop check`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import LANGUAGE, ROOT, language_of, reporter, require_project


@click.command()
@ROOT
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON. · Print JSON.")
@click.option("--strict", is_flag=True, help="Coi cảnh báo là lỗi. · Treat warnings as errors.")
@LANGUAGE
def check(root: Path, as_json: bool, strict: bool, lang: str | None) -> int:
    """Tìm mọi lỗi trong nội dung, không ghi gì. · Find every problem, write nothing."""
    from generator.desk.building.check import check as run

    require_project(root)
    said = reporter(lang)
    return run(root, language_of(lang), said, as_json=as_json, strict=strict).status
