"""`ocop build`."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.common import LANGUAGE, ROOT, language_of, reporter, require_project, web_address

if TYPE_CHECKING:
    from generator.engine.away import Cluster
    from generator.engine.workers import ExecutorFactory

_DASK = "dask"


@click.command()
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
    metavar="dask | MODULE:NAME",
    help="Nơi khác làm thay các tiến trình của máy này: dask là các máy của một cụm Dask (ảnh, ảnh "
    "chia sẻ); MODULE:NAME là một hàm nhận số tiến trình và cho một concurrent.futures.Executor. · "
    "Other workers than this machine's processes: a Dask cluster's, or an Executor's.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Cụm Dask: tcp://… · The Dask cluster's scheduler."
)
@click.option(
    "--store",
    metavar="URL",
    help="Kho mà mọi máy của cụm đều đọc được, để ảnh đi qua đó: /mnt/kho hay s3://… · Where all "
    "machines of the cluster get photos from.",
)
@click.option("--clean", is_flag=True, help="Làm lại từ đầu. · Make everything anew.")
@click.option("--strict", is_flag=True, help="Coi cảnh báo là lỗi. · Treat warnings as errors.")
@click.option(
    "--keep-going",
    is_flag=True,
    help="Tệp nào có lỗi thì giữ như lần đăng trước, vẫn làm phần còn lại; kết thúc với mã 3. · "
    "Leave what is broken as last published, build the rest; exit status 3.",
)
@click.option(
    "--bundle",
    is_flag=True,
    help="Thêm một tệp zip của cả trang web, mở được từ thẻ nhớ khi không có mạng. · "
    "Also one zip of the whole site, which opens from a stick without a network.",
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
    scheduler: str | None,
    store: str | None,
    clean: bool,
    strict: bool,
    keep_going: bool,
    bundle: bool,
    lang: str | None,
) -> int:
    """Làm trang web, tem nhãn và tờ bướm. · Build site, labels and leaflets."""
    from generator.desk.building.build import build as run
    from generator.desk.options import Order

    require_project(root)
    if bundle and only not in (None, "site"):
        raise click.UsageError("--bundle: hãy bỏ --only. · It wants the site: leave out --only.")
    order = Order(
        root=root,
        output=output or root / "output",
        base_url=web_address(base_url),
        theme=theme,
        only=only,
        clean=clean,
        strict=strict,
        keep_going=keep_going,
        bundle=bundle,
        language=language_of(lang),
        jobs=jobs or os.cpu_count() or 1,
        executor=_executor(executor) if executor != _DASK else None,
        cluster=_cluster(executor, scheduler, store),
    )
    return run(order, reporter(lang)).status


def _cluster(executor: str | None, scheduler: str | None, store: str | None) -> Cluster | None:
    """The cluster that is asked for. Raises click's errors where something lacks."""
    if executor != _DASK:
        if scheduler or store:
            raise click.UsageError(
                "--scheduler, --store: chỉ đi cùng --executor dask. · They go with --executor dask."
            )
        return None
    if not scheduler:
        raise click.UsageError("--executor dask: cần --scheduler tcp://… · It wants --scheduler.")
    if not (find_spec("distributed") and find_spec("fsspec")):
        raise click.UsageError(
            "--executor dask: hãy cài ocop-catalogue[dask]. · Install ocop-catalogue[dask]."
        )
    from generator.desk.version import program_version
    from generator.engine.away import Cluster

    return Cluster(scheduler, ("generator.desk.version:program_version", program_version()), store)


def _executor(name: str | None) -> ExecutorFactory | None:
    if name is None:
        return None
    module, _, attribute = name.partition(":")
    try:
        found: ExecutorFactory = getattr(import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise click.BadParameter(str(error), param_hint="--executor") from error
    return found
