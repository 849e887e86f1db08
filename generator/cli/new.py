"""`ocop new`: a project to start from, and one more thing in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli import asking
from generator.cli.common import LANGUAGE, ROOT, language_of, reporter, require_project

if TYPE_CHECKING:
    from generator.catalogue.model.folders import Folder


class _New(click.Group):
    """Has a command for each folder of content/, made from the field table once one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all."""
        from generator.catalogue.model.folders import FOLDERS

        return sorted({*super().list_commands(ctx), *(each.kind for each in FOLDERS)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        from generator.catalogue.model.folders import FOLDERS

        folder = next((each for each in FOLDERS if each.kind == cmd_name), None)
        return _thing(folder) if folder else super().get_command(ctx, cmd_name)


@click.group(cls=_New)
def new() -> None:
    """Tạo tệp mới: hỏi những gì cần, hoặc nhận bằng tùy chọn. · Make new files."""


@new.command("site")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--office", default="", help="Tên cơ quan, bộ phận. · The office's name.")
@click.option(
    "--commune",
    multiple=True,
    help="Xã, phường của danh mục, như “xã Tân Lập”; lặp lại được. · A commune; may be repeated.",
)
@click.option("--province", default="", help="Tỉnh, thành phố của xã. · The communes' province.")
@click.option(
    "--host",
    default="",
    help="Nơi trang web sẽ đăng, như ocop.tanlap.gov.vn. · Where the site will live.",
)
@LANGUAGE
def new_site(
    folder: Path,
    office: str,
    commune: tuple[str, ...],
    province: str,
    host: str,
    lang: str | None,
) -> int:
    """Tạo dự án mới, có một sản phẩm mẫu, trong thư mục DIR. · Make a new project in DIR."""
    from generator.desk import new as starter
    from generator.desk.new.site_answers import SiteAnswers

    told = SiteAnswers.of(office, commune, province, host)
    language, ask = language_of(lang) or "vi", asking.ask if asking.is_terminal() else None
    return starter.new_site(folder, language, reporter(lang), told, ask).status


@new.command("lot")
@click.argument("product", metavar="[PRODUCT]", required=False)
@click.argument("lot", metavar="[LOT]", required=False)
@ROOT
@click.option("--produced", metavar="DD/MM/YYYY", help="Ngày sản xuất. · The day of production.")
@click.option("--best-before", metavar="DD/MM/YYYY", help="Hạn dùng. · Last day of use.")
@click.option("--quantity", help="Số lượng của lô. · How much the lot is.")
@click.option("--status", help="Tình trạng: ok hoặc recalled. · The status: ok or recalled.")
@click.option("--note", help="Ghi chú. · A note.")
@LANGUAGE
def new_lot(root: Path, product: str | None, lang: str | None, **given: str | None) -> int:
    """Thêm một lô vào bảng lô của sản phẩm. · Add a row to the product's table of lots."""
    from generator.desk.new.lots import new_lot as run

    require_project(root)
    told = {key: text for key, text in given.items() if text}
    ask = asking.ask if asking.is_terminal() else None
    return run(root, product, told, language_of(lang), reporter(lang), ask).status


_SEVERAL = (
    "; nhiều thì cách bằng dấu phẩy, hoặc lặp lại tùy chọn",
    "; commas between several, or the option again",
)
_TOLD = {
    "product": "Tạo tệp cho một sản phẩm mới, có mã riêng. · Make a product's file, with its code.",
    "producer": "Tạo tệp cho một chủ thể mới. · Make a producer's file.",
    "fair": "Tạo tệp cho một hội chợ. · Make a fair's file.",
    "page": "Tạo tệp cho một trang. · Make a page's file.",
    "village": "Tạo tệp cho một làng nghề. · Make a craft village's file.",
}


def _thing(folder: Folder) -> click.Command:
    """The command that makes a thing of that folder, with an option for each key."""
    from generator.desk.new.questions import questions_of

    questions = questions_of(folder)
    options: list[click.Parameter] = [
        click.Option(
            [each.option],
            # Of an option that says it is no flag, click takes no value that begins with “-”.
            **({"is_flag": True} if each.flag else {"multiple": True}),
            help=f"{each.row.meaning('vi')}{several[0]}. · {each.row.meaning('en')}{several[1]}.",
        )
        for each in questions
        for several in (_SEVERAL if each.parted else ("", ""),)
    ]

    @ROOT
    @click.option(
        "--slug",
        help="Tên tệp; mặc định theo tên. · The file's name; by default made from the name.",
    )
    @LANGUAGE
    def run(root: Path, slug: str | None, lang: str | None, **given: Any) -> int:  # noqa: ANN401
        from generator.desk.new.things import new_thing

        require_project(root)
        told = {
            each.name: ["true"] if value is True else [*value]
            for each in questions
            if (value := given[each.name])
        }
        ask = asking.ask if asking.is_terminal() else None
        return new_thing(root, folder, told, slug, language_of(lang), reporter(lang), ask).status

    command = click.command(folder.kind, help=_TOLD[folder.kind])(run)
    command.params += options
    return command
