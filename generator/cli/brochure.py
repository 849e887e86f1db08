"""`ocop brochure`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from generator.cli.common import LANGUAGE, ROOT, reporter, require_project, web_address

if TYPE_CHECKING:
    from generator.desk.brochures.brochure_options import BrochureOptions


@click.command()
@click.argument("formats", nargs=-1, metavar="FORMAT…")
@ROOT
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Nơi ghi kết quả; mặc định output/. · Where to write; output/ by default.",
)
@click.option("--list", "list_formats", is_flag=True, help="Các ấn phẩm. · All printed formats.")
@click.option("--fair", metavar="SLUG", help="In cho hội chợ này. · For this fair.")
@click.option(
    "--products",
    multiple=True,
    metavar="SLUG,SLUG",
    help="Chỉ các sản phẩm này, theo thứ tự này. · These products alone, in this order.",
)
@click.option(
    "--label-lang",
    type=click.Choice(["vi", "en", "vi+en"]),
    help="Ngôn ngữ của chữ in; không ghi thì theo site.yaml. · Languages of the words.",
)
@click.option(
    "--prices/--no-prices", default=True, help="In giá hay không. · Whether prices are printed."
)
@click.option(
    "--proof",
    is_flag=True,
    help="Bản duyệt: tô và kê những điều đã đổi từ lần in trước. · What changed, to be signed.",
)
@click.option("--base-url", help="Địa chỉ trang web khi đăng. · Where the site will live.")
@click.option("--theme", help="Tên giao diện trong themes/. · A theme's name.")
@click.option("--strict", is_flag=True, help="Coi cảnh báo là lỗi. · Treat warnings as errors.")
@LANGUAGE
def brochure(root: Path, **asked: Unpack[BrochureOptions]) -> int:
    """Ấn phẩm: tờ bướm, cẩm nang, áp phích, thẻ giá… · Leaflets, books, posters, cards."""
    from generator.desk.brochures import brochure_options

    if not asked["list_formats"]:
        require_project(root)
    asked["base_url"] = web_address(asked["base_url"])
    return brochure_options.run(root, asked, reporter(asked["lang"])).status
