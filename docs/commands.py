"""Write docs/lenh.md, every command with every option, from the program itself: `make docs`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from generator.cli import ocop

HEAD = """\
# Các lệnh · Commands

Trang này do `make docs` viết ra từ chính chương trình. · This page is written by `make docs`
from the program itself.

Trên Windows gõ `.venv\\Scripts\\ocop`, nơi khác `.venv/bin/ocop`.

| mã trả về · exit status | nghĩa · meaning |
|---|---|
| 0 | xong, không có lỗi · fine |
| 1 | nội dung có lỗi, hoặc việc không làm được · problems in the content, or a failed build |
| 2 | lệnh gõ chưa đúng · wrong usage |
| 3 | đã làm một phần: phần chưa làm có nêu lý do · done in part, the rest is told with its reason |
| 130 | bị dừng giữa chừng · stopped |
"""


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    """Every command below a group, with all the words that call it."""
    context = click.Context(group)
    for word in sorted(group.list_commands(context)):
        command = group.get_command(context, word)
        if command is None:
            continue
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


def section(name: str, command: click.Command) -> str:
    """One command: what it does, what it takes."""
    context = click.Context(command)
    told = " ".join((command.help or "").split())
    rows = [
        f"| {_option(option)} | {' '.join((option.help or '').split())} |"
        for option in command.params
        if isinstance(option, click.Option)
    ]
    usage = " ".join(command.collect_usage_pieces(context)).replace("[OPTIONS]", "").strip()
    table = "\n".join(["| tùy chọn · option | |", "|---|---|", *rows])
    return f"## `{name} {usage}".rstrip() + f"`\n\n{told}\n\n{table}\n"


def _option(option: click.Option) -> str:
    names = "/".join([max(option.opts, key=len), *option.secondary_opts])
    if option.is_flag:
        return f"`{names}`"
    if isinstance(option.type, click.Choice):
        return f"`{names}` " + "\\|".join(option.type.choices)
    return f"`{names}` {option.metavar or option.type.name.upper()}"


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(section(*found) for found in commands(ocop, "ocop"))])


if __name__ == "__main__":
    print(page(), end="")
