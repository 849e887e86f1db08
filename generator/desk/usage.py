"""What is wrong with a command as it was typed, in Vietnamese beside click's English."""

from __future__ import annotations

import click

ARGUMENTS = {
    "PRODUCT": "tên tệp của sản phẩm, không kèm .md",
    "LOT": "số lô",
    "FORMAT": "tên ấn phẩm: ocop brochure --list",
    "KEY=VALUE": "khóa và giá trị, như packs[1].price=90000",
    "FILE": "tên tệp",
    "DIR": "tên thư mục sẽ tạo",
}
"""What each word is that a command wants behind its name."""


def in_vietnamese(error: click.ClickException) -> str:
    """One line to stand before click's own; empty where the message has both languages."""
    if " · " in error.message:
        return ""
    return f"{_what(error)} {_remedy(error)}".strip()


def _what(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        return f"Không có tùy chọn {error.option_name}." + (f" Có phải {near}?" if near else "")
    if isinstance(error, click.MissingParameter):
        name = _name(error)
        what = ARGUMENTS.get(name.strip("[]…"))
        return f"Thiếu {name} ({what})." if what else f"Thiếu {name}."
    if isinstance(error, click.BadParameter):
        if error.message.endswith("does not exist."):
            return f"Không có tệp hay thư mục đã ghi ở {_name(error)}: hãy xem lại tên và thư mục."
        return f"Giá trị của {_name(error)} không dùng được.{_allowed(error.param)}"
    if isinstance(error, click.BadOptionUsage):
        return f"Tùy chọn {error.option_name} ghi chưa đúng."
    if error.message.startswith("No such command"):
        near = ", ".join(getattr(error, "possibilities", None) or ())
        return "Không có lệnh này." + (f" Có phải {near}?" if near else "")
    if "unexpected extra argument" in error.message:
        return "Lệnh có chữ thừa."
    return "Lệnh ghi chưa đúng."


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "tùy chọn")
    option = isinstance(error.param, click.Option)
    return error.param.opts[0] if option else error.param.human_readable_name


def _allowed(parameter: click.Parameter | None) -> str:
    kind = parameter.type if parameter else None
    if isinstance(kind, click.Choice):
        return f" Hãy ghi một trong: {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.IntRange):
        least = f" từ {kind.min}" if kind.min is not None else ""
        most = f" đến {kind.max}" if kind.max is not None else ""
        return f" Hãy ghi một số nguyên{least}{most}."
    if isinstance(kind, (click.types.IntParamType, click.types.FloatParamType)):
        return " Hãy ghi một con số."
    return ""


def _remedy(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    verbs = list[str]()
    while context and context.parent:
        verbs.insert(0, context.info_name or "")
        context = context.parent
    return f"Xem cách dùng: {' '.join(('ocop', *verbs))} --help"
