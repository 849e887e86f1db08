"""The `ocop` command."""

from __future__ import annotations

import os
import sys
import traceback
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Unpack, cast

import click

from generator import __version__, streams
from generator.catalogue.problems.rules_addresses import BASE_URL
from generator.desk.today import EpochError

if TYPE_CHECKING:
    from generator.desk.console import Desk
    from generator.desk.labels.label_options import LabelOptions
    from generator.engine import ExecutorFactory


@dataclass
class ProjectRoot:
    """The project that a command is about, as soon as its options are read."""

    root: Path = Path()


def _note_root(context: click.Context, _: click.Parameter, root: Path) -> Path:
    context.ensure_object(ProjectRoot).root = root
    return root


ROOT = click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    callback=_note_root,
    help="Thư mục dự án, nơi có content/. · The project's folder, which holds content/.",
)
LANGUAGE = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    help="Ngôn ngữ của thông báo; mặc định theo site.yaml. · Language of messages.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ocop")
def ocop() -> None:
    """Danh mục OCOP: mỗi sản phẩm một tệp, thành trang web, tem nhãn và tờ bướm.

    One file per product becomes its web page, its QR label and its leaflet.
    """


@ocop.command()
@ROOT
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Nơi ghi kết quả; mặc định output/. · Where to write; output/ by default.",
)
@click.option("--base-url", help="Địa chỉ trang web khi đăng. · Where the site will live.")
@click.option("--theme", help="Tên giao diện trong themes/. · A theme's name.")
@click.option(
    "--only", type=click.Choice(["site", "labels", "brochures"]), help="Chỉ một phần. · One part."
)
@click.option("--jobs", type=click.IntRange(min=1), help="Số tiến trình. · Worker processes.")
@click.option(
    "--executor",
    metavar="MODULE:NAME",
    help="Nơi khác làm thay các tiến trình của máy này: một hàm nhận số tiến trình và cho một "
    "concurrent.futures.Executor. · Other workers than this machine's processes.",
)
@click.option("--clean", is_flag=True, help="Làm lại từ đầu. · Make everything anew.")
@click.option("--strict", is_flag=True, help="Coi cảnh báo là lỗi. · Treat warnings as errors.")
@click.option(
    "--keep-going",
    is_flag=True,
    help="Tệp nào có lỗi thì giữ như lần đăng trước, vẫn làm phần còn lại; kết thúc với mã 3. · "
    "Leave what is broken as last published, build the rest; exit status 3.",
)
@LANGUAGE
def build(
    root: Path,
    output: Path | None,
    base_url: str | None,
    theme: str | None,
    only: str | None,
    jobs: int | None,
    executor: str | None,
    clean: bool,
    strict: bool,
    keep_going: bool,
    lang: str | None,
) -> int:
    """Làm trang web, tem nhãn và tờ bướm. · Build site, labels and leaflets."""
    from generator.desk.building.build import build as run
    from generator.desk.options import Order

    _require_project(root)
    order = Order(
        root=root,
        output=output or root / "output",
        base_url=_web_address(base_url),
        theme=theme,
        only=only,
        clean=clean,
        strict=strict,
        keep_going=keep_going,
        language=cast(Literal["vi", "en"] | None, lang),
        jobs=jobs or os.cpu_count() or 1,
        executor=_executor(executor),
    )
    return run(order, _desk(lang)).status


@ocop.command()
@ROOT
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON. · Print JSON.")
@LANGUAGE
def check(root: Path, as_json: bool, lang: str | None) -> int:
    """Tìm mọi lỗi trong nội dung, không ghi gì. · Find every problem, write nothing."""
    from generator.desk.building import make

    _require_project(root)
    language = cast(Literal["vi", "en"] | None, lang)
    return make.check(root, language, _desk(lang), as_json=as_json).status


@ocop.command()
@click.argument("product", metavar="PRODUCT")
@ROOT
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON. · Print JSON.")
@LANGUAGE
def passport(product: str, root: Path, as_json: bool, lang: str | None) -> int:
    """In hộ chiếu số của một sản phẩm. · Print what is known of a product, and what to add."""
    from generator.desk import passport as desk

    _require_project(root)
    language = cast(Literal["vi", "en"] | None, lang)
    return desk.show(root, product, language, _desk(lang), as_json=as_json).status


@ocop.command()
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
    type=click.Choice(["code", "stamp", "label", "shelf-card"]),
    help="code: mã; stamp: tem truy xuất; label: nhãn hàng hóa; shelf-card: thẻ quầy. "
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
    default="M",
    help="Mức sửa lỗi của mã QR. · The code's error correction.",
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

    _require_project(root)
    asked["base_url"] = _web_address(asked["base_url"])
    return label_options.run(root, asked, _desk(asked["lang"])).status


@ocop.group()
def new() -> None:
    """Tạo tệp mẫu để bắt đầu. · Make files to start from."""


@new.command("site")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@LANGUAGE
def new_site(folder: Path, lang: str | None) -> int:
    """Tạo dự án mới, có một sản phẩm mẫu, trong thư mục DIR. · Make a new project in DIR."""
    from generator.desk import new as starter

    return starter.new_site(folder, cast(Literal["vi", "en"], lang or "vi"), _desk(lang)).status


def _desk(language: str | None) -> Desk:
    """The reporter of this console; verbs have it speak the site's language where none is given."""
    from generator.desk.console import Desk

    return Desk("en" if language == "en" else "vi")


def _require_project(root: Path) -> None:
    # What is no file, such as a pipe, is told where it is read.
    if not os.path.lexists(root / "content" / "site.yaml"):
        raise click.UsageError(
            f"Không thấy {root / 'content' / 'site.yaml'}: hãy chạy trong thư mục dự án "
            "hoặc dùng --root; “ocop new site” tạo một dự án mới. · Not found: run this in the "
            "project's folder or give --root; “ocop new site” makes a new project."
        )


def _executor(name: str | None) -> ExecutorFactory | None:
    if name is None:
        return None
    module, _, attribute = name.partition(":")
    try:
        found: ExecutorFactory = getattr(import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise click.BadParameter(str(error), param_hint="--executor") from error
    return found


def _web_address(given: str | None) -> str | None:
    """The option's base URL in its one way of writing; said as `ocop check` does if it is none."""
    if given is None:
        return None
    from generator.catalogue.base_url import BaseUrlError, normalised

    try:
        return normalised(given)
    except BaseUrlError as error:
        from generator.catalogue.problems.finding import Finding
        from generator.catalogue.problems.place import START
        from generator.catalogue.problems.problem import Problem

        values = {**error.values, "key": "--base-url"}
        wrong = Problem.at(START, Finding("--base-url", START, BASE_URL, values))
        said = " · ".join(wrong.said_in(language) for language in ("vi", "en"))
        raise click.BadParameter(said, param_hint="--base-url") from error


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
