"""The `ocop` command: one file here for each of its commands."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import click

from generator import __version__, streams
from generator.cli.build import build
from generator.cli.check import check
from generator.cli.common import ProjectRoot
from generator.cli.editing import recall, set_value
from generator.cli.export import export
from generator.cli.history import history, restore
from generator.cli.import_list import import_list
from generator.cli.labels import labels
from generator.cli.new import new
from generator.cli.passport import passport
from generator.cli.publish import publish
from generator.cli.serve import serve
from generator.desk.today import EpochError

COMMANDS = (
    *(build, check, serve, labels, publish, passport),
    *(new, import_list, export, set_value, recall),
    *(history, restore),
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ocop")
def ocop() -> None:
    """Danh mục OCOP: mỗi sản phẩm một tệp, thành trang web, tem nhãn và tờ bướm.

    One file per product becomes its web page, its QR label and its leaflet.
    """


for _command in COMMANDS:
    ocop.add_command(_command)


def main() -> None:
    """Run the command; an editor never sees a traceback, nor a command end by what it says."""
    streams.prepare()
    status = _run()
    if error := streams.lost():
        click.echo(
            f"Không ghi hết được thông báo: {error.strerror}. · "
            f"Not all that was said could be written: {error.strerror}.",
            err=True,
        )
    sys.exit(status or (1 if error else 0))


def _run() -> int:
    place = ProjectRoot()
    try:
        return ocop(standalone_mode=False, obj=place) or 0
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
