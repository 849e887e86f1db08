"""`ocop set` and `ocop recall`: a value changed in place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.common import LANGUAGE, ROOT, language_of, reporter, require_project


@click.command("set")
@click.argument("name", metavar="PRODUCT")
@click.argument("asked", metavar="KEY=VALUE…", nargs=-1, required=True)
@ROOT
@LANGUAGE
def set_value(name: str, asked: tuple[str, ...], root: Path, lang: str | None) -> int:
    """Sửa một giá trị trong tệp, giữ nguyên phần khác. · Change values, and nothing else.

    PRODUCT là tên tệp sản phẩm; tệp khác thì ghi cả thư mục, như producers/co-so, hoặc site.
    KEY là khóa, như certificate.stars hay packs[1].price (mục đầu là [1]); bỏ trống giá trị để xóa
    khóa. · PRODUCT is a product's file name, with the folder for other files; items of lists count
    from 1; an empty value removes the key.
    """
    from generator.desk.editing.set_value import set_values

    require_project(root)
    return set_values(root, name, asked, language_of(lang), reporter(lang)).status


@click.command()
@click.argument("product", metavar="PRODUCT")
@click.argument("lot", metavar="LOT")
@ROOT
@click.option("--reason", required=True, help="Lý do, sẽ hiện trên trang. · Why; pages show it.")
@click.option("--day", metavar="DD/MM/YYYY", help="Ngày thu hồi; mặc định hôm nay. · Since when.")
@click.option(
    "--unlisted",
    is_flag=True,
    help="Lô có thật nhưng chưa có trong bảng: thêm vào. · Add a lot that the table lacks.",
)
@LANGUAGE
def recall(
    product: str,
    lot: str,
    root: Path,
    reason: str,
    day: str | None,
    unlisted: bool,
    lang: str | None,
) -> int:
    """Thu hồi một lô: ghi vào bảng lô và lịch sử của lô. · Call a lot back in its tables."""
    from generator.desk.editing import recall as desk
    from generator.desk.today import printing_day

    require_project(root)
    on = _day(day) if day else printing_day()
    return desk.recall(
        root, product, lot, reason, on, language_of(lang), reporter(lang), unlisted=unlisted
    ).status


def _day(given: str) -> date:
    from generator.catalogue.dates import PartialDate

    try:
        found = PartialDate.parse(given)
    except ValueError:
        found = None
    if found is None or found.day is None:
        raise click.BadParameter(
            f"“{given}” không phải là ngày, như 05/09/2026. · No day, such as 05/09/2026.",
            param_hint="--day",
        )
    return found.first_day
