"""`ocop serve`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.cli.common import LANGUAGE, ROOT, language_of, reporter, require_project, web_address


@click.command()
@ROOT
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Cổng; mặc định 8000, hoặc cổng trống kế tiếp. · The port; 8000 or the next free one.",
)
@click.option(
    "--open/--no-open",
    "opens",
    default=None,
    help="Mở trình duyệt; mặc định mở khi chạy trong cửa sổ lệnh. · Open the browser; by default "
    "where there is a terminal.",
)
@click.option(
    "--lan",
    is_flag=True,
    help="Cho máy khác cùng mạng xem (điện thoại); hiện mã QR. Mặc định chỉ máy này. · For other "
    "devices of the network too, with a QR code; by default this machine alone.",
)
@click.option("--base-url", help="Địa chỉ trang web khi đăng. · Where the site will live.")
@click.option("--theme", help="Tên giao diện trong themes/. · A theme's name.")
@LANGUAGE
def serve(
    root: Path,
    port: int | None,
    opens: bool | None,
    lan: bool,
    base_url: str | None,
    theme: str | None,
    lang: str | None,
) -> int:
    """Xem thử trang web trong khi sửa; không đụng tới output/. · See the site while you edit."""
    from generator.desk.options import Order
    from generator.desk.serving.serve import Wish
    from generator.desk.serving.serve import serve as run

    if not (root / "content").is_dir():
        require_project(root)  # what is there may be broken: the preview says so
    order = Order(
        root=root,
        output=root / "output",
        base_url=web_address(base_url),
        theme=theme,
        language=language_of(lang),
        jobs=os.cpu_count() or 1,
    )
    shown = _has_screen() if opens is None else opens
    return run(order, reporter(lang), Wish(port, lan, shown)).status


def _has_screen() -> bool:
    """Whether somebody sits here who can see a browser's window."""
    windows = sys.platform in ("win32", "darwin")
    shows = windows or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return shows and sys.stdout.isatty()
