"""`ocop publish`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli import asking
from generator.cli.common import LANGUAGE, ROOT, language_of, reporter, require_project


@click.command()
@click.argument("target", metavar="TARGET", default="")
@ROOT
@click.option(
    "--dry-run", is_flag=True, help="Chỉ xem sẽ đổi gì. · Say what would change, change nothing."
)
@click.option("--rollback", is_flag=True, help="Trở về bản trước. · Bring back the version before.")
@click.option(
    "--yes", is_flag=True, help="Đồng ý với mọi câu hỏi. · Yes to all that would be asked."
)
@click.option(
    "--verify/--no-verify",
    default=None,
    help="Trang công khai phải hiện đúng bản này, thư mục cũng vậy; hoặc không mở thử. · Whether "
    "public pages must show it, for a folder too.",
)
@click.option(
    "--password",
    is_flag=True,
    help="Cất mật khẩu của nơi này vào kho khóa của máy. · Keep its password in the keyring.",
)
@LANGUAGE
def publish(
    target: str,
    root: Path,
    dry_run: bool,
    rollback: bool,
    yes: bool,
    verify: bool | None,
    password: bool,
    lang: str | None,
) -> int:
    """Đăng trang lên một nơi trong content/publish.yaml. · Publish the built site.

    TARGET là tên nơi đăng. Chỉ gửi những gì đã đổi; dừng giữa chừng thì chạy lại để làm tiếp.
    · TARGET is the name of a target. Only what has changed is sent.
    """
    from generator.desk.publishing.publish import publish as run
    from generator.desk.publishing.wanted import PublishOrder

    require_project(root)
    if password:
        return _keep_password(root, target, lang)
    order = PublishOrder(
        root=root,
        name=target,
        dry_run=dry_run,
        rollback=rollback,
        yes=yes,
        verify=verify,
        language=language_of(lang),
        confirm=asking.confirm if _is_terminal() else None,
    )
    return run(order, reporter(lang)).status


def _keep_password(root: Path, target: str, lang: str | None) -> int:
    from generator.desk.publishing.kept_password import keep_password

    def asked() -> str:
        if _is_terminal():
            return str(click.prompt("Mật khẩu · Password", hide_input=True))
        return sys.stdin.readline().rstrip("\r\n")

    return keep_password(root, target, asked, reporter(lang)).status


def _is_terminal() -> bool:
    """Whether somebody can answer; a program without any console has no input at all."""
    return bool(sys.stdin and sys.stdin.isatty())
