"""`ocop history` and `ocop restore`: back to yesterday."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import LANGUAGE, ROOT, require_project, speaking


@click.command()
@click.argument("file", metavar="[FILE]", required=False)
@ROOT
@click.option("--all", "every", is_flag=True, help="Cả những phiên bản cũ. · Old ones too.")
@LANGUAGE
def history(file: str | None, root: Path, lang: str | None, *, every: bool) -> int:
    """Các phiên bản đã ghi của content/, hay của một tệp. · Versions that were noted."""
    from generator.desk.versions.history import show

    require_project(root)
    return show(root, file, speaking(root, lang), every=every).status


@click.command()
@click.argument("words", metavar="[VERSION] [FILE…]", nargs=-1)
@ROOT
@click.option(
    "--dry-run", is_flag=True, help="Chỉ xem sẽ đổi gì. · Say what would change, change nothing."
)
@LANGUAGE
def restore(words: tuple[str, ...], root: Path, lang: str | None, *, dry_run: bool) -> int:
    """Lấy lại tệp như ở một phiên bản, sau khi ghi lại bản đang có. · Bring files back."""
    from generator.desk.editing.bringing_back import bring_back

    if not (root / "content").is_dir() and not (root / ".versions").is_dir():
        require_project(root)
    return bring_back(root, words, speaking(root, lang), dry_run=dry_run).status
