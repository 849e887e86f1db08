"""How a command is run: whatever ends it becomes a line for an editor and an exit status."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

import click

from generator.cli.common import ProjectRoot
from generator.desk.today import EpochError


def ended(command: Callable[[], int | None], place: ProjectRoot) -> int:
    """Run a command; its exit status, once what stopped it has been told in a line or two."""
    try:
        return command() or 0
    except EpochError as error:
        click.echo(
            f"SOURCE_DATE_EPOCH={error.given} không phải là một ngày có thật. Hãy ghi số giây kể "
            "từ năm 1970, hoặc bỏ biến đó. · That is no day: give seconds since 1970, or unset it.",
            err=True,
        )
        return 2
    except click.ClickException as error:
        from generator.desk.usage import in_vietnamese

        if vietnamese := in_vietnamese(error):
            click.echo(vietnamese, err=True)
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng. · Stopped.", err=True)
        return 130
    except Exception as error:
        click.echo(_fault(error, traceback.format_exc(), place.root), err=True)
        return 1


def _fault(error: Exception, trace: str, root: Path) -> str:
    """What to say of a fault of the program; its trace goes to the project's cache, if it can."""
    said = f"Lỗi của chương trình: {type(error).__name__}: {error}."
    log = root / ".cache" / "error.log"
    try:
        log.parent.mkdir(exist_ok=True)
        log.write_text(trace, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return (
            f"{said} Hãy gửi dòng này cho người phụ trách. · "
            "A fault of the program: please send this line to whoever keeps it."
        )
    return (
        f"{said} Hãy gửi tệp {log} cho người phụ trách. · "
        f"A fault of the program: please send {log} to whoever keeps it."
    )
