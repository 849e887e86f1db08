"""`ocop import`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.common import LANGUAGE, ROOT, language_of, reporter, require_project, speaking


def _pairs(_: click.Context, option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Each “A=B” of an option."""
    found = {}
    for each in given:
        # A heading may have a sign of equality in it, a key has none.
        name, sign, value = (
            each.rpartition("=") if option.name == "headings" else each.partition("=")
        )
        if not sign or not name.strip() or not value.strip():
            raise click.BadParameter(f"“{each}”: phải có dạng A=B · must be of the form A=B")
        found[name.strip()] = value.strip()
    return found


@click.command("import")
@click.argument(
    "file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@ROOT
@click.option("--apply", is_flag=True, help="Ghi những gì mới, những gì đổi. · Write it.")
@click.option(
    "--map",
    "headings",
    multiple=True,
    callback=_pairs,
    metavar="HEADING=KEY",
    help="Cột mang tiêu đề ấy là khóa nào; “-” là bỏ qua. Lần --apply sau vẫn nhớ. · "
    "What a column is; “-” passes it over. Kept by --apply for the next time.",
)
@click.option(
    "--set",
    "given",
    multiple=True,
    callback=_pairs,
    metavar="KEY=VALUE",
    help="Giá trị cho mọi dòng chưa ghi, như certificate.issued_by=…. · "
    "A value for all rows that have none.",
)
@LANGUAGE
def import_list(
    file: Path,
    root: Path,
    apply: bool,
    headings: dict[str, str],
    given: dict[str, str],
    lang: str | None,
) -> int:
    """Xem trước, rồi nhập danh sách .xlsx, .xls, .ods, .csv. · Preview and import a list."""
    from generator.catalogue.lists.list_error import ListError
    from generator.catalogue.lists.sizes import check_size

    require_project(root)
    try:
        # Before all that reading wants is loaded: a file that is a trap is refused at once.
        check_size(file)
    except ListError as error:
        reporter(language_of(lang)).refuse(error.vi, error.en)
        return 2
    from generator.desk.importing import importing

    order = importing.ImportOrder(root, file, apply, headings, given, sized=True)
    return importing.import_list(order, speaking(root, lang)).status
