"""The `ocop` command: one file here for each of its commands."""

from __future__ import annotations

import gc
import sys

import click

from generator import __version__, streams
from generator.cli.brochure import brochure
from generator.cli.build import build
from generator.cli.check import check
from generator.cli.common import ProjectRoot
from generator.cli.editing import recall, set_value
from generator.cli.export import export
from generator.cli.history import history, restore
from generator.cli.import_list import import_list
from generator.cli.labels import labels
from generator.cli.menu import menu
from generator.cli.new import new
from generator.cli.passport import passport
from generator.cli.publish import publish
from generator.cli.running import ended
from generator.cli.serve import serve

COMMANDS = (
    *(build, check, serve, labels, brochure, publish, passport),
    *(new, import_list, export, set_value, recall),
    *(history, restore, menu),
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
    # What is loaded and read stays; looking through it for garbage costs a tenth of a command.
    gc.set_threshold(200_000, 5, 5)
    streams.prepare()
    place = ProjectRoot()
    status = ended(lambda: ocop(prog_name="ocop", standalone_mode=False, obj=place), place)
    if error := streams.lost():
        click.echo(
            f"Không ghi hết được thông báo: {error.strerror}. · "
            f"Not all that was said could be written: {error.strerror}.",
            err=True,
        )
    sys.exit(status or (1 if error else 0))
