"""`ocop menu`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from generator.cli import asking
from generator.cli.common import (
    LANGUAGE,
    ROOT,
    ProjectRoot,
    language_of,
    reporter,
    require_project,
)
from generator.cli.running import ended


@click.command()
@ROOT
@LANGUAGE
@click.pass_context
def menu(context: click.Context, root: Path, lang: str | None) -> int:
    """Danh sách việc để chọn bằng số, cho người không gõ lệnh. · The work as a list of numbers."""
    from generator.catalogue.reading.own_language import own_language
    from generator.desk.menu import Menu, Talk

    ocop = context.find_root().command
    if not asking.is_terminal():
        _tell_commands(ocop)
        return 2
    require_project(root)
    place = context.ensure_object(ProjectRoot)

    def run(words: Sequence[str]) -> int:
        return ended(lambda: ocop.main([*words], "ocop", standalone_mode=False, obj=place), place)

    heard = reporter(lang or own_language(root / "content"))
    talk = Talk(root, asking.ask, run, heard, language_of(lang))
    place.at_menu = True
    shown = Menu(talk)
    while True:
        try:
            task = shown.chosen()
        except click.Abort as error:
            if isinstance(error.__context__, EOFError):
                return 0
            continue  # Ctrl+C
        if task is None:
            return 0
        ended(partial(task.do, talk), place)


def _tell_commands(ocop: click.Command) -> None:
    names = ", ".join(ocop.commands) if isinstance(ocop, click.Group) else ""
    click.echo(
        f"ocop menu cần một cửa sổ lệnh có người trả lời. Các lệnh · Without a terminal: {names}.",
        err=True,
    )
