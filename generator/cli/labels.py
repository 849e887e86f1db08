"""`ocop labels`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from generator.cli.common import LANGUAGE, ROOT, reporter, require_project, web_address
from generator.press.designs import DESIGNS

if TYPE_CHECKING:
    from generator.desk.labels.label_options import LabelOptions


@click.command()
@click.argument("products", nargs=-1, metavar="PRODUCT…")
@ROOT
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Nơi ghi kết quả; mặc định output/. · Where to write; output/ by default.",
)
@click.option("--list", "list_stocks", is_flag=True, help="Các loại giấy nhãn. · All stocks.")
@click.option(
    "--check",
    is_flag=True,
    help="Chỉ xem nhãn còn thiếu gì theo luật, mọi sản phẩm nếu không ghi tên. · Legal check only.",
)
@click.option("--stock", help="Giấy nhãn: tên trong --list hoặc mã của hãng. · Label stock.")
@click.option(
    "--design",
    type=click.Choice([*DESIGNS]),
    help=f"{'; '.join(f'{each.name}: {each.vi}' for each in DESIGNS.values())}. "
    "Không ghi thì là label; dịch vụ du lịch thì stamp. · By default label, for a service stamp.",
)
@click.option("--lot", help="Số lô, lấy ngày từ sổ lô. · Lot, with its dates on file.")
@click.option("--produced", metavar="DD/MM/YYYY", help="Ngày sản xuất của lô. · Day made.")
@click.option("--best-before", metavar="DD/MM/YYYY", help="Hạn sử dụng. · Last day of use.")
@click.option(
    "--serials", metavar="A-B", help="Số thứ tự, như 1-500 hay 0001-0500. · Numbers, zeros kept."
)
@click.option(
    "--pack",
    metavar="NET",
    help="Gói nào, của sản phẩm có nhiều gói: như “250 g”, hoặc GTIN của gói. · Which pack.",
)
@click.option("--count", type=click.IntRange(1, 20000), help="Số nhãn. · Number of labels.")
@click.option(
    "--skip", type=click.IntRange(0), default=0, help="Số nhãn đã dùng của tờ đầu. · Used labels."
)
@click.option(
    "--offset",
    metavar="X,Y",
    default="0,0",
    help="Bù độ lệch của máy in, milimét sang phải và xuống. · Millimetres right and down.",
)
@click.option("--dpi", type=int, help="Độ phân giải máy in nhiệt: 203 hoặc 300. · Thermal head.")
@click.option("--outline", is_flag=True, help="In khung thử trên giấy thường. · Test grid.")
@click.option("--proof", is_flag=True, help="Bản in thử, không ghi sổ. · A proof, not recorded.")
@click.option(
    "--again",
    is_flag=True,
    help="In thêm một lần điều sổ đã ghi. · Print and record once more what is recorded.",
)
@click.option("--size", type=float, help="Mã rời: cạnh, milimét, kể cả viền. · Code's side, mm.")
@click.option("--module", type=float, help="Mã rời: một ô, milimét. · Code's module, mm.")
@click.option(
    "--level",
    type=click.Choice(["L", "M", "Q", "H"]),
    help="Mức sửa lỗi của mã QR; không ghi thì M, hoặc cao hơn nếu mã không lớn thêm. · The code's "
    "error correction; M, or more where the code grows no larger.",
)
@click.option(
    "--label-lang",
    type=click.Choice(["vi", "vi+en"]),
    default="vi",
    help="Ngôn ngữ của chữ trên nhãn. · Languages of the label's words.",
)
@click.option("--base-url", help="Địa chỉ trang web khi đăng. · Where the site will live.")
@click.option("--theme", help="Tên giao diện trong themes/. · A theme's name.")
@click.option("--strict", is_flag=True, help="Coi cảnh báo là lỗi. · Treat warnings as errors.")
@LANGUAGE
def labels(root: Path, **asked: Unpack[LabelOptions]) -> int:
    """Tem, nhãn, thẻ quầy và mã rời, in thử trước khi in. · Labels, proven before press."""
    from generator.desk.labels import label_options

    require_project(root)
    asked["base_url"] = web_address(asked["base_url"])
    return label_options.run(root, asked, reporter(asked["lang"])).status
